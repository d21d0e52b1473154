import { z } from 'zod';
import type { Model, Operator } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { factsOf, knownOperators, operatorName } from '../../model/operators/index.js';
import { matchesPattern } from './name-pattern.js';
import { type SchemeOrFloat, schemeNames } from './schemes.js';

/** Whether an operator only stores numbers otherwise, so that layers aren't counted by it. */
const comesAndGoes = (operator: Pick<Operator, 'code'>): boolean =>
  factsOf(operator).converts === 'quantization';

/** Operators that a rule may name. */
const operatorNames = knownOperators()
  .filter((code) => !comesAndGoes({ code }))
  .map((code) => operatorName({ code, customCode: null }))
  .sort();

/** `int8`, …, or `float`. */
export const schemeSchema = z.enum(['float', ...schemeNames]);

/**
 * Names some operators: all of a kind, those whose output's name matches a pattern (`*` any characters, `?`
 * one), or the one at a position of the first signature's subgraph, QUANTIZE and DEQUANTIZE not counted.
 */
export interface Target {
  operator?: string;
  tensor?: string;
  index?: number;
}

/** Another scheme for some operators. */
export interface Rule extends Target {
  scheme: SchemeOrFloat;
}

/** Rules as recipes write them, with what they say of the operators that they name. */
export function ruleSchemaWith<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject({
      operator: z.enum(operatorNames).exactOptional(),
      tensor: z.string().min(1).max(1000).exactOptional(),
      index: z.int().min(0).exactOptional(),
      ...shape,
    })
    .superRefine((rule, context) => {
      const target = rule as Target;
      const given = (['operator', 'tensor', 'index'] as const).filter((key) => target[key] !== undefined);
      if (given.length === 1) return;
      const message = 'a rule names either an "operator", a "tensor" or an "index"\nWrite a rule for each';
      context.addIssue({ code: 'custom', message });
    });
}

export const ruleSchema = ruleSchemaWith({ scheme: schemeSchema });

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
  const unused = rules.filter((rule) => {
    const named = operatorsNamed(model, rule);
    for (const operator of named) ruled.set(operator, rule.scheme);
    return named.length === 0;
  });
  return {
    of: (operator) => ruled.get(operator) ?? scheme,
    isRuled: (operator) => ruled.has(operator),
    unused,
  };
}

/** The operators of a model that a rule is about. */
export function operatorsNamed(model: Model, target: Target): Operator[] {
  if (target.index === undefined) {
    return model.subgraphs.flatMap(({ operators }) => operators.filter((each) => names(target, each)));
  }
  const main = mainSubgraph(model).operators.filter((operator) => !comesAndGoes(operator));
  return main.slice(target.index, target.index + 1);
}

function names({ operator, tensor }: Target, candidate: Operator): boolean {
  if (comesAndGoes(candidate)) return false;
  if (operator !== undefined) return operatorName(candidate) === operator;
  return candidate.outputs.some(({ name }) => matchesPattern(name, tensor!));
}

/** A rule as notes name it: `operator: CONV_2D`. */
export function nameOfRule({ operator, tensor, index }: Target): string {
  if (operator !== undefined) return `operator: ${operator}`;
  return tensor !== undefined ? `tensor: ${tensor}` : `index: ${index}`;
}
