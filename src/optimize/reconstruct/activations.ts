import type { DatasetPart } from '../../evaluate/types.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { decodeOutput, encodeInput } from '../../runtime/codec.js';
import type { SessionPool } from '../../runtime/pool.js';
import { prepare } from '../../runtime/prepare.js';

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
  { pool, samples }: Runner,
  model: Model,
  subgraph: Subgraph,
  tensors: readonly Tensor[],
): AsyncGenerator<Float32Array[]> {
  const inputs = prepare(model, 'model').inputs;
  const computed = [...new Set(tensors.filter((tensor) => !subgraph.inputs.includes(tensor)))];
  const runs = computed.length > 0 ? pool.outputs(beginningOf(model, subgraph, computed), samples) : null;
  for (let i = 0; i < samples.size; i++) {
    const outputs: Float32Array[] = (await runs?.next())?.value ?? [];
    const given = tensors.length > outputs.length ? (await samples.sample(i)).inputs : [];
    yield tensors.map((tensor) => {
      const input = subgraph.inputs.indexOf(tensor);
      if (input < 0) return outputs[computed.indexOf(tensor)]!;
      return decodeOutput(inputs[input]!, encodeInput(inputs[input]!, given[input]!));
    });
  }
}

/** The model up to some tensors of a subgraph, which become its outputs. */
function beginningOf(model: Model, subgraph: Subgraph, tensors: Tensor[]): Model {
  const makers = producers(subgraph);
  const needed = new Set<Operator>();
  const open = [...tensors];
  for (let tensor = open.pop(); tensor; tensor = open.pop()) {
    const maker = makers.get(tensor);
    if (!maker || needed.has(maker)) continue;
    needed.add(maker);
    open.push(...maker.inputs.filter((input) => input !== null));
  }
  const operators = subgraph.operators.filter((operator) => needed.has(operator));
  const beginning = { ...subgraph, operators, outputs: tensors };
  const key = model.signatures[0]?.subgraph === subgraph ? model.signatures[0].key : 'beginning';
  const signature = {
    key,
    subgraph: beginning,
    inputs: subgraph.inputs.map((tensor, i) => ({ name: `input_${i}`, tensor })),
    outputs: tensors.map((tensor, i) => ({ name: `output_${i}`, tensor })),
  };
  return {
    ...model,
    subgraphs: model.subgraphs.map((each) => (each === subgraph ? beginning : each)),
    signatures: [signature],
  };
}
