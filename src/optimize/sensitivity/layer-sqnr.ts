/** Values of a channel that a factor must be fitted to at least: fewer fit by themselves. */
const minValues = 8;

/**
 * Signal to quantization noise of a layer's values, in dB, over samples that pass by once.
 *
 * Transforms may multiply a layer's channels by factors that the next layer takes back (equalization), so
 * each channel is compared up to the factor that fits it best, by least squares: with x the source's and y
 * the result's values of a channel, its noise is Σx² − (Σxy)² / Σy².
 */
export class LayerSqnr {
  readonly #signal: Float64Array;
  readonly #product: Float64Array;
  readonly #energy: Float64Array;
  #noise = 0;
  #values = 0;
  #finite = true;
  readonly #channels: number;
  readonly #exact: boolean;

  /**
   * @param channels length of the last dimension
   * @param exact without factors: of the model's own outputs
   */
  constructor(channels: number, exact: boolean) {
    this.#channels = channels;
    this.#exact = exact;
    this.#signal = new Float64Array(channels);
    this.#product = new Float64Array(channels);
    this.#energy = new Float64Array(channels);
  }

  /** Adds a sample's values, channels innermost. */
  add(source: Float32Array, result: Float32Array): void {
    const channels = this.#channels;
    this.#values += source.length;
    for (let i = 0, channel = 0; i < source.length; i++) {
      const x = source[i]!;
      const y = result[i]!;
      this.#signal[channel]! += x * x;
      this.#product[channel]! += x * y;
      this.#energy[channel]! += y * y;
      this.#noise += (x - y) * (x - y);
      channel = channel + 1 < channels ? channel + 1 : 0;
    }
    this.#finite &&= Number.isFinite(this.#noise);
  }

  /** dB; Infinity without noise; −Infinity where the result isn't finite; null where too few values were seen. */
  get decibels(): number | null {
    if (!this.#finite) return -Infinity;
    const signal = this.#signal.reduce((sum, value) => sum + value, 0);
    if (this.#noise === 0) return Infinity;
    if (signal === 0) return null;
    if (this.#exact) return 10 * Math.log10(signal / this.#noise);
    if (this.#values < minValues * this.#channels) return null;
    // What is left of a subtraction of nearly equal sums is rounding error below this.
    return 10 * Math.log10(signal / Math.max(this.#fittedNoise(), signal * 1e-13));
  }

  #fittedNoise(): number {
    let noise = 0;
    for (let c = 0; c < this.#channels; c++) {
      const energy = this.#energy[c]!;
      const explained = energy > 0 ? (this.#product[c]! * this.#product[c]!) / energy : 0;
      noise += Math.max(0, this.#signal[c]! - explained);
    }
    return noise;
  }
}
