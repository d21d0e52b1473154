import { extname, join } from 'node:path';
import { z } from 'zod';
import type { ModelInput } from '../../model/interface.js';
import { elementCount, shapeText } from '../../model/tensors.js';
import type { DatasetFiles } from '../files.js';
import { decodeImage } from '../images/decode.js';
import { ImageError } from '../images/image.js';
import { type Preprocessing, preprocess, preprocessedShape } from '../images/preprocess.js';
import { maxImageBytes, maxSampleBytes } from '../limits.js';
import { defineFormat, type FormatContext, onlyInput, openInput } from './format.js';
import { numberOrFraction, pathKey, scaleFactor } from './keys.js';
import { type FileSample, readLabels } from './labels-csv.js';

const perChannel = z.union([
  numberOrFraction.transform((value) => [value]),
  z.tuple([numberOrFraction, numberOrFraction, numberOrFraction]),
]);
const side = z.int().min(1).max(8192);

/** PNG and JPEG files: a folder for each class, or a folder and a labels CSV. */
export const images = defineFormat({
  name: 'images',
  files: {
    folder: pathKey
      .optional()
      .describe('A folder with a subfolder for each class; with "labels", where the images lie'),
    labels: pathKey.optional().describe('CSV file with the columns file, [classes,] label'),
  },
  settings: {
    crop: z
      .union([z.literal('center').transform(() => 1), z.number().gt(0).max(1)])
      .optional()
      .describe('"center": the largest centred square; 0.875: one with that share of the shorter side'),
    resize: z
      .union([
        side.transform((size): [number, number] => [size, size]),
        z.tuple([side, side]),
        z.literal('none'),
      ])
      .optional()
      .describe('[height, width], or "none"; default: as the model\'s input'),
    channels: z.enum(['gray', 'rgb']).optional().describe("Default: as the model's input, else rgb"),
    layout: z.enum(['nhwc', 'nchw']).optional().describe("Default: as the model's input, else nhwc"),
    scale: scaleFactor.default(1).describe('real value = (scale × pixel − mean) / std, pixels from 0 to 255'),
    mean: perChannel.default([0]).describe('One number, or one for each of R, G, B'),
    std: perChannel.default([1]).describe('One number, or one for each of R, G, B'),
  },

  async open(options, context) {
    const { files } = context;
    const { folder, labels } = options;
    const entries = labels === undefined ? fromFolders(folder, context) : readLabels(labels, folder, context);
    const input = settledInput(onlyInput(context, 'images'), options, files);
    const preprocessing = { ...options, ...fittingTo(input, options) };
    const describe = (index: number) => `sample ${index} (${entries[index]!.file})`;
    return {
      size: entries.length,
      ...(input && { shapes: [input.shape] }),
      describe,
      label: (index) => entries[index]!.label,
      part: (index) => entries[index]!.part,
      read: (index, memory) => {
        const file = files.file(entries[index]!.path, describe(index));
        return [files.read(file, maxImageBytes, memory)];
      },
      decode: ([bytes], index) =>
        inTurn(async () => {
          const image = await decodeImage(bytes!).catch((cause) => {
            if (!(cause instanceof ImageError)) throw cause;
            throw files.error(cause.message, { place: describe(index), hint: cause.hint, cause });
          });
          const problem = sizeProblem(elementCount(preprocessedShape(image, preprocessing)), input);
          if (!problem) return [preprocess(image, preprocessing)];
          throw files.error(problem, { place: describe(index), hint: 'Set "resize:" and "channels:"' });
        }),
    };
  },
});

let lastTurn: Promise<unknown> = Promise.resolve();

