import type { Estimate } from '../../../../src/base/statistics.js';
import { RunningSqnr, wilson } from '../../../../src/base/statistics.js';
import { evaluateModel } from '../../../../src/evaluate/evaluate.js';
import { addSqnr } from '../../../../src/evaluate/metrics/reference.js';
import { OutputCache } from '../../../../src/evaluate/output-cache.js';
import { openSubject as openModel, splitOutputs } from '../../../../src/evaluate/subject.js';
import type { SessionPool } from '../../../../src/runtime/index.js';
import type { Subject } from './halves.js';

/** How a quantized model does on the judging half, each figure with its 95 % interval. */
export interface Judgement {
  bytes: number;
  /** Top-1, 0..1. */
  accuracy: Estimate;
  /** Share of samples with the float model's class. */
  agreement: Estimate;
  /** SQNR of the outputs, dB. */
  outputsDb: number;
  /** SQNR of the logits, dB. */
  logitsDb: Estimate;
}

/** Judges models of one subject by the same samples; the float model is run once. */
export class Judge {
  readonly #cache = new OutputCache();

  constructor(
    private readonly subject: Subject,
    private readonly pool: SessionPool,
  ) {}

  /** @throws InputError where LiteRT refuses the model, or it can't be compared with the float one */
  async judge(bytes: Uint8Array): Promise<Judgement> {
    const { file, dataset } = this.subject;
    const { pool } = this;
    const cache = this.#cache;
    const reference = { file, bytes: this.subject.bytes };
    const result = await evaluateModel({ file, bytes }, dataset, { reference, pool, cache });
    return {
      bytes: bytes.length,
      accuracy: result.value,
      agreement: wilson(Math.round(result.agreement! * result.samples), result.samples),
      outputsDb: result.sqnrDb!,
      logitsDb: this.#logits(bytes),
    };
  }

  /** The SQNR that the evaluation gives, with its interval. */
  #logits(bytes: Uint8Array): Estimate {
    const [own, float] = [bytes, this.subject.bytes].map((content) => this.#logitsOf(content));
    const sqnr = new RunningSqnr();
    for (const [i, logits] of own!.entries()) addSqnr(sqnr, [logits], [float![i]!]);
    return sqnr.estimate();
  }

  #logitsOf(bytes: Uint8Array): Float32Array[] {
    const model = openModel({ file: this.subject.file, bytes });
    const outputs = this.#cache.get(`${model.sha256} ${this.subject.dataset.hash}`)!;
    return outputs.map((sample) => splitOutputs(model, sample).logits!);
  }
}
