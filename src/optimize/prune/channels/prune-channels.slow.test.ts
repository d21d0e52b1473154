import { afterAll, describe, expect, it } from 'vitest';
import { SampleNet } from '../../../../test/support/channel-net.js';
import { InputError } from '../../../base/errors.js';
import { silent } from '../../../base/progress.js';
import { randomDataset } from '../../../data/random-dataset.js';
import type { Dataset } from '../../../data/types.js';
import { cloneModel } from '../../../model/clone.js';
import type { Model, Operator } from '../../../model/graph.js';
import { inspectModel } from '../../../model/inspect.js';
import { mainSubgraph, modelInterface } from '../../../model/interface.js';
import { readModel } from '../../../model/read.js';
import { AddOptionsT, Padding, Pool2DOptionsT, ReshapeOptionsT } from '../../../model/schema/index.js';
import { writeModel } from '../../../model/write.js';
import { SessionPool } from '../../../runtime/pool.js';
import { type AnyStep, transformOf } from '../../steps.js';
import { stepSchema, transforms } from '../../transforms.js';
import type { TransformContext } from '../../types.js';
import { importances } from './importance.js';
import { type PruneChannelsOptions, pruneChannels } from './prune-channels.js';
import { cutRecord } from './record.js';

const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

/** A small residual net; what its first layers make of smooth images has much in common from channel to channel. */
function residualNet(): Model {
  const net = new SampleNet();
  const x = net.convolution(net.input([1, 8, 8, 3]), 32, { kernel: 3 });
  const inner = net.convolution(net.depthwise(net.convolution(x, 24)), 32);
  const sum = net.operator('ADD', [x, inner], [1, 8, 8, 32], new AddOptionsT());
  const pool = new Pool2DOptionsT(Padding.VALID, 4, 4, 4, 4);
  const pooled = net.operator('AVERAGE_POOL_2D', [sum], [1, 2, 2, 32], pool);
  const flat = net.operator(
    'RESHAPE',
    [pooled, net.integers(1, 128)],
    [1, 128],
    new ReshapeOptionsT([1, 128]),
  );
  return net.model(net.dense(flat, 6));
}

function context(model: Model, parts: Partial<TransformContext> = {}): TransformContext {
  const { inputs } = modelInterface(model);
  const dataset = { ...randomDataset(inputs, { samples: 60, seed: 3 }), synthetic: false };
  return { dataset, effort: 'default', seed: 1, progress: silent, notes: [], pool, ...parts };
}

async function pruned(options: PruneChannelsOptions, parts: Partial<TransformContext> = {}) {
  const model = residualNet();
  const its = context(model, parts);
  const changed = await pruneChannels(options)(model, its);
  return { model, changed, notes: its.notes.map(({ message }) => message), bytes: writeModel(model) };
}

const countsOf = (model: Model) => inspectModel(model, writeModel(model), 'model');

