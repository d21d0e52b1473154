import type { DeviceMeasurement, LayerCost } from '../device/types.js';

/** What an operator of the model costs on base and on head. */
export interface LayerChange {
  /** `12 CONV_2D`, or where the two models have other operators, the operator alone: all of its kind. */
  name: string;
  /** Milliseconds of one inference; null where the model has no such operator. */
  baseMs: number | null;
  headMs: number | null;
  baseKernel: string | null;
  headKernel: string | null;
}

/**
 * Which operators changed their cost, the largest change first. Layer by layer where both models run
 * the same operators in the same order, else by kind of operator.
 */
export function layerChanges(base: DeviceMeasurement, head: DeviceMeasurement): LayerChange[] {
  const from = layersOf(base, sameOperators(base, head));
  const to = layersOf(head, sameOperators(base, head));
  const names = [...new Set([...to.keys(), ...from.keys()])];
  return names
    .map((name) => change(name, from.get(name), to.get(name)))
    .filter((layer) => magnitude(layer) > trifle * head.latencyMs)
    .sort((a, b) => magnitude(b) - magnitude(a));
}

/** Changes by less than this part of the inference are no changes: shares are rounded. */
const trifle = 1e-4;

/** One layer's, or all layers' of a kind, part of the inference. */
interface Cost {
  ms: number;
  kernel: string | null;
}

function layersOf({ layers, latencyMs }: DeviceMeasurement, single: boolean): Map<string, Cost> {
  const costs = new Map<string, Cost>();
  for (const layer of layers) {
    const name = single ? `${layer.index} ${layer.operator}` : layer.operator;
    const ms = layer.share * latencyMs;
    const known = costs.get(name);
    costs.set(name, known ? { ms: known.ms + ms, kernel: null } : { ms, kernel: layer.kernel });
  }
  return costs;
}

function sameOperators(base: DeviceMeasurement, head: DeviceMeasurement): boolean {
  const operators = ({ layers }: DeviceMeasurement) =>
    layers.map(({ index, operator }: LayerCost) => `${index} ${operator}`).join();
  return operators(base) === operators(head);
}

function change(name: string, base: Cost | undefined, head: Cost | undefined): LayerChange {
  return {
    name,
    baseMs: base?.ms ?? null,
    headMs: head?.ms ?? null,
    baseKernel: base?.kernel ?? null,
    headKernel: head?.kernel ?? null,
  };
}

function magnitude({ baseMs, headMs }: LayerChange): number {
  return Math.abs((headMs ?? 0) - (baseMs ?? 0));
}
