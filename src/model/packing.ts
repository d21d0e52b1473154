/**
 * Integers of 2 or 4 bits, first element in the lowest bits, to one byte each.
 *
 * @param count elements; the last byte's unused bits are ignored.
 * @param signed two's complement (INT4, INT2) or not (UINT4).
 */
export function unpackBits(
  packed: Uint8Array,
  count: number,
  bits: 2 | 4,
  signed: boolean,
): Int8Array<ArrayBuffer> {
  const values = new Int8Array(count);
  const perByte = 8 / bits;
  const shift = 32 - bits;
  for (let i = 0; i < count; i++) {
    const word = packed[Math.floor(i / perByte)]! >>> ((i % perByte) * bits);
    values[i] = signed ? (word << shift) >> shift : (word << shift) >>> shift;
  }
  return values;
}

/** The reverse of `unpackBits`: values outside of the range lose their upper bits; the tail is zeros. */
export function packBits(values: Int8Array, bits: 2 | 4): Uint8Array<ArrayBuffer> {
  const perByte = 8 / bits;
  const packed = new Uint8Array(Math.ceil(values.length / perByte));
  const mask = (1 << bits) - 1;
  for (let i = 0; i < values.length; i++) {
    packed[Math.floor(i / perByte)]! |= (values[i]! & mask) << ((i % perByte) * bits);
  }
  return packed;
}
