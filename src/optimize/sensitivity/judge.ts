import { classifierOf } from '../../evaluate/classifier.js';
import { PartsSqnr, partsOfOutputs } from '../../evaluate/metrics/parts-sqnr.js';
import type { Model, Tensor } from '../../model/graph.js';
import { logitsOf, mainSubgraph } from '../../model/interface.js';
import { withObservedTensors } from '../../runtime/observe.js';
import type { SampleSource, SessionPool } from '../../runtime/pool.js';
import type { Range } from '../quantize/affine.js';

/** How closely a model follows another one. */
export interface Fidelity {
  /** Share of samples with the same top class, 0..1; null where the model names no classes. */
  agreement: number | null;
  /** SQNR of the logits, else of the worst output or part of a joined one, in dB; Infinity where equal. */
  sqnrDb: number;
}

/** A model that is its source. */
export const exact: Fidelity = { agreement: 1, sqnrDb: Infinity };

/** Noise by signal, as a ratio of powers, of an SQNR in dB. */
export const noiseOf = (db: number | null): number => (db === null ? 0 : Math.exp((-db / 10) * Math.LN10));

const worst = ({ parts }: PartsSqnr): number => Math.min(...parts.map(({ sqnrDb }) => sqnrDb));

/** Compares models with the source by what the source computes last. */
export class Judge {
  readonly #source: Model;
  readonly #samples: SampleSource;
  readonly #pool: SessionPool;
  /** Position of what is compared among the outputs of a model whose logits are shown; null: all. */
  readonly #position: number | null;
  readonly #wanted: Float32Array[][];

  private constructor(
    source: Model,
    samples: SampleSource,
    pool: SessionPool,
    position: number | null,
    wanted: Float32Array[][],
  ) {
    this.#source = source;
    this.#samples = samples;
    this.#pool = pool;
    this.#position = position;
    this.#wanted = wanted;
  }

  static async of(source: Model, samples: SampleSource, pool: SessionPool): Promise<Judge> {
    const logits = logitsOf(source);
    const shown = withLogits(source);
    const position = logits ? mainSubgraph(shown).outputs.indexOf(logits) : -1;
    const wanted = await pool.reduce('outputs', shown, samples);
    return new Judge(source, samples, pool, position < 0 ? null : position, wanted);
  }

  /** How closely a model follows the source. */
  async compare(model: Model): Promise<Fidelity> {
    const classifier = classifierOf(this.#source, false);
    const sqnr = this.#newSqnr();
    let agreeing = 0;
    for (const [i, outputs] of (await this.#outputsOf(model)).entries()) {
      const wanted = this.#wanted[i]!;
      sqnr.add(this.#judged(outputs), this.#judged(wanted));
      if (classifier?.predict(outputs[0]!) === classifier?.predict(wanted[0]!)) agreeing++;
    }
    return { agreement: classifier && agreeing / this.#wanted.length, sqnrDb: worst(sqnr) };
  }

  /** Noise by signal, as a ratio of powers, of a model's outputs; Infinity where they aren't finite. */
  async noise(model: Model): Promise<number> {
    const sqnr = this.#newSqnr();
    for (const [i, outputs] of (await this.#outputsOf(model)).entries()) {
      sqnr.add(this.#judged(outputs), this.#judged(this.#wanted[i]!));
    }
    return noiseOf(worst(sqnr));
  }

  /** One of outputs, or parts of joined ones, says nothing of the others: the worst counts. */
  #newSqnr(): PartsSqnr {
    const logits = { names: ['logits'], partOf: null };
    return new PartsSqnr(this.#position === null ? partsOfOutputs(this.#source) : [logits]);
  }

  #outputsOf(model: Model): Promise<Float32Array[][]> {
    // Logits that are the source's input can't be shown there, though they can where they are converted.
    const shown = this.#position === null ? model : withLogits(model);
    return this.#pool.reduce('outputs', shown, this.#samples);
  }

  #judged(outputs: readonly Float32Array[]): readonly Float32Array[] {
    return this.#position === null ? outputs : [outputs[this.#position]!];
  }

  /** Smallest and largest value of tensors of the source over the samples. */
  async ranges(tensors: readonly Tensor[]): Promise<Map<Tensor, Range>> {
    const observed = withObservedTensors(this.#source, tensors);
    const seen = await this.#pool.reduce('ranges', observed, this.#samples);
    const ranges = new Map<Tensor, Range>();
    for (const [i, tensor] of mainSubgraph(observed).outputs.entries()) {
      ranges.set(tensor, { min: seen.min[i]!, max: seen.max[i]! });
    }
    for (const [i, tensor] of mainSubgraph(this.#source).inputs.entries()) {
      ranges.set(tensor, await inputRange(this.#samples, i));
    }
    return ranges;
  }
}

/** A model that shows its logits, wherever those went: position and size are the same in all copies. */
function withLogits(model: Model): Model {
  const logits = logitsOf(model);
  return logits ? withObservedTensors(model, [logits]) : model;
}

async function inputRange(samples: SampleSource, input: number): Promise<Range> {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < samples.size; i++) {
    for (const value of (await samples.sample(i)).inputs[input]!) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }
  return { min, max };
}
