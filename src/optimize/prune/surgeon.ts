import type { Pattern } from './pattern.js';

/** Columns that are taken out before the matrix is brought up to date: it is too large to be read for each. */
const maxPending = 8;

/**
 * Takes weights out of rows one after another: each time the one, or the block, that is missed least once
 * the others make up for it, which they then do. This is the Optimal Brain Surgeon (Hassibi & Stork 1993),
 * row by row as in Optimal Brain Compression (Frantar & Alistarh 2022, arXiv:2208.11580), and exact: what is left
 * of a row is the least squares fit among all rows with these zeros. Takes size³/6 multiplications, for one row or
 * for several that lose the same weights.
 */
export class Surgeon {
  /** The inverse as it was when the pending columns were still there; its upper triangle only. */
  readonly #matrix: Float64Array;
  readonly #diagonal: Float64Array;
  /** What the matrix less their products with themselves is up to date by; `size` numbers each. */
  readonly #pending: Float64Array[];
  #pendingCount = 0;
  readonly #pivots: Float64Array;
  readonly #last: Float64Array;
  /** Columns that are left, in the order of the matrix, which shrinks with them; and where each is. */
  readonly #index: Int32Array;
  readonly #position: Int32Array;
  readonly #inGroup: Int32Array;
  #left = 0;
  readonly #inverse: Float64Array;
  readonly #size: number;
  readonly #pattern: Pattern;

  /**
   * @param inverse H⁻¹ of the error (w − v) H (w − v)ᵀ, size × size, symmetric; stays as it is
   * @param pattern divides the size
   */
  constructor(inverse: Float64Array, size: number, pattern: Pattern) {
    this.#inverse = inverse;
    this.#size = size;
    this.#pattern = pattern;
    this.#matrix = new Float64Array(size * size);
    this.#diagonal = new Float64Array(size);
    this.#pending = Array.from({ length: maxPending }, () => new Float64Array(size));
    this.#pivots = new Float64Array(size);
    this.#last = new Float64Array(size);
    this.#index = new Int32Array(size);
    this.#position = new Int32Array(size);
    this.#inGroup = new Int32Array(Math.ceil(size / (pattern.group?.of ?? size)));
  }

