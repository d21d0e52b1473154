import { afterAll, describe, expect, test } from 'vitest';
import { chain, division, endless, hasShared, quantizer, shared } from '../../test/support/runtime-models.js';
import { TensorType } from '../model/schema/index.js';
import { writeModel } from '../model/write.js';
import { decodeOutput, encodeInput } from './codec.js';
import { NotRunnableError } from './errors.js';
import { withObservedTensors } from './observe.js';
import { type SampleSource, SessionPool } from './pool.js';
import { openSession } from './session.js';

const pools = [1, 2, 3].map((threads) => new SessionPool({ threads }));
const [pool] = pools;

afterAll(() => Promise.all(pools.map((each) => each.close())));

function source(size: number, sample: (index: number) => number[][]): SampleSource {
  return {
    size,
    sample: async (index) => ({ inputs: sample(index).map((values) => Float32Array.from(values)) }),
  };
}

const ramp = (size: number) => source(size, (i) => [[i, -i, i / 2]]);

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('SessionPool', () => {
  test('gives the outputs of each sample in order, whatever the number of threads', async () => {
    const model = writeModel(chain(3));
    const expected = Array.from({ length: 100 }, (_, i) => [Float32Array.of(4 * i, 0, 2 * i)]);
    for (const each of pools) expect(await collect(each.outputs(model, ramp(100)))).toEqual(expected);
  });

  test('counts values alike whatever the threads, which may have been started before', async () => {
    const early = new SessionPool({ threads: 2 });
    early.start();
    const samples = source(70, (i) => [[i - 20, 0.5, -1e30]]);
    const { counts, ...ranges } = await early.reduce('histograms', chain(3), samples);
    expect(ranges).toEqual(await pool!.reduce('ranges', chain(3), samples));
    expect(counts).toEqual((await pool!.reduce('histograms', chain(3), samples)).counts);
    expect(counts[0]!.reduce((a, b) => a + b)).toBe(3 * 70);
    await early.close();
  });

  test('encodes inputs and decodes outputs', async () => {
    const model = quantizer(TensorType.INT8, 0.5, 10, 2);
    const samples = source(1, () => [[1.1, -1000]]);
    expect(await collect(pool!.outputs(model, samples))).toEqual([[Float32Array.of(1, -69)]]);
    const quotients = pool!.outputs(
      division(TensorType.INT32, 1),
      source(2, (i) => [[7], [i + 1.6]]),
    );
    expect(await collect(quotients)).toEqual([[Float32Array.of(3)], [Float32Array.of(2)]]);
  });

  test('reduces to ranges of observed tensors', async () => {
    const model = chain(3);
    const observed = withObservedTensors(model, model.subgraphs[0]!.tensors);
    for (const each of pools) {
      expect(await each.reduce('ranges', observed, ramp(77))).toEqual({
        min: Float32Array.of(0, -152, -304),
        max: Float32Array.of(304, 152, 304),
        nan: Uint8Array.of(0, 0, 0),
      });
    }
  });

  test('ranges pass over NaN and tell of it', async () => {
    const quotients = source(40, (i) => [[i], [i % 20]]);
    const ranges = await pool!.reduce('ranges', division(TensorType.FLOAT32, 1), quotients);
    expect(ranges).toEqual({
      min: Float32Array.of(1),
      max: Float32Array.of(Infinity),
      nan: Uint8Array.of(1),
    });
  });

  test('without samples there are no outputs and empty ranges', async () => {
    expect(await collect(pool!.outputs(chain(3), ramp(0)))).toEqual([]);
    const empty = { min: Float32Array.of(Infinity), max: Float32Array.of(-Infinity), nan: Uint8Array.of(0) };
    expect(await pool!.reduce('ranges', chain(3), ramp(0))).toEqual(empty);
  });

  test('reads no further ahead than two rounds of chunks', async () => {
    let read = 0;
    const samples = source(10_000, (i) => {
      read = i;
      return [[i, i, i]];
    });
    let index = 0;
    let furthest = 0;
    for await (const _ of pools[1]!.outputs(chain(3), samples)) {
      furthest = Math.max(furthest, read - index++);
    }
    expect(index).toBe(10_000);
    expect(furthest).toBeLessThan(6 * 32);
  });

  test('tells its progress, which ends at the number of samples', async () => {
    const seen: number[] = [];
    await pool!.reduce('ranges', chain(3), ramp(70), { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([32, 64, 70]);
  });

  test('may be left before the end, and used again', async () => {
    for await (const _ of pools[1]!.outputs(chain(3), ramp(1000))) break;
    expect((await collect(pools[1]!.outputs(chain(3), ramp(3)))).length).toBe(3);
  });

  test('two runs beside each other do not mix', async () => {
    const plain = pools[1]!.outputs(chain(3), ramp(200));
    const other = pools[1]!.outputs(
      division(TensorType.FLOAT32, 1),
      source(200, (i) => [[i], [2]]),
    );
    for (let i = 0; i < 200; i++) {
      expect((await plain.next()).value).toEqual([Float32Array.of(4 * i, 0, 2 * i)]);
      expect((await other.next()).value).toEqual([Float32Array.of(i / 2)]);
    }
  });

  test('a sample that does not fit the model is named', async () => {
    const samples = source(50, (i) => [i === 40 ? [1, 2] : [1, 2, 3]]);
    await expect(collect(pool!.outputs(chain(3), samples))).rejects.toThrow(
      'sample 40 has 2 values, and the model takes 3',
    );
  });

  test('errors of reading a sample come through', async () => {
    const samples = source(50, (i) => {
      if (i === 33) throw new Error('sample 33 is unreadable');
      return [[1, 2, 3]];
    });
    await expect(collect(pool!.outputs(chain(3), samples))).rejects.toThrow('sample 33 is unreadable');
  });

  test('a model that never ends is an error; the pool goes on', async () => {
    const samples = source(3, () => [[1]]);
    const running = pool!.outputs(endless(), samples, { file: 'endless.tflite', secondsPerSample: 0.5 });
    const error = await collect(running).catch((error) => error);
    expect(error).toBeInstanceOf(NotRunnableError);
    expect(error.message).toMatch(/^endless\.tflite: LiteRT .* does not come to an end/);
    expect((await collect(pool!.outputs(chain(3), ramp(3)))).length).toBe(3);
  });

  test('a crash in a worker is an error of that model; the pool goes on', async () => {
    const overflow = source(100, () => [[-(2 ** 31)], [-1]]);
    const crashing = pools[1]!.outputs(division(TensorType.INT32, 1), overflow, { file: 'overflow.tflite' });
    const error = await collect(crashing).catch((error) => error);
    expect(error).toBeInstanceOf(NotRunnableError);
    expect(error.message).toMatch(/^overflow\.tflite: LiteRT .* crashed on this model: /);
    expect((await collect(pools[1]!.outputs(chain(3), ramp(100)))).length).toBe(100);
  });
});

describe.skipIf(!hasShared)("SessionPool on real models (skipped without the developers' models)", () => {
  test('a refused model is reported as in the thread of the caller', async () => {
    const lstm = pool!.outputs(
      shared('models/tflm/mnist_lstm_f32.tflite'),
      source(1, () => [Array(784).fill(0)]),
    );
    await expect(collect(lstm)).rejects.toThrow(NotRunnableError);
  });

  test('gives the same bits as a session in this thread', async () => {
    const bytes = shared('models/mlperf-tiny/resnet8_int8_google.tflite');
    const samples = source(40, (i) => [Array.from({ length: 3072 }, (_, k) => (i * 7919 + k * 31) % 256)]);
    const session = await openSession(bytes);
    let i = 0;
    for await (const outputs of pools[2]!.outputs(bytes, samples)) {
      const { inputs } = await samples.sample(i++);
      const here = session.run([encodeInput(session.inputs[0]!, inputs[0]!)]);
      expect(outputs[0]).toEqual(decodeOutput(session.outputs[0]!, here[0]!));
    }
    expect(i).toBe(40);
    session.close();
  });
});
