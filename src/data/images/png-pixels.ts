import { ImageError } from './image.js';

/** What a PNG's header says of its pixels. */
export interface PngHeader {
  width: number;
  height: number;
  /** Bits of a channel: 1, 2, 4, 8 or 16. */
  depth: number;
  channels: number;
  /** Pixels are numbers of a palette's colours. */
  isIndexed: boolean;
  isInterlaced: boolean;
}

/** Every `xStep`th pixel of every `yStep`th row from `x`, `y` on. */
type Pass = readonly [x: number, y: number, xStep: number, yStep: number];

const wholeImage: Pass[] = [[0, 0, 1, 1]];

/** Adam7. */
const interlacedPasses: Pass[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** Makes RGB of a PNG's unpacked bytes as they come, row by row (PNG specification, sections 7 to 9). */
export class PngPixels {
  readonly #header: PngHeader;
  readonly #palette: Uint8Array | null;
  readonly #rgb: Uint8Array;
  /** Bytes from a pixel to its left neighbour. */
  readonly #step: number;
  readonly #rows: Iterator<{ y: number; pass: Pass; isFirst: boolean; columns: number }>;
  /** The row that is being filled, its filter's number before it, and the one above. */
  #row: Uint8Array;
  #above: Uint8Array;
  #place: { y: number; pass: Pass; columns: number } | null = null;
  #filled = 0;
  #length = 0;

  /** @param palette three bytes a colour */
  constructor(header: PngHeader, palette: Uint8Array | null) {
    if (header.isIndexed && !palette) throw new ImageError('a damaged PNG file: it has no palette');
    this.#header = header;
    this.#palette = header.isIndexed ? palette : null;
    this.#rgb = new Uint8Array(header.width * header.height * 3);
    this.#step = Math.max(1, (header.channels * header.depth) / 8);
    this.#rows = rowsOf(header);
    this.#row = new Uint8Array(this.#bytesOf(header.width));
    this.#above = new Uint8Array(this.#bytesOf(header.width));
    this.#nextRow();
  }

  /** @throws ImageError for what no row begins with, for a colour that isn't there, and for too many bytes */
  push(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      if (!this.#place) throw new ImageError('a damaged PNG file: it has more pixels than it says');
      const count = Math.min(piece.length - at, this.#length - this.#filled);
      this.#row.set(piece.subarray(at, at + count), this.#filled);
      this.#filled += count;
      at += count;
      if (this.#filled === this.#length) this.#endRow(this.#place);
    }
  }

  /** height × width × 3 values. @throws ImageError where rows are missing */
  finished(): Uint8Array {
    if (this.#place) throw new ImageError('a damaged PNG file: pixels are missing');
    return this.#rgb;
  }

  #endRow({ y, pass, columns }: { y: number; pass: Pass; columns: number }): void {
    unfilter(this.#row.subarray(0, this.#length), this.#above, this.#step);
    const [x, , xStep] = pass;
    const start = (y * this.#header.width + x) * 3;
    this.#write(this.#row.subarray(1), columns, start, xStep * 3);
    [this.#row, this.#above] = [this.#above, this.#row];
    this.#nextRow();
  }

  #nextRow(): void {
    const { value, done } = this.#rows.next();
    this.#place = done ? null : value;
    if (done) return;
    this.#filled = 0;
    this.#length = this.#bytesOf(value.columns);
    if (value.isFirst) this.#above.fill(0);
  }

  #bytesOf(columns: number): number {
    return 1 + Math.ceil((columns * this.#header.channels * this.#header.depth) / 8);
  }

  /** A row's pixels as RGB, the first at `start`, each `step` bytes from the one before. */
  #write(row: Uint8Array, columns: number, start: number, step: number): void {
    if (this.#palette) this.#writeIndexed(row, columns, start, step);
    else if (this.#header.depth < 8) this.#writeBits(row, columns, start, step);
    else this.#writeBytes(row, columns, start, step);
  }

  #writeBytes(row: Uint8Array, columns: number, start: number, step: number): void {
    const { channels, depth } = this.#header;
    const rgb = this.#rgb;
    // The upper of two bytes comes first.
    const bytes = depth / 8;
    const second = channels < 3 ? 0 : bytes;
    for (let i = 0, from = 0, to = start; i < columns; i++, from += channels * bytes, to += step) {
      rgb[to] = row[from]!;
      rgb[to + 1] = row[from + second]!;
      rgb[to + 2] = row[from + 2 * second]!;
    }
  }

  #writeBits(row: Uint8Array, columns: number, start: number, step: number): void {
    const { depth } = this.#header;
    const largest = 2 ** depth - 1;
    for (let i = 0, to = start; i < columns; i++, to += step)
      this.#rgb.fill((bitsAt(row, i, depth) * 255) / largest, to, to + 3);
  }

  #writeIndexed(row: Uint8Array, columns: number, start: number, step: number): void {
    const { depth } = this.#header;
    const palette = this.#palette!;
    for (let i = 0, to = start; i < columns; i++, to += step) {
      const colour = 3 * bitsAt(row, i, depth);
      if (colour + 3 > palette.length) throw new ImageError('a damaged PNG file: its palette is too small');
      this.#rgb[to] = palette[colour]!;
      this.#rgb[to + 1] = palette[colour + 1]!;
      this.#rgb[to + 2] = palette[colour + 2]!;
    }
  }
}

function* rowsOf({ width, height, isInterlaced }: PngHeader) {
  for (const pass of isInterlaced ? interlacedPasses : wholeImage) {
    const [left, top, xStep, yStep] = pass;
    const columns = Math.ceil((width - left) / xStep);
    if (columns <= 0) continue;
    for (let y = top; y < height; y += yStep) yield { y, pass, isFirst: y === top, columns };
  }
}

/** The `i`th value of `depth` ≤ 8 bits, packed from the highest bit on. */
function bitsAt(row: Uint8Array, i: number, depth: number): number {
  const bit = i * depth;
  return (row[bit >> 3]! >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}

/** Undoes a row's filter, whose number is its first byte; `step` bytes lie between a pixel and its left one. */
function unfilter(row: Uint8Array, above: Uint8Array, step: number): void {
  const undo = filters[row[0]!];
  if (!undo) throw new ImageError('a damaged PNG file: a row of an unknown filter');
  undo(row, above, step);
}

/** By their numbers: none, sub, up, average, Paeth. The first pixel's left neighbours are 0. */
const filters: ((row: Uint8Array, above: Uint8Array, step: number) => void)[] = [
  () => {},
  (row, _, step) => {
    for (let i = 1 + step; i < row.length; i++) row[i] = row[i]! + row[i - step]!;
  },
  (row, above) => {
    for (let i = 1; i < row.length; i++) row[i] = row[i]! + above[i]!;
  },
  (row, above, step) => {
    for (let i = 1; i < row.length; i++) {
      const left = i > step ? row[i - step]! : 0;
      row[i] = row[i]! + ((left + above[i]!) >> 1);
    }
  },
  (row, above, step) => {
    for (let i = 1; i < row.length; i++) {
      const left = i > step ? row[i - step]! : 0;
      const corner = i > step ? above[i - step]! : 0;
      row[i] = row[i]! + nearest(left, above[i]!, corner);
    }
  },
];

/** Paeth's predictor: of the three, the nearest to left + up − corner; of equals, the first. */
function nearest(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
