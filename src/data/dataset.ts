import { createHash } from 'node:crypto';
import { fitsOpen, type InputShapes } from '../model/input-shapes.js';
import type { ModelInput } from '../model/interface.js';
import { bytesOf, shapeText } from '../model/tensors.js';
import { suggestion } from '../yaml/suggest.js';
import { type DatasetSpec, parseDatasetFile } from './dataset-file.js';
import { DatasetFiles, type OtherFiles, type ReadMemory } from './files.js';
import type { FormatContext, SampleSource } from './formats/format.js';
import { type Picked, type Split, splitParts, splitSentence } from './split.js';
import type { Dataset, DatasetPart } from './types.js';

/** What is known of how a data set will be used. All of it makes errors come earlier. */
export interface OpenDatasetOptions {
  /**
   * Folder that no file may lie outside of, symbolic links followed: the repository, where the data-set
   * file comes from a pull request. Left out: no limit.
   */
  root?: string;
  /** Files of another state of the repository at `root`, to be read instead of those of this machine. */
  other?: OtherFiles;
  /** The model's inputs in its order: sizes are checked, images are scaled to them. */
  inputs?: readonly ModelInput[];
  /** How many classes the model tells apart; labels are checked against it. */
  classes?: number | null;
}

/**
 * Opens a data-set file (docs/datasets.md). Every sample that is used is read once, for its hash and
 * its size; its numbers are read when asked for, so memory doesn't grow with the data.
 *
 * @param file path of the data-set file, relative to the working folder
 * @throws InputError for whatever is wrong with the file or the data it names
 */
export async function openDataset(file: string, options: OpenDatasetOptions = {}): Promise<Dataset> {
  const files = new DatasetFiles(file, options.root ?? null, options.other ?? null);
  const text = files.readOwn();
  const spec = parseDatasetFile(text, file);
  const inputs = options.inputs ? settled(options.inputs, spec.shapes, files) : null;
  const context = { files, inputs, classes: spec.classes };
  const split = await splitParts(spec, opener(spec, context), files);
  const classes = options.classes ?? spec.classes?.length ?? null;
  const { calibration, evaluation, dropped } = inspect(split, classes, files);
  const hash = createHash('sha256').update(text).update(calibration.hash).update(evaluation.hash);
  // What a file's samples become depends on the inputs they are for: images are scaled to them.
  hash.update(JSON.stringify(options.inputs?.map(({ name, shape }) => [name, shape]) ?? null));
  return {
    name: file,
    hash: hash.digest('hex'),
    calibration: partOf(calibration.picked, files),
    evaluation: partOf(evaluation.picked, files),
    split: splitSentence(
      { ...split, calibration: calibration.picked, evaluation: evaluation.picked },
      dropped,
    ),
    ...shapesOf(split, options.inputs ?? [], files),
    synthetic: false,
  };
}

/** Inputs with the sizes that the file tells for what they leave open. */
function settled(inputs: readonly ModelInput[], shapes: InputShapes, files: DatasetFiles): ModelInput[] {
  for (const name of Object.keys(shapes)) {
    if (inputs.some((input) => input.name === name)) continue;
    const hint = suggestion(
      name,
      inputs.map((input) => input.name),
      'inputs',
    );
    throw files.error(`the model has no input "${name}"`, { place: 'inputs', hint });
  }
  return inputs.map((input) => {
    const shape = shapes[input.name];
    if (!shape) return input;
    const { name, open = input.shape } = input;
    if (fitsOpen(shape, open)) return { name, shape };
    throw files.error(`${shapeText(shape)} doesn't fit the model's input "${name}" ${shapeText(open)}`, {
      place: 'inputs',
    });
  });
}

/** What the samples of both parts make of open inputs. */
function shapesOf(
  { calibration, evaluation }: Split,
  inputs: readonly ModelInput[],
  files: DatasetFiles,
): Pick<Dataset, 'shapes'> {
  const sources = [calibration?.source, evaluation?.source].filter((source) => source !== undefined);
  const shapes = inputs.flatMap(({ name, open }, i) => {
    if (!open) return [];
    const [shape, other = shape] = sources.map((source) => source.shapes?.[i]);
    if (!shape || !other) return [];
    if (shapeText(shape) === shapeText(other)) return [[name, shape] as const];
    const problem = `samples for input "${name}" are ${shapeText(shape)} where they calibrate and ${shapeText(other)} where they judge`;
    throw files.error(problem, { hint: 'Make them of one size' });
  });
  return shapes.length > 0 ? { shapes: Object.fromEntries(shapes) } : {};
}

