import type { Tensor } from '../../model/graph.js';
import { addNote, count, nameOf } from '../notes.js';
import type { TransformContext } from '../types.js';
import { countZeros } from '../zeros.js';
import type { Pattern } from './pattern.js';
import { type Prunable, valuesOf } from './prunable.js';

/** More layers than this are told by their extremes: a note is a sentence, and a table has them all. */
const maxListed = 3;

interface Result {
  pattern: Pattern;
  /** Tensors whose layers were solved anew, by so many samples. */
  repaired: ReadonlySet<Tensor>;
  samples: number;
  /** With what the other weights would make up for those that went. */
  wayOut?: string;
}

/** Tells how much of which layer is zero, how it was chosen, and what it was before. */
export function noteResult(
  before: readonly Prunable[],
  after: readonly Prunable[],
  { pattern, repaired, samples, wayOut }: Result,
  context: TransformContext,
): void {
  const [earlier, now] = [before, after].map((layers) => layers.map((layer) => countZeros(valuesOf(layer))));
  const weights = after.reduce((sum, layer) => sum + valuesOf(layer).length, 0);
  const share = (zeros: readonly number[]): number => zeros.reduce((sum, each) => sum + each, 0) / weights;
  const had = share(earlier!);
  const sentences = [
    `${percent(share(now!))} of the weights of ${count(after.length, 'layer')} are zero${had > 0 ? `, ${percent(had)} were before` : ''}${pattern.name === 'unstructured' ? '' : `, in the pattern ${pattern.name}`}.`,
    repaired.size > 0
      ? `The others make up for them in ${count(repaired.size, 'layer')}, by ${count(samples, 'sample')}.`
      : `They were the smallest; nothing makes up for them.${wayOut ? ` With ${wayOut} the others would.` : ''}`,
  ];
  addNote(context, 'info', sentences.join(' '));
  for (const [i, { operator }] of after.entries()) {
    const output = operator.outputs[0]!;
    context.chosen?.set(output, (context.chosen.get(output) ?? 0) + now![i]! - earlier![i]!);
  }
  const parts = after.map((layer, i) => ({ layer, part: now![i]! / valuesOf(layer).length }));
  if (parts.length < 2) return;
  parts.sort((a, b) => (parts.length > maxListed ? a.part - b.part : 0));
  const listed = parts.length > maxListed ? [parts[0]!, parts.at(-1)!] : parts;
  const texts = listed.map(({ layer, part }) => `${nameOf(layer.operator)} ${percent(part)}`);
  addNote(context, 'info', `Zeros by layer: ${texts.join(listed === parts ? ', ' : ' to ')}.`);
}

/** `50 %`, `0.4 %`. */
export function percent(part: number): string {
  const value = 100 * part;
  return `${value > 0 && value < 1 ? value.toFixed(1) : Math.round(value)} %`;
}
