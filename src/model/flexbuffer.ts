/** Types of values that are whole numbers: signed, unsigned, and either behind an offset. */
const [int, uint, indirectInt, indirectUint] = [1, 2, 6, 7];
const mapType = 9;

/** Custom operators have some ten options, whose names are words. */
const maxEntries = 1000;
const maxKeyBytes = 256;

/**
 * The whole numbers of a FlexBuffer that is a map, which custom operators have as options, by key; values of other
 * types aren't there. flatbuffers' own reader fails on maps with numbers of 64 bits.
 *
 * @returns null where the bytes are no such map
 */
export function readWholeNumbers(bytes: Uint8Array): Map<string, number> | null {
  try {
    return readMap(new Reader(bytes));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Every value of a map is `width` bytes long; its length, and the place and width of its keys, are before it. */
function readMap(reader: Reader): Map<string, number> | null {
  const { length } = reader.bytes;
  const rootWidth = reader.number(length - 1, 1);
  const rootType = reader.number(length - 2, 1);
  if (rootType >> 2 !== mapType) return null;
  const width = 1 << (rootType & 3);
  const values = reader.target(length - 2 - rootWidth, rootWidth);
  const count = reader.number(values - width, width);
  const keyWidth = reader.number(values - 2 * width, width);
  const keys = reader.target(values - 3 * width, width);
  if (count > maxEntries) return null;
  const found = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const type = reader.number(values + count * width + i, 1);
    const value = readWholeNumber(reader, values + i * width, width, type);
    if (value !== null) found.set(reader.text(reader.target(keys + i * keyWidth, keyWidth)), value);
  }
  return found;
}

function readWholeNumber(reader: Reader, at: number, width: number, packed: number): number | null {
  const type = packed >> 2;
  if (type === int || type === uint) return reader.number(at, width, type === int);
  if (type !== indirectInt && type !== indirectUint) return null;
  return reader.number(reader.target(at, width), 1 << (packed & 3), type === indirectInt);
}

/** Throws a RangeError where there is nothing to read. */
class Reader {
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  number(at: number, width: number, isSigned = false): number {
    const view = this.#view;
    if (width === 1) return isSigned ? view.getInt8(at) : view.getUint8(at);
    if (width === 2) return isSigned ? view.getInt16(at, true) : view.getUint16(at, true);
    if (width === 4) return isSigned ? view.getInt32(at, true) : view.getUint32(at, true);
    if (width === 8) return Number(isSigned ? view.getBigInt64(at, true) : view.getBigUint64(at, true));
    throw new RangeError(`there are no numbers of ${width} bytes`);
  }

  /** Where an offset leads: back from its own place. */
  target(at: number, width: number): number {
    return at - this.number(at, width);
  }

  text(at: number): string {
    const rest = this.bytes.subarray(Math.max(at, 0), at + maxKeyBytes);
    const length = rest.indexOf(0);
    if (at < 0 || length < 0) throw new RangeError('a key without an end');
    return Buffer.from(rest.subarray(0, length)).toString('latin1');
  }
}
