import { readModelFile } from '../../../../src/base/files.js';
import { permutation, randomNumbers } from '../../../../src/base/random-numbers.js';
import { openDataset } from '../../../../src/data/dataset.js';
import type { Dataset, DatasetPart } from '../../../../src/data/types.js';
import { modelInterface } from '../../../../src/model/interface.js';
import { readModel } from '../../../../src/model/read.js';
import { models } from '../../models.js';

/** A reference model with the half of its data that calibrates and the half that judges. */
export interface Subject {
  name: string;
  file: string;
  bytes: Uint8Array;
  dataset: Dataset;
}

/** @param name of a model of `../models.ts` that has data */
export async function openSubject(name: string): Promise<Subject> {
  const { file, calibration, judging } = models.find((model) => model.name === name)!;
  const bytes = await readModelFile(file);
  const { inputs, classes } = modelInterface(readModel(bytes, file));
  const dataset = await openDataset(judging!, { inputs, classes });
  const halved = calibration === judging ? dataset : halve(dataset);
  return { name, file, bytes, dataset: halved };
}

/** Splits what a data set judges by into two halves by chance, always the same ones. */
function halve(dataset: Dataset, seed = 1): Dataset {
  const { evaluation } = dataset;
  const order = permutation(evaluation.size, randomNumbers(seed));
  const middle = Math.floor(order.length / 2);
  return {
    ...dataset,
    hash: `${dataset.hash} halves ${seed}`,
    calibration: pick(evaluation, order.slice(0, middle)),
    evaluation: pick(evaluation, order.slice(middle)),
    split: `Split by chance (seed ${seed}): ${middle} calibrate, ${order.length - middle} judge.`,
  };
}

function pick(part: DatasetPart, samples: Uint32Array): DatasetPart {
  const sorted = samples.slice().sort();
  return { size: sorted.length, sample: (index) => part.sample(sorted[index]!) };
}
