import type { Operator, Subgraph, Tensor } from '../../../model/graph.js';
import { macs, ruleOf } from '../../../model/operators/index.js';
import { elementCount } from '../../../model/tensors.js';
import { isFloat } from '../../constants.js';
import { Kept } from './cut.js';
import type { ChannelGroup } from './groups.js';
import type { Ranking } from './ranking.js';

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
  const [place] = ruleOf(operator)?.weights?.(operator) ?? [];
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
  /** How many channels a group had before anything was cut; left out: those that it has. */
  sizeBefore?: (group: ChannelGroup) => number;
}

/** Steps of a group that are looked at together: the second may be cheap where the first isn't. */
const lookAhead = 4;

/** Chooses which channels go: again and again the few that do the least damage for what they save. */
export class Allocation {
  /** For each group how many of its ranking are cut. */
  readonly cut: number[];
  readonly #kept = new Kept();
  readonly #tensors: ReadonlySet<Tensor>[];
  readonly #steps: number[][];
  /** For each group what its next channels cost, as long as that holds. */
  readonly #prices: (number | null)[];
  readonly #rankings: readonly Ranking[];
  readonly #costs: Costs;

  constructor(
    readonly groups: readonly ChannelGroup[],
    rankings: readonly Ranking[],
    costs: Costs,
    options: AllocationOptions,
  ) {
    this.#rankings = rankings;
    this.#costs = costs;
    this.cut = groups.map(() => 0);
    this.#prices = groups.map(() => null);
    this.#steps = groups.map((group) => stepsOf(group, options));
    this.#tensors = groups.map(({ places }) => new Set(places.map(({ tensor }) => tensor)));
  }

  /** Cuts until the costs are at most a limit; false: they can't come down to it. */
  reach(limit: number): boolean {
    while (this.#costs.total(this.#kept) > limit) {
      const group = this.#cheapest();
      if (group < 0) return false;
      this.#move(group, this.#steps[group]!.find((step) => step > this.cut[group]!)!);
    }
    for (let group = this.#dearest(limit); group >= 0; group = this.#dearest(limit)) {
      this.#move(group, this.#stepBefore(group));
    }
    return true;
  }

  /** What stays. */
  get kept(): Kept {
    const kept = new Kept();
    for (const [i, group] of this.groups.entries()) {
      const gone = this.#rankings[i]!.order.slice(0, this.cut[i]);
      if (gone.length > 0) kept.cut(group, gone);
    }
    return kept;
  }

  /** Cuts so many channels of a group, more than before or less. */
  #move(group: number, count: number): void {
    const { order } = this.#rankings[group]!;
    const before = this.cut[group]!;
    if (count > before) this.#kept.cut(this.groups[group]!, order.slice(before, count));
    else this.#kept.restore(this.groups[group]!, order.slice(count, before));
    this.cut[group] = count;
    for (const [other, tensors] of this.#tensors.entries()) {
      if ([...this.#tensors[group]!].some((tensor) => tensors.has(tensor))) this.#prices[other] = null;
    }
  }

  /** The group whose next channels do the least damage for what they save; −1: none can go. */
  #cheapest(): number {
    let [best, least] = [-1, Infinity];
    for (const group of this.groups.keys()) {
      this.#prices[group] ??= this.#price(group);
      if (this.#prices[group] < least) [best, least] = [group, this.#prices[group]];
    }
    return best;
  }

  /** Damage for what is saved, over as many of a group's next steps as are cheapest together. */
  #price(group: number): number {
    const first = this.cut[group]!;
    const next = this.#steps[group]!.filter((step) => step > first).slice(0, lookAhead);
    return Math.min(...next.map((end) => this.#damage(group, first, end) / this.#saving(group, end)));
  }

  /** Of the groups whose last step turned out needless the one that it damages most; −1: none was. */
  #dearest(limit: number): number {
    let [best, most] = [-1, -Infinity];
    for (const group of this.groups.keys()) {
      const end = this.cut[group]!;
      const start = this.#stepBefore(group);
      const damage = this.#damage(group, start, end);
      const fits = end > 0 && this.#costs.total(this.#kept) - this.#saving(group, start) <= limit;
      if (fits && damage > most) [best, most] = [group, damage];
    }
    return best;
  }

  #stepBefore(group: number): number {
    return this.#steps[group]!.findLast((step) => step < this.cut[group]!) ?? 0;
  }

  #damage(group: number, first: number, end: number): number {
    const { damage } = this.#rankings[group]!;
    return Math.max(
      0,
      damage.subarray(first, end).reduce((sum, each) => sum + each, 0),
    );
  }

  /** What is saved where so many channels of a group are cut in place of those that are; negative where less are. */
  #saving(group: number, count: number): number {
    const { order } = this.#rankings[group]!;
    const [channels, tensors, before] = [this.groups[group]!, this.#tensors[group]!, this.cut[group]!];
    const changed = order.slice(Math.min(before, count), Math.max(before, count));
    const now = this.#costs.total(this.#kept, tensors);
    if (count > before) this.#kept.cut(channels, changed);
    else this.#kept.restore(channels, changed);
    const then = this.#costs.total(this.#kept, tensors);
    if (count > before) this.#kept.restore(channels, changed);
    else this.#kept.cut(channels, changed);
    return now - then;
  }
}

/** How many of a group's channels may be cut: so many that a multiple is left, but not too few. */
export function stepsOf(group: ChannelGroup, options: AllocationOptions): number[] {
  const { multipleOf, floor, sizeBefore } = options;
  const channels = group.channels.length;
  const least = Math.max(multipleOf, Math.ceil(floor * (sizeBefore?.(group) ?? channels)));
  const steps: number[] = [];
  let left = channels - (channels % multipleOf || multipleOf);
  for (; left >= least; left -= multipleOf) steps.push(channels - left);
  return steps;
}
