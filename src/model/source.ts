import { InputError, oneLine } from '../base/errors.js';
import type { Buffer, Model } from './schema/index.js';

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossyText = new TextDecoder('utf-8', { ignoreBOM: true });

/** A verified file while it becomes an object graph. */
export class Source {
  /** Position behind the flatbuffer and the buffers behind it. */
  end: number;
  readonly #problems = new Map<string, string[]>();
  readonly #views: (Uint8Array | null | undefined)[] = [];

  constructor(
    readonly bytes: Uint8Array,
    readonly model: Model,
    readonly file: string,
    end: number,
  ) {
    this.end = end;
    for (let i = 0; i < model.buffersLength(); i++) this.#noteEnd(i, model.buffers(i)!);
  }

  fail(place: string, problem: string): never {
    throw new InputError(problem, { file: this.file, place });
  }

  /** Notes what a reader should know; the same of several places becomes one sentence. */
  warn(place: string, problem: string): void {
    const places = this.#problems.get(problem);
    if (places) places.push(place);
    else this.#problems.set(problem, [place]);
  }

  warnings(): string[] {
    return [...this.#problems].map(([problem, [first, ...more]]) => {
      const others = more.length > 0 ? ` (and ${more.length} more)` : '';
      return oneLine(`${first}${others}: ${problem}`);
    });
  }

  /** A text of the file, `null` where it isn't there. Names that aren't UTF-8 are read as well as may be. */
  text(raw: string | Uint8Array | null, place: string): string | null {
    if (raw === null || typeof raw === 'string') return raw;
    try {
      return strictText.decode(raw);
    } catch {
      this.warn(place, 'the name is not UTF-8');
      return lossyText.decode(raw);
    }
  }

  /**
   * The bytes of a buffer, without copying: the same object at every call. `null`: it has none, which is
   * not the same as none of length.
   */
  buffer(index: number, place: string): Uint8Array | null {
    if (index >= this.model.buffersLength()) {
      this.fail(place, `buffer ${index} doesn't exist: the file has ${this.model.buffersLength()}`);
    }
    const known = this.#views[index];
    if (known !== undefined) return known;
    const buffer = this.model.buffers(index)!;
    const view = buffer.dataArray() ?? this.behind(buffer.offset(), buffer.size(), `buffer ${index}`);
    this.#views[index] = view;
    return view;
  }

  /** Bytes behind the flatbuffer that an offset from the file's start names; `null`: no offset. */
  behind(offset: bigint, size: bigint, place: string): Uint8Array | null {
    if (offset === 0n && size === 0n) return null;
    const end = offset + size;
    if (offset <= 1n)
      this.fail(place, 'its position in the file was never filled in: the writer was interrupted');
    if (end > BigInt(this.bytes.length)) {
      this.fail(
        place,
        `it reaches to byte ${end}, but the file has ${this.bytes.length}: truncated or corrupt`,
      );
    }
    this.end = Math.max(this.end, Number(end));
    return this.bytes.subarray(Number(offset), Number(end));
  }

  /** Buffers with bytes that nothing asked for. */
  unusedBuffers(): number {
    let count = 0;
    for (let i = 0; i < this.model.buffersLength(); i++) {
      const buffer = this.model.buffers(i)!;
      if (this.#views[i] === undefined && (buffer.dataLength() > 0 || buffer.size() > 0n)) count++;
    }
    return count;
  }

  #noteEnd(index: number, buffer: Buffer): void {
    if (buffer.dataArray() === null) this.behind(buffer.offset(), buffer.size(), `buffer ${index}`);
  }
}
