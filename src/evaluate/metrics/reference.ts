import { RunningSqnr } from '../../base/statistics.js';
import type { OutputParts } from '../../model/output-parts.js';
import type { Classifier } from '../classifier.js';
import type { Evaluation } from '../types.js';
import { PartsSqnr } from './parts-sqnr.js';

/** What a model and its reference made of one sample. */
export interface Pair {
  outputs: readonly Float32Array[];
  logits: Float32Array | null;
}

/** How a model's outputs differ from the reference's, over samples that pass by once. */
export class ReferenceComparison {
  readonly #sqnr = new RunningSqnr();
  readonly #logits = new RunningSqnr();
  #samples = 0;
  #agreeing = 0;
  #withLogits = true;
  #identical = true;

  readonly #parts: PartsSqnr;

  /** @param parts of the model's outputs */
  constructor(
    readonly classifier: Classifier | null,
    parts: readonly OutputParts[],
  ) {
    this.#parts = new PartsSqnr(parts);
  }

  /** Adds one sample. Outputs and reference have the same numbers of elements. */
  add(model: Pair, reference: Pair): void {
    this.#samples++;
    addSqnr(this.#sqnr, model.outputs, reference.outputs);
    this.#parts.add(model.outputs, reference.outputs);
    const { classifier } = this;
    if (classifier?.predict(model.outputs[0]!) === classifier?.predict(reference.outputs[0]!))
      this.#agreeing++;
    if (model.logits?.length !== reference.logits?.length || !model.logits) this.#withLogits = false;
    else addSqnr(this.#logits, [model.logits], [reference.logits!]);
    this.#identical &&= model.outputs.every((output, i) => sameBits(output, reference.outputs[i]!));
  }

  finish(): Pick<Evaluation, 'agreement' | 'sqnrDb' | 'logitsSqnrDb' | 'identical' | 'outputs'> {
    const { parts } = this.#parts;
    return {
      agreement: this.classifier ? this.#agreeing / this.#samples : null,
      sqnrDb: this.#identical ? Infinity : this.#sqnr.decibels,
      logitsSqnrDb: this.#withLogits ? this.#logits.decibels : null,
      identical: this.#identical,
      ...(parts.length > 1 && { outputs: parts }),
    };
  }
}

/**
 * Adds a sample's energies over all outputs. An output that isn't finite is noise without bound; a
 * reference that isn't finite is no signal.
 */
export function addSqnr(
  sqnr: RunningSqnr,
  outputs: readonly Float32Array[],
  reference: readonly Float32Array[],
): void {
  let signal = 0;
  let noise = 0;
  for (const [o, output] of outputs.entries()) {
    const wanted = reference[o]!;
    for (let i = 0; i < output.length; i++) {
      const difference = wanted[i]! - output[i]!;
      signal += wanted[i]! * wanted[i]!;
      noise += difference * difference;
    }
  }
  sqnr.add(Number.isFinite(signal) ? signal : 0, Number.isFinite(noise) ? noise : Infinity);
}

function sameBits(a: Float32Array, b: Float32Array): boolean {
  const x = new Uint32Array(a.buffer, a.byteOffset, a.length);
  const y = new Uint32Array(b.buffer, b.byteOffset, b.length);
  return x.every((bits, i) => bits === y[i]);
}
