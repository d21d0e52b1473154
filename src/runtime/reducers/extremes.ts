/** The smallest and the largest of some numbers. */
interface Extremes {
  /** Infinity where there are no numbers. NaN is passed over, −0 counts as 0. */
  min: number;
  max: number;
  /** Whether one of them is NaN. */
  nan: boolean;
}

/**
 * Finds the smallest and the largest of some numbers, eight at a time by WebAssembly's SIMD: a tenth of the
 * time that a loop in JavaScript takes, which matters where every activation of a model is looked at.
 */
export function extremes(values: Float32Array): Extremes {
  const isInPlace = runtime?.memory.buffer === values.buffer;
  const scanner = isInPlace ? runtime! : (own ??= startScanner(new WebAssembly.Memory({ initial: 2 }), 0));
  const { memory, state, scan } = scanner;
  const lanes = new Float32Array(memory.buffer, state, stateBytes / 4);
  for (let kind = 0; kind < 3; kind++) lanes.fill(starts[kind]!, 8 * kind, 8 * kind + 8);
  const whole = values.length - (values.length % 8);
  if (isInPlace) scan(state, values.byteOffset, values.byteOffset + 4 * whole);
  else scanCopies(scanner, values.subarray(0, whole));
  let [min, max, nan] = [Math.min(...lanes.subarray(0, 8)), Math.max(...lanes.subarray(8, 16)), false];
  for (const value of values.subarray(whole)) {
    if (value < min) min = value;
    if (value > max) max = value;
    if (Number.isNaN(value)) nan = true;
  }
  // A lane that met NaN has all bits set, which is a NaN itself.
  return { min: min + 0, max: max + 0, nan: nan || lanes.subarray(16).some(Number.isNaN) };
}

/**
 * Lets `extremes` look at numbers in a memory where they are, which spares copying them.
 *
 * @param state where in it are `stateBytes` of working memory
 */
export function scanInPlace(memory: WebAssembly.Memory, state: number): void {
  runtime = startScanner(memory, state);
}

interface Scanner {
  memory: WebAssembly.Memory;
  /** Where eight lanes each of minima, maxima, and whether there was NaN are. */
  state: number;
  /** Updates the state by the numbers from one byte of the memory up to another, a multiple of 32 on. */
  scan: (state: number, from: number, to: number) => void;
}

/** What minima, maxima and NaNs start from. */
const starts = [Infinity, -Infinity, 0];

/** The scanner of numbers that are copied. */
let own: Scanner | undefined;

/** That of LiteRT's memory, the newest: a thread gets another one after an error. */
let runtime: Scanner | undefined;

/** Bytes of a scanner's state. */
export const stateBytes = 96;
const blockStart = 128;
const blockLength = 16_384;

function scanCopies({ memory, state, scan }: Scanner, values: Float32Array): void {
  const block = new Float32Array(memory.buffer, blockStart, blockLength);
  for (let start = 0; start < values.length; start += blockLength) {
    const some = values.subarray(start, start + blockLength);
    block.set(some);
    scan(state, blockStart, blockStart + some.byteLength);
  }
}

function startScanner(memory: WebAssembly.Memory, state: number): Scanner {
  code ??= new WebAssembly.Module(assemble());
  const { exports } = new WebAssembly.Instance(code, { m: { m: memory } });
  return { memory, state, scan: exports.scan as Scanner['scan'] };
}

let code: WebAssembly.Module | undefined;

/** The module's bytes; the names are those of the WebAssembly text format. */
function assemble(): Uint8Array {
  const [i32, v128] = [0x7f, 0x7b];
  const [state, at, end] = [0, 1, 2]; // parameters
  const [min, min2, max, max2, nan, nan2, x, x2] = [3, 4, 5, 6, 7, 8, 9, 10];
  const get = (local: number) => [0x20, local];
  const set = (local: number) => [0x21, local];
  // Both take an alignment, as a power of two, and an offset.
  const load = (offset: number) => [0xfd, 0x00, 2, offset];
  const store = (offset: number) => [0xfd, 0x0b, 2, offset];
  // pmin(a, b) is b < a ? b : a, which passes over a NaN in b; pmax likewise.
  const [pmin, pmax, ne, or] = [
    [0xfd, 0xea, 1],
    [0xfd, 0xeb, 1],
    [0xfd, 0x42],
    [0xfd, 0x50],
  ] as const;
  const kept = [min, min2, max, max2, nan, nan2];
  const look = (offset: number, value: number, low: number, high: number, none: number) => [
    ...[...get(at), ...load(offset), ...set(value)],
    ...[...get(low), ...get(value), ...pmin, ...set(low)],
    ...[...get(high), ...get(value), ...pmax, ...set(high)],
    ...[...get(none), ...get(value), ...get(value), ...ne, ...or, ...set(none)],
  ];

  const body = [
    ...[1, kept.length + 2, v128], // locals beside the parameters
    ...kept.flatMap((local, i) => [...get(state), ...load(16 * i), ...set(local)]),
    ...[0x02, 0x40, 0x03, 0x40], // block, loop
    ...[...get(at), ...get(end), 0x4f, 0x0d, 1], // out of the block if at ≥ end
    ...look(0, x, min, max, nan),
    ...look(16, x2, min2, max2, nan2),
    ...[...get(at), 0x41, 32, 0x6a, ...set(at)], // at = at + 32
    ...[0x0c, 0, 0x0b, 0x0b], // again
    ...kept.flatMap((local, i) => [...get(state), ...get(local), ...store(16 * i)]),
    0x0b,
  ];
  const name = (text: string) => [text.length, ...Buffer.from(text)];
  const section = (id: number, ...content: number[]) => [id, ...length(content.length), ...content];
  return Uint8Array.from([
    ...[0, ...Buffer.from('asm'), 1, 0, 0, 0],
    ...section(1, 1, 0x60, 3, i32, i32, i32, 0), // a type: a function of three i32
    ...section(2, 1, ...name('m'), ...name('m'), 2, 0, 1), // a memory from outside, of a page or more
    ...section(3, 1, 0), // a function of the type
    ...section(7, 1, ...name('scan'), 0, 0),
    ...section(10, 1, ...length(body.length), ...body),
  ]);
}

/** An unsigned number below 2¹⁴ in two bytes of LEB128. */
function length(value: number): number[] {
  return [(value & 0x7f) | 0x80, value >> 7];
}
