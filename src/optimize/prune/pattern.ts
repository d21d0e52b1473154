/**
 * Which weights of an output channel become zero together or instead of each other. Neighbours are counted
 * along the input: the last dimension of the weights, from one kernel position on to the next.
 */
export interface Pattern {
  /** As recipes write it. */
  name: string;
  /** Weights next to each other that only become zero together; 1 unless blocks are wanted. */
  unit: number;
  /** Output channels next to each other whose weights only become zero together; 1 unless wanted. */
  bundle: number;
  /** Of so many neighbours so many stay, at most; null: the layer as a whole has its number of zeros. */
  group: { keeps: number; of: number } | null;
}

export const unstructured: Pattern = { name: 'unstructured', unit: 1, bundle: 1, group: null };

/** Longer runs than this have no kernel anywhere. */
const longest = 64;

/**
 * The pattern that a name stands for: `unstructured`; `2:4`, of 4 neighbours at most 2 stay; `1x16`, 16 neighbours
 * become zero at once; `4x1`, the same weight of 4 output channels does; null: there is none of that name.
 */
export function patternOf(name: string): Pattern | null {
  if (name === unstructured.name) return unstructured;
  const [, first, sign, second] = /^([1-9]\d?)([:x])([1-9]\d?)$/.exec(name) ?? [];
  const [rows, columns] = [Number(first), Number(second)];
  if (!sign || rows > longest || columns > longest) return null;
  if (sign === ':') {
    return rows < columns ? { ...unstructured, name, group: { keeps: rows, of: columns } } : null;
  }
  const isBlock = (rows === 1) !== (columns === 1);
  return isBlock ? { ...unstructured, name, unit: columns, bundle: rows } : null;
}

/** Whether a pattern divides a matrix of weights, a row an output channel, into whole parts. */
export const divides = ({ unit, bundle, group }: Pattern, rows: number, columns: number): boolean =>
  rows % bundle === 0 && columns % (group?.of ?? unit) === 0;

/** Part of the weights that a pattern makes zero by itself; null: as much as is asked for. */
export const ownSparsity = ({ group }: Pattern): number | null => group && 1 - group.keeps / group.of;

/** Patterns of the same kind that kernels know, the largest of those that are smaller first. */
export function likePatterns({ unit, bundle, group }: Pattern): Pattern[] {
  const size = Math.max(unit, bundle, group?.of ?? 1);
  const sizes = [16, 8, 4, 2].filter((each) => each < size);
  const names = sizes.map((each) => (group ? `${each / 2}:${each}` : bundle > 1 ? `${each}x1` : `1x${each}`));
  return names.map((name) => patternOf(name)!);
}
