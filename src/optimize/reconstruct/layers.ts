import { realValues } from '../../model/dequantize.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { consumers, producers } from '../../model/navigate.js';
import { inputRole, ruleOf } from '../../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { type Patches, patchesOf } from '../../runtime/reducers/patches.js';
import { isFloat } from '../constants.js';

/** An operator with weights, in the float model and in the quantized one. */
export interface Layer {
  original: Operator;
  operator: Operator;
  patches: Patches;
  /** The float weights, and a bias for each output channel. */
  float: { weights: Float32Array; bias: Float32Array };
  /** The constant that stores the weights in the quantized model. */
  stored: Tensor;
  /** Position of the bias among the inputs. */
  biasPosition: number;
}

/**
 * The operators whose weights can be chosen anew, in execution order: they are float in the original, and
 * nothing else reads what stores them in the quantized model.
 *
 * @param originals for operators of the quantized model what they were before
 */
export function layersOf(
  quantized: Model,
  subgraph: Subgraph,
  original: Subgraph,
  originals: ReadonlyMap<Operator, Operator>,
): Layer[] {
  const constants = storedConstants(subgraph);
  const originalConstants = storedConstants(original);
  const isShared = sharedConstants(quantized);
  return subgraph.operators.flatMap((operator) => {
    const before = originals.get(operator);
    const [place] = ruleOf(operator)?.weights?.(operator) ?? [];
    const patches = before && place && patchesOf(operator);
    if (!patches || before.code !== operator.code) return [];
    const stored = constants(operator.inputs[place.input]);
    const weights = originalConstants(before.inputs[place.input]);
    if (!stored || !weights || !isFloat(weights) || !isStorable(stored) || isShared(stored)) return [];
    const biasPosition = positionOfBias(operator);
    const bias =
      biasPosition === null ? null : biasOf(before.inputs[biasPosition], patches, originalConstants);
    if (biasPosition === null || !bias) return [];
    return [
      {
        original: before,
        operator,
        patches,
        float: { weights: realValues(weights), bias },
        stored,
        biasPosition,
      },
    ];
  });
}

/** Float weights, and symmetric integers with a scale a channel, a tensor or a block. */
function isStorable({ type, quantization, sparsity }: Tensor): boolean {
  if (sparsity) return false;
  if (type === TensorType.FLOAT32) return true;
  if (type !== TensorType.INT8 && type !== TensorType.INT4) return false;
  if (quantization?.details)
    return quantization.details.kind === 'blockwise' && !quantization.details.zeroPoints;
  return quantization?.zeroPoint.every((zeroPoint) => zeroPoint === 0n) ?? false;
}

/** The constant behind an input: itself, or what a DEQUANTIZE unpacks. */
function storedConstants(subgraph: Subgraph): (input: Tensor | null | undefined) => Tensor | null {
  const makers = producers(subgraph);
  return (input) => {
    if (!input || input.isVariable) return null;
    const maker = makers.get(input);
    const stored = maker?.code === BuiltinOperator.DEQUANTIZE ? maker.inputs[0] : input;
    return stored?.data ? stored : null;
  };
}

/** Whether a constant has several readers, directly or through its bytes. */
function sharedConstants(model: Model): (constant: Tensor) => boolean {
  const readers = new Map<Tensor, number>();
  const holders = new Map<Uint8Array, number>();
  for (const subgraph of model.subgraphs) {
    const makers = producers(subgraph);
    for (const [tensor, { length }] of [...consumers(subgraph)].map(
      ([key, value]) => [key, value] as const,
    )) {
      const maker = makers.get(tensor);
      const stored = maker?.code === BuiltinOperator.DEQUANTIZE ? maker.inputs[0]! : tensor;
      readers.set(stored, Math.max(readers.get(stored) ?? 0, length));
    }
    for (const { data } of subgraph.tensors) if (data) holders.set(data, (holders.get(data) ?? 0) + 1);
  }
  return (constant) => (readers.get(constant) ?? 0) > 1 || (holders.get(constant.data!) ?? 0) > 1;
}

/** Where the bias is, or would be; null: the operator has none and can't be given one. */
function positionOfBias(operator: Operator): number | null {
  const { code, inputs } = operator;
  const rule = ruleOf(operator);
  if (!rule) return null;
  const position = inputs.findIndex((tensor, i) => tensor && inputRole(rule, i) === 'bias');
  if (position >= 0) return position;
  return code === BuiltinOperator.FULLY_CONNECTED ? 2 : null;
}

function biasOf(
  tensor: Tensor | null | undefined,
  { groups, rows }: Patches,
  constants: (input: Tensor) => Tensor | null,
): Float32Array | null {
  if (!tensor) return new Float32Array(groups * rows);
  const constant = constants(tensor);
  return constant && isFloat(constant) ? realValues(constant) : null;
}
