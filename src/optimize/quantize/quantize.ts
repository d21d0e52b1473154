import { z } from 'zod';
import type { Model } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { CALIBRATION_DEFAULT, type CalibrationMethod, calibrationMethodSchema } from '../calibrate/method.js';
import { addNote } from '../notes.js';
import { defineTransform, type OptionProblem } from '../transform.js';
import type { Transform, TransformContext } from '../types.js';
import { storedFormOf } from './activation-plan.js';
import { replaceByEquals } from './equals.js';
import { narrowWeights } from './narrow-weights.js';
import type { Edges } from './placement.js';
import { type QuantizeToNearest, quantizeByReconstruction } from './refine/reconstruct-weights.js';
import { chooseSchemes, nameOfRule, type Rule, ruleSchema, schemeSchema } from './rules.js';
import { computesIn, type SchemeOrFloat } from './schemes.js';
import { computeInIntegers } from './static-int8.js';

export type { QuantizationScheme } from './schemes.js';

export interface QuantizeOptions {
  /** What becomes of the operators that no rule names. */
  scheme: SchemeOrFloat;
  /** Other schemes for some operators; the last one that names an operator decides. */
  rules?: readonly Rule[];
  /** How inputs and outputs are handed over; of schemes that compute in integers. */
  edges?: Edges;
  /** An operator that can't compute in integers is an error; of schemes that do. */
  strict?: boolean;
  /** Operators whose weights have one scale for all channels, as old runtimes for microcontrollers want. */
  perTensor?: readonly PerTensorOperator[];
  /** Bits of biases beside 16-bit activations; default 64. */
  biasBits?: 32 | 64;
  /** 4-bit matrices have a scale for each block of so many weights of a row; of `dynamic-int4`. */
  blockSize?: (typeof blockSizes)[number];
  /** Weights of fewer elements stay as they are; of schemes that compute in float. */
  minElements?: number;
  /** How activations get their ranges; of schemes that compute in integers. */
  calibration?: CalibrationMethod;
}

/** Operators whose per-tensor kernels are as old as their per-channel ones, or older. */
const perTensorOperators = ['CONV_2D', 'FULLY_CONNECTED', 'TRANSPOSE_CONV'] as const;
type PerTensorOperator = (typeof perTensorOperators)[number];

/** Sizes that LiteRT and XNNPACK have kernels for. */
const blockSizes = [32, 64, 128, 256] as const;

/** The options as recipes write them. */
export const quantizeOptionsSchema = z.strictObject({
  scheme: schemeSchema,
  rules: z.array(ruleSchema).min(1).max(1000).exactOptional(),
  edges: z.enum(['int8', 'int16', 'float']).exactOptional(),
  strict: z.boolean().exactOptional(),
  perTensor: z.array(z.enum(perTensorOperators)).min(1).exactOptional(),
  biasBits: z.literal([32, 64]).exactOptional(),
  blockSize: z.literal(blockSizes).exactOptional(),
  minElements: z.int().min(1).exactOptional(),
  calibration: calibrationMethodSchema.exactOptional(),
});

/** Names of the options that are given and mean nothing for the schemes that are used. */
export function misplacedOptions(options: QuantizeOptions): (keyof QuantizeOptions)[] {
  const used = [options.scheme, ...(options.rules ?? []).map(({ scheme }) => scheme)];
  const inIntegers = used.some(isStatic);
  const inFloat = used.some((scheme) => scheme !== 'float' && !isStatic(scheme));
  const misplaced: [keyof QuantizeOptions, boolean][] = [
    ['edges', !inIntegers || !allowedEdges(used).includes(options.edges ?? 'float')],
    ['strict', !inIntegers],
    ['calibration', !inIntegers],
    ['biasBits', !used.includes('int16x8')],
    ['blockSize', !used.includes('dynamic-int4')],
    ['minElements', !inFloat],
  ];
  return misplaced.filter(([option, is]) => is && options[option] !== undefined).map(([option]) => option);
}

/** Edges may have the integers of any scheme that is used. */
function allowedEdges(used: readonly SchemeOrFloat[]): Edges[] {
  return ['float', ...used.map(computesIn).filter((type) => type === 'int8' || type === 'int16')];
}

