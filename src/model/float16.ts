const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

/** IEEE 754 binary16 words to floats, exactly. */
export function float16ToFloat32(words: Uint16Array): Float32Array<ArrayBuffer> {
  const floats = new Float32Array(words.length);
  const bits = new Uint32Array(floats.buffer);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const sign = (word & 0x8000) << 16;
    const exponent = word & 0x7c00;
    const rest = word & 0x7fff;
    if (exponent === 0) {
      floats[i] = (sign ? -1 : 1) * rest * 2 ** -24;
    } else {
      // Rebias by 127 − 15; infinity and NaN keep all exponent bits set.
      bits[i] = (sign | ((rest << 13) + (exponent === 0x7c00 ? 0x70000000 : 0x38000000))) >>> 0;
    }
  }
  return floats;
}

/** Floats to IEEE 754 binary16 words, to nearest, ties to even; beyond ±65504 becomes infinity. */
export function float32ToFloat16(floats: Float32Array): Uint16Array<ArrayBuffer> {
  const words = new Uint16Array(floats.length);
  for (let i = 0; i < floats.length; i++) {
    scratch[0] = floats[i]!;
    const bits = scratchBits[0]!;
    words[i] = ((bits >>> 16) & 0x8000) | halfOfMagnitude(bits & 0x7fffffff);
  }
  return words;
}

/** Magnitude of a float32 (its bits without the sign) as magnitude of a float16. */
function halfOfMagnitude(bits: number): number {
  if (bits >= 0x47800000) return bits > 0x7f800000 ? 0x7e00 : 0x7c00;
  // Normal: rebias, then round the 13 bits that go; a carry runs into the exponent as it should.
  if (bits >= 0x38800000) return (bits - 0x38000000 + 0xfff + ((bits >> 13) & 1)) >> 13;
  // Subnormal: adding 0.5, whose last place is 2^-24, makes the addition round as float16 would.
  scratchBits[0] = bits;
  scratch[0] = scratch[0]! + 0.5;
  return scratchBits[0]! - 0x3f000000;
}

/** bfloat16 words (the upper halves of floats) to floats, exactly. */
export function bfloat16ToFloat32(words: Uint16Array): Float32Array<ArrayBuffer> {
  const floats = new Float32Array(words.length);
  const bits = new Uint32Array(floats.buffer);
  for (let i = 0; i < words.length; i++) bits[i] = words[i]! << 16;
  return floats;
}
