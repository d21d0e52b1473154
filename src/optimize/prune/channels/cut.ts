import { addTensors } from '../../../model/edit.js';
import type { Operator, Subgraph, Tensor } from '../../../model/graph.js';
import { type KeptChannels, ruleOf } from '../../../model/operators/index.js';
import { bitsPerElement, elementCount, tensorName } from '../../../model/tensors.js';
import type { ChannelGroup, Place } from './groups.js';

/** Which indices of dimensions of tensors stay: 1 for each that does. */
export class Kept {
  readonly #masks = new Map<Tensor, Map<number, Uint8Array>>();

  /** Marks channels of a group as cut. */
  cut({ places, channels }: ChannelGroup, numbers: Iterable<number>): void {
    this.#set(places, channels, numbers, 0);
  }

  /** The same for copies of the tensors. */
  forTwins(twins: ReadonlyMap<Tensor, Tensor>): Kept {
    const copy = new Kept();
    for (const [tensor, masks] of this.#masks) copy.#masks.set(twins.get(tensor)!, masks);
    return copy;
  }

  /** Takes `cut` back. */
  restore({ places, channels }: ChannelGroup, numbers: Iterable<number>): void {
    this.#set(places, channels, numbers, 1);
  }

  /** The indices of a dimension, 1 for each that stays; null: all do. */
  mask(tensor: Tensor, axis: number): Uint8Array | null {
    return this.#masks.get(tensor)?.get(axis) ?? null;
  }

  /** How many indices of a dimension stay, between two of them. */
  count(tensor: Tensor, axis: number, from = 0, to = tensor.shape[axis]!): number {
    const mask = this.mask(tensor, axis);
    return mask ? mask.subarray(from, to).reduce((sum, kept) => sum + kept, 0) : Math.max(0, to - from);
  }

  /** Part of a tensor's elements that stays. */
  part(tensor: Tensor): number {
    return tensor.shape.reduce((part, size, axis) => (part * this.count(tensor, axis)) / (size || 1), 1);
  }

  /** The tensors that something is cut out of. */
  tensors(): Iterable<[Tensor, ReadonlyMap<number, Uint8Array>]> {
    return this.#masks;
  }

  #set(places: Place[], channels: number[][][], numbers: Iterable<number>, value: 0 | 1): void {
    const masks = places.map(({ tensor, axis }) => this.#own(tensor, axis));
    for (const number of numbers) {
      for (const [i, indices] of channels[number]!.entries()) {
        for (const index of indices) masks[i]![index] = value;
      }
    }
  }

  #own(tensor: Tensor, axis: number): Uint8Array {
    const masks = this.#masks.get(tensor) ?? new Map<number, Uint8Array>();
    this.#masks.set(tensor, masks);
    const mask = masks.get(axis) ?? new Uint8Array(tensor.shape[axis]!).fill(1);
    masks.set(axis, mask);
    return mask;
  }
}

/** Cuts channels out of a subgraph: shapes, constants, and the sizes that operators are told. */
export function cutChannels(subgraph: Subgraph, kept: Kept): void {
  for (const operator of subgraph.operators) resize(operator, kept);
  addTensors(
    subgraph,
    ...subgraph.operators.flatMap(({ inputs }) => inputs.filter((input) => input !== null)),
  );
  const cut = new Map<Uint8Array, { key: string; data: Uint8Array }[]>();
  for (const [tensor, masks] of kept.tensors()) {
    if (tensor.data) tensor.data = sharedCut(tensor, masks, cut);
    for (const axis of masks.keys()) {
      tensor.shape[axis] = kept.count(tensor, axis);
      if (tensor.shapeSignature) tensor.shapeSignature[axis] = tensor.shape[axis]!;
    }
  }
}

function resize(operator: Operator, kept: Kept): void {
  const changes = [...operator.inputs, ...operator.outputs].some((tensor) => tensor && kept.part(tensor) < 1);
  if (!changes) return;
  const count: KeptChannels = (tensor, from, to) => kept.count(tensor, tensor.shape.length - 1, from, to);
  ruleOf(operator)?.resize?.(operator, count);
}

/** Tensors that share their bytes and lose the same share them still. */
function sharedCut(
  tensor: Tensor,
  masks: ReadonlyMap<number, Uint8Array>,
  cut: Map<Uint8Array, { key: string; data: Uint8Array }[]>,
): Uint8Array {
  const key = `${tensor.shape} ${[...masks].map(([axis, mask]) => `${axis}:${mask.join('')}`)}`;
  const before = tensor.data!;
  const known = cut.get(before) ?? [];
  cut.set(before, known);
  const found = known.find((each) => each.key === key);
  if (found) return found.data;
  const data = cutData(tensor, masks);
  known.push({ key, data });
  return data;
}

/** A constant's bytes without those of cut indices. */
function cutData(tensor: Tensor, masks: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const bits = bitsPerElement(tensor.type);
  if (bits === null || bits % 8 !== 0) throw new Error(`${tensorName(tensor)} holds no whole bytes`);
  let shape = [...tensor.shape];
  let data = tensor.data!;
  for (const [axis, mask] of masks) {
    data = cutAxis(data, shape, axis, mask, bits / 8);
    shape = shape.map((size, i) => (i === axis ? mask.reduce((sum, stays) => sum + stays, 0) : size));
  }
  return data;
}

function cutAxis(
  data: Uint8Array,
  shape: readonly number[],
  axis: number,
  mask: Uint8Array,
  bytes: number,
): Uint8Array {
  const inner = elementCount(shape.slice(axis + 1)) * bytes;
  const stays = mask.reduce((sum, each) => sum + each, 0);
  const outer = elementCount(shape.slice(0, axis));
  const result = new Uint8Array(outer * stays * inner);
  let next = 0;
  for (let i = 0; i < outer * mask.length; i++) {
    if (!mask[i % mask.length]) continue;
    result.set(data.subarray(i * inner, (i + 1) * inner), next);
    next += inner;
  }
  return result;
}
