import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildShape, groupShapes } from '../../../test/support/group-shapes/index.js';
import { sampleModels } from '../../../test/support/sample-models.js';
import { newOperator, newTensor } from '../build.js';
import { contradiction } from '../contradictions.js';
import type { Model, OperatorOptions } from '../graph.js';
import { readModel } from '../read.js';
import {
  BatchMatMulOptionsT,
  BuiltinOperator,
  Conv2DOptionsT,
  DepthToSpaceOptionsT,
  PackOptionsT,
  Padding,
  Pool2DOptionsT,
  ReducerOptionsT,
  SpaceToDepthOptionsT,
  SqueezeOptionsT,
  StridedSliceOptionsT,
  TensorType,
  UnpackOptionsT,
} from '../schema/index.js';
import { bytesOf, elementCount } from '../tensors.js';
import { computedShape } from './computed-shapes.js';
import { operatorName } from './index.js';

const { FLOAT32, INT32 } = TensorType;

/** The shape that an operator makes of floats of some shapes and then constant integers, a vector for each input. */
function shapeOf(
  name: keyof typeof BuiltinOperator,
  floats: number[][],
  options: OperatorOptions | null = null,
  ...integers: number[][]
): readonly number[] | null {
  const inputs = floats.map((shape) => newTensor('x', FLOAT32, shape));
  for (const values of integers)
    inputs.push(newTensor('i', INT32, [values.length], { data: bytesOf(Int32Array.from(values)) }));
  const operator = newOperator(BuiltinOperator[name], { inputs, outputs: [inputs[0]!], options });
  return computedShape(operator, ({ shape }) => shape);
}

function strided(
  shape: number[],
  starts: number[],
  ends: number[],
  strides: number[],
  options: Partial<StridedSliceOptionsT> = {},
): readonly number[] | null {
  return shapeOf(
    'STRIDED_SLICE',
    [shape],
    Object.assign(new StridedSliceOptionsT(), options),
    starts,
    ends,
    strides,
  );
}

