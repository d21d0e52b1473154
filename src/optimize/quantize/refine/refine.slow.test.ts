import { afterAll, describe, expect, it } from 'vitest';
import { silent } from '../../../base/progress.js';
import { randomDataset } from '../../../data/random-dataset.js';
import type { Dataset } from '../../../data/types.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../../../model/build.js';
import { cloneModel } from '../../../model/clone.js';
import type { Model, OperatorOptions, Tensor } from '../../../model/graph.js';
import { modelInterface } from '../../../model/interface.js';
import {
  ActivationFunctionType,
  AddOptionsT,
  BuiltinOperator,
  Conv2DOptionsT,
  DepthwiseConv2DOptionsT,
  FullyConnectedOptionsT,
  Padding,
  Pool2DOptionsT,
  ReshapeOptionsT,
  TensorType,
  TransposeConvOptionsT,
} from '../../../model/schema/index.js';
import { bytesOf, elementCount } from '../../../model/tensors.js';
import { writeModel } from '../../../model/write.js';
import { SessionPool } from '../../../runtime/pool.js';
import type { TransformContext } from '../../types.js';
import { quantize } from '../quantize.js';
import type { QuantizationScheme } from '../schemes.js';
import { channelGroups } from './channel-groups.js';
import { equalize } from './equalize.js';

const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

const noiseOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
};

/** Weights whose channels differ in magnitude, as trained ones do. */
function constant(name: string, shape: number[], seed: number, spread = 0): Tensor {
  const next = noiseOf(seed);
  const last = shape.at(-1)!;
  const values = Float32Array.from({ length: elementCount(shape) }, (_, i) => {
    return next() * 2 ** (spread * ((i % last) % 5));
  });
  return newTensor(name, TensorType.FLOAT32, shape, { data: bytesOf(values) });
}

const float = (name: string, shape: number[]): Tensor => newTensor(name, TensorType.FLOAT32, shape);
const { NONE, RELU } = ActivationFunctionType;
const { SAME, VALID } = Padding;

function conv(input: Tensor, shape: number[], output: number[], options: Conv2DOptionsT, seed: number) {
  const bias = constant(`bias${seed}`, [shape[0]!], seed + 50);
  const result = float(`y${seed}`, output);
  const inputs = [input, constant(`w${seed}`, shape, seed, 0.7), bias];
  return newOperator(BuiltinOperator.CONV_2D, { inputs, outputs: [result], options, version: 1 });
}

function single(
  code: BuiltinOperator,
  x: Tensor,
  inputs: (Tensor | null)[],
  shape: number[],
  options: OperatorOptions,
): Model {
  const y = float('y', shape);
  return newModel([newSubgraph([x], [y], [newOperator(code, { inputs, outputs: [y], options })])]);
}

const image = () => float('x', [1, 8, 7, 6]);
const models: Record<string, () => Model> = {
  'CONV_2D, SAME, stride 2': () => {
    const x = image();
    const inputs = [x, constant('w', [5, 3, 3, 6], 1), constant('b', [5], 2)];
    return single(BuiltinOperator.CONV_2D, x, inputs, [1, 4, 4, 5], new Conv2DOptionsT(SAME, 2, 2, NONE));
  },
  'CONV_2D, VALID, dilated': () => {
    const x = image();
    const inputs = [x, constant('w', [5, 3, 2, 6], 3), constant('b', [5], 4)];
    return single(
      BuiltinOperator.CONV_2D,
      x,
      inputs,
      [1, 4, 5, 5],
      new Conv2DOptionsT(VALID, 1, 1, NONE, 2, 2),
    );
  },
  'DEPTHWISE_CONV_2D, multiplier 2': () => {
    const x = image();
    const inputs = [x, constant('w', [1, 3, 3, 12], 5), constant('b', [12], 6)];
    const options = new DepthwiseConv2DOptionsT(SAME, 1, 1, 2, NONE);
    return single(BuiltinOperator.DEPTHWISE_CONV_2D, x, inputs, [1, 8, 7, 12], options);
  },
  'FULLY_CONNECTED without bias': () => {
    const x = float('x', [1, 48]);
    const inputs = [x, constant('w', [10, 48], 7), null];
    return single(BuiltinOperator.FULLY_CONNECTED, x, inputs, [1, 10], new FullyConnectedOptionsT());
  },
  'TRANSPOSE_CONV, stride 2': () => {
    const x = image();
    const shape = newTensor('shape', TensorType.INT32, [4], { data: bytesOf(Int32Array.of(1, 16, 14, 4)) });
    const inputs = [shape, constant('w', [4, 3, 3, 6], 8), x, constant('b', [4], 9)];
    const options = new TransposeConvOptionsT(SAME, 2, 2, NONE);
    const model = single(BuiltinOperator.TRANSPOSE_CONV, x, inputs, [1, 16, 14, 4], options);
    model.subgraphs[0]!.operators[0]!.version = 3;
    return model;
  },
};

