import type { DatasetPart } from '../../data/types.js';
import { newOperator, newSubgraph, newTensor } from '../../model/build.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { BuiltinOperator, ReshapeOptionsT, TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import type { Run, SampleSource, SessionPool } from '../../runtime/pool.js';

/** Activations that are known already. */
export interface ActivationCache {
  /** The tensors of a subgraph that are kept. */
  tensors(subgraph: Subgraph): Tensor[];
  /** The real values of a tensor that is kept. */
  values(subgraph: Subgraph, tensor: Tensor, sample: number): Float32Array;
  /** Computes what an operator and those after it read of what comes before it, and keeps that if it can be. */
  advance(runner: Runner, model: Model, subgraph: Subgraph, operator: Operator): Promise<void>;
}

/** Runs the beginnings of models over samples, in worker threads. */
export interface Runner {
  pool: SessionPool;
  samples: DatasetPart;
  /** Left out: each part of a model is run from the beginning. */
  kept?: ActivationCache;
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
 * A model of just the operators that some tensors depend on, from what is kept of it on, with those tensors as
 * its outputs in the order given; and the samples to run it over.
 *
 * @param tensors computed tensors and inputs of the subgraph
 */
export function partOf(runner: Runner, model: Model, subgraph: Subgraph, tensors: readonly Tensor[]): Run {
  const starts = new Set([...subgraph.inputs, ...(runner.kept?.tensors(subgraph) ?? [])]);
  const { operators, inputs } = behind(subgraph, tensors, starts);
  // LiteRT doesn't show inputs, nor an output twice.
  const outputs = tensors.map((tensor, i) => {
    if (!starts.has(tensor) && tensors.indexOf(tensor) === i) return tensor;
    const copy = copyOf(tensor, i);
    operators.push(copy);
    return copy.outputs[0]!;
  });
  const part = newSubgraph(inputs, outputs, operators, subgraph.name);
  const key = model.signatures[0]?.subgraph === subgraph ? model.signatures[0].key : 'part';
  const signature = {
    key,
    subgraph: part,
    inputs: part.inputs.map((tensor, i) => ({ name: `input_${i}`, tensor })),
    outputs: outputs.map((tensor, i) => ({ name: `output_${i}`, tensor })),
  };
  const subgraphs = model.subgraphs.map((each) => (each === subgraph ? part : each));
  const samples = samplesOf(runner, subgraph, inputs);
  return { model: { ...model, subgraphs, signatures: [signature] }, samples };
}

/** The operators that some tensors depend on, in execution order, and those of `starts` that these read. */
function behind(
  subgraph: Subgraph,
  tensors: readonly Tensor[],
  starts: ReadonlySet<Tensor>,
): { operators: Operator[]; inputs: Tensor[] } {
  const makers = producers(subgraph);
  const needed = new Set<Operator>();
  const reached = new Set<Tensor>();
  const need = (open: Tensor[]) => {
    for (let tensor = open.pop(); tensor; tensor = open.pop()) {
      if (starts.has(tensor)) reached.add(tensor);
      const maker = starts.has(tensor) ? undefined : makers.get(tensor);
      if (!maker || needed.has(maker)) continue;
      needed.add(maker);
      open.push(...maker.inputs.filter((input) => input !== null));
    }
  };
  need([...tensors]);
  // What a variable holds is made by operators without outputs that stand before.
  const lastReader = subgraph.operators.findLastIndex((each) => needed.has(each) && readsVariable(each));
  for (const operator of subgraph.operators.slice(0, lastReader + 1)) {
    if (operator.outputs.length > 0) continue;
    needed.add(operator);
    need(operator.inputs.filter((input) => input !== null));
  }
  return {
    operators: subgraph.operators.filter((operator) => needed.has(operator)),
    inputs: [...starts].filter((tensor) => reached.has(tensor)),
  };
}

const readsVariable = ({ inputs }: Operator): boolean =>
  inputs.some((input) => input?.type === TensorType.RESOURCE);

/** The values of some inputs and kept tensors of a subgraph, by sample. */
function samplesOf({ samples, kept }: Runner, subgraph: Subgraph, inputs: Tensor[]): SampleSource {
  const readsSamples = inputs.some((tensor) => subgraph.inputs.includes(tensor));
  return {
    size: samples.size,
    sample: async (index) => {
      const given = readsSamples ? (await samples.sample(index)).inputs : [];
      const valuesOf = (tensor: Tensor): Float32Array =>
        given[subgraph.inputs.indexOf(tensor)] ?? kept!.values(subgraph, tensor, index);
      return { inputs: inputs.map(valuesOf) };
    },
  };
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
