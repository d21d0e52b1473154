import { z } from 'zod';
import type { InputShapes } from '../model/input-shapes.js';
import { parseYaml } from '../yaml/read.js';
import { formats } from './formats/index.js';

/** Keys of `calibration:` and `evaluation:` that pick samples. */
const selectionKeys = {
  part: z.string().min(1).optional().describe('Samples of that part: the column "part" of the labels file'),
  range: z
    .tuple([z.int().min(0), z.int().min(1)])
    .refine(([from, to]) => from < to, 'a range ends behind its begin')
    .optional()
    .describe('[from, to]: samples from number "from" on, counted from 0, to before number "to"'),
  first: z.int().min(1).optional().describe('So many samples from the begin'),
  last: z.int().min(1).optional().describe('So many samples from the end'),
  every: z.int().min(1).optional().describe('Every so-many-th sample'),
  limit: z.int().min(1).optional().describe('At most so many samples, spread evenly'),
};

/** Which samples of a source are picked; without keys, all of them. */
export type Selection = z.output<z.ZodObject<typeof selectionKeys>>;

const commonKeys = {
  description: z.string().optional().describe('For whoever reads the file'),
  classes: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Class names in the order of the model's outputs; default for folders: alphabetical"),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1)
    .describe('Seed of the split that is made where none is given'),
};

/** Shapes of inputs of which the model leaves dimensions open. */
export const inputShapes = z
  .record(
    z.string().min(1).max(1000),
    z
      .array(
        z
          .int()
          .min(1)
          .max(2 ** 26),
      )
      .min(1)
      .max(8),
  )
  .optional()
  .describe('Shapes of inputs that the model leaves open, with the batch of 1: { audio: [1, 16000] }');

function schemaOf<F extends (typeof formats)[number]>(format: F) {
  const part = z.union([z.literal('none'), z.strictObject({ ...selectionKeys, ...format.files })]).optional();
  return z.strictObject({
    format: z.literal(format.name),
    ...format.files,
    ...format.settings,
    ...commonKeys,
    // Arrays of the format that uses the name for its files have a shape of their own.
    ...(!('inputs' in format.files) && { inputs: inputShapes }),
    calibration: part.describe('The samples that calibrate, or "none"; may name other files'),
    evaluation: part.describe('The samples that judge, or "none"; may name other files'),
  });
}

const [first, ...others] = formats.map((format) => schemaOf(format));

/** Schema of a data-set file. */
const datasetSchema = z.discriminatedUnion('format', [first!, ...others]).meta({
  title: 'litetrim data set',
  description:
    'Where samples are, how one becomes a model’s input, and which part calibrates and which judges',
});

/** JSON Schema (draft 7, what editors know best) of a data-set file. */
export function datasetJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(datasetSchema, { io: 'input', target: 'draft-7' });
}

/** A part of a data-set file that names samples: which ones, and of which files. */
export interface PartSpec {
  selection: Selection;
  /** The format's keys that say where the samples are, the part's own before those of the file. */
  files: Record<string, unknown>;
}

/** A data-set file, read and merged. */
export interface DatasetSpec {
  format: (typeof formats)[number];
  settings: Record<string, unknown>;
  /** The keys of the file's top level that say where samples are. */
  files: Record<string, unknown>;
  classes: string[] | null;
  /** Shapes of inputs that the model leaves open. */
  shapes: InputShapes;
  seed: number;
  /** null: the file doesn't say. */
  calibration: PartSpec | 'none' | null;
  evaluation: PartSpec | 'none' | null;
}

/**
 * Reads a data-set file's text.
 *
 * @throws InputError with file and line of what is wrong
 */
export function parseDatasetFile(source: string | Uint8Array, file: string): DatasetSpec {
  const parsed: Record<string, unknown> = parseYaml(datasetSchema, source, file);
  const format = formats.find(({ name }) => name === parsed.format)!;
  const files = pick(parsed, Object.keys(format.files));
  const partOf = (part: unknown): PartSpec | 'none' | null => {
    if (part === undefined) return null;
    if (part === 'none') return 'none';
    const keys = part as Record<string, unknown>;
    const selection = pick(keys, Object.keys(selectionKeys)) as Selection;
    return { selection, files: { ...files, ...pick(keys, Object.keys(format.files)) } };
  };
  return {
    format,
    settings: pick(parsed, Object.keys(format.settings)),
    files,
    classes: (parsed.classes as string[] | undefined) ?? null,
    shapes: 'inputs' in format.files ? {} : ((parsed.inputs as InputShapes | undefined) ?? {}),
    seed: parsed.seed as number,
    calibration: partOf(parsed.calibration),
    evaluation: partOf(parsed.evaluation),
  };
}

function pick(object: Record<string, unknown>, keys: string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]));
}
