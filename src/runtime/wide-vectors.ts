import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 compile pairs of WebAssembly's 128-bit vector instructions to single ones of 256 bits where the
 * processor has them. Each lane computes as before, so that results are the same to the bit; float models
 * take two thirds of the time. Node.js 24 (V8 13) is the first whose builds can.
 *
 * To be called before code is compiled; threads share the setting.
 *
 * @param version of V8, as in `process.versions.v8`
 * @returns whether it was asked for: V8 complains on the terminal of options that it doesn't know, so that
 *   only versions are asked that were seen to know it
 */
export function widenVectors(version = process.versions.v8): boolean {
  const major = Number.parseInt(version, 10);
  if (major < firstMajor || major > lastMajor) return false;
  setFlagsFromString('--experimental-wasm-revectorize');
  return true;
}

/** Node.js 24 and 26, whose results were compared. */
const [firstMajor, lastMajor] = [13, 14];
