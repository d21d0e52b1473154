import { afterAll, describe, expect, it } from 'vitest';
import { silent } from '../../base/progress.js';
import { randomDataset } from '../../data/random-dataset.js';
import { DeviceRunError } from '../../device/errors.js';
import type { DeviceMeasurement } from '../../device/types.js';
import { newModel, newOperator, newQuantization, newSubgraph, newTensor } from '../../model/build.js';
import type { Model, Operator, Tensor } from '../../model/graph.js';
import { inspectModel } from '../../model/inspect.js';
import { modelInterface } from '../../model/interface.js';
import { operatorName } from '../../model/operators/index.js';
import { readModel } from '../../model/read.js';
import {
  ActivationFunctionType,
  BuiltinOperator,
  Conv2DOptionsT,
  DepthwiseConv2DOptionsT,
  FullyConnectedOptionsT,
  Padding,
  PadOptionsT,
  ReducerOptionsT,
  TensorType,
} from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { prune } from '../prune/prune.js';
import { transformOf } from '../steps.js';
import { type Step, transforms } from '../transforms.js';
import type { TransformContext } from '../types.js';
import { encodeSparse } from './encode-sparse.js';
import { sparsePathObstacle } from './sparse-path.js';

const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

const { FLOAT32, INT32, INT8 } = TensorType;
const { RELU6 } = ActivationFunctionType;

interface Shape {
  /** Padding of the depthwise layer of stride 2: explicit, or SAME. */
  padding?: Padding;
  /** Kernel of the second convolution. */
  kernel?: number;
  /** Channels of the input. */
  depth?: number;
  ends?: boolean;
}

/** Weights of small magnitudes and large ones, so that it is plain which ones go. */
function constant(name: string, shape: number[]): Tensor {
  const values = Float32Array.from({ length: elementCount(shape) }, (_, i) => Math.sin(i * i + name.length));
  return newTensor(name, FLOAT32, shape, { data: bytesOf(values) });
}

const integers = (name: string, values: number[], shape: number[]): Tensor =>
  newTensor(name, INT32, shape, { data: bytesOf(Int32Array.from(values)) });

/** The beginning of a MobileNet with symmetric padding, down to a mean. */
function mobileNet({ padding = Padding.VALID, kernel = 1, depth = 3, ends = true }: Shape = {}): Model {
  const tensor = (name: string, shape: number[]) => newTensor(name, FLOAT32, shape);
  const [x, first] = [tensor('x', [1, 17, 17, depth]), tensor('first', [1, 8, 8, 16])];
  const padded = tensor('padded', [1, 10, 10, 16]);
  const [depthwise, pointwise] = [tensor('depthwise', [1, 4, 4, 16]), tensor('pointwise', [1, 4, 4, 64])];
  const [mean, y] = [tensor('mean', [1, 64]), tensor('y', [1, 8])];
  const isExplicit = padding === Padding.VALID;
  const conv = (input: Tensor, weights: Tensor, output: Tensor, options: Conv2DOptionsT): Operator =>
    newOperator(BuiltinOperator.CONV_2D, {
      inputs: [input, weights, constant(`bias of ${output.name}`, [weights.shape[0]!])],
      outputs: [output],
      options,
    });
  const pad = newOperator(BuiltinOperator.PAD, {
    inputs: [first, integers('paddings', [0, 0, 1, 1, 1, 1, 0, 0], [4, 2])],
    outputs: [padded],
    options: new PadOptionsT(),
  });
  const operators = [
    conv(x, constant('w1', [16, 3, 3, depth]), first, new Conv2DOptionsT(Padding.VALID, 2, 2, RELU6)),
    ...(isExplicit ? [pad] : []),
    newOperator(BuiltinOperator.DEPTHWISE_CONV_2D, {
      inputs: [isExplicit ? padded : first, constant('w2', [1, 3, 3, 16]), constant('b2', [16])],
      outputs: [depthwise],
      options: new DepthwiseConv2DOptionsT(padding, 2, 2, 1, RELU6),
    }),
    conv(
      depthwise,
      constant('w3', [64, kernel, kernel, 16]),
      pointwise,
      new Conv2DOptionsT(Padding.SAME, 1, 1, RELU6),
    ),
  ];
  const mostly = [
    newOperator(BuiltinOperator.MEAN, {
      inputs: [pointwise, integers('axes', [1, 2], [2])],
      outputs: [mean],
      options: new ReducerOptionsT(false),
    }),
    newOperator(BuiltinOperator.FULLY_CONNECTED, {
      inputs: [mean, constant('w4', [8, 64]), constant('b4', [8])],
      outputs: [y],
      options: new FullyConnectedOptionsT(),
    }),
  ];
  return newModel([newSubgraph([x], [ends ? y : pointwise], [...operators, ...(ends ? mostly : [])])]);
}

