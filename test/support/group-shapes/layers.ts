import { newTensor } from '../../../src/model/build.js';
import { float32ToFloat16 } from '../../../src/model/float16.js';
import type { Tensor } from '../../../src/model/graph.js';
import {
  ActivationFunctionType,
  BatchMatMulOptionsT,
  Conv3DOptionsT,
  DequantizeOptionsT,
  FullyConnectedOptionsT,
  FullyConnectedOptionsWeightsFormat,
  Padding,
  ReshapeOptionsT,
  TensorType,
  TransposeConvOptionsT,
} from '../../../src/model/schema/index.js';
import { bytesOf, typedData } from '../../../src/model/tensors.js';
import type { SampleNet } from '../channel-net.js';
import { between, type GroupShape, grid } from './shape.js';

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
      const options = new BatchMatMulOptionsT();
      return net.operator('BATCH_MATMUL', [rowsOf(net, x), net.floats(1, 16, 12)], [1, 16, 12], options);
    }),
    cuttable: [16, 12],
  },
  'product with a transposed matrix': {
    build: between((net, x) => {
      const options = new BatchMatMulOptionsT(false, true);
      return net.operator('BATCH_MATMUL', [rowsOf(net, x), net.floats(12, 16)], [1, 16, 12], options);
    }),
    cuttable: [16, 12],
  },
  'product of computed matrices': {
    build: between((net, x) => {
      const [left, right] = [rowsOf(net, net.convolution(x, 16)), rowsOf(net, net.convolution(x, 16))];
      return net.operator('BATCH_MATMUL', [left, right], [1, 16, 16], new BatchMatMulOptionsT());
    }),
    cuttable: [16],
    obstacle: 'multiplies computed matrices',
  },
  'dense layer of each pixel': {
    build: between((net, x) => {
      const options = new FullyConnectedOptionsT(NONE, FullyConnectedOptionsWeightsFormat.DEFAULT, true);
      return net.operator('FULLY_CONNECTED', [x, net.floats(12, 16), net.floats(12)], [...grid, 12], options);
    }),
    cuttable: [16, 12],
  },
  'convolution of volumes': {
    build: between((net, x) => {
      const volume = net.operator('EXPAND_DIMS', [x, net.integers(1)], [1, 1, 4, 4, 16]);
      const inputs = [volume, net.floats(1, 3, 3, 16, 12), net.floats(12)];
      const options = new Conv3DOptionsT(Padding.SAME, 1, 1, 1, NONE);
      return net.operator('CONV_3D', inputs, [1, 1, 4, 4, 12], options);
    }),
    cuttable: [16, 12],
  },
  'table of vectors': {
    build: (net, image) => {
      const rows = net.operator('EMBEDDING_LOOKUP', [net.integers(2, 0, 4), net.floats(5, 12)], [3, 12]);
      return [net.dense(rows, 4), net.dense(net.convolution(image, 8), 3)];
    },
    cuttable: [12, 8],
  },
  'any number of images': {
    build: (net, image) => {
      image.shapeSignature = [-1, 4, 4, 3];
      const x = net.convolution(image, 16);
      x.shapeSignature = [-1, 4, 4, 16];
      return [net.dense(x, 5)];
    },
    cuttable: [16],
  },
  'any number of channels': {
    build: (net, image) => {
      const x = net.convolution(image, 16);
      x.shapeSignature = [1, 4, 4, -1];
      return [net.dense(net.convolution(x, 8), 5)];
    },
    cuttable: [8],
    obstacle: 'their number is known at run time only',
  },
};

/** The pixels as rows of a matrix. */
function rowsOf(net: SampleNet, x: Tensor): Tensor {
  return net.operator('RESHAPE', [x, net.integers(1, 16, 16)], [1, 16, 16], new ReshapeOptionsT([]));
}
