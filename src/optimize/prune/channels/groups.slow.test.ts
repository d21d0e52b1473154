import { afterAll, describe, expect, it } from 'vitest';
import { SampleNet } from '../../../../test/support/channel-net.js';
import { buildShape, type GroupShape, groupShapes } from '../../../../test/support/group-shapes/index.js';
import { permutation, randomNumbers } from '../../../base/random-numbers.js';
import { randomDataset } from '../../../data/random-dataset.js';
import { newOperator, newSubgraph, newTensor } from '../../../model/build.js';
import { cloneModel } from '../../../model/clone.js';
import { realValues } from '../../../model/dequantize.js';
import { float32ToFloat16 } from '../../../model/float16.js';
import type { Model, Tensor } from '../../../model/graph.js';
import { mainSubgraph, modelInterface } from '../../../model/interface.js';
import { BuiltinOperator, TensorType } from '../../../model/schema/index.js';
import { bytesOf } from '../../../model/tensors.js';
import { writeModel } from '../../../model/write.js';
import { SessionPool } from '../../../runtime/pool.js';
import { cutChannels, Kept } from './cut.js';
import { type ChannelGroup, channelGroups } from './groups.js';
import { ownConstants } from './own-constants.js';

// Cutting channels out must leave what the whole net computes when nobody reads them, whatever they are, and
// when they are zero wherever they come from: two references that know nothing of how channels are cut.

const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

describe('groups of channels', () => {
  for (const [name, shape] of Object.entries(groupShapes)) it(name, () => check(shape));
});

async function check(shape: GroupShape): Promise<void> {
  const model = buildShape(shape);
  ownConstants(mainSubgraph(model));
  const groups = channelGroups(mainSubgraph(model)).filter(({ channels }) => channels.length > 1);
  const cuttable = groups.filter(({ obstacle }) => obstacle === null);
  expect(cuttable.map(({ channels }) => channels.length)).toEqual(shape.cuttable);
  const obstacles = groups.map(({ obstacle }) => obstacle ?? '').join('; ');
  if (shape.obstacle) expect(obstacles).toContain(shape.obstacle);

  const gone = cuttable.map(({ channels }, i) => someOf(channels.length, i));
  const unread = await outputsOf(reference(model, cuttable, gone, 'unread'));
  expect(maxDifference(await outputsOf(model), unread)).toBeGreaterThan(0.01);
  if (!shape.nonzero) {
    const zero = await outputsOf(reference(model, cuttable, gone, 'zero'));
    expect(maxDifference(zero, unread)).toBeLessThan(1e-5);
  }
  const kept = new Kept();
  for (const [i, group] of cuttable.entries()) kept.cut(group, gone[i]!);
  const before = writeModel(model).length;
  cutChannels(mainSubgraph(model), kept);
  expect(writeModel(model).length).toBeLessThan(before);
  expect(maxDifference(await outputsOf(model), unread)).toBeLessThan(1e-5);
}

/** About a third of the channels, at least one. */
function someOf(channels: number, seed: number): number[] {
  return [...permutation(channels, randomNumbers(seed + 1))].slice(0, Math.ceil(channels / 3));
}

/**
 * The net with all its channels: nobody reads those that are gone, which are random then; or all constants
 * that make them are zero.
 */
function reference(model: Model, groups: ChannelGroup[], gone: number[][], kind: 'unread' | 'zero'): Model {
  const copy = cloneModel(model);
  const twins = new Map(
    mainSubgraph(model).tensors.map((tensor, i) => [tensor, mainSubgraph(copy).tensors[i]!]),
  );
  for (const [g, group] of groups.entries()) {
    for (const [p, { tensor, axis }] of group.places.entries()) {
      const twin = twins.get(tensor)!;
      if (!twin.data || (twin.type !== TensorType.FLOAT32 && twin.type !== TensorType.FLOAT16)) continue;
      const reads = isIn(group.readers, tensor, axis) || readsHalf(model, group, tensor, axis);
      if (kind === 'zero' && reads) continue;
      for (const channel of gone[g]!) {
        for (const index of group.channels[channel]![p]!) {
          change(twin, axis, index, (value) => (kind === 'zero' || reads ? 0 : 3 * value + 1));
        }
      }
    }
  }
  return copy;
}

/** Whether a dimension is read by an operator behind the DEQUANTIZE that unpacks the tensor. */
function readsHalf(model: Model, group: ChannelGroup, tensor: Tensor, axis: number): boolean {
  const unpacks = mainSubgraph(model).operators.find(({ inputs }) => inputs[0] === tensor);
  return tensor.type === TensorType.FLOAT16 && isIn(group.readers, unpacks!.outputs[0]!, axis);
}

const isIn = (places: ChannelGroup['readers'], tensor: Tensor, axis: number): boolean =>
  places.some((place) => place.tensor === tensor && place.axis === axis);

function change(tensor: Tensor, axis: number, index: number, to: (value: number) => number): void {
  const values = realValues(tensor).slice();
  const inner = tensor.shape.slice(axis + 1).reduce((product, size) => product * size, 1);
  for (let i = 0; i < values.length; i++) {
    if (Math.floor(i / inner) % tensor.shape[axis]! === index) values[i] = to(values[i]!);
  }
  tensor.data = bytesOf(tensor.type === TensorType.FLOAT16 ? float32ToFloat16(values) : values);
}

async function outputsOf(model: Model): Promise<Float32Array[]> {
  const { calibration } = randomDataset(modelInterface(model).inputs, { samples: 3, seed: 1 });
  const samples = await pool.reduce('outputs', writeModel(model), calibration);
  return samples.flat();
}

/** The largest difference, as part of the largest value. */
function maxDifference(actual: Float32Array[], expected: Float32Array[]): number {
  expect(actual.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
  let [error, largest] = [0, 1e-6];
  for (const [i, values] of expected.entries()) {
    for (const [k, value] of values.entries()) {
      error = Math.max(error, Math.abs(value - actual[i]![k]!));
      largest = Math.max(largest, Math.abs(value));
    }
  }
  return error / largest;
}

it('does not look for channels among more indices than any model has', () => {
  const [x, y] = ['x', 'y'].map((name) => newTensor(name, TensorType.FLOAT32, [1, 2 ** 29]));
  const relu = newOperator(BuiltinOperator.RELU, { inputs: [x!], outputs: [y!] });
  expect(channelGroups(newSubgraph([x!], [y!], [relu]))).toEqual([]);
});

it.each([
  TensorType.INT2,
  TensorType.INT4,
  TensorType.UINT4,
])('keeps channels of constants of type %s, which hold several numbers a byte', (type) => {
  const net = new SampleNet();
  const bias = newTensor('packed', type, [4], { data: new Uint8Array(2) });
  const hidden = net.convolution(net.input([1, 2, 2, 3]), 4, { bias });
  const { subgraphs } = net.model(net.convolution(hidden, 2));
  const obstacles = channelGroups(subgraphs[0]!).map(({ obstacle }) => obstacle);
  expect(obstacles).toContain('a constant of theirs holds several numbers a byte');
  expect(obstacles).not.toContain(null);
});

it('keeps channels of a bias that has them in another dimension than the last', () => {
  const net = new SampleNet();
  const x = net.input([1, 2, 2, 3]);
  const hidden = net.convolution(x, 4, { bias: net.floats(4, 1) });
  const { subgraphs } = net.model(net.convolution(hidden, 2));
  const obstacles = channelGroups(subgraphs[0]!).map(({ obstacle }) => obstacle);
  expect(obstacles).toContainEqual(expect.stringMatching(/has a bias of several dimensions$/));
  expect(obstacles).not.toContain(null);
});
