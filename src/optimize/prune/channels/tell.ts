import type { Subgraph } from '../../../model/graph.js';
import { count, listOf, nameOf, tell } from '../../notes.js';
import type { TransformContext } from '../../types.js';
import { type Allocation, Costs } from './allocate.js';
import type { ChannelGroup } from './groups.js';
import type { Record } from './record.js';

/** Views of the notes cut longer ones. */
const groupsPerNote = 3;

/** Tells what goes: multiply-accumulates, parameters, and of each group how many channels are left. */
export function tellCuts(
  context: TransformContext,
  subgraph: Subgraph,
  allocation: Allocation,
  original: Record,
): void {
  const shares = (['macs', 'parameters'] as const).map((resource) => {
    const costs = new Costs(subgraph, resource);
    const [before, after] = [original[resource], costs.total(allocation.kept)].map(Math.round) as [
      number,
      number,
    ];
    const noun = resource === 'macs' ? 'multiply-accumulates' : 'parameters';
    return `${(100 * (1 - after / before)).toFixed(1)} % of ${before.toLocaleString('en-US')} ${noun}`;
  });
  tell(context, 'info', `Channels are cut, and with them ${shares.join(' and ')}.`);
  const groups = allocation.groups.flatMap((group, i) => {
    const cut = allocation.cut[i]!;
    const all = group.channels.length;
    return cut > 0 ? [`${groupName(group)} ${all} → ${all - cut}`] : [];
  });
  for (let i = 0; i < groups.length; i += groupsPerNote) {
    tell(context, 'info', `Channels before and after: ${groups.slice(i, i + groupsPerNote).join(', ')}.`);
  }
}

/** Tells which groups are left alone, and why. */
export function tellObstacles(context: TransformContext, groups: readonly ChannelGroup[]): void {
  const reasons = new Map<string, ChannelGroup[]>();
  for (const group of groups) {
    if (group.obstacle === null || group.writers.length === 0) continue;
    reasons.set(group.obstacle, [...(reasons.get(group.obstacle) ?? []), group]);
  }
  for (const [reason, held] of reasons) {
    tell(context, 'info', `Channels of ${listOf(held.map(groupName))} stay: ${reason}.`);
  }
}

/** A group by what makes its channels: `CONV_2D "a" with 2 more`. */
function groupName({ writers }: ChannelGroup): string {
  const [first, ...others] = writers;
  const name = first ? nameOf(first.operator) : 'no operator';
  return others.length > 0 ? `${name} with ${count(others.length, 'other')}` : name;
}
