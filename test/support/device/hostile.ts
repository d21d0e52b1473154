import { InputError } from '../../../src/base/errors.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../../../src/model/build.js';
import { BuiltinOperator, TensorType } from '../../../src/model/schema/index.js';
import { bytesOf } from '../../../src/model/tensors.js';
import { writeModel } from '../../../src/model/write.js';
import { observerGreeting } from '../../../src/runtime/observer/protocol.js';
import { prepare } from '../../../src/runtime/prepare.js';
import { oneOperator } from './model.js';

// Inputs that no litetrim would give its native programs, which must refuse or survive them.

export interface Hostile {
  name: string;
  bytes: Uint8Array;
}

/** Xorshift: whole numbers below a limit, the same in each run. */
export function numbersFrom(seed: number): (limit: number) => number {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** Files that lie about what they hold, each of one small operator. */
export function hostileModels(): Hostile[] {
  const shapes: [string, number[]][] = [
    ['no dimensions', []],
    ['a dimension of 0', [1, 0]],
    ['dynamic dimensions', [-1, -1]],
    ['8 dimensions', Array<number>(8).fill(1)],
    ['9 dimensions', Array<number>(9).fill(1)],
    ['200 dimensions', Array<number>(200).fill(1)],
    ['2^62 elements', [1 << 30, 1 << 30, 4]],
    ['2^64 elements', [1 << 16, 1 << 16, 1 << 16, 1 << 16]],
    ['2^64 + 1 elements', [641, 6700417 * 13, 67280421]],
  ];
  const { FLOAT32, STRING, INT4, COMPLEX128 } = TensorType;
  const types = { STRING, INT4, COMPLEX128, unknown: 99 as TensorType };
  return [
    ...shapes.map(([name, shape]) => ({ name, bytes: addition(shape, FLOAT32) })),
    ...Object.entries(types).map(([name, type]) => ({ name: `type ${name}`, bytes: addition([1, 4], type) })),
    { name: 'an input that is the output', bytes: passedOn() },
    { name: 'no bytes', bytes: new Uint8Array() },
    { name: 'only an identifier', bytes: Uint8Array.from('\x08\0\0\0TFL3', (c) => c.charCodeAt(0)) },
    { name: 'an unknown operator', bytes: oneOperator(4, { customCode: 'Sparkle' }).bytes },
    { name: 'a version of the future', bytes: oneOperator(4, { version: 99 }).bytes },
  ];
}

function addition(shape: number[], type: TensorType): Uint8Array {
  const [input, output] = ['input', 'output'].map((name) => newTensor(name, type, shape));
  const operator = newOperator(BuiltinOperator.ADD, { inputs: [input!, input!], outputs: [output!] });
  return writeModel(newModel([newSubgraph([input!, input!], [output!, output!], [operator])]));
}

function passedOn(): Uint8Array {
  const tensor = newTensor('both', TensorType.FLOAT32, [1, 4]);
  return writeModel(newModel([newSubgraph([tensor], [tensor], [])]));
}

/** Copies of a file with a few bytes changed, or cut short. */
export function mutants({ name, bytes }: Hostile, count: number, seed: number): Hostile[] {
  const below = numbersFrom(seed);
  return Array.from({ length: count }, (_, k) => {
    const length = below(4) === 0 ? below(bytes.length + 1) : bytes.length;
    const copy = Uint8Array.from(bytes.subarray(0, length));
    for (let changes = copy.length && 1 + below(8); changes > 0; changes--) {
      copy[below(copy.length)] = [0, 1, 0x7f, 0x80, 0xff, below(256)][below(6)]!;
    }
    return { name: `${name}, change ${k}`, bytes: copy };
  });
}

/** Those that litetrim itself takes for models, as it hands them to LiteRT, which reads broken files beyond their end. */
export function accepted(models: readonly Hostile[]): Hostile[] {
  return models.flatMap(({ name, bytes }) => {
    try {
      return [{ name, bytes: prepare(bytes, name).bytes }];
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  });
}

export interface Stream extends Hostile {
  /** The only statuses that it may end with. */
  statuses: number[];
  /** Bytes of ranges that it must have told then. */
  told?: number;
}

/** What an observer may be given, with the statuses of ports.h. */
export function hostileStreams(): Stream[] {
  const elements = 4;
  const model = oneOperator(elements).bytes;
  const number = (...values: (number | bigint)[]) => bytesOf(BigUint64Array.from(values, BigInt));
  const start = [number(observerGreeting, model.length), model];
  // The operator's input is named once.
  const ports = number(1, 4 * elements, 1, 4 * elements);
  const sample = (...values: number[]) =>
    bytesOf(Float32Array.from({ length: elements }, (_, k) => values[k] ?? k));
  const stream = (name: string, statuses: number[], ...parts: Uint8Array[]): Stream => ({
    ...{ name, statuses, bytes: Buffer.concat(parts) },
  });
  const most = 2n ** 64n - 1n;
  return [
    { ...stream('no sample', [0], ...start, ports), told: 0 },
    { ...stream('odd numbers', [0], ...start, ports, sample(NaN, Infinity, -0, 1e-45)), told: 12 },
    {
      ...stream('a hundred samples', [0], ...start, ports, ...Array<Uint8Array>(100).fill(sample())),
      told: 1200,
    },
    stream('nothing', [64]),
    stream('half a number', [64], number(observerGreeting).subarray(0, 4)),
    stream('another version', [64], number(observerGreeting + 1)),
    stream('a greeting alone', [64], number(observerGreeting)),
    ...[1n << 31n, (1n << 31n) + 1n, 1n << 63n, most].map((size) =>
      stream(`a model of ${size} bytes`, [64, 71], number(observerGreeting, size), model),
    ),
    stream('a model of no bytes', [65], number(observerGreeting, 0), ports),
    stream('noise for a model', [65], number(observerGreeting, 64), new Uint8Array(64).fill(0xa5)),
    ...[0n, 2n, most].map((count) => stream(`${count} inputs`, [66], ...start, number(count, 16, 1, 16))),
    ...[0n, 15n, 1n << 62n, most].map((bytes) =>
      stream(`an input of ${bytes} bytes`, [66], ...start, number(1, bytes, 1, 16)),
    ),
    ...[0n, 2n, most].map((count) => stream(`${count} outputs`, [66], ...start, number(1, 16, count, 16))),
    stream('ports that end', [64], ...start, number(1)),
    stream('a sample that ends', [71], ...start, ports, sample(), sample().subarray(0, 7)),
  ];
}
