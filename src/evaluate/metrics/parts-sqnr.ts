import { RunningSqnr } from '../../base/statistics.js';
import { cloneModel } from '../../model/clone.js';
import type { Model } from '../../model/graph.js';
import { type OutputParts, outputParts } from '../../model/output-parts.js';
import { fixDynamicShapes } from '../../model/shapes.js';

/** How one output, or one part of a joined one, differs from the reference's. */
export interface PartSqnr {
  name: string;
  /** dB; Infinity where equal. */
  sqnrDb: number;
  /** It is the same for all samples, and the reference's isn't. */
  dead: boolean;
}

/** The parts of the outputs that a model is run with. */
export function partsOfOutputs(model: Model): OutputParts[] {
  const fixed = cloneModel(model);
  fixDynamicShapes(fixed);
  return outputParts(fixed);
}

/** Compares each part of outputs by itself, over samples that pass by once. */
export class PartsSqnr {
  readonly #outputs: readonly OutputParts[];
  /** By output and part. */
  readonly #sums: RunningSqnr[][];
  /** Of the first sample each output of the model and of the reference. */
  readonly #first: (readonly [Float32Array, Float32Array])[] = [];
  readonly #varies: { model: boolean; reference: boolean }[][];

  constructor(outputs: readonly OutputParts[]) {
    this.#outputs = outputs;
    this.#sums = outputs.map(({ names }) => names.map(() => new RunningSqnr()));
    this.#varies = outputs.map(({ names }) => names.map(() => ({ model: false, reference: false })));
  }

  /** Adds one sample: outputs of the model, and as many of the reference. */
  add(outputs: readonly Float32Array[], reference: readonly Float32Array[]): void {
    for (const [o, { names, partOf }] of this.#outputs.entries()) {
      const [made, wanted] = [outputs[o]!, reference[o]!];
      const [firstMade, firstWanted] = (this.#first[o] ??= [made.slice(), wanted.slice()]);
      const varies = this.#varies[o]!;
      const [signal, noise] = [new Float64Array(names.length), new Float64Array(names.length)];
      for (let i = 0; i < wanted.length; i++) {
        const part = partOf?.[i] ?? 0;
        const difference = wanted[i]! - made[i]!;
        signal[part]! += wanted[i]! * wanted[i]!;
        noise[part]! += difference * difference;
        if (made[i] !== firstMade[i]) varies[part]!.model = true;
        if (wanted[i] !== firstWanted[i]) varies[part]!.reference = true;
      }
      // What isn't finite is noise without bound; a reference that isn't is no signal.
      for (const [part, sum] of this.#sums[o]!.entries())
        sum.add(finite(signal[part]!, 0), finite(noise[part]!, Infinity));
    }
  }

  /** Each part, in the order of the outputs. */
  get parts(): PartSqnr[] {
    return this.#outputs.flatMap(({ names }, o) =>
      names.map((name, part) => {
        const { model, reference } = this.#varies[o]![part]!;
        return { name, sqnrDb: this.#sums[o]![part]!.decibels, dead: reference && !model };
      }),
    );
  }
}

const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);

/** A part with less of the reference's signal than this, dB, is told. */
const leastDb = 10;

/** What is to be said of parts of which little is left, beside others that the overall figure speaks of. */
export function lostPartNotes(parts: readonly PartSqnr[] = []): string[] {
  return parts.flatMap(({ name, sqnrDb, dead }) => {
    if (dead) return [`Output "${name}" never changes, and the original’s does.`];
    return sqnrDb < leastDb
      ? [`Output "${name}" keeps ${sqnrDb.toFixed(1)} dB of the original’s values.`]
      : [];
  });
}
