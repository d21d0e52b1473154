import type { ModelInput } from '../../model/interface.js';
import { suggestion } from '../../yaml/suggest.js';
import type { FormatContext, SampleSource } from './format.js';
import { checkArrays, decodeRow, readLabelArray, row, type StoredArray } from './stored-array.js';

/**
 * Samples whose inputs are rows of named arrays.
 *
 * @param arrays by input name, without the labels; a single array may have any name
 * @param labels one class number a sample, or null
 */
export function arraySamples(
  arrays: Map<string, StoredArray>,
  labels: StoredArray | null,
  encoding: { scale: number; zeroPoint: number },
  context: FormatContext,
): SampleSource {
  const ordered =
    context.inputs === null ? [...arrays.values()] : inModelOrder(arrays, context.inputs, context);
  if (ordered.length === 0) throw context.files.error('there is no array with samples');
  const shapes = checkArrays(ordered, context.inputs, context.files);
  const size = ordered[0]!.shape[0]!;
  const numbers = labels && readLabelArray(labels, size, context);
  return {
    size,
    shapes,
    describe: (index) => `sample ${index} of ${ordered[0]!.name}`,
    label: (index) => numbers?.[index] ?? null,
    part: () => null,
    read: (index, memory) => ordered.map((array, place) => row(array, index, memory, place)),
    decode: async (stored) => stored.map((bytes, i) => decodeRow(bytes, ordered[i]!, encoding)),
  };
}

/** Converters append `:0` to an input's name and put `serving_default_` before it. */
function plainName(name: string): string {
  return name.replace(/^serving_default_/, '').replace(/:0$/, '');
}

function inModelOrder(
  arrays: Map<string, StoredArray>,
  inputs: readonly ModelInput[],
  { files }: FormatContext,
): StoredArray[] {
  if (inputs.length === 1 && arrays.size === 1) return [...arrays.values()];
  const byPlainName = new Map([...arrays].map(([name, array]) => [plainName(name), array]));
  return inputs.map((input) => {
    const array = arrays.get(input.name) ?? byPlainName.get(plainName(input.name));
    if (array) return array;
    const hint = suggestion(input.name, [...arrays.keys()], 'arrays');
    throw files.error(`there is no array for the model's input "${input.name}"`, { hint });
  });
}
