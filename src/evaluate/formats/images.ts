import { dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { decodeImage } from '../images/decode.js';
import { ImageError } from '../images/image.js';
import { type Preprocessing, preprocess } from '../images/preprocess.js';
import { defineFormat, elementCount, type FormatContext, onlyInput, shapeText } from './format.js';
import { numberOrFraction, pathKey, scaleFactor } from './keys.js';
import { readLabels } from './labels-csv.js';

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
    const entries =
      options.labels === undefined ? fromFolders(options.folder, context) : fromLabels(options, context);
    const input = onlyInput(context, 'images');
    const shape = imageShape(input?.shape ?? null);
    const settings: Preprocessing = {
      ...options,
      crop: options.crop ?? null,
      size: options.resize === 'none' ? null : (options.resize ?? shape?.size ?? null),
      channels: options.channels ?? shape?.channels ?? 'rgb',
      layout: options.layout ?? shape?.layout ?? 'nhwc',
    };
    const describe = (index: number) => `sample ${index} (${entries[index]!.file})`;
    return {
      size: entries.length,
      describe,
      label: (index) => entries[index]!.label,
      part: (index) => entries[index]!.part,
      read: (index) => [files.read(files.file(entries[index]!.path, describe(index)), maxImageBytes)],
      decode: async ([bytes], index) => {
        const values = await convert(bytes!, settings).catch((cause) => {
          if (!(cause instanceof ImageError)) throw cause;
          throw files.error(cause.message, { place: describe(index), hint: 'Save it as PNG or JPEG', cause });
        });
        if (input && values.length !== elementCount(input.shape)) {
          const problem = `the image gives ${values.length} values, and the model's input ${shapeText(input.shape)} takes ${elementCount(input.shape)}`;
          throw files.error(problem, { place: describe(index), hint: 'Set "resize:" and "channels:"' });
        }
        return [values];
      },
    };
  },
});

const maxImageBytes = 256 * 2 ** 20;

async function convert(bytes: Uint8Array, settings: Preprocessing): Promise<Float32Array> {
  return preprocess(await decodeImage(bytes), settings);
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

interface Entry {
  file: string;
  path: string;
  label: number | null;
  part: string | null;
}

function fromLabels(
  options: { folder?: string | undefined; labels?: string | undefined },
  context: FormatContext,
): Entry[] {
  const folder = options.folder ?? dirname(options.labels!);
  return readLabels(options.labels!, context).map((row) => ({ ...row, path: join(folder, row.file) }));
}

/** Images of class folders in the order of the classes; of a folder without subfolders, unlabelled. */
function fromFolders(folder: string | undefined, context: FormatContext): Entry[] {
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

function imagesIn(folder: string, prefix: string, label: number | null, { files }: FormatContext): Entry[] {
  const entries = files.list(folder).filter(({ isFolder }) => !isFolder);
  const other = entries.find(({ base }) => otherImages.includes(extname(base).toLowerCase()));
  if (other) throw files.error('neither PNG nor JPEG', { place: other.name, hint: 'Convert it' });
  return entries
    .filter(({ base }) => ['.png', '.jpg', '.jpeg'].includes(extname(base).toLowerCase()))
    .map(({ name, base }) => ({ file: prefix + base, path: name, label, part: null }));
}