/** Correlated, one-sided inputs, as layers inside of a net have. */
function samplesFor(model: Model): Dataset {
  const noise = randomDataset(modelInterface(model).inputs, { samples: 80, seed: 3 });
  const correlate = (part: Dataset['calibration']): Dataset['calibration'] => ({
    size: part.size,
    sample: async (i) => {
      const { inputs, label } = await part.sample(i);
      let before = 0;
      const smooth = (value: number): number => {
        before = 0.8 * before + value;
        return Math.max(0, before);
      };
      return { inputs: inputs.map((values) => values.map(smooth)), label };
    },
  });
  return {
    ...noise,
    synthetic: false,
    calibration: correlate(noise.calibration),
    evaluation: correlate(noise.evaluation),
  };
}

function contextFor(model: Model, parts: Partial<TransformContext> = {}): TransformContext {
  return {
    dataset: samplesFor(model),
    effort: 'default',
    seed: 1,
    progress: silent,
    notes: [],
    pool,
    ...parts,
  };
}

async function outputs(model: Model, samples: Dataset['calibration']): Promise<Float32Array[]> {
  const all: Float32Array[] = [];
  for await (const [values] of pool.outputs(writeModel(model), samples)) all.push(values!);
  return all;
}

async function noise(model: Model, reference: Model, samples: Dataset['calibration']): Promise<number> {
  const [a, b] = [await outputs(model, samples), await outputs(reference, samples)];
  return a.reduce(
    (sum, values, i) => sum + values.reduce((s, value, k) => s + (value - b[i]![k]!) ** 2, 0),
    0,
  );
}

async function quantized(model: Model, scheme: QuantizationScheme, parts: Partial<TransformContext> = {}) {
  const copy = cloneModel(model);
  const context = contextFor(model, parts);
  await quantize({ scheme, minElements: 1, ...(scheme === 'int8' && { edges: 'float' as const }) })(
    copy,
    context,
  );
  return copy;
}

describe('layers fitted to samples', () => {
  describe.each(Object.entries(models))('%s', (_, build) => {
    it.each([
      { scheme: 'weight-int8', part: 0.85 },
      { scheme: 'weight-int4', part: 0.85 },
      // Steps are a tenth coarser, for values beyond the samples', and rounding activations outweighs weights.
      { scheme: 'int8', part: 1.25 },
    ] as const)('$scheme: the error is at most $part of rounding’s on other samples', async ({
      scheme,
      part,
    }) => {
      const model = build();
      const { evaluation } = samplesFor(model);
      const plain = await noise(await quantized(model, scheme, { effort: 'fast' }), model, evaluation);
      const fitted = await noise(await quantized(model, scheme), model, evaluation);
      expect(plain).toBeGreaterThan(0);
      expect(fitted).toBeLessThan(part * plain);
    });
  });
});

