import { z } from 'zod';
import { mainSubgraph } from '../../evaluate/model-head.js';
import type { Model, Operator } from '../../model/graph.js';
import { knownOperators, operatorName } from '../../model/operators/index.js';
import { BuiltinOperator } from '../../model/schema/index.js';
import { matchesPattern } from './name-pattern.js';
import { type SchemeOrFloat, schemeNames } from './schemes.js';

/** Operators that only convert: they come and go with quantization, so that layers aren't counted by them. */
const conversions = new Set([BuiltinOperator.QUANTIZE, BuiltinOperator.DEQUANTIZE]);

/** Operators that a rule may name. */
const operatorNames = knownOperators()
  .filter((code) => !conversions.has(code))
  .map((code) => operatorName({ code, customCode: null }))
  .sort();

/** `int8`, …, or `float`. */
export const schemeSchema = z.enum(['float', ...schemeNames]);

/**
 * Another scheme for some operators: all of a kind, those whose output's name matches a pattern (`*` any
 * characters, `?` one), or the one at a position of the first signature's subgraph, QUANTIZE and
 * DEQUANTIZE not counted.
 */
export interface Rule {
  operator?: string;
  tensor?: string;
  index?: number;
  scheme: SchemeOrFloat;
}

/** A rule as recipes write it. */
export const ruleSchema = z
  .strictObject({
    operator: z.enum(operatorNames).exactOptional(),
    tensor: z.string().min(1).max(1000).exactOptional(),
    index: z.int().min(0).exactOptional(),
    scheme: schemeSchema,
  })
  .superRefine((rule, context) => {
    const given = (['operator', 'tensor', 'index'] as const).filter((key) => rule[key] !== undefined);
    if (given.length === 1) return;
    const message = 'a rule names either an "operator", a "tensor" or an "index"\nWrite a rule for each';
    context.addIssue({ code: 'custom', message });
  });

/** The scheme of each operator. */
export interface SchemeChoice {
  of(operator: Operator): SchemeOrFloat;
  /** Whether a rule names the operator, so that its scheme isn't to be changed for its neighbours' sake. */
  isRuled(operator: Operator): boolean;
  /** Rules that name no operator of the model. */
  unused: Rule[];
}

/** Applies rules to a model's operators; the last rule that names an operator decides. */
export function chooseSchemes(model: Model, scheme: SchemeOrFloat, rules: readonly Rule[]): SchemeChoice {
  const ruled = new Map<Operator, SchemeOrFloat>();
  const main = mainSubgraph(model).operators.filter(({ code }) => !conversions.has(code));
  const operators = model.subgraphs.flatMap((subgraph) => subgraph.operators);
  const unused = rules.filter((rule) => {
    const named =
      rule.index === undefined ? operators.filter((each) => names(rule, each)) : [main[rule.index]];
    for (const operator of named) if (operator) ruled.set(operator, rule.scheme);
    return named.every((operator) => !operator);
  });
  return {
    of: (operator) => ruled.get(operator) ?? scheme,
    isRuled: (operator) => ruled.has(operator),
    unused,
  };
}

function names({ operator, tensor }: Rule, candidate: Operator): boolean {
  if (conversions.has(candidate.code)) return false;
  if (operator !== undefined) return operatorName(candidate) === operator;
  return candidate.outputs.some(({ name }) => matchesPattern(name, tensor!));
}

/** A rule as notes name it: `operator: CONV_2D`. */
export function nameOfRule({ operator, tensor, index }: Rule): string {
  if (operator !== undefined) return `operator: ${operator}`;
  return tensor !== undefined ? `tensor: ${tensor}` : `index: ${index}`;
}
