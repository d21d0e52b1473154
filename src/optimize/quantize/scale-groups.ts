import { DisjointSets } from '../../base/disjoint-sets.js';
import { type IntegerType, type Range, type StoredForm, storedForm, storedRange } from './affine.js';

interface Group extends Range {
  type: IntegerType;
  fixed: StoredForm | null;
  minScale: number;
  headroom: number;
}

/**
 * Activations that must share one scale and zero point, as disjoint sets of whatever stands for
 * an activation. A group's range is the union of its members'; a kernel with a fixed output scale fixes
 * the group's.
 */
export class ScaleGroups {
  readonly #groups = new DisjointSets<object, Group>();

  /**
   * Makes an activation known, in a group of its own. A second time changes nothing.
   *
   * @param headroom how many times its range an activation may take; the least of a group's counts
   */
  add(
    activation: object,
    type: IntegerType,
    { min, max }: Range,
    fixed: StoredForm | null = null,
    headroom = 1,
  ): void {
    if (this.#groups.has(activation)) return;
    this.#groups.add(activation, { type, min, max, fixed, minScale: 0, headroom });
  }

  /**
   * Puts two activations under one scale.
   *
   * @returns false, changing nothing, where one group's fixed scale can't hold the other's values, or their types
   *   differ: the two must meet through a requantization.
   */
  join(a: object, b: object): boolean {
    const [first, second] = [this.#groupOf(a), this.#groupOf(b)];
    if (first === second) return true;
    if (first.type !== second.type) return false;
    if (!canHold(first, second) || !canHold(second, first)) return false;
    first.min = Math.min(first.min, second.min);
    first.max = Math.max(first.max, second.max);
    first.headroom = Math.min(first.headroom, second.headroom);
    first.fixed ??= second.fixed;
    this.#groups.join(a, b, first);
    return true;
  }

  /** Keeps the scale of an activation's group from falling below a limit. */
  raise(activation: object, minScale: number): void {
    const group = this.#groupOf(activation);
    group.minScale = Math.max(group.minScale, minScale);
  }

  has(activation: object): boolean {
    return this.#groups.has(activation);
  }

  form(activation: object): StoredForm {
    const group = this.#groupOf(activation);
    const { min, max, headroom } = group;
    const range = { min: min * headroom, max: max * headroom };
    return group.fixed ?? storedForm(group.type, range, group.minScale);
  }

  #groupOf(activation: object): Group {
    const group = this.#groups.facts(activation);
    if (!group) throw new Error('an activation was used before it was added');
    return group;
  }
}

/** Whether a group's fixed scale, if it has one, serves another group as well. */
function canHold({ fixed }: Group, other: Group): boolean {
  if (!fixed) return true;
  if (other.fixed) return fixed.scale === other.fixed.scale && fixed.zeroPoint === other.fixed.zeroPoint;
  const held = storedRange(fixed);
  // A sigmoid's scale ends one step below the 1 that it may reach.
  return other.min >= held.min - fixed.scale && other.max <= held.max + fixed.scale;
}
