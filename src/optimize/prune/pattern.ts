/**
 * Which weights of an output channel become zero together or instead of each other. Neighbours are counted
 * along the input: the last dimension of the weights, from one kernel position on to the next.
 */
export interface Pattern {
  /** As recipes write it. */
  name: string;
  /** Weights next to each other that only become zero together; 1 unless blocks are wanted. */
  unit: number;
  /** Of so many neighbours so many stay, at most; null: the layer as a whole has its number of zeros. */
  group: { keeps: number; of: number } | null;
}

export const unstructured: Pattern = { name: 'unstructured', unit: 1, group: null };

/** Longer runs than this have no kernel anywhere. */
const longest = 64;

/**
 * The pattern that a name stands for: `unstructured`, `2:4` (of 4 neighbours at most 2 stay), `1x16` (16
 * neighbours at once); null: there is none of that name.
 */
export function patternOf(name: string): Pattern | null {
  if (name === unstructured.name) return unstructured;
  const [, keeps, of] = /^([1-9]\d?):([1-9]\d?)$/.exec(name) ?? [];
  if (keeps && of) {
    const group = { keeps: Number(keeps), of: Number(of) };
    return group.keeps < group.of && group.of <= longest ? { name, unit: 1, group } : null;
  }
  const unit = Number(/^1x([1-9]\d?)$/.exec(name)?.[1] ?? 0);
  return unit >= 2 && unit <= longest ? { name, unit, group: null } : null;
}

/** Weights of an output channel that the pattern divides into whole parts. */
export const stepOf = ({ unit, group }: Pattern): number => group?.of ?? unit;

/** Part of the weights that a pattern makes zero by itself; null: as much as is asked for. */
export const ownSparsity = ({ group }: Pattern): number | null => group && 1 - group.keeps / group.of;