/** Convolutions around a residual connection, then a dense layer behind a pool and a reshape. */
function residualNet(): Model {
  const x = float('x', [1, 8, 8, 3]);
  const same = new Conv2DOptionsT(SAME, 1, 1, RELU);
  const first = conv(x, [10, 3, 3, 3], [1, 8, 8, 10], same, 11);
  const [a] = first.outputs;
  const second = conv(a!, [10, 1, 1, 10], [1, 8, 8, 10], same, 12);
  const sum = float('sum', [1, 8, 8, 10]);
  const add = newOperator(BuiltinOperator.ADD, {
    inputs: [a!, second.outputs[0]!],
    outputs: [sum],
    options: new AddOptionsT(NONE),
  });
  const depthwiseOut = float('depthwise', [1, 8, 8, 10]);
  const depthwise = newOperator(BuiltinOperator.DEPTHWISE_CONV_2D, {
    inputs: [sum, constant('dw', [1, 3, 3, 10], 13, 0.7), constant('db', [10], 14)],
    outputs: [depthwiseOut],
    options: new DepthwiseConv2DOptionsT(SAME, 1, 1, 1, RELU),
  });
  const pooled = float('pooled', [1, 4, 4, 10]);
  const pool2 = newOperator(BuiltinOperator.MAX_POOL_2D, {
    inputs: [depthwiseOut],
    outputs: [pooled],
    options: new Pool2DOptionsT(VALID, 2, 2, 2, 2, NONE),
  });
  const flat = float('flat', [1, 160]);
  const shape = newTensor('shape', TensorType.INT32, [2], { data: bytesOf(Int32Array.of(1, 160)) });
  const reshape = newOperator(BuiltinOperator.RESHAPE, {
    inputs: [pooled, shape],
    outputs: [flat],
    options: new ReshapeOptionsT([1, 160]),
  });
  const y = float('y', [1, 7]);
  const dense = newOperator(BuiltinOperator.FULLY_CONNECTED, {
    inputs: [flat, constant('fw', [7, 160], 15, 0.7), constant('fb', [7], 16)],
    outputs: [y],
    options: new FullyConnectedOptionsT(),
  });
  return newModel([newSubgraph([x], [y], [first, second, add, depthwise, pool2, reshape, dense])]);
}

describe('equalized channels', () => {
  it('are tied by sums, pools and reshapes', () => {
    const groups = channelGroups(residualNet().subgraphs[0]!);
    const names = groups.map(({ tensors }) => tensors.map(({ name }) => name).sort());
    expect(names).toEqual([
      ['sum', 'y11', 'y12'],
      ['depthwise', 'flat', 'pooled'],
    ]);
    expect(groups.map(({ channels }) => channels)).toEqual([10, 10]);
  });

  it('leave what the model computes as it is', async () => {
    const model = residualNet();
    const changed = cloneModel(model);
    await equalize(changed, { ...contextFor(model), pool });
    const weights = (each: Model) =>
      Buffer.concat(each.subgraphs[0]!.tensors.flatMap(({ data }) => data ?? []));
    expect(weights(changed).equals(weights(model))).toBe(false);
    const { evaluation } = samplesFor(model);
    const [a, b] = [await outputs(changed, evaluation), await outputs(model, evaluation)];
    const largest = Math.max(...b.flatMap((values) => [...values].map(Math.abs)));
    for (const [i, values] of a.entries()) {
      for (const [k, value] of values.entries())
        expect(Math.abs(value - b[i]![k]!)).toBeLessThan(1e-5 * largest);
    }
  });
});

describe('quantizing by samples', () => {
  it.each([
    'int8',
    'int16x8',
    'dynamic-int8',
    'weight-int4',
  ] as const)('%s: gives the same bytes on one thread and on two, and nothing more a second time', async (scheme) => {
    const one = new SessionPool({ threads: 1 });
    const bytes = [];
    for (const threads of [one, pool])
      bytes.push(writeModel(await quantized(residualNet(), scheme, { pool: threads })));
    await one.close();
    expect(Buffer.from(bytes[0]!).equals(bytes[1]!)).toBe(true);
    const model = await quantized(residualNet(), scheme);
    const before = writeModel(cloneModel(model));
    const again = await quantize({
      scheme,
      minElements: 1,
      ...(scheme === 'int8' && { edges: 'float' as const }),
    })(model, contextFor(residualNet()));
    expect(again).toBe(false);
    expect(Buffer.from(writeModel(model)).equals(before)).toBe(true);
  });
});
