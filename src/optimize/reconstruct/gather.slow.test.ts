import { afterAll, describe, expect, test } from 'vitest';
import { randomDataset } from '../../data/random-dataset.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../../model/build.js';
import type { Model, Tensor } from '../../model/graph.js';
import { mainSubgraph, modelInterface } from '../../model/interface.js';
import {
  ActivationFunctionType,
  BuiltinOperator,
  Conv2DOptionsT,
  DepthwiseConv2DOptionsT,
  Padding,
  TensorType,
} from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';
import { SessionPool } from '../../runtime/pool.js';
import type { Moments } from '../../runtime/reducers/moments.js';
import { activations } from './activations.js';
import { gatherMoments, type Pair } from './gather.js';
import { KeptActivations } from './kept-activations.js';
import { type Layer, layersOf } from './layers.js';
import { remember } from './original.js';
import { outputMeans } from './output-means.js';

const pools = [1, 2, 3].map((threads) => new SessionPool({ threads }));
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

const { RELU, NONE } = ActivationFunctionType;
const float = (name: string, shape: number[]): Tensor => newTensor(name, TensorType.FLOAT32, shape);

function constant(name: string, shape: number[], scale: number): Tensor {
  const values = Float32Array.from({ length: elementCount(shape) }, (_, i) => scale * Math.sin(7 * i + 1));
  return newTensor(name, TensorType.FLOAT32, shape, { data: bytesOf(values) });
}

/** A convolution with stride 2 and one by depth behind it. */
function twoLayers(): Model {
  const [x, y, z] = [float('x', [1, 9, 8, 3]), float('y', [1, 5, 4, 6]), float('z', [1, 5, 4, 6])];
  const first = newOperator(BuiltinOperator.CONV_2D, {
    inputs: [x, constant('w0', [6, 3, 3, 3], 0.4), constant('b0', [6], 0.1)],
    outputs: [y],
    options: new Conv2DOptionsT(Padding.SAME, 2, 2, RELU),
  });
  const second = newOperator(BuiltinOperator.DEPTHWISE_CONV_2D, {
    inputs: [y, constant('w1', [1, 3, 3, 6], 0.5), constant('b1', [6], 0.1)],
    outputs: [z],
    options: new DepthwiseConv2DOptionsT(Padding.SAME, 1, 1, 1, NONE),
  });
  return newModel([newSubgraph([x], [z], [first, second])]);
}

const budget = { samples: 70, inference: 1e12, rows: 1e6, moments: 1e12 };

/** The model, changed in its first layer, with the layers of both. */
function prepared() {
  const model = twoLayers();
  const original = remember(model);
  const [first] = mainSubgraph(model).operators;
  first!.inputs[1] = constant('w0', [6, 3, 3, 3], 0.38);
  const pair: Pair = {
    original: original.model,
    before: mainSubgraph(original.model),
    model,
    subgraph: mainSubgraph(model),
  };
  const samples = randomDataset(modelInterface(model).inputs, { samples: 70 }).calibration;
  return { pair, samples, layers: layersOf(model, pair.subgraph, pair.before, original.operators) };
}

