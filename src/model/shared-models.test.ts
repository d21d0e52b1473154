import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { ByteBuffer } from 'flatbuffers';
import { afterAll, describe, expect, it } from 'vitest';
import { randomNumbers } from '../evaluate/random-numbers.js';
import { NotRunnableError, type TensorData, type TensorInfo } from '../runtime/index.js';
import { prepare } from '../runtime/prepare.js';
import { openPrepared } from '../runtime/session.js';
import { readModel } from './read.js';
import {
  type ModelT,
  Model as ModelTable,
  type QuantizationParametersT,
  type TensorT,
  TensorType,
} from './schema/index.js';
import { byteCount, elementsOf } from './tensors.js';
import { writeModel } from './write.js';

const folder = fileURLToPath(new URL('../../../shared/models', import.meta.url));
const present = existsSync(folder);
const files = present
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tflite'))
      .sort()
  : [];

/** What LiteRT refuses, whoever wrote the file. */
const notRunnable = [
  'single-op/embedding_lookup.tflite',
  'tflm/mnist_lstm_f32.tflite',
  'tflm/person_detect_int8.tflite',
];

/**
 * Its begin and size have a dynamic length, which must be its input's rank; made static they have one
 * element for three dimensions, and the kernel reads what is behind them.
 */
const undefinedOutputs = ['single-op/single_slice.tflite'];

/** Everything in a file by the schema's own object classes, positions replaced by what is there. */
function contentOf(bytes: Uint8Array) {
  const model: ModelT = ModelTable.getRootAsModel(new ByteBuffer(bytes)).unpack();
  const { buffers, operatorCodes, subgraphs, metadata, ...rest } = model;
  const code = (index: number) => {
    const { deprecatedBuiltinCode, builtinCode, customCode, version } = operatorCodes[index]!;
    return { code: Math.max(deprecatedBuiltinCode, builtinCode), customCode, version };
  };
  return {
    ...rest,
    metadata: metadata.map(({ name, buffer }) => ({ name, data: buffers[buffer]!.data })),
    subgraphs: subgraphs.map((subgraph) => ({
      ...subgraph,
      tensors: subgraph.tensors.map((tensor) => contentOfTensor(tensor, buffers[tensor.buffer]!.data)),
      operators: subgraph.operators.map(({ opcodeIndex, ...operator }) => ({
        ...operator,
        ...code(opcodeIndex),
      })),
    })),
  };
}

function contentOfTensor({ buffer, quantization, ...tensor }: TensorT, data: number[]) {
  return { ...tensor, data, quantization: isEmpty(quantization) ? null : quantization };
}

function isEmpty(quantization: QuantizationParametersT | null): boolean {
  return !quantization || [...quantization.scale, ...quantization.min, ...quantization.max].length === 0;
}

/** Seeded numbers of any element type; 0 for indices, which is valid everywhere. */
function seededInput({ type, shape }: TensorInfo, seed: number): TensorData {
  const values = elementsOf(type, new Uint8Array(byteCount(type, shape)!));
  if (values instanceof Int32Array) return values;
  const random = randomNumbers(seed);
  for (let i = 0; i < values.length; i++) {
    values[i] = type === TensorType.FLOAT32 ? random() * 2 - 1 : Math.floor(random() * 2);
  }
  return values;
}

/** The file with every dynamic dimension overwritten by its static size, byte for byte the same elsewhere. */
function madeStatic(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const bb = new ByteBuffer(copy);
  const model = ModelTable.getRootAsModel(bb);
  for (let s = 0; s < model.subgraphsLength(); s++) {
    const subgraph = model.subgraphs(s)!;
    for (let t = 0; t < subgraph.tensorsLength(); t++) {
      const tensor = subgraph.tensors(t)!;
      tensor.shapeSignatureArray()?.set(tensor.shapeArray()!);
    }
  }
  return copy;
}

/** What LiteRT computes with a file as it is, for three seeds. */
async function outputsOf(bytes: Uint8Array, file: string): Promise<TensorData[][]> {
  const prepared = prepare(bytes, file);
  expect(prepared.bytes).toBe(bytes);
  const session = await openPrepared(prepared);
  try {
    return [1, 2, 3].map((seed) =>
      session.run(session.inputs.map((input, i) => seededInput(input, 10 * seed + i))),
    );
  } finally {
    session.close();
  }
}

describe.skipIf(!present)('the models of ../shared (skipped where that folder is absent)', () => {
  const refused: string[] = [];

  it('are there', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  describe.each(files)('%s', (name) => {
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
    const written = writeModel(readModel(bytes, name));

    it('is the same graph after being written and read', () => {
      const { warnings, ...model } = readModel(bytes);
      expect(isDeepStrictEqual({ ...readModel(written), warnings }, { ...model, warnings })).toBe(true);
      expect(Buffer.compare(writeModel(readModel(written)), written)).toBe(0);
    });

    // The schema's object classes make a list of numbers of every buffer.
    it.skipIf(bytes.length > 2_000_000)('has the same content by the schema', () => {
      expect(contentOf(written)).toEqual(contentOf(bytes));
    });

    it.skipIf(undefinedOutputs.includes(name))(
      'computes bit for bit the same in LiteRT, or is refused as before',
      async () => {
        const original = madeStatic(bytes);
        const rewritten = writeModel(readModel(original));
        const expected = await outputsOf(original, name).catch((error: unknown) => error);
        if (!(expected instanceof NotRunnableError)) {
          expect(await outputsOf(rewritten, name)).toEqual(expected);
          return;
        }
        refused.push(name);
        await expect(outputsOf(rewritten, name)).rejects.toThrow(expected.problem);
      },
    );
  });

  afterAll(() => expect(refused).toEqual(notRunnable));
});