  /**
   * Sets units of rows to zero, the same of each, and lets the other weights make up for it.
   *
   * @param rows change
   * @param zeros 1 for columns that have to be zero, whatever the row says
   * @param count further units that go, if there are as many; a pattern of groups leaves none of them too full
   * @returns the error of each further unit, in the order in which they went
   */
  prune(rows: readonly Float64Array[], zeros: Uint8Array, count: number): number[] {
    this.#start();
    for (let column = 0; column < this.#size; column++) if (zeros[column]) this.#eliminate(column, rows);
    const errors: number[] = [];
    while (errors.length < count) {
      const [unit, error] = this.#cheapest(rows);
      if (unit < 0) break;
      for (const column of this.#columnsOf(unit)) this.#eliminate(column, rows);
      errors.push(error);
    }
    return errors;
  }

  #start(): void {
    this.#matrix.set(this.#inverse);
    this.#left = this.#size;
    this.#pendingCount = 0;
    this.#inGroup.fill(0);
    for (let i = 0; i < this.#size; i++) {
      this.#index[i] = this.#position[i] = i;
      this.#diagonal[i] = this.#inverse[i * this.#size + i]!;
    }
  }

  /** Columns of a unit that are left. */
  #columnsOf(unit: number): number[] {
    const first = unit * this.#pattern.unit;
    const columns = Array.from({ length: this.#pattern.unit }, (_, i) => first + i);
    return columns.filter((column) => this.#position[column]! >= 0);
  }

  /** The unit that is missed least, and by how much; −1: none may go. */
  #cheapest(rows: readonly Float64Array[]): [number, number] {
    const { unit, group } = this.#pattern;
    let [best, least] = [-1, Infinity];
    if (unit > 1) {
      for (let i = 0; i < this.#size / unit; i++) {
        const columns = this.#columnsOf(i);
        const error = columns.length > 0 ? this.#errorOf(columns, rows) : Infinity;
        if (error < least) [best, least] = [i, error];
      }
      return [best, least];
    }
    for (let i = 0; i < this.#left; i++) {
      const column = this.#index[i]!;
      if (group && this.#inGroup[Math.floor(column / group.of)]! >= group.of - group.keeps) continue;
      let square = 0;
      for (let r = 0; r < rows.length; r++) square += rows[r]![column]! * rows[r]![column]!;
      const error = square / this.#diagonal[i]!;
      if (error < least || (error === least && column < best)) [best, least] = [column, error];
    }
    return [best, least];
  }

  /** What some columns are missed by at once: w (their part of H⁻¹)⁻¹ wᵀ, by elimination. */
  #errorOf(columns: readonly number[], rows: readonly Float64Array[]): number {
    const places = columns.map((column) => this.#position[column]!);
    const part = places.map((a) => places.map((b) => this.#at(a, b)));
    const rest = rows.map((row) => columns.map((column) => row[column]!));
    let error = 0;
    for (let k = 0; k < places.length; k++) {
      const pivot = part[k]![k]!;
      for (const weights of rest) error += weights[k]! ** 2 / pivot;
      for (let i = k + 1; i < places.length; i++) {
        const factor = part[i]![k]! / pivot;
        for (const weights of rest) weights[i]! -= factor * weights[k]!;
        for (let j = k + 1; j < places.length; j++) part[i]![j]! -= factor * part[k]![j]!;
      }
    }
    return error;
  }

  /** An element of the inverse without the columns that were taken out. */
  #at(a: number, b: number): number {
    let value = this.#matrix[a <= b ? a * this.#size + b : b * this.#size + a]!;
    for (let k = 0; k < this.#pendingCount; k++) value -= this.#pending[k]![a]! * this.#pending[k]![b]!;
    return value;
  }

  /** The same for a whole row. */
  #rowAt(place: number, target: Float64Array): void {
    const [matrix, n, left] = [this.#matrix, this.#size, this.#left];
    for (let k = 0; k < place; k++) target[k] = matrix[k * n + place]!;
    for (let k = place; k < left; k++) target[k] = matrix[place * n + k]!;
    for (let q = 0; q < this.#pendingCount; q++) {
      const vector = this.#pending[q]!;
      const factor = vector[place]!;
      for (let k = 0; k < left; k++) target[k]! -= factor * vector[k]!;
    }
  }

  /** Takes a column out: the rows and the matrix become what they are without it. */
  #eliminate(column: number, rows: readonly Float64Array[]): void {
    const place = this.#position[column]!;
    const pivots = this.#pivots;
    this.#rowAt(place, pivots);
    const pivot = pivots[place]!;
    for (const row of rows) {
      const factor = row[column]! / pivot;
      for (let k = 0; k < this.#left; k++) row[this.#index[k]!]! -= factor * pivots[k]!;
      row[column] = 0;
    }
    this.#remove(place);
    pivots[place] = pivots[this.#left]!;
    this.#subtract(pivots, 1 / Math.sqrt(pivot));
    const { group } = this.#pattern;
    if (group) this.#inGroup[Math.floor(column / group.of)]!++;
  }

  /** Moves the last place to one that is free, so that those left stay next to each other. */
  #remove(place: number): void {
    const end = --this.#left;
    const [matrix, n, last] = [this.#matrix, this.#size, this.#last];
    this.#position[this.#index[place]!] = -1;
    if (place === end) return;
    for (let k = 0; k <= end; k++) last[k] = matrix[k * n + end]!;
    for (let k = 0; k < place; k++) matrix[k * n + place] = last[k]!;
    for (let k = place + 1; k < end; k++) matrix[place * n + k] = last[k]!;
    matrix[place * n + place] = last[end]!;
    this.#diagonal[place] = this.#diagonal[end]!;
    for (let q = 0; q < this.#pendingCount; q++) this.#pending[q]![place] = this.#pending[q]![end]!;
    const moved = this.#index[end]!;
    this.#index[place] = moved;
    this.#position[moved] = place;
  }

  /** Makes a vector's product with itself, scaled, pending. */
  #subtract(vector: Float64Array, factor: number): void {
    const scaled = this.#pending[this.#pendingCount++]!;
    for (let k = 0; k < this.#left; k++) {
      const value = vector[k]! * factor;
      scaled[k] = value;
      this.#diagonal[k]! -= value * value;
    }
    if (this.#pendingCount === maxPending) this.#settle();
  }

  /** Brings the upper triangle of what is left up to date. */
  #settle(): void {
    const [matrix, n, left] = [this.#matrix, this.#size, this.#left];
    const [a, b, c, d, e, f, g, h] = this.#pending as [
      ...[Float64Array, Float64Array, Float64Array, Float64Array],
      ...[Float64Array, Float64Array, Float64Array, Float64Array],
    ];
    for (let i = 0; i < left; i++) {
      const [ai, bi, ci, di] = [a[i]!, b[i]!, c[i]!, d[i]!];
      const [ei, fi, gi, hi] = [e[i]!, f[i]!, g[i]!, h[i]!];
      const start = i * n;
      for (let j = i; j < left; j++) {
        const first = ai * a[j]! + bi * b[j]! + ci * c[j]! + di * d[j]!;
        matrix[start + j]! -= first + (ei * e[j]! + fi * f[j]! + gi * g[j]! + hi * h[j]!);
      }
    }
    this.#pendingCount = 0;
  }
}