describe('gatherMoments', () => {
  test('sums alike, bit for bit, whatever the threads', async () => {
    const { pair, samples, layers } = prepared();
    for (const layer of layers) {
      const [one, ...others] = await Promise.all(
        pools.map((pool) => gatherMoments({ pool, samples }, pair, layer, true, budget)),
      );
      for (const other of others) expect(other).toEqual(one);
    }
  });

  test('are the moments of what the layer reads', async () => {
    const { pair, samples, layers } = prepared();
    const layer = layers[1]!;
    const runner = { pool: pools[1]!, samples };
    const moments = await gatherMoments(runner, pair, layer, true, budget);
    const { patches } = layer;
    expect(moments.count + moments.heldOut.count).toBe(70 * patches.positions);
    const [x, xq] = await Promise.all([
      inputsOf(runner, pair.original, pair.before.operators[1]!.inputs[0]!),
      inputsOf(runner, pair.model, pair.subgraph.operators[1]!.inputs[0]!),
    ]);
    const expected = directly(x, xq, moments);
    expect(moments.meanQuantized[4]).toBeCloseTo(expected.mean, 10);
    expect(moments.products[0]![9 * 4 + 5]).toBeCloseTo(expected.product, 10);
    expect(moments.products[0]![9 * 5 + 4]).toBe(moments.products[0]![9 * 4 + 5]);
    expect(moments.cross[0]![9 * 4 + 5]).toBeCloseTo(expected.cross, 10);
  });

  test('are the same where activations are kept from layer to layer', async () => {
    const { pair, samples, layers } = prepared();
    const pool = pools[1]!;
    const kept = new KeptActivations();
    const outputOf = (layer: Layer) => layer.operator.outputs[0]!;
    for (const layer of layers) {
      const some = await gatherMoments({ pool, samples, kept }, pair, layer, true, budget);
      expect(some).toEqual(await gatherMoments({ pool, samples }, pair, layer, true, budget));
      const { model, subgraph } = pair;
      const means = await outputMeans({ pool, samples, kept }, model, subgraph, [layer], outputOf);
      expect(means).toEqual(await outputMeans({ pool, samples }, model, subgraph, [layer], outputOf));
    }
    expect(kept.tensors(pair.subgraph)).toEqual([pair.subgraph.operators[1]!.inputs[0]]);
  });

  test('of the first layer are those of the samples', async () => {
    const { pair, samples, layers } = prepared();
    const { mean, meanQuantized } = await gatherMoments(
      { pool: pools[1]!, samples },
      pair,
      layers[0]!,
      false,
      budget,
    );
    expect(mean).toEqual(meanQuantized);
    expect(mean.some((value) => value !== 0)).toBe(true);
  });
});

test('outputMeans are of each channel, with every eighth sample held out, and tell the part that is not cut off', async () => {
  const { pair, samples, layers } = prepared();
  const runner = { pool: pools[1]!, samples };
  const [means] = await outputMeans(
    runner,
    pair.model,
    pair.subgraph,
    layers,
    ({ operator }) => operator.outputs[0]!,
  );
  const outputs = await inputsOf(runner, pair.model, pair.subgraph.operators[0]!.outputs[0]!);
  const channels = outputs.map((values) => [...values.filter((_, i) => i % 6 === 2)]);
  const channel = channels.flat();
  const average = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
  const part = (isHeldOut: boolean) => channels.filter((_, i) => (i % 8 === 7) === isHeldOut).flat();
  expect(means!.mean[2]).toBeCloseTo(average(part(false)), 10);
  expect(means!.heldOut[2]).toBeCloseTo(average(part(true)), 10);
  expect(means!.active[2]).toBe(channel.filter((value) => value > 0).length / channel.length);
});

async function inputsOf(
  runner: Parameters<typeof activations>[0],
  model: Model,
  tensor: Tensor,
): Promise<Float32Array[]> {
  const all: Float32Array[] = [];
  for await (const [values] of activations(runner, model, mainSubgraph(model), [tensor])) all.push(values!);
  return all;
}

/** Of the first channel, the moments between the middle of a 3×3 kernel and its right neighbour, by hand. */
function directly(x: Float32Array[], xq: Float32Array[], { heldOut }: Moments) {
  const every = Math.max(8, Math.ceil((70 * 20) / 256));
  const pairs = xq.flatMap((values, sample) =>
    Array.from({ length: 20 }, (_, position) => position)
      .filter((position) => (sample * 20 + position) % every !== every - 1)
      .map((position) => {
        const right = position % 4 === 3 ? null : position + 1;
        const at = (from: Float32Array, pixel: number | null) => (pixel === null ? 0 : from[pixel * 6]!);
        const off = at(x[sample]!, position) - at(values, position);
        return { middle: at(values, position), right: at(values, right), off };
      }),
  );
  expect(heldOut.count).toBe(70 * 20 - pairs.length);
  const average = (of: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [mean, right, off] = [average((p) => p.middle), average((p) => p.right), average((p) => p.off)];
  return {
    mean,
    product: average((p) => p.middle * p.right) - mean * right,
    cross: average((p) => p.off * p.right) - off * right,
  };
}