function contextFor(model: Model): TransformContext {
  const dataset = randomDataset(modelInterface(model).inputs, { samples: 4, seed: 1 });
  return { dataset, effort: 'fast', seed: 1, progress: silent, notes: [], pool };
}

async function run(model: Model, steps: Step[]) {
  const context = contextFor(model);
  const changed: boolean[] = [];
  for (const step of steps) changed.push(await transformOf(step, transforms)(model, context));
  return { changed, notes: context.notes.map(({ message }) => message) };
}

function inspected(model: Model) {
  const bytes = writeModel(model);
  return inspectModel(readModel(bytes), bytes, 'model');
}

const operatorsOf = (model: Model): string[] => model.subgraphs[0]!.operators.map(operatorName);
const sparse = (model: Model): string[] =>
  model.subgraphs[0]!.tensors.filter(({ sparsity }) => sparsity).map(({ name }) => name);
const prune80: Step = {
  transform: 'prune',
  sparsity: 0.8,
  allocation: 'uniform',
  operators: ['CONV_2D', 'FULLY_CONNECTED'],
};

describe('encode-sparse', () => {
  it('stores what becomes smaller, and LiteRT computes the same', async () => {
    const model = mobileNet();
    await run(model, [prune80]);
    const dense = writeModel(model);
    const { changed, notes } = await run(model, [{ transform: 'encode-sparse' }]);
    const bytes = writeModel(model);
    expect(changed).toEqual([true]);
    expect(bytes.length).toBeLessThan(dense.length);
    expect(sparse(model)).toEqual(['w1', 'w3', 'w4']);
    expect(operatorsOf(model).filter((name) => name === 'DENSIFY')).toHaveLength(3);
    expect(notes[0]).toMatch(/^3 constants stored without zeros: [\d,]+ bytes less\.$/);
    const { evaluation } = contextFor(model).dataset!;
    const [wanted, found] = [
      await pool.reduce('outputs', dense, evaluation),
      await pool.reduce('outputs', bytes, evaluation),
    ];
    for (const [i, [output]] of wanted.entries()) {
      for (const [k, value] of output!.entries()) expect(found[i]![0]![k]).toBeCloseTo(value, 4);
    }
  });

  it('a second run changes nothing', async () => {
    const model = mobileNet();
    const steps: Step[] = [prune80, { transform: 'encode-sparse' }];
    await run(model, steps);
    const bytes = writeModel(model);
    const again = readModel(bytes);
    expect((await run(again, steps)).changed).toEqual([false, false]);
    expect(Buffer.from(writeModel(again)).equals(bytes)).toBe(true);
  });

  it('what is sparse can be inspected, pruned further and quantized', async () => {
    const model = mobileNet();
    await run(model, [prune80, { transform: 'encode-sparse' }]);
    const { macs, parameters } = inspected(model);
    const { macs: all, parameters: of } = inspected(mobileNet());
    expect([macs, parameters]).toEqual([all, of]);
    const further = readModel(writeModel(model));
    expect((await run(further, [{ ...prune80, sparsity: 0.9 } as Step])).changed).toEqual([true]);
    expect(operatorsOf(further)).not.toContain('DENSIFY');
    await run(model, [{ transform: 'quantize', scheme: 'int8' }]);
    expect(operatorsOf(model)).not.toContain('DENSIFY');
    expect(model.subgraphs[0]!.tensors.find(({ name }) => name === 'w3')!.type).toBe(INT8);
  });

  it('stores int8 sparse where a DEQUANTIZE unpacks it', async () => {
    const model = mobileNet();
    await run(model, [prune80, { transform: 'quantize', scheme: 'weight-int8' }]);
    const dense = writeModel(model).length;
    await run(model, [{ transform: 'encode-sparse' }]);
    expect(sparse(model)).toContain('w3');
    expect(writeModel(model).length).toBeLessThan(dense);
  });

  it('leaves float16, of which LiteRT would make garbage', async () => {
    const model = mobileNet();
    const steps: Step[] = [{ transform: 'quantize', scheme: 'float16' }, { transform: 'encode-sparse' }];
    const { changed, notes } = await run(model, [prune80, ...steps]);
    expect(changed.at(-1)).toBe(false);
    expect(notes).toContainEqual(expect.stringMatching(/^Weights in float16 stay dense/));
  });

  it('leaves integers that kernels compute with: those refuse a DENSIFY', async () => {
    const model = mobileNet();
    const { changed } = await run(model, [
      prune80,
      { transform: 'quantize', scheme: 'int8' },
      { transform: 'encode-sparse' },
    ]);
    expect(changed.at(-1)).toBe(false);
    expect(sparse(model)).toEqual([]);
  });

  it.each([
    [
      'tells what the device measures',
      null,
      true,
      'XNNPACK computes the 1×1 convolutions with sparse kernels: 2.00 ms in place of 5.00 ms on a.',
    ],
    [
      'stores dense what the device refuses',
      'crashed',
      false,
      'Weights stay dense: stored sparse, model: on a: crashed.',
    ],
  ])('%s', async (_, problem, changes, note) => {
    const model = mobileNet();
    await prune({ sparsity: 0.9 })(model, contextFor(model));
    const dense = writeModel(model);
    const onDevice = async (bytes: Uint8Array): Promise<DeviceMeasurement> => {
      const isSparse = bytes.length < dense.length;
      if (problem && isSparse) throw new DeviceRunError('model', 'a', problem);
      return { device: 'a', latencyMs: isSparse ? 2 : 5 } as DeviceMeasurement;
    };
    const context = { ...contextFor(model), onDevice };
    expect(await encodeSparse()(model, context)).toBe(changes);
    expect(context.notes.map(({ message }) => message)).toContain(note);
    expect(operatorsOf(model).includes('DENSIFY')).toBe(changes);
  });

  it('warns where that is slower', async () => {
    const model = mobileNet();
    await prune({ sparsity: 0.9 })(model, contextFor(model));
    const dense = writeModel(model).length;
    const onDevice = async ({ length }: Uint8Array): Promise<DeviceMeasurement> =>
      ({ device: 'a', latencyMs: length < dense ? 6 : 5 }) as DeviceMeasurement;
    const context = { ...contextFor(model), onDevice };
    await encodeSparse()(model, context);
    const [warning, ...others] = context.notes.filter(({ level }) => level === 'warning');
    expect(others).toEqual([]);
    expect(warning!.message).toMatch(
      /^Stored sparse the model is slower: 6\.00 ms in place of 5\.00 ms on a\. /,
    );
  });

  it('has nothing to do for dense weights', async () => {
    const { changed, notes } = await run(mobileNet(), [{ transform: 'encode-sparse' }]);
    expect(changed).toEqual([false]);
    expect(notes).toEqual(['No weights are worth storing sparse: nothing was changed.']);
  });

  it.each([
    ['float32', '1x4', 0.7],
    ['float32', 'unstructured', 0.9],
    ['int8', '1x16', 0.85],
  ] as const)('FULLY_CONNECTED reads %s sparse without DENSIFY, %s at %f', async (type, pattern, sparsity) => {
    const model = denseLayer();
    const context = contextFor(model);
    await prune({ pattern, sparsity })(model, context);
    if (type === 'int8') await run(model, [{ transform: 'quantize', scheme: 'int8' }]);
    const dense = writeModel(model);
    expect(await encodeSparse()(model, context)).toBe(true);
    expect(operatorsOf(model)).toEqual(['FULLY_CONNECTED']);
    expect(model.subgraphs[0]!.operators[0]!.version).toBe(8);
    const { evaluation } = context.dataset!;
    const [wanted, found] = [
      await pool.reduce('outputs', dense, evaluation),
      await pool.reduce('outputs', model, evaluation),
    ];
    const scale = type === 'int8' ? model.subgraphs[0]!.outputs[0]!.quantization!.scale[0]! : 1e-4;
    for (const [i, [output]] of wanted.entries()) {
      for (const [k, value] of output!.entries()) {
        expect(Math.abs(found[i]![0]![k]! - value)).toBeLessThanOrEqual(1.01 * scale);
      }
    }
  });
});

