import type { Operator, Subgraph, Tensor } from '../../../model/graph.js';
import { macs, operatorRule } from '../../../model/operators/index.js';
import { elementCount } from '../../../model/tensors.js';
import { isFloat } from '../../constants.js';
import { Kept } from './cut.js';
import type { ChannelGroup } from './groups.js';
import type { Ranking } from './importance.js';

/** What cutting channels shall save. */
export type Resource = 'macs' | 'parameters';

/** What a subgraph takes of a resource, and what it still takes with channels cut. */
export class Costs {
  readonly #parts: { tensor: Tensor; amount: number }[];

  constructor(subgraph: Subgraph, resource: Resource) {
    this.#parts = resource === 'macs' ? macsOf(subgraph) : parametersOf(subgraph);
  }

  /** @param among only of what these tensors decide; left out: all */
  total(kept: Kept, among?: ReadonlySet<Tensor>): number {
    const parts = among ? this.#parts.filter(({ tensor }) => among.has(tensor)) : this.#parts;
    return parts.reduce((sum, { tensor, amount }) => sum + amount * kept.part(tensor), 0);
  }
}

/** Multiply-accumulates of operators: as many for each of their weights. */
function macsOf({ operators }: Subgraph): { tensor: Tensor; amount: number }[] {
  return operators.flatMap((operator) => {
    const amount = macs(operator);
    const tensor = weightsOf(operator) ?? operator.outputs[0];
    return amount > 0 && tensor ? [{ tensor, amount }] : [];
  });
}

function weightsOf(operator: Operator): Tensor | null | undefined {
  const [place] = operatorRule(operator.code)?.weights?.(operator) ?? [];
  return place && operator.inputs[place.input];
}

/** Float constants, those stored once counted once. */
function parametersOf({ tensors }: Subgraph): { tensor: Tensor; amount: number }[] {
  const byData = new Map(tensors.map((tensor) => [tensor.data ?? tensor, tensor]));
  return [...byData.values()]
    .filter((tensor) => tensor.data && isFloat(tensor))
    .map((tensor) => ({ tensor, amount: elementCount(tensor.shape) }));
}

export interface AllocationOptions {
  /** Channels are cut until so many are left of each group, or a multiple of it. */
  multipleOf: number;
  /** The least part of a group's channels that is left, 0..1. */
  floor: number;
}

/** Chooses which channels go: again and again the few that do the least damage for what they save. */
export class Allocation {
  readonly #kept = new Kept();
  /** For each group how many of its ranking are cut. */
  readonly cut: number[];
  readonly #tensors: ReadonlySet<Tensor>[];

  constructor(
    readonly groups: readonly ChannelGroup[],
    private readonly rankings: readonly Ranking[],
    private readonly costs: Costs,
    private readonly options: AllocationOptions,
  ) {
    this.cut = groups.map(() => 0);
    this.#tensors = groups.map(({ places }) => new Set(places.map(({ tensor }) => tensor)));
  }

  /** Cuts until the costs are at most a limit; false: they can't come down to it. */
  reach(limit: number): boolean {
    while (this.costs.total(this.#kept) > limit) {
      const group = this.#cheapest();
      if (group < 0) return false;
      this.#kept.cut(this.groups[group]!, this.#next(group));
      this.cut[group]! += this.#next(group).length;
    }
    return true;
  }

  /** What stays. */
  get kept(): Kept {
    const kept = new Kept();
    for (const [i, group] of this.groups.entries()) {
      const gone = this.rankings[i]!.order.slice(0, this.cut[i]);
      if (gone.length > 0) kept.cut(group, gone);
    }
    return kept;
  }

  /** The group whose next few channels do the least damage for what they save; −1: none can go. */
  #cheapest(): number {
    let [best, least] = [-1, Infinity];
    for (const group of this.groups.keys()) {
      const next = this.#next(group);
      if (next.length === 0) continue;
      const { damage } = this.rankings[group]!;
      const first = this.cut[group]!;
      const lost = damage.subarray(first, first + next.length).reduce((sum, each) => sum + each, 0);
      const price = lost / this.#saving(group, next);
      if (price < least) [best, least] = [group, price];
    }
    return best;
  }

  #saving(group: number, next: number[]): number {
    const before = this.costs.total(this.#kept, this.#tensors[group]);
    this.#kept.cut(this.groups[group]!, next);
    const after = this.costs.total(this.#kept, this.#tensors[group]);
    this.#kept.restore(this.groups[group]!, next);
    return before - after;
  }

  /** The channels of a group that would go next: down to a multiple; none where that is too few. */
  #next(group: number): number[] {
    const { multipleOf, floor } = this.options;
    const { order } = this.rankings[group]!;
    const first = this.cut[group]!;
    const left = order.length - first;
    const step = left % multipleOf || multipleOf;
    return left - step >= Math.max(multipleOf, Math.ceil(floor * order.length))
      ? order.slice(first, first + step)
      : [];
  }
}
