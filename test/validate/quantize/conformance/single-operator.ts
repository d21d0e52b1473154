import { randomNumbers } from '../../../../src/base/random-numbers.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../../../../src/model/build.js';
import type { Model, OperatorOptions, Tensor } from '../../../../src/model/graph.js';
import { type BuiltinOperator, TensorType } from '../../../../src/model/schema/index.js';
import { bytesOf, elementCount } from '../../../../src/model/tensors.js';

/** One operator in one form, as a model of its own. */
export interface Case {
  /** The operator that is looked at; the model may hold others. */
  operator: BuiltinOperator;
  /** What is special of it, or the file that it comes from. */
  name: string;
  model: Model;
  /** Smallest and largest value of each input; left out: −1 and 1. */
  ranges?: readonly (readonly [low: number, high: number])[];
}

/** The parts of a case: its inputs in the operator's order (null: not given), and its outputs. */
export interface Form {
  inputs: (Tensor | null)[];
  outputs: Tensor[];
  options?: OperatorOptions;
  /** Default 1. */
  version?: number;
  ranges?: Case['ranges'];
}

/** A case of a form. The tensors without data are the model's inputs; all get names. */
export function single(operator: BuiltinOperator, name: string, form: Form): Case {
  const { inputs, outputs, options = null, version = 1, ranges } = form;
  for (const [i, tensor] of inputs.entries()) {
    if (tensor) tensor.name ||= `${tensor.data ? 'constant' : 'input'}_${i}`;
  }
  for (const [i, tensor] of outputs.entries()) tensor.name = `output_${i}`;
  const given = new Set(inputs.filter((tensor) => tensor && !tensor.data && !tensor.isVariable) as Tensor[]);
  const subgraph = newSubgraph([...given], outputs, [
    newOperator(operator, { inputs, outputs, options, version }),
  ]);
  const named = (tensors: Tensor[]) => tensors.map((tensor) => ({ name: tensor.name, tensor }));
  const signature = {
    key: 'serving_default',
    subgraph,
    inputs: named(subgraph.inputs),
    outputs: named(outputs),
  };
  return {
    operator,
    name,
    model: newModel([subgraph], { signatures: [signature] }),
    ...(ranges && { ranges }),
  };
}

/** A computed tensor: an input or output of the model. */
export const computed = (shape: number[], type: TensorType = TensorType.FLOAT32): Tensor =>
  newTensor('', type, shape);

export interface RandomOptions {
  /** Largest magnitude; default 1. */
  scale?: number;
  /** Added to each value; default 0. */
  offset?: number;
  /** Dimension along which magnitudes differ, as those of trained weights do. */
  channels?: number;
}

/** A constant of seeded numbers, the same for the same arguments; most are small, as weights are. */
export function random(shape: number[], { scale = 1, offset = 0, channels }: RandomOptions = {}): Tensor {
  const draw = randomNumbers(shape.reduce((hash, size) => (hash * 31 + size) >>> 0, 7));
  const magnitudes = Array.from(
    { length: channels === undefined ? 1 : shape[channels]! },
    () => 0.2 + 0.8 * draw(),
  );
  const inner = channels === undefined ? Number.POSITIVE_INFINITY : elementCount(shape.slice(channels + 1));
  const values = Float32Array.from({ length: elementCount(shape) }, (_, i) => {
    const magnitude = magnitudes[Math.floor(i / inner) % magnitudes.length]!;
    return offset + scale * magnitude * (2 * ((draw() + draw() + draw()) / 3) - 1);
  });
  return newTensor('', TensorType.FLOAT32, shape, { data: bytesOf(values) });
}

/** A constant of given numbers. */
export const floats = (values: number[], shape = [values.length]): Tensor =>
  newTensor('', TensorType.FLOAT32, shape, { data: bytesOf(Float32Array.from(values)) });

/** A constant of integers: axes, shapes, indices. */
export const integers = (values: number[], shape = [values.length]): Tensor =>
  newTensor('', TensorType.INT32, shape, { data: bytesOf(Int32Array.from(values)) });
