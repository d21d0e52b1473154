/** What becomes of weights, and what operators compute in. */
export interface Scheme {
  /**
   * `float`: weights are unpacked when the model is loaded. `hybrid`: kernels quantize float activations
   * anew in each inference. Integers: activations are stored so, with scales measured on samples.
   */
  compute: 'float' | 'hybrid' | 'int8' | 'int16';
  weights: 'float16' | 'int8' | 'int4';
}

/** The schemes by the names that recipes give them; see docs/recipes.md. */
export const schemes = {
  float16: { compute: 'float', weights: 'float16' },
  'weight-int8': { compute: 'float', weights: 'int8' },
  'weight-int4': { compute: 'float', weights: 'int4' },
  'dynamic-int8': { compute: 'hybrid', weights: 'int8' },
  'dynamic-int4': { compute: 'hybrid', weights: 'int4' },
  int8: { compute: 'int8', weights: 'int8' },
  int8x4: { compute: 'int8', weights: 'int4' },
  int16x8: { compute: 'int16', weights: 'int8' },
} as const satisfies Record<string, Scheme>;

export type QuantizationScheme = keyof typeof schemes;

/** A scheme, or `float`: the operator stays as it is. */
export type SchemeOrFloat = QuantizationScheme | 'float';

export const schemeNames = Object.keys(schemes) as [QuantizationScheme, ...QuantizationScheme[]];

/** What operators of a scheme compute in. */
export function computesIn(scheme: SchemeOrFloat): Scheme['compute'] {
  return scheme === 'float' ? 'float' : schemes[scheme].compute;
}
