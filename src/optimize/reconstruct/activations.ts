import type { DatasetPart } from '../../evaluate/types.js';
import { newOperator, newSubgraph, newTensor } from '../../model/build.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { BuiltinOperator, ReshapeOptionsT, TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import type { Run, SessionPool } from '../../runtime/pool.js';

/** Runs the beginnings of models over samples, in worker threads. */
export interface Runner {
  pool: SessionPool;
  samples: DatasetPart;
}

/**
 * The real values of some tensors of a subgraph, sample after sample. Only the operators that they depend
 * on are run.
 *
 * @param subgraph the one that the samples are for
 * @param tensors computed tensors and inputs of it
 */
export async function* activations(
  runner: Runner,
  model: Model,
  subgraph: Subgraph,
  tensors: readonly Tensor[],
): AsyncGenerator<Float32Array[]> {
  const part = partOf(runner, model, subgraph, tensors);
  yield* runner.pool.outputs(part.model, part.samples);
}

/**
 * A model of just the operators that some tensors depend on, with those tensors as its outputs in the order
 * given, and the samples to run it over.
 *
 * @param tensors computed tensors and inputs of the subgraph
 */
export function partOf(
  { samples }: Runner,
  model: Model,
  subgraph: Subgraph,
  tensors: readonly Tensor[],
): Run {
  const operators = [...operatorsBehind(subgraph, tensors)];
  // LiteRT doesn't show inputs, nor an output twice.
  const outputs = tensors.map((tensor, i) => {
    if (!subgraph.inputs.includes(tensor) && tensors.indexOf(tensor) === i) return tensor;
    const copy = copyOf(tensor, i);
    operators.push(copy);
    return copy.outputs[0]!;
  });
  const part = newSubgraph(subgraph.inputs, outputs, operators, subgraph.name);
  const key = model.signatures[0]?.subgraph === subgraph ? model.signatures[0].key : 'part';
  const signature = {
    key,
    subgraph: part,
    inputs: part.inputs.map((tensor, i) => ({ name: `input_${i}`, tensor })),
    outputs: outputs.map((tensor, i) => ({ name: `output_${i}`, tensor })),
  };
  const subgraphs = model.subgraphs.map((each) => (each === subgraph ? part : each));
  return { model: { ...model, subgraphs, signatures: [signature] }, samples };
}

/** The operators that some tensors depend on, in execution order. */
function operatorsBehind(subgraph: Subgraph, tensors: readonly Tensor[]): Operator[] {
  const makers = producers(subgraph);
  const needed = new Set<Operator>();
  const open = [...tensors];
  for (let tensor = open.pop(); tensor; tensor = open.pop()) {
    const maker = makers.get(tensor);
    if (!maker || needed.has(maker)) continue;
    needed.add(maker);
    open.push(...maker.inputs.filter((input) => input !== null));
  }
  return subgraph.operators.filter((operator) => needed.has(operator));
}

/** A RESHAPE to the shape that a tensor has. */
function copyOf(tensor: Tensor, number: number): Operator {
  const { type, shape, quantization } = tensor;
  const size = Int32Array.from(shape);
  const target = newTensor(`shape_${number}`, TensorType.INT32, [shape.length], { data: bytesOf(size) });
  const output = newTensor(`copy_${number}`, type, [...shape], { quantization });
  return newOperator(BuiltinOperator.RESHAPE, {
    inputs: [tensor, target],
    outputs: [output],
    options: new ReshapeOptionsT([...shape]),
  });
}
