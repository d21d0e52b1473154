import { modelInterface } from '../model/interface.js';
import { readModel } from '../model/read.js';
import { openDataset } from './dataset.js';
import type { Dataset } from './types.js';

/** Opens a data-set file for a model: its samples are checked against the model's inputs and classes. */
export function openDatasetFor(
  dataset: string,
  { file, bytes }: { file: string; bytes: Uint8Array },
): Promise<Dataset> {
  const { inputs, classes } = modelInterface(readModel(bytes, file));
  return openDataset(dataset, { inputs, classes });
}
