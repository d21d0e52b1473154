import { type InputShapes, withInputShapes } from '../model/input-shapes.js';
import { modelInterface } from '../model/interface.js';
import { graphOf, type ModelFile } from '../model/model-file.js';
import { shapeText } from '../model/tensors.js';
import { type OpenDatasetOptions, openDataset } from './dataset.js';
import type { Dataset } from './types.js';

/** Opens samples for a model. @throws InputError where they can't be used, or not for such a model */
export type OpenData = (model: Pick<OpenDatasetOptions, 'inputs' | 'classes'>) => Promise<Dataset>;

/**
 * Opens a data-set file for a model: its samples are checked against the model's inputs and classes, and settle what
 * the model leaves open.
 *
 * @param shapes of inputs that the model leaves open, where the caller knows them
 * @returns the model with the sizes that its inputs have
 */
export async function openDatasetFor(
  dataset: string,
  model: ModelFile,
  shapes: InputShapes = {},
): Promise<{ dataset: Dataset; model: ModelFile }> {
  const opened = await openDataFor((options) => openDataset(dataset, options), model, shapes);
  return opened;
}

/** The same by a function that opens the data. */
export async function openDataFor(
  open: OpenData,
  model: ModelFile,
  shapes: InputShapes = {},
): Promise<{ dataset: Dataset; model: ModelFile }> {
  const sized = withInputShapes(model, shapes);
  const { inputs, classes } = modelInterface(graphOf(sized));
  const known = inputs.map(({ open, ...input }) =>
    open && !shapes[input.name] ? { ...input, open } : input,
  );
  const dataset = await open({ inputs: known, classes });
  return { dataset, model: withInputShapes(sized, dataset.shapes ?? {}) };
}

/** What is said of each input that is run with a size of 1 for want of another; the batch is none of them. */
export function openInputNotes(model: ModelFile): string[] {
  return modelInterface(graphOf(model)).inputs.flatMap(({ name, shape, open }) => {
    const isGuess = open?.some(
      (size, axis) => size === -1 && (axis > 0 || open.length === 1) && shape[axis] === 1,
    );
    if (!isGuess) return [];
    return [
      `The model leaves the size of its input "${name}" ${shapeText(open!)} open, and it was run with ${shapeText(shape)}: say another by "inputs".`,
    ];
  });
}
