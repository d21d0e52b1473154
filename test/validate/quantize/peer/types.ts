import type { DatasetPart } from '../../../../src/data/types.js';

/** What Google's quantizer can make, by the names of litetrim's recipes. */
export type Scheme =
  | 'float16'
  | 'dynamic-int8'
  | 'dynamic-int4'
  | 'weight-int8'
  | 'weight-int4'
  | 'int8'
  | 'int16x8';

/** How Google's quantizer chooses weights; the first one is its default. */
export const algorithms = ['min_max_uniform_quantize', 'MSE', 'OCTAV', 'GPTQ'] as const;
export type Algorithm = (typeof algorithms)[number];

export interface PeerJob {
  id: string;
  model: Uint8Array;
  scheme: Scheme;
  /** Default: the first of `algorithms`. */
  algorithm?: Algorithm;
  /** null: none; schemes that calibrate then fail. */
  calibration: DatasetPart | null;
}

/** The model that Google's quantizer made, or why it made none. */
export type PeerResult = { bytes: Uint8Array } | { error: string };
