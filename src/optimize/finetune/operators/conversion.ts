import { BuiltinOperator } from '../../../model/schema/index.js';
import type { Program } from './call.js';

const same: Program = { compute: (call) => call.input(0) };

/** Conversions between float and integers: the network rounds what is stored in integers, whatever computes it. */
export const conversions: Partial<Record<BuiltinOperator, Program>> = {
  [BuiltinOperator.QUANTIZE]: same,
  [BuiltinOperator.DEQUANTIZE]: same,
};
