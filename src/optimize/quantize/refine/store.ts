import { realValues } from '../../../model/dequantize.js';
import { float16ToFloat32, float32ToFloat16 } from '../../../model/float16.js';
import type { Subgraph, Tensor } from '../../../model/graph.js';
import { packBits } from '../../../model/packing.js';
import { TensorType } from '../../../model/schema/index.js';
import { bytesOf } from '../../../model/tensors.js';
import type { Layer } from '../../reconstruct/layers.js';
import { scalesOf, storeBias } from '../../reconstruct/store-bias.js';
import type { CodeRange } from './lattice.js';
import type { Grid, Solution } from './solve-layer.js';

/** The integers that are used of a type. Int8 kernels count on products that fit into 16-bit pairs. */
export const codeRanges: Partial<Record<TensorType, CodeRange>> = {
  [TensorType.INT8]: { low: -127, high: 127 },
  [TensorType.INT4]: { low: -8, high: 7 },
};

/** 4 bits are too few to reach for the largest weight: clipping it leaves finer steps to all others. */
const int4Factors = [0.5, 0.58, 0.65, 0.72, 0.79, 0.86, 0.93, 1, 1.05];

/** How a layer's weights are stored; null: as real numbers. */
export function gridOf({ stored, patches }: Layer): Grid | null {
  const range = codeRanges[stored.type];
  if (!range) return null;
  const { columns, stride, offset } = patches;
  const isFree = stored.type === TensorType.INT4 && scalesOf(stored).length >= patches.groups * patches.rows;
  const given = scalesOf(stored);
  const blockSize = blockSizeOf(stored);
  return {
    ...range,
    factors: isFree ? int4Factors : [1],
    scales: (channel, factor, target) => {
      for (let i = 0; i < columns; i++) {
        const at = blockSize ? Math.floor((offset(channel) + i * stride) / blockSize) : channel;
        const scale = given[given.length === 1 ? 0 : at]! * factor;
        target[i] = blockSize ? roundedToHalf(scale) : Math.fround(scale);
      }
    },
  };
}

/** What a layer computes with as it is stored now. */
export function storedSolution({ operator, stored, biasPosition, float }: Layer): Solution {
  const bias = operator.inputs[biasPosition];
  return {
    codes: null,
    weights: realValues(stored).slice(),
    factors: new Float32Array(float.bias.length).fill(1),
    bias: bias?.data ? realValues(bias).slice() : new Float32Array(float.bias.length),
  };
}

/** Writes weights and bias into the model. */
export function storeSolution(layer: Layer, solution: Solution, subgraph: Subgraph): void {
  const { stored } = layer;
  if (solution.codes) {
    stored.data = stored.type === TensorType.INT4 ? packBits(solution.codes, 4) : bytesOf(solution.codes);
    if (solution.factors.some((factor) => factor !== 1)) storeScales(layer, solution.factors);
  } else if (stored.type === TensorType.FLOAT32) {
    stored.data = bytesOf(solution.weights);
  }
  storeBias(layer, solution.bias, subgraph);
}

function storeScales({ stored, patches }: Layer, factors: Float32Array): void {
  const details = stored.quantization!.details;
  const scales = scalesOf(stored);
  const perChannel = scales.length / (patches.groups * patches.rows);
  const scaled = scales.map((scale, i) => scale * factors[Math.floor(i / perChannel)]!);
  if (details?.kind === 'blockwise') details.scales.data = bytesOf(float32ToFloat16(scaled));
  else stored.quantization!.scale = scaled;
}

/** Weights that share a scale in a row; 0: a whole channel. */
function blockSizeOf({ quantization }: Tensor): number {
  return quantization?.details?.kind === 'blockwise' ? quantization.details.blockSize : 0;
}

const roundedToHalf = (value: number): number =>
  float16ToFloat32(float32ToFloat16(Float32Array.of(value)))[0]!;
