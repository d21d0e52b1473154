import { newTensor } from '../../../../model/build.js';
import { float32ToFloat16 } from '../../../../model/float16.js';
import {
  ActivationFunctionType,
  BatchMatMulOptionsT,
  DequantizeOptionsT,
  Padding,
  ReshapeOptionsT,
  TensorType,
  TransposeConvOptionsT,
} from '../../../../model/schema/index.js';
import { bytesOf, typedData } from '../../../../model/tensors.js';
import { between, type GroupShape } from './shape.js';

const { NONE } = ActivationFunctionType;

/** Channels that weights read and make. */
export const layerShapes: Record<string, GroupShape> = {
  'convolution to dense layer, flattened by it': {
    build: between((_, x) => x),
    cuttable: [16],
  },
  'convolution to convolution': {
    build: between((net, x) => net.convolution(x, 8, { kernel: 3 })),
    cuttable: [16, 8],
  },
  'dense layer without a bias': {
    build: between((net, x) => net.dense(x, 8, false)),
    cuttable: [16, 8],
  },
  'depthwise convolution': { build: between((net, x) => net.depthwise(x)), cuttable: [16] },
  'depthwise convolution, two of each channel': {
    build: between((net, x) => net.depthwise(x, 2)),
    cuttable: [16],
  },
  'depthwise convolution of a single channel': {
    build: (net, image) => [net.dense(net.depthwise(net.convolution(image, 1), 8), 5)],
    cuttable: [8],
  },
  'grouped convolution': {
    build: between((net, x) => net.convolution(x, 8, { groups: 4 })),
    cuttable: [4],
  },
  'transposed convolution': {
    build: between((net, x) => {
      const inputs = [net.integers(1, 8, 8, 12), net.floats(12, 3, 3, 16), x, net.floats(12)];
      const options = new TransposeConvOptionsT(Padding.SAME, 2, 2, NONE);
      return net.operator('TRANSPOSE_CONV', inputs, [1, 8, 8, 12], options);
    }),
    cuttable: [16, 12],
  },
  'weights that two convolutions share': {
    build: between((net, x) => {
      const weights = net.floats(16, 1, 1, 16);
      return net.convolution(net.convolution(x, 16, { weights }), 16, { weights });
    }),
    cuttable: [16],
  },
  'a bias that two convolutions share': {
    build: between((net, x) => {
      const bias = net.floats(16);
      return net.convolution(net.convolution(x, 16, { bias }), 16, { bias });
    }),
    cuttable: [16, 16, 16],
  },
  'weights in half precision': {
    build: between((net, x) => {
      const floats = net.floats(8, 1, 1, 16);
      const data = bytesOf(float32ToFloat16(typedData(floats) as Float32Array));
      const stored = newTensor('half', TensorType.FLOAT16, floats.shape, { data });
      const weights = net.operator('DEQUANTIZE', [stored], [...floats.shape], new DequantizeOptionsT());
      return net.convolution(x, 8, { weights });
    }),
    cuttable: [16, 8],
  },
  'product with a constant matrix': {
    build: between((net, x) => {
      const rows = net.operator(
        'RESHAPE',
        [x, net.integers(1, 16, 16)],
        [1, 16, 16],
        new ReshapeOptionsT([]),
      );
      return net.operator(
        'BATCH_MATMUL',
        [rows, net.floats(1, 16, 12)],
        [1, 16, 12],
        new BatchMatMulOptionsT(),
      );
    }),
    cuttable: [16, 12],
  },
};
