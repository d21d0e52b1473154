import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { unzipSync } from 'fflate';
import { ByteBuffer } from 'flatbuffers';
import { afterAll, describe, expect, it } from 'vitest';
import { randomNumbers } from '../base/random-numbers.js';
import { NotRunnableError, type TensorData, type TensorInfo } from '../runtime/index.js';
import { prepare } from '../runtime/prepare.js';
import { openPrepared } from '../runtime/session.js';
import type { Model } from './graph.js';
import { totalMacs } from './operators/index.js';
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

/** What LiteRT refuses, whoever wrote the file, and in which words. */
const notRunnable: Record<string, RegExp> = {
  // Compiled for a Coral Edge TPU.
  'real/coral_mnv1_edgetpu.tflite': /no custom operator "edgetpu-custom-op"/,
  // Float16 weights stored sparse, which LiteRT's CPU kernels misread.
  'real/mp_pose_det.tflite': /stored sparse wrongly/,
  // MediaPipe's own operator.
  'real/mp_selfie.tflite': /no custom operator "Convolution2DTransposeBias"/,
  // TensorFlow's kernels, which LiteRT has no more.
  'real/planestrike_agents.tflite': /no custom operator "FlexMultinomial"/,
  'real/tflm_keyword.tflite': /Variable tensors not yet supported/,
  'single-op/embedding_lookup.tflite': /incorrect number of input\/outputs/,
  'tflm/mnist_lstm_f32.tflite': /Variable tensors not yet supported/,
  'tflm/person_detect_int8.tflite': /quantized_dimension must be in range/,
};

/**
 * Its begin and size have a dynamic length, which must be its input's rank; made static they have one
 * element for three dimensions, and the kernel reads what is behind them.
 */
const undefinedOutputs = ['single-op/single_slice.tflite'];

/**
 * Their outputs have no size before they run, or none in the file, so that LiteRT gets what litetrim adapts and
 * writes, and the file as it was isn't there to compare with. (LiteRT's Python package, which reads such outputs
 * where they are, computes the same of both files.)
 */
const notAsTheyAre = [
  'real/basic_pitch.tflite',
  'real/coco_ssd_uint8.tflite',
  'real/tt_nested_while.tflite',
  'single-op/embedding_lookup.tflite',
];
const adapted = new Set<string>();

/**
 * Everything in a file by the schema's own object classes, positions replaced by what is there, and the bytes of
 * buffers by their digest.
 */
function contentOf(bytes: Uint8Array) {
  const table = ModelTable.getRootAsModel(new ByteBuffer(bytes));
  const data = Array.from({ length: table.buffersLength() }, (_, i) => digest(table.buffers(i)!.dataArray()));
  // The classes would make a list of numbers of every buffer.
  table.buffersLength = () => 0;
  const model: ModelT = table.unpack();
  const { buffers, operatorCodes, subgraphs, metadata, metadataBuffer, ...rest } = model;
  const code = (index: number) => {
    const { deprecatedBuiltinCode, builtinCode, customCode, version } = operatorCodes[index]!;
    return { code: Math.max(deprecatedBuiltinCode, builtinCode), customCode, version };
  };
  return {
    ...rest,
    metadata: metadata.map(({ name, buffer }) => ({ name, data: data[buffer] })),
    metadataBuffer: metadataBuffer.map((buffer) => data[buffer]),
    subgraphs: subgraphs.map((subgraph) => ({
      ...subgraph,
      tensors: subgraph.tensors.map((tensor) => contentOfTensor(tensor, data[tensor.buffer]!)),
      operators: subgraph.operators.map(({ opcodeIndex, ...operator }) => ({
        ...operator,
        ...code(opcodeIndex),
      })),
    })),
  };
}

/** None, and none of length, are one: some writers give computed tensors a buffer of no bytes. */
function digest(data: Uint8Array | null): string {
  return data?.length ? createHash('sha256').update(data).digest('hex') : 'none';
}

function contentOfTensor({ buffer, quantization, ...tensor }: TensorT, data: string) {
  return { ...tensor, data, quantization: isEmpty(quantization) ? null : quantization };
}

function isEmpty(quantization: QuantizationParametersT | null): boolean {
  return !quantization || [...quantization.scale, ...quantization.min, ...quantization.max].length === 0;
}

/**
 * Label files behind the flatbuffer, as readers find them: by positions that count from the file's start, and so
 * differ where the model's length does.
 */
function filesBehind(bytes: Uint8Array, { tail }: Model) {
  if (tail.length === 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const end = bytes.length - 22;
  const directory = view.getUint32(end + 16, true);
  // An empty ZIP has nothing but this.
  expect(directory + view.getUint32(end + 12, true)).toBe(end);
  return { length: tail.length, files: unzipSync(bytes) };
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

/** Multiply-accumulates from which a model computes for one seed: a second and more of each run, and no other kernels. */
const manyMacs = 600e6;

/** What LiteRT computes with a file as it is, for three seeds; of a large model, for one. */
async function outputsOf(bytes: Uint8Array, file: string): Promise<TensorData[][]> {
  const prepared = prepare(bytes, file);
  if (prepared.bytes !== bytes) adapted.add(file);
  const session = await openPrepared(prepared);
  try {
    const isLarge = totalMacs(readModel(bytes).subgraphs[0]!.operators) > manyMacs;
    return (isLarge ? [1] : [1, 2, 3]).map((seed) =>
      session.run(session.inputs.map((input, i) => seededInput(input, 10 * seed + i))),
    );
  } finally {
    session.close();
  }
}

describe.skipIf(!present)('the models of ../shared (skipped where that folder is absent)', () => {
  const refused = new Map<string, string>();

  it('are there', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  describe.each(files)('%s', (name) => {
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
    const written = writeModel(readModel(bytes, name));

    it('is the same graph after being written and read', () => {
      const [model, again] = [readModel(bytes), readModel(written)];
      const { tail, warnings } = model;
      expect(isDeepStrictEqual({ ...again, tail, warnings }, model)).toBe(true);
      expect(filesBehind(written, again)).toEqual(filesBehind(bytes, model));
      expect(Buffer.compare(writeModel(readModel(written)), written)).toBe(0);
    });

    it('has the same content by the schema', () => {
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
        refused.set(name, expected.problem);
        await expect(outputsOf(rewritten, name)).rejects.toThrow(expected.problem);
      },
    );
  });

  afterAll(() => {
    expect([...refused.keys()]).toEqual(Object.keys(notRunnable));
    for (const [name, problem] of refused) expect(problem).toMatch(notRunnable[name]!);
    expect([...adapted]).toEqual(notAsTheyAre);
  });
});
