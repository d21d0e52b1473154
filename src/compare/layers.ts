import type { DeviceMeasurement, LayerCost } from '../device/types.js';

/** What a layer, or all layers of a kind together, cost in one inference. */
export interface LayerFigures {
  /** The runtime's operator; of several layers their kind. */
  operator: string;
  /** The layer's position; null: several layers together. */
  index: number | null;
  /** How many layers these figures are of. */
  layers: number;
  /** Kinds of micro-kernels that ran, in order, each once; none outside of the delegate. */
  kernels: string[];
  /** Whether XNNPACK ran all of it. */
  delegated: boolean;
  ms: number;
  /** Part of the inference, 0..1. */
  share: number;
  /** Modelled cycles; null where nothing counted them. */
  cycles: number | null;
  /** Multiply-accumulates; null where a layer's aren't known. */
  macs: number | null;
  /** What binds all of it; null where that differs, or isn't known. */
  bound: LayerCost['bound'];
  /** Lines that missed each level of cache. */
  misses: number[];
}

/** What a layer, or a kind of layers, costs on base and on head; null where a model has none. */
export interface LayerChange {
  base: LayerFigures | null;
  head: LayerFigures | null;
}

/** Each layer's cost, the costliest first. */
export function layerFigures(measured: DeviceMeasurement): LayerFigures[] {
  return measured.layers.map((layer) => figuresOf(layer, measured)).sort(byCost);
}

/**
 * Which layers changed their cost, the largest change first. Layers are matched by their kind and, where
 * both models have as many of a kind, by their order; else all layers of a kind are taken together.
 */
export function layerChanges(base: DeviceMeasurement, head: DeviceMeasurement): LayerChange[] {
  const from = byKind(base);
  const to = byKind(head);
  const kinds = [...new Set([...to.keys(), ...from.keys()])];
  return kinds
    .flatMap((kind) => changesOf(from.get(kind) ?? [], to.get(kind) ?? [], kind))
    .filter((change) => magnitude(change) > trifle * head.latencyMs)
    .sort((a, b) => magnitude(b) - magnitude(a));
}

/** Changes by less than this part of the inference are no changes: shares are rounded. */
const trifle = 1e-4;

function byKind(measured: DeviceMeasurement): Map<string, LayerFigures[]> {
  const kinds = new Map<string, LayerFigures[]>();
  for (const layer of measured.layers) {
    const kind = kindOf(layer.operator);
    const known = kinds.get(kind) ?? [];
    known.push(figuresOf(layer, measured));
    kinds.set(kind, known);
  }
  return kinds;
}

/** XNNPACK's and LiteRT's words for the same. */
const synonyms: Readonly<Record<string, string>> = { conv: 'convolution', pool: 'pooling' };
/** Words of only one of the two: LiteRT tells `DEPTHWISE_CONV_2D` apart, XNNPACK what is prepared in advance. */
const omitted = new Set(['', 'd', 'depthwise', 'static']);

/** The same for `Fully Connected (NC, QS8, QC8W)` and `FULLY_CONNECTED`: `fully connected`. */
function kindOf(operator: string): string {
  const words = operator
    .replace(/\(.*/s, '')
    .toLowerCase()
    .split(/[^a-z]+/);
  const kind = words.filter((word) => !omitted.has(word)).map((word) => synonyms[word] ?? word);
  return kind.length > 0 ? kind.join(' ') : operator;
}

function changesOf(base: LayerFigures[], head: LayerFigures[], kind: string): LayerChange[] {
  if (base.length === head.length) return head.map((layer, index) => ({ base: base[index]!, head: layer }));
  return [{ base: together(base, kind), head: together(head, kind) }];
}

function together(layers: LayerFigures[], kind: string): LayerFigures | null {
  const [first, ...others] = layers;
  if (!first) return null;
  return others.length === 0 ? first : { ...others.reduce(sum, first), operator: kind, index: null };
}

function sum(a: LayerFigures, b: LayerFigures): LayerFigures {
  return {
    ...a,
    layers: a.layers + b.layers,
    kernels: [...new Set([...a.kernels, ...b.kernels])],
    delegated: a.delegated && b.delegated,
    ms: a.ms + b.ms,
    share: a.share + b.share,
    cycles: plus(a.cycles, b.cycles),
    macs: plus(a.macs, b.macs),
    bound: a.bound === b.bound ? a.bound : null,
    misses: a.misses.map((count, level) => count + (b.misses[level] ?? 0)),
  };
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function figuresOf(layer: LayerCost, { latencyMs }: DeviceMeasurement): LayerFigures {
  const { operator, index, kernel, delegated, share, cycles, macs, bound, misses } = layer;
  const kernels = kernel === null ? [] : [kernel];
  return {
    operator,
    index,
    layers: 1,
    kernels,
    delegated,
    ms: share * latencyMs,
    share,
    cycles,
    macs,
    bound,
    misses,
  };
}

function magnitude({ base, head }: LayerChange): number {
  return Math.abs((head?.ms ?? 0) - (base?.ms ?? 0));
}

function byCost(a: LayerFigures, b: LayerFigures): number {
  return b.share - a.share || a.index! - b.index!;
}
