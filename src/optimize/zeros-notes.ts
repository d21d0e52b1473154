import { downloadSize } from '../base/download-size.js';
import { formatBytes, formatShare } from '../base/units.js';
import { type LayerZeros, roundedToZero } from './layer-facts.js';
import { shareOfZeros } from './layer-zeros.js';
import { addNote, count } from './notes.js';
import { percent } from './prune/result-notes.js';
import type { TransformContext } from './types.js';

/** Smaller parts would be told as 0.0 %. */
const leastTold = 0.0005;

/** Tells where the zeros of a result come from, and what they save: as a file, and as a download. */
export async function noteZeros(
  layers: readonly LayerZeros[],
  source: Uint8Array,
  result: Uint8Array,
  context: TransformContext,
): Promise<void> {
  const weights = layers.reduce((sum, layer) => sum + layer.weights, 0);
  const part = (of: (layer: LayerZeros) => number) =>
    layers.reduce((sum, layer) => sum + of(layer), 0) / Math.max(1, weights);
  const origins: [string, number][] = [
    ['pruned', part(({ pruned }) => pruned ?? 0)],
    ['zero before', part(({ before }) => before ?? 0)],
    ['rounded to zero', part(roundedToZero)],
  ];
  const parts = origins
    .filter(([, share]) => share >= leastTold)
    .map(([name, share]) => `${percent(share)} ${name}`);
  const all = `Of all weights of ${count(layers.length, 'layer')} ${percent(shareOfZeros(layers))} are zero`;
  addNote(context, 'info', `${all}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`);
  const [before, after] = await Promise.all([downloadSize(source), downloadSize(result)]);
  const file = `${formatBytes(result.length)} (${formatShare(result.length / source.length - 1)})`;
  const download = `${formatBytes(after)} compressed, as a download (${formatShare(after / before - 1)})`;
  addNote(context, 'info', `The file takes ${file}, ${download}.`);
}
