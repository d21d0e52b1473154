import type { Operator, Subgraph, Tensor } from './graph.js';
import { computedShape, type Shape } from './operators/computed-shapes.js';
import { factsOf, inputRole, operatorName, outputRole, ruleOf } from './operators/index.js';
import { BuiltinOperator, TensorType } from './schema/index.js';
import { elementCount, shapeText, tensorName } from './tensors.js';

/**
 * Where what a file says of a tensor contradicts the operator that makes or reads it. LiteRT's delegate takes much of
 * it unchecked: it goes by what operators make of their inputs, gives an output the memory that the file says, and reads
 * numbers as what it expects them to be.
 *
 * @param subgraph without dynamic dimensions
 * @param byDimension whether dimensions matter, as they do to whoever goes by them; else elements only, as to LiteRT
 * @returns a sentence's beginning for the first operator of which that is known; null: there is none
 */
export function contradiction({ inputs, operators, outputs }: Subgraph, byDimension = false): string | null {
  const isSame = byDimension ? isSameShape : isSameSize;
  const shapes = new Map<Tensor, Shape>(inputs.map((input) => [input, input.shape]));
  const shown = new Set(outputs);
  for (const operator of operators) {
    const problem =
      wrongType(operator) ??
      wrongWeights(operator) ??
      brokenRows(operator, shapes) ??
      wrongShape(operator, shapes, shown, isSame);
    if (problem) return problem;
  }
  return null;
}

/** A layer reads whole rows: beyond its input where that has less than one, and not to its end where some are left over. */
function brokenRows(
  { code, inputs: [input, weights] }: Operator,
  shapes: ReadonlyMap<Tensor, Shape>,
): string | null {
  const shape = input && shapes.get(input);
  const depth = weights?.shape[1];
  if (code !== BuiltinOperator.FULLY_CONNECTED || !shape || !depth || weights.shape.length !== 2) return null;
  if (elementCount(shape) % depth === 0) return null;
  return `FULLY_CONNECTED reads rows of ${depth} numbers, and ${tensorName(input)} has ${elementCount(shape)}`;
}

/** @param shapes of inputs, and that operators before have given to their outputs; this one's is added */
function wrongShape(
  operator: Operator,
  shapes: Map<Tensor, Shape>,
  shown: ReadonlySet<Tensor>,
  isSame: (computed: Shape, told: Shape) => boolean,
): string | null {
  const [output] = operator.outputs;
  const shape = output && computedShape(operator, (tensor) => shapes.get(tensor) ?? tensor.shape);
  if (!shape) return null;
  shapes.set(output, shape);
  const isTold = output.hasRank || output.shape.length > 0 || shown.has(output);
  if (!isTold || isSame(shape, output.shape)) return null;
  return `${operatorName(operator)} gives ${tensorName(output)} the shape ${shapeText(shape)}, and the file says ${shapeText(output.shape)}`;
}

const isSameSize = (computed: Shape, told: Shape): boolean => elementCount(computed) === elementCount(told);

/** Dimensions of 1 come and go in files; in as many dimensions the same elements have one order only. */
function isSameShape(computed: Shape, told: Shape): boolean {
  if (computed.length !== told.length) return isSameSize(computed, told);
  return computed.every((size, axis) => size === told[axis]);
}

const { FLOAT32 } = TensorType;

/** What floats are stored in by QUANTIZE. */
const quantized = new Set([
  TensorType.INT8,
  TensorType.UINT8,
  TensorType.INT16,
  TensorType.INT32,
  TensorType.INT4,
]);

/** Floats in which few kernels compute, and none writes float32. */
const otherFloats = new Set([TensorType.FLOAT16, TensorType.BFLOAT16, TensorType.FLOAT64]);

function wrongType(operator: Operator): string | null {
  const [output] = operator.outputs;
  if (!output) return null;
  const { code } = operator;
  const says = (made: string) =>
    `${operatorName(operator)} writes ${tensorName(output)} in ${made}, and the file says ${TensorType[output.type]}`;
  if (code === BuiltinOperator.DEQUANTIZE) return output.type === FLOAT32 ? null : says('FLOAT32');
  if (code === BuiltinOperator.QUANTIZE) return quantized.has(output.type) ? null : says('integers');
  const rule = ruleOf(operator);
  if (!rule || rule.anyType || factsOf(operator).converts) return null;
  const reads = operator.inputs.filter((input, i) => input && inputRole(rule, i) === 'activation');
  const narrow = reads.find((input) => input && !input.data && otherFloats.has(input.type));
  if (narrow && output.type === FLOAT32) return says(TensorType[narrow.type]!);
  if (reads.length === 0 || !reads.every((input) => input!.type === FLOAT32)) return null;
  if (outputRole(rule, 0) === 'index') return output.type === FLOAT32 ? says('integers') : null;
  return output.type === FLOAT32 ? null : says('FLOAT32');
}

/** Types in which kernels that compute in floats read weights. */
const weightTypes = new Set([
  ...[FLOAT32, TensorType.FLOAT16, TensorType.INT8, TensorType.UINT8, TensorType.INT4, TensorType.INT2],
]);

function wrongWeights(operator: Operator): string | null {
  const rule = ruleOf(operator);
  for (const { input } of rule?.weights?.(operator) ?? []) {
    const weights = operator.inputs[input]!;
    const place = `the weights ${tensorName(weights)} of ${operatorName(operator)}`;
    const computes = operator.outputs[0]?.type;
    if (computes === FLOAT32 && !weightTypes.has(weights.type))
      return `${place} are in ${TensorType[weights.type]}, which no kernel reads`;
    if (elementCount(weights.shape) === 0) return `${place} are none`;
    if (operator.code === BuiltinOperator.DEPTHWISE_CONV_2D && weights.shape[0] !== 1)
      return `${place} have the shape ${shapeText(weights.shape)}, whose first dimension must be 1`;
  }
  return null;
}
