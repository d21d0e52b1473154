import type { Subgraph, Tensor } from '../../model/graph.js';
import { consumers } from '../../model/navigate.js';
import type { RoundingDamage } from './damage.js';
import { noiseOf } from './judge.js';
import type { LayerPair } from './layer-pairs.js';

/** Layers to keep at a higher precision, and what stops being rounded by it. */
interface Move {
  layers: number[];
}

/**
 * In what order layers are worth keeping at a higher precision: steps of one or more layers, which end
 * with all of them kept.
 *
 * A layer kept so spares its weights' rounding. Its output is still rounded for readers that aren't kept,
 * so that an activation is spared with all layers that write or read it, or not at all. Each step takes
 * the layer, or the layers around an activation, that spare the most noise for their cost.
 *
 * @param costs what keeping each layer costs, > 0, in any unit
 * @returns positions in `pairs`
 */
export function keepOrder(
  subgraph: Subgraph,
  pairs: readonly LayerPair[],
  damages: readonly RoundingDamage[],
  costs: readonly number[],
): number[][] {
  const moves = movesOf(subgraph, pairs);
  const kept = new Set<number>();
  const order: number[][] = [];
  while (kept.size < pairs.length) {
    const best = bestOf(moves, kept, (layers) => {
      const cost = layers.reduce((sum, i) => sum + costs[i]!, 0);
      return spared(kept, layers, moves, damages) / cost;
    });
    for (const layer of best.layers) kept.add(layer);
    order.push(best.layers);
  }
  return order;
}

/** For each layer it alone, and it with all that read what it writes, in that order: 2 moves a layer. */
function movesOf(subgraph: Subgraph, pairs: readonly LayerPair[]): Move[] {
  const readers = consumers(subgraph);
  const position = new Map(pairs.map(({ source }, i) => [source, i]));
  const readersOf = (tensor: Tensor) =>
    (readers.get(tensor) ?? []).map((reader) => position.get(reader)).filter((i) => i !== undefined);
  return pairs.flatMap(({ from }, i) => [{ layers: [i] }, { layers: [...new Set([i, ...readersOf(from)])] }]);
}

/** Noise that is no more, when further layers are kept. */
function spared(
  kept: ReadonlySet<number>,
  further: readonly number[],
  moves: readonly Move[],
  damages: readonly RoundingDamage[],
): number {
  const all = new Set([...kept, ...further]);
  let noise = 0;
  for (const layer of all) {
    if (!kept.has(layer)) noise += noiseOf(damages[layer]!.weightsDb);
    const around = moves[2 * layer + 1]!.layers;
    const isNew = around.some((i) => !kept.has(i));
    if (isNew && around.every((i) => all.has(i))) noise += noiseOf(damages[layer]!.activationsDb);
  }
  return noise;
}

/** The move of the highest worth that adds anything, the first of equals. */
function bestOf(
  moves: readonly Move[],
  kept: ReadonlySet<number>,
  worth: (layers: number[]) => number,
): Move {
  let best: Move | null = null;
  let highest = -1;
  for (const { layers } of moves) {
    const added = layers.filter((layer) => !kept.has(layer));
    const value = added.length > 0 ? worth(added) : -1;
    if (value > highest) [best, highest] = [{ layers: added }, value];
  }
  return best!;
}
