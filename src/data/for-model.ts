import { modelInterface } from '../model/interface.js';
import { graphOf, type ModelFile } from '../model/model-file.js';
import { openDataset } from './dataset.js';
import type { Dataset } from './types.js';

/** Opens a data-set file for a model: its samples are checked against the model's inputs and classes. */
export function openDatasetFor(dataset: string, model: ModelFile): Promise<Dataset> {
  const { inputs, classes } = modelInterface(graphOf(model));
  return openDataset(dataset, { inputs, classes });
}
