import { type Inspection, inspectFile } from '../model/inspect.js';
import { type ModelSource, openModel } from './model-source.js';

/**
 * What there is to say of a model without running it: sizes in bytes, operators, parameters, multiply-accumulates,
 * precision and signatures. The result is plain data and goes into JSON as it is.
 *
 * @throws InputError for a file that is no whole and consistent model
 */
export async function inspect(model: ModelSource): Promise<Inspection> {
  const { bytes, file } = await openModel(model);
  return inspectFile(bytes, file);
}
