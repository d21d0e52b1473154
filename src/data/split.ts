import { basename } from 'node:path';
import { permutation, randomNumbers } from '../base/random-numbers.js';
import type { DatasetSpec, PartSpec } from './dataset-file.js';
import type { DatasetFiles } from './files.js';
import type { SampleSource } from './formats/format.js';
import { select, selectionText, spread } from './selection.js';

/** Where the file says nothing, that share of the data calibrates … */
const calibrationShare = 0.2;

/** … and at most so many samples: more hardly change a range. */
const maxCalibrationSamples = 500;

/** Samples that a part of a data set consists of. */
export interface Picked {
  source: SampleSource;
  /** Numbers of the samples in the source, ascending. */
  samples: number[];
  /** Which ones, in words; empty where no words are needed. */
  words: string;
}

/** The two parts; they share no sample of the same source. */
export interface Split {
  calibration: Picked | null;
  evaluation: Picked | null;
  /** Which part was picked from what the other one left. */
  second: 'calibration' | 'evaluation';
  /** Seed of a split by chance, else null. */
  seed: number | null;
}

/**
 * Decides which samples calibrate and which judge. What the file names is taken as it says, the
 * calibrating part first; what it doesn't name is the rest; where it names neither, chance decides.
 *
 * @param open opens a source by its keys; the same object for the same keys
 */
export async function splitParts(
  spec: DatasetSpec,
  open: (keys: Record<string, unknown>) => Promise<SampleSource>,
  files: DatasetFiles,
): Promise<Split> {
  const { calibration, evaluation } = spec;
  const all: PartSpec = { selection: {}, files: spec.files };
  const pick = async (part: PartSpec | 'none', taken: Picked | null) =>
    part === 'none' ? null : pickPart(part, await open(part.files), taken, files);

  if (calibration !== null) {
    const first = await pick(calibration, null);
    return {
      calibration: first,
      evaluation: await pick(evaluation ?? all, first),
      second: 'evaluation',
      seed: null,
    };
  }
  if (evaluation !== null) {
    const first = await pick(evaluation, null);
    const rest = { ...all, selection: { limit: maxCalibrationSamples } };
    const hasOwnFiles = Object.keys(spec.files).length > 0;
    return {
      calibration: await pick(hasOwnFiles ? rest : 'none', first),
      evaluation: first,
      second: 'calibration',
      seed: null,
    };
  }
  return seededSplit(await open(spec.files), spec.seed);
}

function pickPart(part: PartSpec, source: SampleSource, taken: Picked | null, files: DatasetFiles): Picked {
  const wanted = select(source, part.selection, files);
  const used = new Set(taken?.source === source ? taken.samples : []);
  const free = wanted.filter((sample) => !used.has(sample));
  const samples = spread(free, part.selection.limit);
  const words = wordsOf(part, wanted.length - free.length, samples.length < free.length);
  return { source, samples, words };
}

/** `every 10th of train, at most 100`: the source is named by its last path component. */
function wordsOf({ selection, files }: PartSpec, missing: number, limited: boolean): string {
  const which = selectionText(selection);
  const { folder, images, file, inputs, labels } = files;
  const place = [folder, images, file, inputs, labels].find((name) => typeof name === 'string');
  const samples = which || (missing > 0 ? 'the others' : 'all');
  const words = [
    place === undefined || samples === 'the others' ? samples : `${samples} of ${basename(place)}`,
    missing > 0 && which && `without ${missing} that the other part has`,
    limited && `at most ${selection.limit}`,
  ];
  return words.filter(Boolean).join(', ');
}

function seededSplit(source: SampleSource, seed: number): Split {
  const order = [...permutation(source.size, randomNumbers(seed))];
  const count = Math.min(maxCalibrationSamples, Math.round(source.size * calibrationShare));
  const pick = (samples: number[]): Picked => ({ source, samples: samples.sort((a, b) => a - b), words: '' });
  return {
    calibration: pick(order.slice(0, count)),
    evaluation: pick(order.slice(count)),
    second: 'evaluation',
    seed,
  };
}

/** The split as a sentence for the report. `dropped` samples of the second part equalled one of the first. */
export function splitSentence({ calibration, evaluation, second, seed }: Split, dropped: number): string {
  const part = (picked: Picked | null, verb: string) => {
    if (picked === null) return `none ${verb}`;
    return `${picked.samples.length} ${verb}${picked.words && ` (${picked.words})`}`;
  };
  const how = seed === null ? 'Split' : `Split by chance (seed ${seed})`;
  const copies = dropped === 1 ? '1 sample was' : `${dropped} samples were`;
  const role =
    second === 'evaluation'
      ? 'judging, being equal to a calibrating one'
      : 'calibrating, being equal to a judging one';
  const note = dropped > 0 ? ` ${copies} kept from ${role}.` : '';
  return `${how}: ${part(calibration, 'calibrate')}, ${part(evaluation, 'judge')}.${note}`;
}
