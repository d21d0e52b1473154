import type { RandomNumbers } from '../../src/base/random-numbers.js';
import { below, oddIntegers, oneOf, pick } from './random.js';

/** Some bytes with a few changes that know nothing of what they mean. */
export function mutateBytes(bytes: Uint8Array, random: RandomNumbers): Uint8Array {
  let changed: Uint8Array = bytes.slice();
  for (let change = 0; change <= below(4, random); change++) changed = changeOnce(changed, random);
  return changed;
}

function changeOnce(bytes: Uint8Array, random: RandomNumbers): Uint8Array {
  const at = below(bytes.length, random);
  const length = 1 + below(16, random);
  let result = bytes;
  oneOf(
    random,
    () => {
      bytes[at] = below(256, random);
    },
    () => {
      bytes[at]! ^= 1 << below(8, random);
    },
    () => setWord(bytes, at & ~3, pick(oddIntegers, random)),
    () => setWord(bytes, at & ~3, below(2 ** 32, random)),
    () => {
      bytes.fill(pick([0, 255], random), at, at + length);
    },
    () => {
      bytes.copyWithin(at, below(bytes.length, random), below(bytes.length, random));
    },
    () => {
      result = bytes.slice(0, random() < 0.5 ? at : bytes.length - length);
    },
    () => {
      result = joined(bytes.subarray(0, at), bytes.subarray(Math.min(at + length, bytes.length)));
    },
    () => {
      result = joined(bytes.subarray(0, at), new Uint8Array(length), bytes.subarray(at));
    },
  );
  return result;
}

function setWord(bytes: Uint8Array, at: number, value: number): void {
  if (at + 4 <= bytes.length) new DataView(bytes.buffer, bytes.byteOffset).setInt32(at, value | 0, true);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
