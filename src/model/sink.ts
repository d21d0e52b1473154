import { Builder, type Offset } from 'flatbuffers';
import { bytesOf, type TypedData } from './tensors.js';

/** Runtimes map weights straight from the file and want them so. */
export const bufferAlignment = 16;

/** flatbuffers' own takes −0 for the 0 that is read where nothing is written. */
class ExactBuilder extends Builder {
  override addFieldFloat32(field: number, value: number, absent: number): void {
    if (!Object.is(value, absent)) this.#writeField(field, () => this.addFloat32(value));
  }

  override addFieldFloat64(field: number, value: number, absent: number): void {
    if (!Object.is(value, absent)) this.#writeField(field, () => this.addFloat64(value));
  }

  #writeField(field: number, write: () => void): void {
    write();
    this.slot(field);
  }
}

/** A file while it is made from an object graph. */
export class Sink {
  readonly builder: Builder;
  readonly #bufferNumbers = new Map<Uint8Array, number>();
  readonly #vectors = new Map<string, Offset>();
  #emptyText: Offset | undefined;

  /** @param capacity bytes to reserve; too few cost a copy of everything written so far. */
  constructor(capacity: number) {
    // Multiples of the alignment: the result ends where the builder's memory ends.
    this.builder = new ExactBuilder(Math.ceil(capacity / bufferAlignment) * bufferAlignment);
  }

  /** Number of the buffer with these very bytes, the same for the same object; 0: computed at run time. */
  bufferNumber(data: Uint8Array | null): number {
    if (data === null) return 0;
    let number = this.#bufferNumbers.get(data);
    if (number === undefined) this.#bufferNumbers.set(data, (number = this.#bufferNumbers.size + 1));
    return number;
  }

  /** The buffers from number 1 on. */
  buffers(): Uint8Array[] {
    return [...this.#bufferNumbers.keys()];
  }

  /** A vector of bytes, copied in one go. */
  bytes(data: Uint8Array, alignment = 1): Offset {
    this.builder.prep(alignment, data.length);
    return this.builder.createByteVector(data);
  }

  /** A vector of numbers, or 0 (no vector) where there are none. */
  numbersOrNone(values: TypedData): Offset {
    return values.length === 0 ? 0 : this.#vector(values);
  }

  /** A vector of numbers, also where there are none: LiteRT wants some vectors to be there. */
  int32s(values: readonly number[]): Offset {
    return this.#vector(Int32Array.from(values));
  }

  /** A vector of tables, also where there are none. */
  tables(offsets: Offset[]): Offset {
    const { builder } = this;
    builder.startVector(4, offsets.length, 4);
    for (let i = offsets.length - 1; i >= 0; i--) builder.addOffset(offsets[i]!);
    return builder.endVector();
  }

  /** A text; null: none. One without letters is written, too: readers tell it from none. */
  text(text: string | null): Offset {
    if (text === '') return (this.#emptyText ??= this.builder.createString(''));
    return text === null ? 0 : this.builder.createSharedString(text);
  }

  /** A name, none where it has no letters: nothing tells these apart. */
  name(name: string): Offset {
    return this.text(name === '' ? null : name);
  }

  /**
   * Equal vectors are written once and referred to from everywhere, as flatbuffers may: shapes, and zero
   * points above all, which take 8 bytes a channel, are the same for many tensors.
   */
  #vector(values: TypedData): Offset {
    const bytes = bytesOf(values);
    const key = `${values.BYTES_PER_ELEMENT} ${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')}`;
    const known = this.#vectors.get(key);
    if (known !== undefined) return known;
    const { builder } = this;
    builder.startVector(values.BYTES_PER_ELEMENT, values.length, values.BYTES_PER_ELEMENT);
    builder.pad(values.byteLength);
    const memory = builder.dataBuffer().bytes();
    memory.set(bytes, memory.length - builder.offset());
    const offset = builder.endVector();
    this.#vectors.set(key, offset);
    return offset;
  }
}