/**
 * Stores a model in fewer bits; see `schemes.ts` for the schemes.
 *
 * Operators that can't be quantized stay float, with a note that says why. A model that is quantized
 * already stays as it is, so that a second run changes nothing.
 *
 * @example
 * const model = readModel(bytes);
 * await quantize({ scheme: 'int8', rules: [{ operator: 'SOFTMAX', scheme: 'float' }] })(model, context);
 * const quantized = writeModel(model);
 */
export function quantize(options: QuantizeOptions): Transform {
  return async (model, context) => {
    const toNearest: QuantizeToNearest = (each, itsContext, headroom) =>
      apply(each, options, itsContext, headroom);
    const used = [options.scheme, ...(options.rules ?? []).map(({ scheme }) => scheme)];
    replaceByEquals(model, chooseSchemes(model, options.scheme, options.rules ?? []));
    const changed = used.every((scheme) => scheme === 'float' || scheme === 'float16')
      ? await toNearest(model, context, false)
      : await quantizeByReconstruction(
          model,
          toNearest,
          used.some((scheme) => computesIn(scheme) === 'int8'),
          context,
        );
    if (changed === 0) addNote(context, 'warning', nothingChanged(model));
    return changed > 0;
  };
}

export const quantizeTransform = defineTransform({
  name: 'quantize',
  description: 'Stores a model in fewer bits, and makes it compute in them.',
  options: quantizeOptionsSchema,
  problems: problemsOf,
  create: quantize,
});

function problemsOf(options: QuantizeOptions): OptionProblem[] {
  return misplacedOptions(options).map((option) => {
    const given = typeof options[option] === 'string' ? `${option}: ${options[option]}` : option;
    return { option, message: `"${given}" means nothing for scheme "${options.scheme}"\nLeave it out` };
  });
}

async function apply(
  model: Model,
  options: QuantizeOptions,
  context: TransformContext,
  headroom: boolean,
): Promise<number> {
  const { scheme, rules = [], strict = false, biasBits = 64, minElements = null, blockSize = null } = options;
  const chosen = chooseSchemes(model, scheme, rules);
  for (const rule of chosen.unused) {
    addNote(context, 'warning', `The rule "${nameOfRule(rule)}" names no operator of the model.`);
  }
  const perTensor = new Set((options.perTensor ?? []).map((name) => BuiltinOperator[name]));
  const weights = { schemes: chosen, perTensor, minElements, blockSize };
  const used = [scheme, ...rules.map((rule) => rule.scheme)];
  let changed = 0;
  if (used.some(isStatic)) {
    const edges = options.edges ?? defaultEdges(scheme, model);
    const calibration = options.calibration ?? CALIBRATION_DEFAULT;
    const inIntegers = { schemes: chosen, edges, perTensor, biasBits, strict, calibration, headroom };
    changed += await computeInIntegers(model, inIntegers, context);
  }
  return changed + narrowWeights(model, weights, context);
}

const isStatic = (scheme: SchemeOrFloat): boolean => ['int8', 'int16'].includes(computesIn(scheme));

/** Edges are as what most operators compute in; where only rules say `int8`, they stay as they are. */
function defaultEdges(scheme: SchemeOrFloat, model: Model): Edges {
  const computed = computesIn(scheme);
  if (computed === 'int8' || computed === 'int16') return computed;
  const [input] = mainSubgraph(model).inputs;
  return (input && storedFormOf(input)?.type) ?? 'float';
}

const quantizedTypes = new Set([
  TensorType.INT8,
  TensorType.UINT8,
  TensorType.INT4,
  TensorType.INT16,
  TensorType.FLOAT16,
]);

function nothingChanged(model: Model): string {
  const tensors = model.subgraphs.flatMap((subgraph) => subgraph.tensors);
  const isQuantized = tensors.some(
    ({ type, quantization }) => quantizedTypes.has(type) && (quantization || type === TensorType.FLOAT16),
  );
  return isQuantized
    ? 'The model is quantized already: nothing was changed.'
    : 'The model has nothing to quantize: nothing was changed.';
}
