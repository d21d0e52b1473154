import type { Operator, Subgraph } from '../../model/graph.js';
import { consumers, producers } from '../../model/navigate.js';
import { ruleOf } from '../../model/operators/index.js';
import { type Edges, type Placement, type Precision, tensorsOf } from './placement.js';

/** Places an operator in another precision; null: it must stay where it is. */
type Replace = (operator: Operator, precision: Precision) => Placement | null;

/**
 * Lets operators that only move values (RESHAPE, CONCATENATION, MAX_POOL_2D) compute as what is around
 * them does: between float operators 8 bits would cost two conversions and precision, and gain nothing;
 * between 8-bit operators float would. Movers that hand values to one another settle together.
 */
export function settleMovers(
  subgraph: Subgraph,
  placements: Map<Operator, Placement>,
  edges: Edges,
  replace: Replace,
): void {
  const around = surroundings(subgraph, placements, edges);
  for (const cluster of clusters(subgraph, placements)) {
    const own = placements.get(cluster[0]!)!.precision;
    const found = cluster.flatMap((operator) => around(operator, cluster));
    if (found.includes(own as Precision)) continue;
    const next = mostFrequent(found) ?? 'float';
    if (next === own) continue;
    const moved = cluster.map((operator) => settle(operator, next, replace));
    // All or none: a part would only shift the conversions.
    if (moved.some((placement) => placement === null)) continue;
    for (const [i, operator] of cluster.entries()) placements.set(operator, moved[i]!);
  }
}

function settle(operator: Operator, precision: Precision, replace: Replace): Placement | null {
  const placement = replace(operator, precision);
  if (placement?.precision !== precision) return null;
  return precision === 'float' ? { precision, reason: 'everything around it is float' } : placement;
}

/** Whether an operator hands its values on as they are, in every integer kernel that it has. */
function isMover(operator: Operator): boolean {
  const { int8, int16 } = ruleOf(operator)?.kernels ?? {};
  return int8?.output === 'same' && (int16 ?? int8).output === 'same';
}

/** Movers of the same precision that are connected, in execution order. */
function clusters(subgraph: Subgraph, placements: Map<Operator, Placement>): Operator[][] {
  const neighbours = neighboursOf(subgraph);
  const seen = new Set<Operator>();
  const found: Operator[][] = [];
  for (const first of subgraph.operators) {
    const { precision } = placements.get(first)!;
    if (seen.has(first) || precision === 'other' || !isMover(first)) continue;
    const cluster = [first];
    seen.add(first);
    for (const operator of cluster) {
      for (const next of neighbours(operator)) {
        if (seen.has(next) || !isMover(next) || placements.get(next)!.precision !== precision) continue;
        seen.add(next);
        cluster.push(next);
      }
    }
    found.push(cluster);
  }
  return found;
}

/** The precisions around an operator of a cluster: its neighbours' outside of it, and the model's edges'. */
function surroundings(subgraph: Subgraph, placements: Map<Operator, Placement>, edges: Edges) {
  const neighbours = neighboursOf(subgraph);
  const ends = new Set([...subgraph.inputs, ...subgraph.outputs]);
  return (operator: Operator, cluster: readonly Operator[]): Precision[] => {
    const outside = neighbours(operator).filter((neighbour) => !cluster.includes(neighbour));
    const precisions = outside.map((neighbour) => placements.get(neighbour)!.precision);
    const atEdge = tensorsOf(operator, ruleOf(operator)!, 'activation').filter((tensor) => ends.has(tensor));
    return [...precisions.filter((precision) => precision !== 'other'), ...atEdge.map(() => edges)];
  };
}

/** The precision that is found most often; of several the first. */
function mostFrequent(found: readonly Precision[]): Precision | null {
  let best: Precision | null = null;
  const count = (precision: Precision | null): number => found.filter((each) => each === precision).length;
  for (const precision of found) if (count(precision) > count(best)) best = precision;
  return best;
}

/** The operators that an operator takes tensors from or hands tensors to. */
function neighboursOf(subgraph: Subgraph): (operator: Operator) => Operator[] {
  const makers = producers(subgraph);
  const readers = consumers(subgraph);
  return (operator) => [
    ...operator.inputs.flatMap((input) => (input && makers.get(input)) ?? []),
    ...operator.outputs.flatMap((output) => readers.get(output) ?? []),
  ];
}
