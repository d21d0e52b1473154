import { setFlagsFromString } from 'node:v8';

/**
 * Options of V8, by the first and last major version that they are for: those that were seen to know them, since
 * V8 complains on the terminal of what it doesn't know. None of them changes a bit of any result.
 */
const options = [
  // Pairs of 128-bit vector instructions become single ones of 256 bits where the processor has them, each lane
  // computing as before: float models take two thirds of the time. From Node.js 24 on, whose builds can.
  { first: 13, last: 14, option: '--experimental-wasm-revectorize' },
  // What is worth optimizing: three times as much as usual. Kernels soon reach it, and little else is compiled.
  { first: 13, last: 14, option: '--wasm-tiering-budget=40000000' },
  // Relaxed SIMD, which newer versions have without being asked.
  { first: 11, last: 11, option: '--experimental-wasm-relaxed-simd' },
  // What is worth optimizing: as of V8 13. Before it is so little that the kernels wait in line with all else.
  { first: 11, last: 11, option: '--wasm-tiering-budget=13000000' },
];

/**
 * Has V8 compile WebAssembly as is best for LiteRT, in all threads. To be called before LiteRT is compiled.
 *
 * @param version of V8, as in `process.versions.v8`
 * @returns the options that were set
 */
export function tuneV8(version = process.versions.v8): string[] {
  const major = Number.parseInt(version, 10);
  const chosen = options.filter(({ first, last }) => first <= major && major <= last);
  for (const { option } of chosen) setFlagsFromString(option);
  return chosen.map(({ option }) => option);
}