/** Opens sources; the same keys give the same source, so that parts know what they share. */
function opener(
  spec: DatasetSpec,
  context: FormatContext,
): (keys: Record<string, unknown>) => Promise<SampleSource> {
  const opened = new Map<string, Promise<SampleSource>>();
  return async (keys) => {
    const key = JSON.stringify(keys);
    // The format's own schema has checked these keys: the union of formats hides which one it is.
    const source = opened.get(key) ?? spec.format.open({ ...spec.settings, ...keys } as never, context);
    opened.set(key, source);
    if ((await source).size === 0)
      throw context.files.error('there are no samples', { place: Object.values(keys).join(', ') });
    return source;
  };
}

/** A part whose samples were read once. */
interface Inspected {
  picked: Picked | null;
  /** SHA-256 over its samples and labels, in order. */
  hash: string;
  /** SHA-256 of each sample. */
  digests: string[];
  /** Samples that were left out, being equal to one of the other part. */
  dropped: number;
}

/** Reads every sample of both parts; leaves out of the second part what equals a sample of the first. */
function inspect(split: Split, classes: number | null, files: DatasetFiles) {
  const one = split.second === 'evaluation' ? split.calibration : split.evaluation;
  const other = split.second === 'evaluation' ? split.evaluation : split.calibration;
  const first = inspectPart(one, new Set(), classes, files);
  const second = inspectPart(other, new Set(first.digests), classes, files);
  const [calibration, evaluation] = split.second === 'evaluation' ? [first, second] : [second, first];
  return { calibration, evaluation, dropped: second.dropped };
}

function inspectPart(
  picked: Picked | null,
  taken: ReadonlySet<string>,
  classes: number | null,
  files: DatasetFiles,
): Inspected {
  const hash = createHash('sha256');
  const samples: number[] = [];
  const digests: string[] = [];
  const memory = reusedMemory();
  for (const sample of picked?.samples ?? []) {
    const { source } = picked!;
    const digest = digestOf(source.read(sample, memory));
    if (taken.has(digest)) continue;
    checkLabel(source, sample, classes, files);
    samples.push(sample);
    digests.push(digest);
    hash.update(`${digest} ${source.label(sample)}\n`);
  }
  const dropped = (picked?.samples.length ?? 0) - samples.length;
  return { picked: picked && { ...picked, samples }, hash: hash.digest('hex'), digests, dropped };
}

/** The same memory for each sample, which has to be done with before the next is read. */
function reusedMemory(): ReadMemory {
  const arrays: Uint8Array[] = [];
  return (bytes, place) => {
    const array = arrays[place];
    if (array && array.length >= bytes) return array.subarray(0, bytes);
    return (arrays[place] = new Uint8Array(bytes));
  };
}

function digestOf(stored: Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const bytes of stored) hash.update(`${bytes.length} `).update(bytes);
  return hash.digest('base64');
}

function checkLabel(source: SampleSource, sample: number, classes: number | null, files: DatasetFiles): void {
  const label = source.label(sample);
  if (label === null || classes === null || label < classes) return;
  const problem = `label ${label} is out of range: there are ${classes} classes`;
  throw files.error(problem, { place: source.describe(sample), hint: 'Classes are counted from 0' });
}

function partOf(picked: Picked | null, files: DatasetFiles): DatasetPart {
  const samples = Uint32Array.from(picked?.samples ?? []);
  return {
    size: samples.length,
    async sample(index, into) {
      const sample = samples[index];
      if (sample === undefined) throw new RangeError(`sample ${index} of ${samples.length}`);
      const { source } = picked!;
      const inputs = await source.decode(source.read(sample, into && memoryIn(into)), sample);
      for (const values of inputs) refuseNonFinite(values, source.describe(sample), files);
      return { inputs, label: source.label(sample) };
    },
  };
}

/** The given memory, for what is stored as the numbers that will be in it. */
function memoryIn(into: readonly Float32Array[]): ReadMemory {
  return (bytes, place) => {
    const array = into[place];
    return array?.byteLength === bytes ? bytesOf(array) : new Uint8Array(bytes);
  };
}

function refuseNonFinite(values: Float32Array, place: string, files: DatasetFiles): void {
  let at = 0;
  while (at < values.length && Number.isFinite(values[at])) at++;
  if (at === values.length) return;
  const hint = 'Mend the sample, or check "type:" and "scale:"';
  throw files.error(`value ${at} is ${values[at]}, not a finite float32`, { place, hint });
}
