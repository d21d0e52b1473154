import { Builder, ByteBuffer } from 'flatbuffers';
import type { RandomNumbers } from '../../src/base/random-numbers.js';
import { Model as ModelTable } from '../../src/model/schema/index.js';
import { below, oddFloats, oddInteger, oneOf, pick } from './random.js';

/** A table or vector of the generated object API, whatever it holds. */
type Node = Record<string | number, unknown> | unknown[];

/** How often a mutant that can't be written is tried anew. */
const attempts = 10;

/**
 * A model file with a few fields changed by the schema, but without regard to what they mean: lists that don't fit
 * each other, indices of nothing, options of another operator.
 */
export function mutateFields(bytes: Uint8Array, random: RandomNumbers): Uint8Array {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const table = ModelTable.getRootAsModel(new ByteBuffer(bytes)).unpack();
    const changes = 1 + below(3, random);
    for (let change = 0; change < changes; change++) changeSomewhere(table as never, random);
    try {
      const builder = new Builder(2 * bytes.length);
      ModelTable.finishModelBuffer(builder, table.pack(builder));
      return builder.asUint8Array().slice();
    } catch {
      // The generated code takes it that a list is one: no file was made, so there is nothing to examine.
    }
  }
  return bytes;
}

/** Walks down at random until there is a plain value, or it is tempted to change a whole list or table. */
function changeSomewhere(root: Node, random: RandomNumbers): void {
  let node = root;
  for (;;) {
    const keys: (string | number)[] = Array.isArray(node) ? node.map((_, i) => i) : Object.keys(node);
    if (keys.length === 0) return;
    // Where most of a model's facts are; all lists weigh the same else.
    const key = 'subgraphs' in node && random() < 0.6 ? 'subgraphs' : pick(keys, random);
    const value = (node as Record<string | number, unknown>)[key];
    const isNode = typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
    if (isNode && random() > 0.12) {
      node = value as Node;
      continue;
    }
    changeValue(node, key, value, random);
    return;
  }
}

function changeValue(node: Node, key: string | number, value: unknown, random: RandomNumbers): void {
  if (Array.isArray(node) && random() < 0.3) changeList(node, key as number, random);
  else (node as Record<string | number, unknown>)[key] = changedValue(value, random);
}

function changeList(list: unknown[], at: number, random: RandomNumbers): void {
  oneOf(
    random,
    () => list.splice(at, 1),
    () => list.splice(at, 0, list[below(list.length, random)]),
    () => list.splice(below(list.length, random)),
    () => {
      const other = below(list.length, random);
      [list[at], list[other]] = [list[other], list[at]];
    },
  );
}

function changedValue(value: unknown, random: RandomNumbers): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'bigint')
    return pick([0n, 1n, -1n, 2n ** 31n, 2n ** 40n, 2n ** 63n - 1n, -(2n ** 63n)], random);
  if (typeof value === 'number') {
    return Number.isInteger(value) && random() < 0.8 ? oddInteger(value, random) : pick(oddFloats, random);
  }
  if (Array.isArray(value)) return random() < 0.5 ? [] : [...value, ...value.slice(0, 4)];
  return null;
}
