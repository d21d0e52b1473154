import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chain, division, hasShared, shared } from '../../test/support/runtime-models.js';
import { TensorType } from '../model/schema/index.js';
import { writeModel } from '../model/write.js';
import { NotRunnableError } from './errors.js';
import { isStopped, litert, ownFault } from './litert.js';
import { openSession } from './session.js';
import type { Session } from './types.js';
import { litertVersion } from './version.js';

describe('openSession', () => {
  test('runs a model without signature, with several inputs, of integers', async () => {
    const session = await openSession(division(TensorType.INT32, 3));
    expect(session.inputs.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(session.outputs).toEqual([
      { name: 'quotient', type: TensorType.INT32, shape: [3], quantization: null },
    ]);
    expect(session.run([Int32Array.of(7, -7, 100), Int32Array.of(2, 2, -9)])).toEqual([
      Int32Array.of(3, -3, -11),
    ]);
    session.close();
  });

  test('fixes a dynamic batch to 1, given as bytes or as a graph that stays as it is', async () => {
    const model = chain(3);
    for (const source of [model, writeModel(model)]) {
      const session = await openSession(source);
      expect(session.inputs[0]!.shape).toEqual([1, 3]);
      expect(session.run([Float32Array.of(1, -2, 0.5)])).toEqual([Float32Array.of(4, 0, 2)]);
      session.close();
    }
    expect(model.subgraphs[0]!.inputs[0]!.shapeSignature).toEqual([-1, 3]);
  });

  test('results are copies: a later run leaves them as they were', async () => {
    const session = await openSession(chain(1));
    const [first] = session.run([Float32Array.of(1)]);
    session.run([Float32Array.of(2)]);
    expect(first).toEqual(Float32Array.of(4));
    session.close();
  });

  test('shows results where they are, without copies', async () => {
    const session = await openSession(chain(1));
    const kept = session.runInPlace([Float32Array.of(1)], ([output]) => {
      expect(output).toEqual(Float32Array.of(4));
      return output!;
    });
    expect(kept.buffer.byteLength).toBeGreaterThan(1 << 20);
    const failing = () =>
      session.runInPlace([Float32Array.of(1)], () => {
        throw new Error('my own');
      });
    expect(failing).toThrow('my own');
    expect(session.run([Float32Array.of(2)])).toEqual([Float32Array.of(8)]);
    session.close();
  });

  test('refuses inputs of a wrong number, type or length, and goes on working', async () => {
    const session = await openSession(chain(2));
    expect(() => session.run([])).toThrow(RangeError);
    expect(() => session.run([Int8Array.of(1, 2)])).toThrow('input "x" is Float32Array with the shape [1,2]');
    expect(() => session.run([new Float32Array(3)])).toThrow(RangeError);
    expect(session.run([Float32Array.of(1, 2)])).toEqual([Float32Array.of(4, 8)]);
    session.close();
    expect(() => session.run([new Float32Array(2)])).toThrow('closed');
  });

  test('names the file of bytes that are no model', async () => {
    await expect(openSession(new Uint8Array(100), 'broken.tflite')).rejects.toThrow(/^broken\.tflite: /);
  });

  test('hundreds of sessions do not grow the heap', async () => {
    const bytes = writeModel(chain(100_000));
    const cycle = async () => {
      const session = await openSession(bytes);
      session.run([new Float32Array(100_000)]);
      session.close();
    };
    await cycle();
    const { bindings } = await litert();
    const before = bindings.HEAPU8.byteLength;
    const top = bindings._malloc(16);
    bindings._free(top);
    for (let i = 0; i < 300; i++) await cycle();
    expect((await litert()).bindings).toBe(bindings);
    expect(bindings.HEAPU8.byteLength).toBe(before);
    expect(bindings._malloc(16)).toBe(top);
  });

  test('a crash inside the runtime stops neither the process nor later sessions', async () => {
    const bystander = await openSession(chain(1));
    const crashing = await openSession(division(TensorType.INT32, 1), 'overflow.tflite');
    const overflow = () => crashing.run([Int32Array.of(-(2 ** 31)), Int32Array.of(-1)]);
    expect(overflow).toThrow(NotRunnableError);
    expect(overflow).toThrow('open the session again');
    expect(() => bystander.run([new Float32Array(1)])).toThrow('open the session again');
    crashing.close();
    bystander.close();
    const later = await openSession(chain(1));
    expect(later.run([Float32Array.of(3)])).toEqual([Float32Array.of(12)]);
    later.close();
  });

  test('the version is that of the package', () => {
    const file = new URL('../../node_modules/@litertjs/core/package.json', import.meta.url);
    expect(litertVersion).toBe(JSON.parse(readFileSync(file, 'utf8')).version);
  });
});

describe.skipIf(!hasShared)("openSession on real models (skipped without the developers' models)", () => {
  const open = (path: string): Promise<Session> => openSession(shared(`models/${path}`), path);

  test("Google's int8 keyword spotter classifies as it should", async () => {
    const session = await open('mlperf-tiny/kws_int8_google.tflite');
    expect(session.inputs[0]!.quantization).toEqual({ scale: 0.5847029089927673, zeroPoint: 83 });
    const labels = new TextDecoder().decode(shared('data/kws01/y_labels.csv')).trim().split('\n');
    let right = 0;
    for (const line of labels) {
      const [file, , label] = line.split(',');
      const [scores] = session.run([new Int8Array(shared(`data/kws01/${file!.trim()}`))]) as Int8Array[];
      if (scores!.indexOf(Math.max(...scores!)) === Number(label)) right++;
    }
    expect(labels.length).toBe(500);
    expect(right / labels.length).toBeGreaterThan(0.89);
    expect(right / labels.length).toBeLessThan(0.94);
    session.close();
  });

  test('several inputs go where they belong', async () => {
    const session = await open('single-op/two_inputs_concatenation.tflite');
    const [first, second] = [new Float32Array(6000).fill(1), new Float32Array(6000).fill(2)];
    const [joined] = session.run([first, second]);
    // Joined along the last axis of [1, 10, 20, 30].
    expect([...joined!].slice(0, 90)).toEqual([
      ...Array(30).fill(1),
      ...Array(30).fill(2),
      ...Array(30).fill(1),
    ]);
    session.close();
  });

  test('outputs are in the order of the graph, not of the signature', async () => {
    const session = await open('single-op/single_split.tflite');
    expect(session.outputs.map(({ name }) => name)).toEqual(['tf.split_1', 'tf.split']);
    const input = Float32Array.from({ length: 6000 }, (_, i) => i);
    const [second, first] = session.run([input]);
    expect([first![0], second![0]]).toEqual([0, 15]);
    session.close();
  });

  test('the first of several signatures', async () => {
    const session = await open('quirks/two_signatures.tflite');
    expect(session.outputs.map(({ name }) => name)).toEqual(['add_result']);
    expect(session.run([Float32Array.of(5)])).toEqual([Float32Array.of(15)]);
    session.close();
  });

  test.each([
    ['tflm/mnist_lstm_f32.tflite', 'Variable tensors not yet supported'],
    ['tflm/person_detect_int8.tflite', 'invalid quantization parameters'],
    ['single-op/embedding_lookup.tflite', 'Signature has incorrect number of input/outputs'],
  ])('%s is refused in words of LiteRT', async (path, words) => {
    const refused = open(path);
    await expect(refused).rejects.toThrow(NotRunnableError);
    await expect(refused).rejects.toThrow(`${path}: LiteRT ${litertVersion} refuses this model: `);
    await expect(refused).rejects.toThrow(words);
  });
});

test("an instance that a model has damaged is not used again, and the error of its next call is that model's", async () => {
  const instance = await litert();
  const damaged = {
    delete() {
      throw new WebAssembly.RuntimeError('memory access out of bounds');
    },
  };
  instance.free([damaged], 'odd.tflite');
  const error = errorOf(() => instance.call('other.tflite', 'refuses', () => 1));
  expect(isStopped(error)).toBe(true);
  expect(ownFault(error)).toBeInstanceOf(NotRunnableError);
  expect((ownFault(error) as Error).message).toMatch(/^odd\.tflite: LiteRT \S+ crashed on this model: /);
  expect(await litert()).not.toBe(instance);
});

function errorOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
