import type { DeviceMeasurement, LayerCost } from '../device/types.js';

/** What a layer costs in one inference. */
export interface LayerFigures extends LayerCost {
  ms: number;
}

/** What a layer costs on base and on head; null where a model has no such layer. */
export interface LayerChange {
  base: LayerFigures | null;
  head: LayerFigures | null;
}

/** Each layer's cost, the costliest first. */
export function layerFigures(measured: DeviceMeasurement): LayerFigures[] {
  return figuresOf(measured).sort((a, b) => b.share - a.share || a.index - b.index);
}

/** Which layers changed their cost, are new or gone, the largest change first; see `align`. */
export function layerChanges(base: DeviceMeasurement, head: DeviceMeasurement): LayerChange[] {
  return align(figuresOf(base), figuresOf(head))
    .filter((change) => magnitude(change) > trifle * head.latencyMs)
    .sort((a, b) => magnitude(b) - magnitude(a));
}

/** Changes by less than this part of the inference are no changes: shares are rounded. */
const trifle = 1e-4;

function figuresOf({ layers, latencyMs }: DeviceMeasurement): LayerFigures[] {
  return layers.map((layer) => ({ ...layer, ms: layer.share * latencyMs }));
}

/**
 * Matches layers of two models in their order, so that as many as possible find one of their kind, rather with
 * as many multiply-accumulates: a sequence alignment (Needleman-Wunsch) without a price for gaps. Models of more
 * than `maxPairs` pairs of layers are matched by position.
 */
function align(base: LayerFigures[], head: LayerFigures[]): LayerChange[] {
  if (base.length * head.length > maxPairs) return byPosition(base, head);
  const kinds = { base: base.map(kindOf), head: head.map(kindOf) };
  const likeness: Likeness = (i, j) => {
    if (i >= base.length || j >= head.length || kinds.base[i] !== kinds.head[j]) return 0;
    return base[i]!.macs === head[j]!.macs ? 2 : 1;
  };
  const best = bestAlignment(base.length, head.length, likeness);
  const changes: LayerChange[] = [];
  for (let i = 0, j = 0; i < base.length || j < head.length; ) {
    const rest = best(i, j);
    if (likeness(i, j) > 0 && rest === likeness(i, j) + best(i + 1, j + 1))
      changes.push({ base: base[i++]!, head: head[j++]! });
    else if (i < base.length && rest === best(i + 1, j)) changes.push({ base: base[i++]!, head: null });
    else changes.push({ base: null, head: head[j++]! });
  }
  return changes;
}

/** How well layer i of base and layer j of head go together; 0: not at all. */
type Likeness = (i: number, j: number) => number;

/** The sum of likenesses that layers from i and from j on can have at most. */
function bestAlignment(rows: number, columns: number, likeness: Likeness): Likeness {
  const width = columns + 1;
  const best = new Int32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const at = i * width + j;
      best[at] = Math.max(best[at + width + 1]! + likeness(i, j), best[at + width]!, best[at + 1]!);
    }
  }
  return (i, j) => best[i * width + j]!;
}

const maxPairs = 4_000_000;

function byPosition(base: LayerFigures[], head: LayerFigures[]): LayerChange[] {
  return Array.from({ length: Math.max(base.length, head.length) }, (_, index) => {
    const [from = null, to = null] = [base[index], head[index]];
    if (!from || !to || kindOf(from) === kindOf(to)) return [{ base: from, head: to }];
    return [
      { base: from, head: null },
      { base: null, head: to },
    ];
  }).flat();
}

/** XNNPACK's and LiteRT's words for the same. */
const synonyms: Readonly<Record<string, string>> = { conv: 'convolution', pool: 'pooling' };
/** Words of only one of the two: LiteRT tells `DEPTHWISE_CONV_2D` apart, XNNPACK what is prepared in advance. */
const omitted = new Set(['', 'd', 'depthwise', 'static']);

/** The same for `Fully Connected (NC, QS8, QC8W)` and `FULLY_CONNECTED`: `fully connected`. */
function kindOf({ operator }: LayerFigures): string {
  const words = operator
    .replace(/\(.*/s, '')
    .toLowerCase()
    .split(/[^a-z]+/);
  const kind = words.filter((word) => !omitted.has(word)).map((word) => synonyms[word] ?? word);
  return kind.length > 0 ? kind.join(' ') : operator;
}

function magnitude({ base, head }: LayerChange): number {
  return Math.abs((head?.ms ?? 0) - (base?.ms ?? 0));
}
