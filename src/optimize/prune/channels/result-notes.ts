import { formatInteger } from '../../../base/units.js';
import type { Operator, Subgraph } from '../../../model/graph.js';
import { addNote, count, listOf, nameOf } from '../../notes.js';
import type { TransformContext } from '../../types.js';
import { Costs } from './allocate.js';
import { Kept } from './cut.js';
import { type ChannelGroup, channelGroups } from './groups.js';
import { ownConstants } from './own-constants.js';
import type { CutRecord } from './record.js';

/** Views of the notes cut longer ones. */
const groupsPerNote = 3;

/** Tells what went: multiply-accumulates, parameters, and of each group how many channels are left. */
export function noteCuts(
  context: TransformContext,
  subgraph: Subgraph,
  sizes: GroupSizes,
  original: CutRecord,
): void {
  const shares = (['macs', 'parameters'] as const).map((resource) => {
    const [before, after] = [original[resource], new Costs(subgraph, resource).total(new Kept())].map(
      Math.round,
    ) as [number, number];
    const noun = resource === 'macs' ? 'multiply-accumulates' : 'parameters';
    return `${(100 * (1 - after / before)).toFixed(1)} % of ${formatInteger(before)} ${noun}`;
  });
  addNote(context, 'info', `Channels are cut, and with them ${shares.join(' and ')}.`);
  const groups = [...sizesBefore(channelGroups(subgraph), sizes)].flatMap(([group, before]) => {
    const after = group.channels.length;
    return after < before ? [`${groupName(group)} ${before} → ${after}`] : [];
  });
  for (let i = 0; i < groups.length; i += groupsPerNote) {
    addNote(context, 'info', `Channels before and after: ${groups.slice(i, i + groupsPerNote).join(', ')}.`);
  }
}

/** How many channels each group has, by the first operator that makes some of them, in order. */
export type GroupSizes = ReadonlyMap<Operator | undefined, readonly number[]>;

export function sizesOf(subgraph: Subgraph): GroupSizes {
  const shareAgain = ownConstants(subgraph);
  const sizes = new Map<Operator | undefined, number[]>();
  for (const { writers, channels } of channelGroups(subgraph)) {
    const operator = writers[0]?.operator;
    sizes.set(operator, [...(sizes.get(operator) ?? []), channels.length]);
  }
  shareAgain();
  return sizes;
}

/** How many channels groups had when `sizes` were taken; `groups` are all that there are. */
export function sizesBefore(groups: readonly ChannelGroup[], sizes: GroupSizes): Map<ChannelGroup, number> {
  const seen = new Map<Operator | undefined, number>();
  return new Map(
    groups.map((group) => {
      const operator = group.writers[0]?.operator;
      const position = seen.get(operator) ?? 0;
      seen.set(operator, position + 1);
      return [group, sizes.get(operator)?.[position] ?? group.channels.length];
    }),
  );
}

/** Tells which groups are left alone, and why. */
export function noteObstacles(context: TransformContext, groups: readonly ChannelGroup[]): void {
  const reasons = new Map<string, ChannelGroup[]>();
  for (const group of groups) {
    if (group.obstacle === null || group.writers.length === 0) continue;
    reasons.set(group.obstacle, [...(reasons.get(group.obstacle) ?? []), group]);
  }
  for (const [reason, held] of reasons) {
    addNote(context, 'info', `Channels of ${listOf(held.map(groupName))} stay: ${reason}.`);
  }
}

/** A group by what makes its channels: `CONV_2D "a" with 2 more`. */
function groupName({ writers }: ChannelGroup): string {
  const [first, ...others] = writers;
  const name = first ? nameOf(first.operator) : 'no operator';
  return others.length > 0 ? `${name} with ${count(others.length, 'other')}` : name;
}
