import { unzipSync } from 'fflate';
import { suggestion } from '../../config/suggest.js';
import { InputError, messageOf } from '../../errors.js';
import { type DatasetFiles, maxWholeFileBytes } from '../files.js';
import { defineFormat } from './format.js';
import { encodingKeys, pathKey } from './keys.js';
import { arraySamples } from './named-arrays.js';
import { openNpy } from './npy-header.js';
import type { StoredArray } from './stored-array.js';

/** Names that the labels' array goes by where the data-set file doesn't say. */
const usualLabels = ['labels', 'label', 'y'];

/** An NPZ archive (numpy.savez): arrays named like the model's inputs, and one with the labels. */
export const npz = defineFormat({
  name: 'npz',
  files: {
    file: pathKey.optional().describe('NPZ archive with an array named like each input of the model'),
  },
  settings: {
    labels: pathKey
      .optional()
      .describe(`Name of the array with the labels; default: ${usualLabels.join(', ')}`),
    ...encodingKeys,
  },

  async open(options, context) {
    const { files } = context;
    if (options.file === undefined) throw files.error('"file" is missing', { hint: 'Name the NPZ archive' });
    const arrays = unpack(options.file, files);
    const name = options.labels ?? usualLabels.find((usual) => arrays.has(usual));
    const labels = name === undefined ? null : arrays.get(name);
    if (labels === undefined) {
      const hint = suggestion(name!, [...arrays.keys()], 'arrays');
      throw files.error(`there is no array "${name}"`, { place: options.file, hint });
    }
    if (name !== undefined) arrays.delete(name);
    return arraySamples(arrays, labels, options, context);
  },
});

function unpack(name: string, files: DatasetFiles): Map<string, StoredArray> {
  const packed = files.read(files.file(name));
  let total = 0;
  try {
    const entries = unzipSync(packed, {
      filter: (entry) => {
        if (!entry.name.endsWith('.npy')) return false;
        total += entry.originalSize;
        if (total > maxWholeFileBytes) {
          const hint = 'Save the arrays as .npy files and use format npy: they are read row by row';
          throw files.error(`it unpacks to more than ${maxWholeFileBytes} bytes`, { place: name, hint });
        }
        return true;
      },
    });
    const names = Object.keys(entries).sort();
    return new Map(
      names.map((entry) => {
        const array = entry.slice(0, -'.npy'.length);
        return [array, openNpy(`${name}: ${array}`, { memory: entries[entry]!, offset: 0 }, files)];
      }),
    );
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const hint = 'Save it again by numpy.savez';
    throw files.error(`a broken archive (${messageOf(cause)})`, { place: name, hint, cause });
  }
}
