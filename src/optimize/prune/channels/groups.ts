import { NumberSets } from '../../../base/disjoint-sets.js';
import type { Operator, Subgraph, Tensor } from '../../../model/graph.js';
import { type ChannelAxis, type ChannelLink, ruleOf } from '../../../model/operators/index.js';
import { bitsPerElement } from '../../../model/tensors.js';
import { nameOf } from '../../notes.js';

/** A dimension of a tensor whose indices channels are cut out of. */
export interface Place {
  tensor: Tensor;
  axis: number;
}

/** A dimension of an operator's weights. */
export interface WeightsPlace extends Place {
  operator: Operator;
}

/**
 * Channels that lie in the same dimensions of the same tensors. One channel is what can only be cut as a
 * whole: with it go an index, or several, of every place.
 */
export interface ChannelGroup {
  places: Place[];
  /** For each channel, for each place, the indices that are its own, ascending. */
  channels: number[][][];
  /** Those of the places where weights make the channels, in execution order. */
  writers: WeightsPlace[];
  /** Those where weights read them. */
  readers: WeightsPlace[];
  /** Why none of the channels can be cut, as a clause; null: they can. */
  obstacle: string | null;
}

/**
 * The groups of channels of a subgraph, in execution order of what makes them.
 *
 * Every operator says, in the operator table, which indices of its tensors are the same channel; what hangs
 * together by any of them is found by union (after Fang et al. 2023, arXiv:2301.12900, index by index in
 * place of their dependency graph of layers).
 */
export function channelGroups(subgraph: Subgraph): ChannelGroup[] {
  const coupling = new Coupling();
  for (const operator of subgraph.operators) coupling.link(operator);
  for (const operator of subgraph.operators) coupling.holdUnnamed(operator);
  for (const tensor of subgraph.inputs) coupling.hold(tensor, 'they are an input of the model');
  for (const tensor of subgraph.outputs) coupling.hold(tensor, 'they are an output of the model');
  for (const tensor of subgraph.tensors) {
    const obstacle = obstacleIn(tensor);
    if (obstacle) coupling.hold(tensor, obstacle);
  }
  return coupling.groups();
}

/** What about a tensor itself keeps its channels. */
function obstacleIn({ isVariable, quantization, sparsity, type, data }: Tensor): string | null {
  if (isVariable) return 'they are kept from one inference to the next';
  if (quantization?.details || quantization?.scale.length)
    return 'they are quantized already (cut channels of the float model, then quantize)';
  if (sparsity) return 'their weights are stored sparse';
  const bits = bitsPerElement(type);
  return data && (bits === null || bits % 8 !== 0)
    ? 'a constant of theirs holds several numbers a byte'
    : null;
}

/** Indices of a dimension that channels are looked for among: tables of words have some hundred thousand. */
const maxIndices = 2 ** 20;

const isTooWide = ({ tensor, axis }: ChannelAxis): boolean => (tensor.shape[axis] ?? 0) > maxIndices;

interface Axis extends Place {
  /** Node of index 0. */
  first: number;
  size: number;
}

/** Which indices of which dimensions hang together. */
class Coupling {
  readonly #forest = new NumberSets();
  readonly #axes = new Map<Tensor, Axis[]>();
  readonly #obstacles = new Map<Axis, string>();
  readonly #named = new Map<Operator, Set<Axis>>();
  readonly #weights = new Map<Axis, { operator: Operator; use: 'read' | 'write' }[]>();

  /** Joins the indices that an operator says are one channel. */
  link(operator: Operator): void {
    const named = new Set<Axis>();
    this.#named.set(operator, named);
    const links = ruleOf(operator)?.channels?.(operator);
    if (links === undefined || typeof links === 'string') return;
    for (const link of links) {
      if (link.some(isTooWide)) {
        this.#holdAll(link, named, operator);
        continue;
      }
      const nodes = new Map<number, number>();
      for (const each of link) {
        const axis = this.#axis(each);
        if (!axis) continue;
        named.add(axis);
        this.#addUse(axis, operator, each);
        this.#join(axis, each.channel ?? ((index) => index), nodes);
      }
    }
  }

