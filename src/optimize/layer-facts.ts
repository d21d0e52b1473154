/** What a recipe did to one layer of its source. */
export interface LayerDamage {
  /** Its number as a recipe's rules count it: position in the source, QUANTIZE and DEQUANTIZE not counted. */
  index: number;
  operator: string;
  /** The layer's output tensor in the source. */
  name: string;
  /** How the result stores it: `int8`, `int4 weights`, `float`. */
  storage: string;
  /** Multiply-accumulates of one inference. */
  macs: number;
  /**
   * SQNR in dB of its values in the result against the source's, up to a factor for each channel, with all
   * that earlier layers did to its inputs; Infinity where equal, null where it wasn't measured.
   */
  outputDb: number | null;
  /** SQNR in dB of the model's logits (else outputs) when only this layer's weights are rounded; null: they aren't. */
  weightsDb: number | null;
  /** The same when only the values that it hands on are rounded. */
  activationsDb: number | null;
  /** Part of the noise of all layers' rounding that is this one's, 0..1. */
  share: number | null;
}

/** How much of one layer's weights is zero, and why. */
export interface LayerZeros {
  /** Its number as a recipe's rules count it: in the source, where a recipe made the model. */
  index: number;
  operator: string;
  /** The layer's output tensor there. */
  name: string;
  /** How many weights it has, biases apart. */
  weights: number;
  /** How many of them are zero. */
  zeros: number;
  /** How many were zero in the source; null: there is none to compare with. */
  before: number | null;
  /** How many the recipe chose to be zero; what is beyond these and `before` was rounded to it. null as above. */
  pruned: number | null;
  /** `sparse`: stored without zeros, as its kernel reads it; `unpacked`: the same, unpacked when the model is loaded. */
  storage: 'dense' | 'sparse' | 'unpacked';
}

/** Zeros that neither were there before nor were chosen. */
export const roundedToZero = ({ zeros, before, pruned }: LayerZeros): number =>
  Math.max(0, zeros - (before ?? 0) - (pruned ?? 0));