describe('shapes that operators compute', () => {
  const convolution = (padding: Padding, stride: number, dilation: number) =>
    new Conv2DOptionsT(padding, stride, stride, 0, dilation, dilation);

  it.each([
    [
      'repeat what has size 1',
      shapeOf('ADD', [
        [4, 1],
        [2, 1, 3],
      ]),
      [2, 4, 3],
    ],
    ['are none where operands do not fit', shapeOf('ADD', [[4], [3]]), null],
    [
      'of windows that must lie inside',
      shapeOf(
        'CONV_2D',
        [
          [1, 9, 8, 2],
          [5, 3, 3, 2],
        ],
        convolution(Padding.VALID, 2, 1),
      ),
      [1, 4, 3, 5],
    ],
    [
      'of windows that may reach out',
      shapeOf(
        'CONV_2D',
        [
          [1, 9, 8, 2],
          [5, 3, 3, 2],
        ],
        convolution(Padding.SAME, 2, 1),
      ),
      [1, 5, 4, 5],
    ],
    [
      'of dilated windows',
      shapeOf(
        'CONV_2D',
        [
          [1, 9, 8, 2],
          [5, 3, 3, 2],
        ],
        convolution(Padding.VALID, 1, 2),
      ),
      [1, 5, 4, 5],
    ],
    [
      'are negative of windows larger than an image',
      shapeOf('MAX_POOL_2D', [[1, 2, 9, 3]], new Pool2DOptionsT(Padding.VALID, 1, 1, 3, 5)),
      [1, -2, 7, 3],
    ],
    [
      'are none without a stride',
      shapeOf('CONV_2D', [
        [1, 9, 8, 2],
        [5, 3, 3, 2],
      ]),
      null,
    ],
    [
      'flatten into rows of the depth',
      shapeOf('FULLY_CONNECTED', [
        [2, 3, 4],
        [5, 6],
      ]),
      [4, 5],
    ],
    ['have a row for each whole one', shapeOf('FULLY_CONNECTED', [[13], [5, 6]]), [2, 5]],
    ['are none of less than a row', shapeOf('FULLY_CONNECTED', [[1], [5, 6]]), null],
    [
      'turn matrices',
      shapeOf(
        'BATCH_MATMUL',
        [
          [2, 3, 4],
          [5, 4],
        ],
        new BatchMatMulOptionsT(false, true),
      ),
      [2, 3, 5],
    ],
    ['leave axes out, counted from either end', shapeOf('MEAN', [[2, 3, 4]], null, [-1, 0]), [3]],
    ['keep axes as 1', shapeOf('SUM', [[2, 3, 4]], new ReducerOptionsT(true), [1]), [2, 1, 4]],
    ['are none with an axis that is not there', shapeOf('MEAN', [[2, 3]], null, [2]), null],
    ['have what is left for -1', shapeOf('RESHAPE', [[2, 3, 4]], null, [-1, 6]), [4, 6]],
    ['are none where elements are left over', shapeOf('RESHAPE', [[2, 3]], null, [4]), null],
    ['add margins', shapeOf('PAD', [[2, 3]], null, [1, 0, 0, 2]), [3, 5]],
    ['take what is behind a start', shapeOf('SLICE', [[2, 3, 4]], null, [0, 1, 2], [1, -1, 2]), [1, 2, 2]],
    [
      'take every other from a start, counted from either end',
      strided([4, 9], [1, -7], [4, -1], [2, 2]),
      [2, 3],
    ],
    ['go backwards', strided([9], [-1], [0], [-2], { endMask: 1 }), [5]],
    [
      'take all where a mask says so',
      strided([4, 9], [2, 2], [3, 3], [1, 1], { beginMask: 2, endMask: 2 }),
      [1, 9],
    ],
    ['lose what is one index', strided([4, 9, 2], [2, 0], [3, 9], [1, 1], { shrinkAxisMask: 1 }), [9, 2]],
    ['take what is behind an offset', strided([9], [2], [5], [2], { offset: true }), [3]],
    ['are none with an ellipsis', strided([4, 9], [0, 0], [1, 1], [1, 1], { ellipsisMask: 1 }), null],
    ['have one more dimension', shapeOf('EXPAND_DIMS', [[2, 3]], null, [-1]), [2, 3, 1]],
    [
      'turn blocks into channels',
      shapeOf('SPACE_TO_DEPTH', [[1, 4, 6, 3]], new SpaceToDepthOptionsT(2)),
      [1, 2, 3, 12],
    ],
    [
      'turn channels into blocks',
      shapeOf('DEPTH_TO_SPACE', [[1, 2, 3, 12]], new DepthToSpaceOptionsT(2)),
      [1, 4, 6, 3],
    ],
    [
      'turn margins and blocks into a batch',
      shapeOf('SPACE_TO_BATCH_ND', [[1, 4, 6, 3]], null, [2, 3], [0, 2, 0, 0]),
      [6, 3, 2, 3],
    ],
    [
      'turn a batch into blocks',
      shapeOf('BATCH_TO_SPACE_ND', [[6, 3, 2, 3]], null, [2, 3], [0, 2, 0, 0]),
      [1, 4, 6, 3],
    ],
    [
      'are negative where more is cut off than there is',
      shapeOf('BATCH_TO_SPACE_ND', [[4, 2, 2, 4]], null, [2, 2], [0, 0, 0, 1000]),
      [1, 4, -996, 4],
    ],
    [
      'stack inputs, counted from either end',
      shapeOf(
        'PACK',
        [
          [2, 3],
          [2, 3],
        ],
        new PackOptionsT(2, -1),
      ),
      [2, 3, 2],
    ],
    ['take one of a stack', shapeOf('UNPACK', [[2, 3, 4]], new UnpackOptionsT(3, 1)), [2, 4]],
    ['lose all dimensions of 1', shapeOf('SQUEEZE', [[1, 3, 1]], new SqueezeOptionsT([])), [3]],
    ['lose a dimension of 1', shapeOf('SQUEEZE', [[1, 3, 1]], new SqueezeOptionsT([-1])), [1, 3]],
    ['have a row for each number', shapeOf('EMBEDDING_LOOKUP', [[5], [9, 2, 3]]), [5, 2, 3]],
    [
      'have what is behind points',
      shapeOf('GATHER_ND', [
        [4, 5, 6],
        [7, 2],
      ]),
      [7, 6],
    ],
    ['take dimensions in another order', shapeOf('TRANSPOSE', [[2, 3, 4]], null, [2, 0, 1]), [4, 2, 3]],
  ])('%s', (_, shape, expected) => expect(shape).toEqual(expected));

  // Converters and test nets say what LiteRT computes: so no sound model is refused.
  const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url));
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tflite'))
    .sort();
  const models: [string, () => Model][] = [
    ...files.map((file): [string, () => Model] => [file, () => readModel(readFileSync(fixtures + file))]),
    ...Object.entries(sampleModels()).map(([name, model]): [string, () => Model] => [name, () => model]),
    ...Object.entries(groupShapes).map(([name, shape]): [string, () => Model] => [
      name,
      () => buildShape(shape),
    ]),
  ];
  it.each(models)('are those of the file: %s', (_, modelOf) => {
    for (const subgraph of modelOf().subgraphs) expect(contradiction(subgraph)).toBeNull();
  });

  it('are known of most operators of those models', () => {
    const operators = models.flatMap(([, modelOf]) => modelOf().subgraphs.flatMap((each) => each.operators));
    const known = operators.filter((operator) => computedShape(operator, ({ shape }) => shape));
    expect(new Set(known.map(operatorName)).size).toBeGreaterThan(40);
    for (const operator of known) {
      const shape = computedShape(operator, (tensor) => tensor.shape)!;
      expect(elementCount(shape)).toBe(elementCount(operator.outputs[0]!.shape));
    }
  });
});
