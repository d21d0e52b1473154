import type { Model } from '../model/graph.js';
import type { LayerCost } from './types.js';

/** From this part of an inference on it is worth a note that XNNPACK didn't run it. */
const noteworthy = 0.1;

/** What a reader of a model's figures on a device should know, a sentence each. */
export function deviceNotes({ signatures }: Model, layers: readonly LayerCost[], device: string): string[] {
  return [...signatureNote(signatures), ...delegateNote(layers, device)];
}

function signatureNote(signatures: Model['signatures']): string[] {
  const [first] = signatures;
  if (!first || signatures.length < 2) return [];
  return [`Of its ${signatures.length} signatures only the first was measured on devices: "${first.key}".`];
}

function delegateNote(layers: readonly LayerCost[], device: string): string[] {
  const outside = layers.filter(({ delegated }) => !delegated);
  const share = outside.reduce((sum, layer) => sum + layer.share, 0);
  if (share < noteworthy) return [];
  const operators = [...new Set(outside.map(({ operator }) => operator))].sort().join(', ');
  const count = outside.length === 1 ? 'a layer' : `${outside.length} layers`;
  return [
    `On ${device} XNNPACK left ${count} to LiteRT's own kernels, ${(share * 100).toFixed(0)} % of the time: ${operators}.`,
  ];
}