function denseLayer(): Model {
  const [x, y] = [newTensor('x', FLOAT32, [1, 256]), newTensor('y', FLOAT32, [1, 32])];
  const inputs = [x, constant('w', [32, 256]), constant('b', [32])];
  const options = new FullyConnectedOptionsT();
  const operator = newOperator(BuiltinOperator.FULLY_CONNECTED, { inputs, outputs: [y], options });
  return newModel([newSubgraph([x], [y], [operator])]);
}

describe('XNNPACK’s sparse path', () => {
  const obstacle = async (shape: Shape, sparsity = 0.9): Promise<string | null> => {
    const model = mobileNet(shape);
    await prune({ sparsity, allocation: 'uniform' })(model, contextFor(model));
    return sparsePathObstacle(model);
  };

  it('takes a MobileNet with symmetric padding, sparse or dense in the file', async () => {
    expect(await obstacle({})).toBeNull();
    const model = mobileNet();
    const context = contextFor(model);
    await prune({ sparsity: 0.9 })(model, context);
    await encodeSparse()(model, context);
    expect(context.notes.map(({ message }) => message).join('\n')).toMatch(
      /On ARM, XNNPACK computes the 1×1 convolutions/,
    );
  });

  it.each<[string, Shape, number, RegExp]>([
    [
      'too few zeros',
      {},
      0.5,
      /^4\d % of its convolutions' weights are zero, and more than 66 % have to be$/,
    ],
    [
      'SAME with stride 2',
      { padding: Padding.SAME },
      0.9,
      /^DEPTHWISE_CONV_2D "depthwise" pads one side only/,
    ],
    ['a large kernel', { kernel: 3 }, 0.9, /^CONV_2D "pointwise" is a convolution of 3×3 behind the first$/],
    [
      'another number of channels',
      { depth: 4 },
      0.9,
      /^it has no 3×3 convolution of stride 2 with 3 input channels/,
    ],
    ['no end', { ends: false }, 0.9, /^it has no MEAN/],
  ])('says what is in its way: %s', async (_, shape, sparsity, text) => {
    expect(await obstacle(shape, sparsity)).toMatch(text);
  });

  it('an integer model has no beginning that it knows', () => {
    const model = mobileNet();
    const [input] = model.subgraphs[0]!.inputs;
    Object.assign(input!, { type: INT8, quantization: newQuantization([0.1]) });
    expect(sparsePathObstacle(model)).toMatch(/^it has no 3×3 convolution/);
  });
});
