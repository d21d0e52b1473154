import type { z } from 'zod';
import type { InputError } from '../../base/errors.js';
import type { ModelInput } from '../../model/interface.js';
import { shapeText } from '../../model/tensors.js';
import type { DatasetFiles, ReadMemory } from '../files.js';

/** What a format knows besides its own settings. */
export interface FormatContext {
  files: DatasetFiles;
  /** null: the model isn't known; nothing can be checked against it. */
  inputs: readonly ModelInput[] | null;
  /** Class names in the order of the model's outputs, where the data-set file lists them. */
  classes: readonly string[] | null;
}

/** The samples of one source, by index. Opened, checked as far as it costs nothing, read lazily. */
export interface SampleSource {
  readonly size: number;
  /** How errors call a sample: `sample 17 (dog/003.png)`. */
  describe(index: number): string;
  /** For each input the shape of a sample, the batch included, where the samples themselves have one. */
  readonly shapes?: readonly (readonly number[])[];
  /** Class number, or null where the source has no labels. */
  label(index: number): number | null;
  /** The named part that the sample belongs to (column `part` of a labels file), or null. */
  part(index: number): string | null;
  /**
   * The sample as it is stored: what its identity is computed from, and what `decode` takes.
   *
   * @param memory left out: the sample is read into memory of its own
   */
  read(index: number, memory?: ReadMemory): Uint8Array[];
  /** Real numbers for the model's inputs, an array each, from what `read` gave: in its memory where they are stored as such. */
  decode(stored: Uint8Array[], index: number): Promise<Float32Array[]>;
}

/**
 * A format of data: one file in this folder, registered in `index.ts`.
 *
 * `files` are the keys that say where the samples are; `calibration:` and `evaluation:` may override
 * them. `settings` are the keys that say how to read them.
 */
export interface Format<Files extends z.ZodRawShape, Settings extends z.ZodRawShape> {
  name: string;
  files: Files;
  settings: Settings;
  open(options: z.output<z.ZodObject<Files & Settings>>, context: FormatContext): Promise<SampleSource>;
}

/** Keeps the types of a format's keys. */
export function defineFormat<const Files extends z.ZodRawShape, const Settings extends z.ZodRawShape>(
  format: Format<Files, Settings>,
): Format<Files, Settings> {
  return format;
}

/** The error for an input with dimensions that neither the data-set file nor its samples settle. */
export function openInput({ name, open }: ModelInput, files: DatasetFiles): InputError {
  return files.error(`the model leaves the size of its input "${name}" ${shapeText(open!)} open`, {
    hint: `Say it: "inputs: { ${name}: [1, …] }"`,
  });
}

/**
 * The only input of the model, for formats whose samples hold one array; null where the model isn't
 * known.
 *
 * @throws InputError where the model has several
 */
export function onlyInput(context: FormatContext, format: string): ModelInput | null {
  if (context.inputs === null) return null;
  if (context.inputs.length !== 1) {
    throw context.files.error(
      `format ${format} feeds one input, and the model has ${context.inputs.length}`,
      {
        hint: 'Use format npz, with an array for each input',
      },
    );
  }
  return context.inputs[0]!;
}
