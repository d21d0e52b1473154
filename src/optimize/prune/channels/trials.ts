import type { Progress } from '../../../base/progress.js';
import type { DatasetPart } from '../../../data/types.js';
import type { Model, Operator, Subgraph, Tensor } from '../../../model/graph.js';
import { logitsOf } from '../../../model/interface.js';
import { totalMacs } from '../../../model/operators/index.js';
import { bytesOf } from '../../../model/tensors.js';
import { isJudge } from '../../../runtime/reducers/moments.js';
import { spreadOver } from '../../calibrate/samples.js';
import { partOf, type Runner } from '../../reconstruct/activations.js';
import { storeBias } from '../../reconstruct/store-bias.js';
import { type AllocationOptions, stepsOf } from './allocate.js';
import { Kept } from './cut.js';
import type { ChannelGroup } from './groups.js';
import { type Evidence, type Ranking, readingLayers, weighed } from './ranking.js';
import { detach, solved } from './repair.js';

/** Samples that tell what a cut does to a model's results. */
const trialSamples = 64;

/** Where there are fewer, those that weights were fitted to tell more: there are more of them. */
const fewestJudges = 48;

/** Multiply-accumulates of all trials beyond which there are none. */
const trialCost = 5e10;

/**
 * Weighs channels by what the model's results lose: each group is cut alone, step by step, with the weights
 * that read it fitted to what is left, and the logits, else the outputs, are compared with the original's.
 *
 * @returns null where that would take too long
 */
export async function weighByTrials(
  model: Model,
  subgraph: Subgraph,
  groups: readonly ChannelGroup[],
  rankings: readonly Ranking[],
  { evidence, runner, progress, options }: TrialContext,
): Promise<Ranking[] | null> {
  const steps = groups.map((group) => stepsOf(group, options));
  const count = steps.reduce((sum, { length }) => sum + length, 0);
  const cost = totalMacs(subgraph.operators);
  if (cost * count * trialSamples > trialCost) return null;
  await evidence.gather(groups.flatMap((group) => readingLayers(group, evidence)));
  const trials = await Trials.start(model, subgraph, evidence, runner);
  const stage = progress.stage('trying cuts', count);
  try {
    const result: Ranking[] = [];
    let done = 0;
    for (const [i, group] of groups.entries()) {
      const { order } = rankings[i]!;
      const lost = new Float64Array(order.length);
      let [first, before] = [0, 0];
      for (const end of steps[i]!) {
        const now = await trials.damage(group, order.slice(0, end));
        lost.fill((now - before) / (end - first), first, end);
        [first, before] = [end, now];
        stage.update(++done);
      }
      result.push(weighed(order, lost, 1));
    }
    return result;
  } finally {
    stage.end();
  }
}

interface TrialContext {
  evidence: Evidence;
  runner: Runner;
  progress: Progress;
  options: AllocationOptions;
}

class Trials {
  #expected: Float32Array[] = [];
  readonly #model: Model;
  readonly #subgraph: Subgraph;
  readonly #evidence: Evidence;
  readonly #runner: Runner;

  private constructor(model: Model, subgraph: Subgraph, evidence: Evidence, runner: Runner) {
    this.#model = model;
    this.#subgraph = subgraph;
    this.#evidence = evidence;
    this.#runner = runner;
  }

  static async start(
    model: Model,
    subgraph: Subgraph,
    evidence: Evidence,
    { pool, samples }: Runner,
  ): Promise<Trials> {
    const trials = new Trials(model, subgraph, evidence, { pool, samples: judgesOf(samples) });
    trials.#expected = await trials.#results();
    return trials;
  }

  /** Mean squared error of the results without some channels, as part of their variance. */
  async damage(group: ChannelGroup, gone: readonly number[]): Promise<number> {
    const undo = snapshot(this.#subgraph);
    try {
      const kept = new Kept();
      kept.cut(group, gone);
      detach(this.#subgraph, kept);
      for (const { operator } of group.readers) await this.#fit(operator, kept);
      return relativeError(await this.#results(), this.#expected);
    } finally {
      undo();
    }
  }

  async #fit(operator: Operator, kept: Kept): Promise<void> {
    const layer = this.#evidence.layer(operator);
    const moments = layer && (await this.#evidence.moments(layer));
    if (!moments) return;
    const { weights, bias } = solved(layer, moments, kept);
    layer.stored.data = bytesOf(weights);
    storeBias(layer, bias, this.#subgraph);
  }

  async #results(): Promise<Float32Array[]> {
    const result = logitsOf(this.#model) ?? this.#subgraph.outputs[0]!;
    const part = partOf(this.#runner, this.#model, this.#subgraph, [result]);
    const results: Float32Array[] = [];
    for await (const [values] of this.#runner.pool.outputs(part.model, part.samples))
      results.push(values!.slice());
    return results;
  }
}

/**
 * Samples that tell what a cut does: where there are enough, those that layers of one patch a sample weren't
 * fitted to. What such a layer, behind a pool, makes of the others looks better than it is.
 */
function judgesOf(samples: DatasetPart): DatasetPart {
  const all = Array.from({ length: samples.size }, (_, i) => i);
  const apart = all.filter((i) => isJudge(i, samples.size));
  const some = apart.length >= fewestJudges ? apart : all;
  return spreadOver({ size: some.length, sample: (i) => samples.sample(some[i]!) }, trialSamples);
}

/** Remembers constants and inputs of operators; returns what sets them back. */
function snapshot(subgraph: Subgraph): () => void {
  const tensors = subgraph.tensors.map((tensor): [Tensor, Uint8Array | null] => [tensor, tensor.data]);
  const inputs = subgraph.operators.map((operator) => [...operator.inputs]);
  return () => {
    for (const [tensor, data] of tensors) tensor.data = data;
    subgraph.tensors = tensors.map(([tensor]) => tensor);
    subgraph.operators.forEach((operator, i) => {
      operator.inputs = inputs[i]!;
    });
  };
}

function relativeError(actual: Float32Array[], expected: Float32Array[]): number {
  const count = expected.length;
  const mean = new Float64Array(expected[0]!.length);
  for (const values of expected) for (const [i, value] of values.entries()) mean[i]! += value / count;
  let [error, variance] = [0, 0];
  for (const [sample, values] of expected.entries()) {
    for (const [i, value] of values.entries()) {
      error += (actual[sample]![i]! - value) ** 2;
      variance += (value - mean[i]!) ** 2;
    }
  }
  return error / (variance || 1);
}
