import type { Model } from '../model/graph.js';
import { TensorType } from '../model/schema/index.js';
import { tuneV8 } from './v8-options.js';

/**
 * Builds of LiteRT. `plain` computes the same bits on every machine. `fused` rounds a product and the sum that it
 * is added to once (WebAssembly's relaxed SIMD), in three quarters of the time: the same bits on every processor
 * that has an instruction for it, which are all 64-bit ARM and, since 2013, x86-64 (FMA3). Its kernels for
 * integers may differ between processors; it is for float models.
 */
export const builds = ['plain', 'fused'] as const;

export type Build = (typeof builds)[number];

/** Whether LiteRT computes nothing of a model in integers, so that the build `fused` is for it. */
export function computesInFloat({ subgraphs }: Model): boolean {
  return subgraphs.every(({ tensors }) => tensors.every(({ type }) => !integers.has(type)));
}

const integers = new Set([TensorType.INT4, TensorType.INT8, TensorType.UINT8, TensorType.INT16]);

let fuses: boolean | undefined;

/** Whether the build `fused` computes on this machine what it computes elsewhere. */
export function canFuse(): boolean {
  return (fuses ??= tryToFuse());
}

/** (1 + 2⁻¹²)² is 1 + 2⁻¹¹ + 2⁻²⁴, whose last part is lost where the product is rounded by itself. */
function tryToFuse(): boolean {
  tuneV8();
  if (!WebAssembly.validate(multiplyAdd)) return false;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(multiplyAdd), {});
  const run = exports.f as (factor: number, summand: number) => number;
  return run(1 + 2 ** -12, -1 - 2 ** -11) === 2 ** -24;
}

/** A module whose function `f` multiplies a number by itself and adds another, by `f32x4.relaxed_madd`. */
const multiplyAdd = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 7, 1, 0x60, 2, 0x7d, 0x7d, 1, 0x7d], // a type: a function of two f32, to f32
  ...[3, 2, 1, 0], // a function of the type
  ...[7, 5, 1, 1, 0x66, 0, 0], // called f
  ...[10, 22, 1, 20, 0], // its code, without locals
  ...[0x20, 0, 0xfd, 0x13, 0x20, 0, 0xfd, 0x13, 0x20, 1, 0xfd, 0x13], // local.get, f32x4.splat, three times
  ...[0xfd, 0x85, 2, 0xfd, 0x1f, 0, 0x0b], // f32x4.relaxed_madd, f32x4.extract_lane 0, end
);
