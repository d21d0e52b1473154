import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { silent } from '../../base/progress.js';
import { randomDataset } from '../../data/random-dataset.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../../model/build.js';
import type { Tensor } from '../../model/graph.js';
import { modelInterface } from '../../model/interface.js';
import { readModel } from '../../model/read.js';
import {
  AddOptionsT,
  BuiltinOperator,
  MulOptionsT,
  TensorType,
  TileOptionsT,
} from '../../model/schema/index.js';
import { bytesOf, typedData } from '../../model/tensors.js';
import { writeModel } from '../../model/write.js';
import { encodeInput } from '../../runtime/codec.js';
import { openSession } from '../../runtime/session.js';
import type { TransformContext } from '../types.js';
import { type CleanOptions, clean } from './clean.js';
import { foldConstants } from './fold-constants.js';

// Real models, which lie beside developers' checkouts only: cleaning changes no bit of what they compute.

const shared = fileURLToPath(new URL('../../../../shared/models/', import.meta.url));
const isAbsent = !existsSync(shared);
const folders = ['mlperf-tiny', 'mnist', 'single-op', 'quirks', 'tflm'];
const files = isAbsent
  ? []
  : folders.flatMap((folder) =>
      readdirSync(shared + folder)
        .filter((file) => file.endsWith('.tflite') && !file.includes('_slice'))
        .map((file) => `${folder}/${file}`)
        .sort(),
    );

async function cleaned(bytes: Uint8Array, options: CleanOptions): Promise<Uint8Array> {
  const model = readModel(bytes);
  const context: TransformContext = { dataset: null, effort: 'fast', seed: 1, progress: silent, notes: [] };
  await clean(options)(model, context);
  return writeModel(model);
}

/** Outputs of two samples of noise; null where LiteRT doesn't run the model. */
async function outputsOf(bytes: Uint8Array) {
  const session = await openSession(bytes).catch(() => null);
  if (!session) return null;
  const samples = randomDataset(modelInterface(readModel(bytes)).inputs, { samples: 2 }).calibration;
  const runs = [];
  for (let i = 0; i < samples.size; i++) {
    const { inputs } = await samples.sample(i);
    runs.push(session.run(session.inputs.map((info, k) => encodeInput(info, inputs[k]!))));
  }
  session.close();
  return runs;
}

describe.skipIf(isAbsent)('clean on ../shared/models (skipped where that folder is absent)', () => {
  it.each(files)('%s computes the same bits, in a file that is no larger', async (file) => {
    const source = new Uint8Array(readFileSync(shared + file));
    const before = writeModel(readModel(source));
    const wanted = await outputsOf(source);
    for (const options of [{}, { stripNames: true }]) {
      const result = await cleaned(source, options);
      expect(result.length).toBeLessThanOrEqual(before.length);
      expect(await outputsOf(result)).toEqual(wanted);
      expect(Buffer.from(await cleaned(result, options)).equals(result)).toBe(true);
      const names = (bytes: Uint8Array) =>
        readModel(bytes).signatures.map(({ key, inputs, outputs }) => [
          key,
          ...[...inputs, ...outputs].map(({ name }) => name),
        ]);
      expect(names(result)).toEqual(names(source));
    }
  });

  it.each([
    ['mlperf-tiny/kws_f32.tflite', 0.98],
    ['mlperf-tiny/resnet8_f32.tflite', 0.99],
  ])('%s without names is at most %d of its size', async (file, part) => {
    const source = new Uint8Array(readFileSync(shared + file));
    expect((await cleaned(source, { stripNames: true })).length).toBeLessThan(part * source.length);
  });
});

it('folds a constant whose shape the file calls dynamic, and larger results than inputs not at all', async () => {
  const { FLOAT32, INT32 } = TensorType;
  const data = bytesOf(Float32Array.of(1, 2, 3));
  const constant = newTensor('constant', FLOAT32, [3], { data, shapeSignature: [-1] });
  const times = newTensor('times', INT32, [1], { data: bytesOf(Int32Array.of(2 ** 28)) });
  const [x, square, lie, sum, kept] = ['x', 'square', 'lie', 'sum', 'kept'].map((name) =>
    newTensor(name, FLOAT32, [3]),
  ) as Tensor[];
  const operators = [
    newOperator(BuiltinOperator.MUL, {
      inputs: [constant, constant],
      outputs: [square!],
      options: new MulOptionsT(),
    }),
    newOperator(BuiltinOperator.TILE, {
      inputs: [constant, times],
      outputs: [lie!],
      options: new TileOptionsT(),
    }),
    newOperator(BuiltinOperator.ADD, { inputs: [x!, square!], outputs: [sum!], options: new AddOptionsT() }),
    newOperator(BuiltinOperator.ADD, { inputs: [x!, lie!], outputs: [kept!], options: new AddOptionsT() }),
  ];
  const model = newModel([newSubgraph([x!], [sum!, kept!], operators)]);
  expect(await foldConstants(model)).toBe(true);
  expect([...typedData(square!)]).toEqual([1, 4, 9]);
  expect(lie!.data).toBeNull();
});

it('folds constants of more bytes than their shape needs, and no shape into a tensor of another size', async () => {
  const { FLOAT32, INT32 } = TensorType;
  const longer = newTensor('longer', FLOAT32, [2], { data: bytesOf(Float32Array.of(1, 2, 3)) });
  const [x, square, sum] = ['x', 'square', 'sum'].map((name) => newTensor(name, FLOAT32, [2])) as Tensor[];
  const [one, three] = [1, 3].map((size) => newTensor(`shape of ${size}`, INT32, [size])) as Tensor[];
  const operators = [
    newOperator(BuiltinOperator.MUL, {
      inputs: [longer, longer],
      outputs: [square!],
      options: new MulOptionsT(),
    }),
    newOperator(BuiltinOperator.ADD, { inputs: [x!, square!], outputs: [sum!], options: new AddOptionsT() }),
    newOperator(BuiltinOperator.SHAPE, { inputs: [x!], outputs: [one!] }),
    newOperator(BuiltinOperator.SHAPE, { inputs: [x!], outputs: [three!] }),
  ];
  expect(await foldConstants(newModel([newSubgraph([x!], [sum!], operators)]))).toBe(true);
  expect([...typedData(square!)]).toEqual([1, 4]);
  expect([one!.data, three!.data === null]).toEqual([bytesOf(Int32Array.of(2)), true]);
});
