import { InputError, messageOf } from '../../base/errors.js';
import { suggestion } from '../../yaml/suggest.js';
import type { DatasetFile, DatasetFiles } from '../files.js';
import { TooLong } from '../inflate.js';
import { maxUnpackedBytes } from '../limits.js';
import { defineFormat } from './format.js';
import { encodingKeys, pathKey } from './keys.js';
import { arraySamples } from './named-arrays.js';
import { openNpy } from './npy-header.js';
import type { Storage, StoredArray } from './stored-array.js';
import { unzip, type ZipEntry, ZipError, zipDataStart, zipEntries } from './zip.js';

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
    const arrays = await arraysIn(options.file, files);
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

async function arraysIn(name: string, files: DatasetFiles): Promise<Map<string, StoredArray>> {
  const file = files.file(name);
  try {
    const entries = zipEntries(file, files).filter((entry) => entry.name.endsWith('.npy'));
    checkSizes(entries, name, files);
    const arrays = new Map<string, StoredArray>();
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const array = entry.name.slice(0, -'.npy'.length);
      arrays.set(array, openNpy(`${name}: ${array}`, await contentOf(entry, file, files), files));
    }
    return arrays;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const hint = 'Save it again by numpy.savez';
    throw files.error(`a broken archive (${messageOf(cause)})`, { place: name, hint, cause });
  }
}

function checkSizes(entries: ZipEntry[], name: string, files: DatasetFiles): void {
  const total = entries.filter(({ isPacked }) => isPacked).reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= maxUnpackedBytes) return;
  const hint = 'Save the arrays by numpy.savez, uncompressed, or as .npy files: they are read row by row';
  throw files.error(`it unpacks to more than ${maxUnpackedBytes} bytes`, { place: name, hint });
}

/** What isn't packed stays in the file. */
async function contentOf(entry: ZipEntry, file: DatasetFile, files: DatasetFiles): Promise<Storage> {
  if (!entry.isPacked) {
    const offset = zipDataStart(entry, file, files);
    return { file, offset, end: offset + entry.packedBytes };
  }
  const memory = await unzip(entry, file, files).catch((cause: unknown) => {
    if (!(cause instanceof TooLong)) throw cause;
    throw new ZipError(
      `"${entry.name}" unpacks to more than the ${entry.bytes} bytes that its directory says`,
    );
  });
  return { memory, offset: 0 };
}
