import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { TensorType } from '../../model/schema/index.js';
import { byteCount } from '../../model/tensors.js';
import { decodeOutput, encodeInput } from '../../runtime/codec.js';
import { NotRunnableError } from '../../runtime/errors.js';
import { tensorInfo } from '../../runtime/prepare.js';
import type { TensorData } from '../../runtime/types.js';
import { type ActivationCache, activations, type Runner } from './activations.js';

/** Activations of both models together that are kept at most. */
const maxBytes = 400e6;

/** Types whose real values are stored again as the same bits. */
const exactTypes = new Set([TensorType.FLOAT32, TensorType.INT8, TensorType.UINT8, TensorType.INT16]);

/** The values of a tensor, sample after sample, as they are stored. */
type Values = TensorData[];

/**
 * What models have computed of the samples so far, for who goes through their layers in execution order and
 * changes no layer that lies behind: each layer is then run once or twice, in place of all that come before it
 * again and again. Belongs to a `Runner`, whose parts of models start from here.
 */
export class KeptActivations implements ActivationCache {
  readonly #fronts = new Map<Subgraph, Map<Tensor, Values>>();

  tensors(subgraph: Subgraph): Tensor[] {
    return [...(this.#fronts.get(subgraph)?.keys() ?? [])];
  }

  values(subgraph: Subgraph, tensor: Tensor, sample: number): Float32Array {
    const stored = this.#fronts.get(subgraph)!.get(tensor)![sample]!;
    return decodeOutput(tensorInfo(tensor), stored);
  }

  /**
   * Computes what an operator and those after it read of what comes before it, and keeps that. Where that
   * would be too much, or can't be, what was kept before stays.
   */
  async advance(runner: Runner, model: Model, subgraph: Subgraph, operator: Operator): Promise<void> {
    const front = this.#fronts.get(subgraph) ?? new Map<Tensor, Values>();
    const needed = readAfter(subgraph, subgraph.operators.indexOf(operator));
    if (!needed || !this.#hasRoom(subgraph, needed, runner.samples.size)) return;
    const missing = needed.filter((tensor) => !front.has(tensor));
    try {
      const computed = await compute(runner, model, subgraph, missing);
      const kept = needed.map((tensor) => [tensor, front.get(tensor) ?? computed.get(tensor)!] as const);
      this.#fronts.set(subgraph, new Map(kept));
    } catch (error) {
      // What can be run as a whole need not be in parts: shapes may be known at run time only.
      if (!(error instanceof NotRunnableError)) throw error;
    }
  }

  #hasRoom(subgraph: Subgraph, tensors: Tensor[], samples: number): boolean {
    const others = [...this.#fronts]
      .filter(([each]) => each !== subgraph)
      .map(([, front]) => [...front.keys()]);
    const all = [...others.flat(), ...tensors];
    return all.reduce((sum, { type, shape }) => sum + byteCount(type, shape)! * samples, 0) <= maxBytes;
  }
}

/**
 * What the operators from a position on read of what those before it compute from the inputs; null where that
 * isn't all there is to know, or can't be kept as it is.
 */
function readAfter({ inputs, outputs, operators }: Subgraph, position: number): Tensor[] | null {
  const varying = new Set(inputs);
  for (const operator of operators.slice(0, position)) {
    if (!operator.inputs.some((input) => input && varying.has(input))) continue;
    for (const output of operator.outputs) varying.add(output);
  }
  const read = new Set([...operators.slice(position).flatMap((operator) => operator.inputs), ...outputs]);
  const needed = [...varying].filter((tensor) => read.has(tensor) && !inputs.includes(tensor));
  const isPlain = ({ type, shape }: Tensor) => exactTypes.has(type) && byteCount(type, shape) !== null;
  const hasState = operators.some((operator) => operator.inputs.some((input) => input?.isVariable));
  return !hasState && needed.every(isPlain) ? needed : null;
}

async function compute(
  runner: Runner,
  model: Model,
  subgraph: Subgraph,
  tensors: Tensor[],
): Promise<Map<Tensor, Values>> {
  const computed = new Map<Tensor, Values>(tensors.map((tensor) => [tensor, []]));
  if (tensors.length === 0) return computed;
  for await (const outputs of activations(runner, model, subgraph, tensors)) {
    for (const [i, tensor] of tensors.entries()) {
      computed.get(tensor)!.push(encodeInput(tensorInfo(tensor), outputs[i]!));
    }
  }
  return computed;
}