/** Mean squared error of the outputs, as part of their variance. */
async function errorOf(bytes: Uint8Array, samples: Dataset['evaluation']): Promise<number> {
  const [expected, actual] = [
    await pool.reduce('outputs', writeModel(residualNet()), samples),
    await pool.reduce('outputs', bytes, samples),
  ];
  const values = expected.flatMap(([output]) => [...output!]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const others = actual.flatMap(([output]) => [...output!]);
  const square = (of: (i: number) => number) => values.reduce((sum, _, i) => sum + of(i) ** 2, 0);
  return square((i) => values[i]! - others[i]!) / square((i) => values[i]! - mean);
}

describe('pruneChannels', () => {
  it.each([
    ['macs', 0.3],
    ['macs', 0.6],
    ['parameters', 0.4],
  ] as const)('cuts so much of the %s: %d', async (resource, part) => {
    const before = countsOf(residualNet());
    const { model, changed } = await pruned({ [resource]: part });
    const after = countsOf(readModel(writeModel(model)));
    expect(changed).toBe(true);
    expect(after[resource] / before[resource]).toBeLessThanOrEqual(1 - part);
    expect(after[resource] / before[resource]).toBeGreaterThan(1 - part - 0.25);
    for (const { outputs } of mainSubgraph(model).operators.slice(0, -1))
      expect(outputs[0]!.shape.at(-1)! % 8).toBe(0);
  });

  it('fits the weights that read cut channels', async () => {
    const { calibration: others } = randomDataset(modelInterface(residualNet()).inputs, {
      samples: 40,
      seed: 8,
    });
    const { bytes, notes } = await pruned({ macs: 0.4, importance: 'l2' });
    const raw = await pruned({ macs: 0.4, importance: 'l2' }, { dataset: null });
    expect(notes.join()).toMatch(/Weights of \d layers are fitted anew to 60 samples/);
    expect(raw.notes.join()).toContain('Weights are left as they were: there are no samples to fit them to');
    const [fitted, left] = [await errorOf(bytes, others), await errorOf(raw.bytes, others)];
    expect(fitted).toBeLessThan(0.6 * left);
  });

  it.each(
    Object.keys(importances) as (keyof typeof importances)[],
  )('ranks by %s, always alike', async (importance) => {
    const [first, second] = [
      await pruned({ macs: 0.4, importance }),
      await pruned({ macs: 0.4, importance }),
    ];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });

  it('gives the same bytes for any number of threads', async () => {
    const other = new SessionPool({ threads: 1 });
    try {
      const { bytes } = await pruned({ macs: 0.4 }, { pool: other });
      expect(Buffer.from(bytes).equals((await pruned({ macs: 0.4 })).bytes)).toBe(true);
    } finally {
      await other.close();
    }
  });

  it('cuts a cut model no further for the same target or a smaller one, and counts a larger one from the original', async () => {
    const { model } = await pruned({ macs: 0.3 });
    const bytes = writeModel(model);
    for (const macs of [0.3, 0.2]) {
      const its = context(model);
      expect(await pruneChannels({ macs })(model, its)).toBe(false);
      expect(its.notes[0]!.message).toContain('Channels were cut before');
      expect(Buffer.from(writeModel(model)).equals(bytes)).toBe(true);
    }
    const again = readModel(bytes);
    expect(await pruneChannels({ macs: 0.6 })(again, context(again))).toBe(true);
    const part = countsOf(again).macs / countsOf(residualNet()).macs;
    expect(part).toBeLessThanOrEqual(0.4);
    expect(part).toBeGreaterThan(0.15);
  });

  it('leaves a part of each group, and says that the target is out of reach', async () => {
    const { model, notes } = await pruned({ macs: 0.9, floor: 0.5 });
    const channels = mainSubgraph(model)
      .operators.slice(0, -2)
      .map(({ outputs }) => outputs[0]!.shape.at(-1));
    expect(new Set(channels)).toEqual(new Set([16]));
    expect(notes.join()).toContain('more would have to go for the target');
  });

  it('cuts until a device is as much faster as was asked for', async () => {
    let measured = 0;
    const onDevice = async (bytes: Uint8Array) => {
      measured++;
      return { latencyMs: 1 + countsOf(readModel(bytes)).macs / 1e5 } as never;
    };
    const { model, notes } = await pruned({ latency: 0.4 }, { onDevice });
    const latency = (each: Model) => 1 + countsOf(each).macs / 1e5;
    expect(latency(model)).toBeLessThanOrEqual(0.6 * latency(residualNet()));
    expect(measured).toBeLessThanOrEqual(6);
    expect(notes.join()).toMatch(/Latency on the device is [\d.]+ ms in place of [\d.]+ ms/);
  });

  it('says by how little a latency misses its target', async () => {
    let measured = 0;
    const onDevice = async () => ({ latencyMs: measured++ === 0 ? 10 : 5.0004 }) as never;
    const { notes } = await pruned({ latency: 0.5, importance: 'l2' }, { onDevice });
    expect(notes.join()).toContain(
      'The target of latency, 5.0000 ms, is not reached: 5.0004 ms in place of 10.0000 ms.',
    );
  });

  it('says what it needs', async () => {
    const cases: [PruneChannelsOptions, Partial<TransformContext>, string][] = [
      [{}, {}, 'name one of macs, parameters, latency'],
      [{ macs: 0.5, parameters: 0.5 }, {}, 'name one of macs, parameters, latency'],
      [{ latency: 0.5 }, {}, 'a target of latency needs a device to measure on'],
      [{ latency: 0.5 }, { onDevice: async () => null }, 'could not be measured'],
      [{ macs: 0.5, importance: 'activation' }, { dataset: null }, 'importance "activation" needs samples'],
    ];
    for (const [options, parts, text] of cases) {
      const model = residualNet();
      const step = transformOf({ transform: 'prune-channels', ...options } as AnyStep, transforms);
      const error = await Promise.resolve(step(model, context(model, parts))).catch((caught) => caught);
      expect(error).toBeInstanceOf(InputError);
      expect((error as Error).message).toContain(text);
    }
  });

  it('leaves subgraphs alone that callers do not run, though they share the weights', async () => {
    const model = residualNet();
    const copy = cloneModel(model).subgraphs[0]!;
    model.subgraphs.push(copy);
    const weightsOf = () => copy.operators.map(({ inputs }) => inputs[1]);
    const shapes = () => weightsOf().map((weights) => `${weights?.shape} ${weights?.data?.length}`);
    const before = shapes();
    expect(weightsOf()[0]!.data).toBe(mainSubgraph(model).operators[0]!.inputs[1]!.data);
    const bytes = weightsOf().map((weights) => weights?.data && Buffer.from(weights.data));
    expect(await pruneChannels({ macs: 0.4 })(model, context(model))).toBe(true);
    expect(shapes()).toEqual(before);
    expect(weightsOf().every((weights, i) => !bytes[i] || bytes[i].equals(weights!.data!))).toBe(true);
    const channels = (operators: readonly Operator[]) =>
      operators.map(({ outputs }) => outputs[0]!.shape.at(-1)!);
    const whole = channels(copy.operators);
    expect(channels(mainSubgraph(model).operators).some((count, i) => count < whole[i]!)).toBe(true);
    const { calibration } = randomDataset(modelInterface(model).inputs, { samples: 2 });
    expect(await pool.reduce('outputs', writeModel(model), calibration)).toHaveLength(2);
  });

  it('cuts by weights alone what LiteRT cannot run, and says so', async () => {
    for (const importance of ['reconstruction', 'l1'] as const) {
      const net = new SampleNet();
      const x = net.convolution(net.input([1, 4, 4, 3]), 32);
      const model = net.model(net.dense(x, 6));
      mainSubgraph(model).operators[0]!.version = 99;
      const its = context(model);
      expect(await pruneChannels({ macs: 0.4, importance })(model, its)).toBe(true);
      expect(its.notes.map(({ message }) => message).join()).toMatch(
        /Weights are left as they were: .*CONV_2D/,
      );
      expect(mainSubgraph(model).operators[0]!.outputs[0]!.shape).toEqual([1, 4, 4, 16]);
    }
  });

  it.each([
    [{ macs: 0 }],
    [{ macs: 1 }],
    [{ macs: 0.5, latency: 0.5 }],
    [{}],
    [{ macs: 0.5, importance: 'size' }],
    [{ macs: 0.5, multipleOf: 0 }],
    [{ macs: 0.5, floor: 2 }],
  ])("recipes can't ask for %j", (options) => {
    expect(stepSchema.safeParse({ transform: 'prune-channels', ...options }).success).toBe(false);
    expect(stepSchema.safeParse({ transform: 'prune-channels', macs: 0.5, importance: 'l1' }).success).toBe(
      true,
    );
  });
});

describe('the record of cuts', () => {
  it('is read as it was written', () => {
    const model = residualNet();
    cutRecord.write(model, { macs: 10, parameters: 5, asked: { macs: 0.5 } });
    cutRecord.write(model, { macs: 10, parameters: 5, asked: { macs: 0.5, latency: 0.2 } });
    const read = readModel(writeModel(model));
    expect(cutRecord.read(read)).toEqual({ macs: 10, parameters: 5, asked: { macs: 0.5, latency: 0.2 } });
    expect(read.metadata).toHaveLength(1);
  });

  it.each([
    '',
    'no JSON',
    '[]',
    'null',
    '{"macs":1}',
    '{"macs":1,"parameters":1,"asked":{"macs":"all"}}',
  ])('is none where a file holds %j', (text) => {
    const model = residualNet();
    model.metadata = [{ name: 'litetrim_channels', data: new TextEncoder().encode(text) }];
    expect(cutRecord.read(model)).toBeNull();
  });
});
