import type { ModelInput } from '../../model/interface.js';
import { elementCount, shapeText } from '../../model/tensors.js';
import { decodeElements, type ElementType, elementBytes } from '../elements.js';
import type { DatasetFiles } from '../files.js';
import { maxSampleBytes } from '../limits.js';
import { defineFormat, type FormatContext, onlyInput, openInput } from './format.js';
import { elementTypeKey, encodingKeys, pathKey } from './keys.js';
import { type FileSample, readLabels } from './labels-csv.js';

/** A binary file a sample, little-endian, without a header; labels in a CSV file. */
export const raw = defineFormat({
  name: 'raw',
  files: {
    labels: pathKey.optional().describe('CSV file with the columns file, [classes,] label'),
    folder: pathKey.optional().describe('Where the sample files lie; default: beside the labels file'),
  },
  settings: {
    type: elementTypeKey.default('float32').describe('Type of the stored numbers'),
    ...encodingKeys,
  },

  async open(options, context) {
    const { files } = context;
    const entries = listFiles(options, context);
    const input = settledInput(onlyInput(context, 'raw'), entries, options.type, files);
    const describe = (index: number) => `sample ${index} (${entries[index]!.file})`;

    return {
      size: entries.length,
      ...(input && { shapes: [input.shape] }),
      describe,
      label: (index) => entries[index]!.label,
      part: (index) => entries[index]!.part,
      read(index, memory) {
        const file = files.file(entries[index]!.path, describe(index));
        const problem = sizeProblem(file.bytes, options.type, input);
        if (problem)
          throw files.error(problem, { place: describe(index), hint: 'Check "type:" and the file' });
        return [files.read(file, maxSampleBytes, memory)];
      },
      decode: async ([bytes]) => [decodeElements(bytes!, { ...options, littleEndian: true })],
    };
  },
});

/**
 * The input with the size that its first file settles, where one dimension beside the batch is open.
 *
 * @throws InputError where there are several
 */
function settledInput(
  input: ModelInput | null,
  entries: readonly FileSample[],
  type: ElementType,
  files: DatasetFiles,
): ModelInput | null {
  const [first] = entries;
  if (!input?.open || !first) return input;
  const open = input.open.map((size, axis) =>
    axis === 0 && input.open!.length > 1 && size === -1 ? 1 : size,
  );
  if (open.filter((size) => size === -1).length > 1) throw openInput(input, files);
  const known = elementCount(open.filter((size) => size !== -1)) * elementBytes[type];
  const size = files.file(first.path, `sample 0 (${first.file})`).bytes / known;
  return {
    name: input.name,
    shape: open.map((each) => (each === -1 ? Math.max(1, Math.floor(size)) : each)),
  };
}

function sizeProblem(bytes: number, type: ElementType, input: ModelInput | null): string | null {
  if ((bytes / elementBytes[type]) * Math.max(elementBytes[type], 4) > maxSampleBytes)
    return `the file has ${bytes} bytes, and a sample at most ${maxSampleBytes}, as float32, too`;
  if (input === null) {
    const whole = bytes > 0 && bytes % elementBytes[type] === 0;
    return whole ? null : `the file has ${bytes} bytes, no whole number of ${type} values`;
  }
  const expected = elementCount(input.shape) * elementBytes[type];
  if (bytes === expected) return null;
  return `the file has ${bytes} bytes; the model's input ${shapeText(input.shape)} takes ${expected} as ${type}`;
}

function listFiles(
  { labels, folder }: { labels?: string | undefined; folder?: string | undefined },
  context: FormatContext,
): FileSample[] {
  if (labels !== undefined) return readLabels(labels, folder, context);
  if (folder === undefined) {
    const hint = 'Name the labels file, or a "folder" of unlabelled files';
    throw context.files.error('"labels" is missing', { hint });
  }
  const entries = context.files.list(folder).filter(({ isFolder }) => !isFolder);
  return entries.map(({ name, base }) => ({ file: base, path: name, label: null, part: null }));
}