  /** What hangs together with a dimension that isn't looked at stays as it is. */
  #holdAll(link: ChannelLink, named: Set<Axis>, operator: Operator): void {
    for (const each of link) {
      const axis = isTooWide(each) ? null : this.#axis(each);
      if (!axis) continue;
      named.add(axis);
      this.#hold(axis, `${nameOf(operator)} has too many channels`);
    }
  }

  /** Dimensions that an operator doesn't name stay as they are, whatever others say of them. */
  holdUnnamed(operator: Operator): void {
    const named = this.#named.get(operator)!;
    const links = ruleOf(operator)?.channels?.(operator);
    const reason =
      typeof links === 'string' ? links : links ? 'needs all of them' : 'is not known to keep them apart';
    for (const tensor of new Set([...operator.inputs, ...operator.outputs, ...operator.intermediates])) {
      for (const axis of (tensor && this.#axes.get(tensor)) ?? []) {
        if (!named.has(axis)) this.#hold(axis, `${nameOf(operator)} ${reason}`);
      }
    }
  }

  hold(tensor: Tensor, reason: string): void {
    for (const axis of this.#axes.get(tensor) ?? []) this.#hold(axis, reason);
  }

  groups(): ChannelGroup[] {
    const axes = [...this.#axes.values()].flat();
    const channels = new Map<number, Map<Axis, number[]>>();
    for (const axis of axes) {
      for (let index = 0; index < axis.size; index++) {
        const root = this.#forest.root(axis.first + index);
        const places = channels.get(root) ?? new Map<Axis, number[]>();
        channels.set(root, places);
        const indices = places.get(axis);
        if (indices) indices.push(index);
        else places.set(axis, [index]);
      }
    }
    const numbers = new Map(axes.map((axis, i) => [axis, i]));
    const groups = new Map<string, ChannelGroup>();
    for (const places of channels.values()) {
      const key = [...places.keys()].map((axis) => numbers.get(axis)).join();
      const group = groups.get(key) ?? this.#group([...places.keys()]);
      groups.set(key, group);
      group.channels.push([...places.values()]);
    }
    return [...groups.values()];
  }

  #group(axes: Axis[]): ChannelGroup {
    const using = (wanted: 'read' | 'write'): WeightsPlace[] =>
      axes.flatMap((each) => {
        const uses = this.#weights.get(each)?.filter(({ use }) => use === wanted) ?? [];
        return uses.map(({ operator }) => ({ operator, tensor: each.tensor, axis: each.axis }));
      });
    const [writers, readers] = [using('write'), using('read')];
    const obstacle = axes.map((axis) => this.#obstacles.get(axis)).find((reason) => reason !== undefined);
    const idle =
      writers.length === 0 ? 'no weights make them' : readers.length === 0 ? 'no weights read them' : null;
    return {
      places: axes.map(({ tensor, axis }) => ({ tensor, axis })),
      channels: [],
      writers,
      readers,
      obstacle: obstacle ?? idle,
    };
  }

  #join({ first, size }: Axis, channelOf: (index: number) => number, nodes: Map<number, number>): void {
    for (let index = 0; index < size; index++) {
      const channel = channelOf(index);
      const node = nodes.get(channel);
      if (node === undefined) nodes.set(channel, first + index);
      else this.#forest.join(node, first + index);
    }
  }

  #axis({ tensor, axis }: ChannelAxis): Axis | null {
    const size = tensor.shape[axis];
    if (size === undefined) return null;
    const known = this.#axes.get(tensor) ?? [];
    this.#axes.set(tensor, known);
    const found = known.find((each) => each.axis === axis);
    if (found) return found;
    const added: Axis = { tensor, axis, size, first: this.#forest.add(size) };
    known.push(added);
    if (tensor.shapeSignature?.[axis] === -1) this.#hold(added, 'their number is known at run time only');
    return added;
  }

  #addUse(axis: Axis, operator: Operator, { weights }: ChannelAxis): void {
    if (!weights) return;
    const uses = this.#weights.get(axis) ?? [];
    this.#weights.set(axis, uses);
    uses.push({ operator, use: weights });
  }

  #hold(axis: Axis, reason: string): void {
    if (!this.#obstacles.has(axis)) this.#obstacles.set(axis, reason);
  }
}