/** One image after the other: the pixels of one may take most of the memory that there is for data. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = lastTurn.then(work);
  lastTurn = turn.catch(() => {});
  return turn;
}

function sizeProblem(values: number, input: ModelInput | null): string | null {
  const expected = input ? elementCount(input.shape) : values;
  if (values * 4 > maxSampleBytes) return `the image gives ${values} values, more than a sample may have`;
  if (values === expected) return null;
  return `the image gives ${values} values, and the model's input ${shapeText(input!.shape)} takes ${expected}`;
}

/**
 * The input with the size that images are scaled to, where the model leaves it open.
 *
 * @throws InputError where the data-set file doesn't tell it
 */
function settledInput(
  input: ModelInput | null,
  { resize }: { resize?: 'none' | [number, number] | undefined },
  files: DatasetFiles,
): ModelInput | null {
  if (!input?.open) return input;
  const layout = imageShape(input.open)?.layout;
  if (!layout || !Array.isArray(resize)) throw openInput(input, files);
  const [batch, ...rest] = input.open as [number, ...number[]];
  const channels = layout === 'nhwc' ? rest.slice(2) : rest.slice(0, 1);
  const sides = layout === 'nhwc' ? [...resize, ...channels] : [...channels, ...resize];
  return { name: input.name, shape: [Math.abs(batch), ...sides] };
}

type Fitting = Pick<Preprocessing, 'crop' | 'size' | 'channels' | 'layout'>;

/** What the data-set file leaves open follows from the model's input. */
function fittingTo(
  input: ModelInput | null,
  options: {
    crop?: number | undefined;
    resize?: 'none' | [number, number] | undefined;
    channels?: Preprocessing['channels'] | undefined;
    layout?: Preprocessing['layout'] | undefined;
  },
): Fitting {
  const shape = imageShape(input?.shape ?? null);
  return {
    crop: options.crop ?? null,
    size: options.resize === 'none' ? null : (options.resize ?? shape?.size ?? null),
    channels: options.channels ?? shape?.channels ?? 'rgb',
    layout: options.layout ?? shape?.layout ?? 'nhwc',
  };
}

/** Size, channels and layout of an input that takes an image, or null where its shape says nothing. */
function imageShape(
  shape: readonly number[] | null,
): Pick<Preprocessing, 'size' | 'channels' | 'layout'> | null {
  if (shape?.length !== 4) return null;
  const [, a, b, c] = shape as [number, number, number, number];
  const kind = (channels: number) => (channels === 1 ? 'gray' : channels === 3 ? 'rgb' : null);
  const last = kind(c);
  if (last) return { size: [a, b], channels: last, layout: 'nhwc' };
  const first = kind(a);
  return first && { size: [b, c], channels: first, layout: 'nchw' };
}

/** Images of class folders in the order of the classes; of a folder without subfolders, unlabelled. */
function fromFolders(folder: string | undefined, context: FormatContext): FileSample[] {
  const { files } = context;
  if (folder === undefined)
    throw files.error('"folder" is missing', { hint: 'Name the folder that holds one for each class' });
  const listed = files.list(folder);
  const folders = listed.filter(({ isFolder }) => isFolder).map(({ base }) => base);
  if (folders.length === 0) return imagesIn(folder, '', null, context);
  const classes = context.classes ?? folders;
  return classes.flatMap((name, label) => imagesIn(join(folder, name), `${name}/`, label, context));
}

/** Kinds of images that people have and that aren't read: better refused than passed over. */
const otherImages = ['.bmp', '.gif', '.tif', '.tiff', '.webp', '.avif', '.heic'];

function imagesIn(
  folder: string,
  prefix: string,
  label: number | null,
  { files }: FormatContext,
): FileSample[] {
  const entries = files.list(folder).filter(({ isFolder }) => !isFolder);
  const other = entries.find(({ base }) => otherImages.includes(extname(base).toLowerCase()));
  if (other) throw files.error('neither PNG nor JPEG', { place: other.name, hint: 'Convert it' });
  return entries
    .filter(({ base }) => ['.png', '.jpg', '.jpeg'].includes(extname(base).toLowerCase()))
    .map(({ name, base }) => ({ file: prefix + base, path: name, label, part: null }));
}
