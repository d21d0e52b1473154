import type { Operator } from '../graph.js';
import { BuiltinOperator, TensorType } from '../schema/index.js';
import { conversionChannels } from './matrix-channels.js';
import type { OperatorRule } from './rule.js';

const isPerChannel = (quantization: { scale: Float32Array } | null | undefined): boolean =>
  (quantization?.scale.length ?? 0) > 1;

/** Operators that change how real numbers are stored: the bridges between precisions. */
export const conversions: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.QUANTIZE]: {
    converts: 'quantization',
    transparent: true,
    inputs: ['activation'],
    outputs: ['activation'],
    kernels: {},
    anyType: true,
    channels: conversionChannels,
    version: quantizeVersion,
  },
  [BuiltinOperator.DEQUANTIZE]: {
    converts: 'quantization',
    transparent: true,
    unpacks: true,
    computesOnLoading: true,
    inputs: ['activation'],
    outputs: ['activation'],
    kernels: {},
    anyType: true,
    channels: conversionChannels,
    version: dequantizeVersion,
  },
};

function quantizeVersion({ inputs: [input], outputs: [output] }: Operator): number {
  const types = [input?.type, output?.type];
  if (types.includes(TensorType.INT4)) return 4;
  if (isPerChannel(output?.quantization)) return 3;
  return output?.type === TensorType.INT16 ? 2 : 1;
}

function dequantizeVersion({ inputs: [input] }: Operator): number {
  switch (input?.type) {
    case TensorType.INT4:
      return 6;
    case TensorType.INT8:
      return isPerChannel(input.quantization) ? 5 : 2;
    case TensorType.INT16:
    case TensorType.FLOAT16:
      return 3;
    default:
      return 1;
  }
}
