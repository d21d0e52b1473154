import { afterAll, describe, expect, it } from 'vitest';
import { quantizer } from '../../test/support/runtime-models.js';
import { InputError, messageOf } from '../base/errors.js';
import { randomDataset } from '../data/random-dataset.js';
import type { Dataset } from '../data/types.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../model/build.js';
import { readModel } from '../model/read.js';
import {
  ActivationFunctionType,
  AddOptionsT,
  BuiltinOperator,
  FullyConnectedOptionsT,
  MulOptionsT,
  TensorType,
} from '../model/schema/index.js';
import { bytesOf } from '../model/tensors.js';
import { writeModel } from '../model/write.js';
import { SessionPool } from '../runtime/pool.js';
import { openSession } from '../runtime/session.js';
import { optimizeModel } from './optimize-model.js';
import type { Recipe } from './recipe.js';
import type { Step } from './transforms.js';

// What users may bring that nobody should: each case ends in a clear error, or in a result that runs.

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

const width = 8;
const { FLOAT32 } = TensorType;

/** x → a dense layer, `dense`, with the given first weight and the others times a factor → one operator more, `after`. */
function model({ weight = 1, after = BuiltinOperator.TANH, factor = 1, hasOptions = true } = {}): Uint8Array {
  const [x, dense, last] = ['x', 'dense', 'after'].map((name) => newTensor(name, FLOAT32, [1, width]));
  const weights = Float32Array.from({ length: width * width }, (_, i) =>
    i === 0 ? weight : factor * Math.sin(i * i),
  );
  const w = newTensor('weights', FLOAT32, [width, width], { data: bytesOf(weights) });
  const options = hasOptions ? new FullyConnectedOptionsT() : null;
  const square = after === BuiltinOperator.MUL;
  const operators = [
    newOperator(BuiltinOperator.FULLY_CONNECTED, { inputs: [x!, w], outputs: [dense!], options }),
    newOperator(after, {
      inputs: square ? [dense!, dense!] : [dense!],
      outputs: [last!],
      options: square ? new MulOptionsT() : null,
    }),
  ];
  return writeModel(newModel([newSubgraph([x!], [last!], operators)]));
}

/** x plus a constant that makes it negative, cut off at 0: always 0. */
function cutOff(): Uint8Array {
  const [x, y] = ['x', 'y'].map((name) => newTensor(name, FLOAT32, [1, width]));
  const constant = newTensor('constant', FLOAT32, [1], { data: bytesOf(Float32Array.of(-1e6)) });
  const options = new AddOptionsT(ActivationFunctionType.RELU);
  const add = newOperator(BuiltinOperator.ADD, { inputs: [x!, constant], outputs: [y!], options });
  return writeModel(newModel([newSubgraph([x!], [y!], [add])]));
}

/** Samples whose values are what `value` says by sample and position. */
function samples(value: (sample: number, position: number) => number, shape = [1, width]): Dataset {
  const inputs = (sample: number) => [
    Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, position) => value(sample, position)),
  ];
  const part = { size: 20, sample: async (index: number) => ({ inputs: inputs(index), label: null }) };
  return {
    ...randomDataset([{ shape }]),
    synthetic: false,
    name: 'own',
    calibration: part,
    evaluation: part,
  };
}

const usual = samples((sample, position) => Math.sin(sample + 3 * position));

const optimize = (bytes: Uint8Array, step: Step, dataset: Dataset | null) => {
  const recipe: Recipe = { name: 'own', steps: [step, { transform: 'clean' }] };
  return optimizeModel({ file: 'own.tflite', bytes }, recipe, { dataset, pool, effort: 'fast' });
};

const int8: Step = { transform: 'quantize', scheme: 'int8' };
const notANumber = 'it computes infinities or no numbers at all (NaN) on the calibration samples';

describe('what can not be quantized is refused, with the file, the place and a way out', () => {
  it.each<[string, Uint8Array, Step, Dataset | null, string]>([
    [
      'no data set',
      model(),
      int8,
      null,
      'own.tflite: int8 needs samples to measure the ranges of activations.',
    ],
    [
      'an empty data set',
      model(),
      int8,
      { ...usual, calibration: { ...usual.calibration, size: 0 } },
      'own.tflite: int8 needs samples to measure the ranges of activations.',
    ],
    [
      'samples of another size',
      model(),
      int8,
      samples(() => 1, [1, 3]),
      'own.tflite: calibration sample 0: it has 3 values, and the model takes 8.',
    ],
    [
      'samples of NaN',
      model(),
      int8,
      samples((_, position) => (position === 3 ? Number.NaN : 1)),
      'own.tflite: input "x": it holds infinities or no numbers at all (NaN)',
    ],
    [
      'one infinite sample among others',
      model(),
      int8,
      samples((sample) => (sample === 13 ? Infinity : 1)),
      'own.tflite: input "x": it holds infinities or no numbers at all (NaN)',
    ],
    [
      'a layer that overflows',
      model({ after: BuiltinOperator.EXP }),
      int8,
      samples((sample) => 100 * sample),
      `own.tflite: EXP "after": ${notANumber}.`,
    ],
    [
      'a layer that overflows in the middle',
      model({ weight: 3e38 }),
      int8,
      samples(() => 10),
      `own.tflite: FULLY_CONNECTED "dense": ${notANumber}.`,
    ],
    [
      'weights of NaN',
      model({ weight: Number.NaN }),
      int8,
      usual,
      `own.tflite: FULLY_CONNECTED "dense": ${notANumber}.`,
    ],
    [
      'an operator without a kernel, in strict mode',
      model({ after: BuiltinOperator.SIN }),
      { ...int8, strict: true } as Step,
      usual,
      `own.tflite: SIN "after" can't be quantized: `,
    ],
    [
      'a limit of classes for a model that names none',
      model(),
      { transform: 'quantize-mixed', maxLoss: '1pp' },
      usual,
      'own.tflite: "maxLoss" counts samples that change their class, and the model names no classes.',
    ],
  ])('%s', async (_, bytes, step, dataset, problem) => {
    const error: unknown = await optimize(bytes, step, dataset).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect(messageOf(error)).toContain(problem);
    expect(messageOf(error)).not.toContain('\n');
  });
});

describe('what is odd but sound gives a result that runs, with finite scales', () => {
  it.each<[string, Uint8Array, Dataset]>([
    ['constant samples', model(), samples(() => 0.25)],
    ['samples of nothing but 0', model(), samples(() => 0)],
    ['activations that are always 0', model({ after: BuiltinOperator.RELU }), samples(() => 0)],
    [
      'a huge outlier among the samples',
      model(),
      samples((sample) => (sample === 7 ? 1e30 : Math.sin(sample))),
    ],
    ['a huge outlier among the weights', model({ weight: 1e20 }), usual],
    ['values too small for a normal float', model(), samples((sample) => 1e-42 * sample)],
    ['weights of next to nothing', model({ weight: 1e-30 }), usual],
    ['weights too small for a normal float', model({ weight: 1e-45, factor: 1e-42 }), usual],
    ['a layer without options', model({ hasOptions: false }), usual],
    ['a sum that is always cut off', cutOff(), usual],
    ['squares of large values', model({ after: BuiltinOperator.MUL }), samples((sample) => 1e15 * sample)],
  ])('%s', async (_, source, dataset) => {
    for (const scheme of ['int8', 'int8x4', 'int16x8'] as const) {
      const { bytes } = await optimize(source, { transform: 'quantize', scheme }, dataset);
      for (const { quantization } of readModel(bytes).subgraphs[0]!.tensors) {
        for (const scale of quantization?.scale ?? []) {
          expect(scale).toBeGreaterThan(0);
          expect(scale).toBeLessThan(Infinity);
        }
      }
      const session = await openSession(bytes);
      expect(session.outputs).toHaveLength(1);
      session.close();
    }
  });
});

describe('what LiteRT would not hand out stays as it is', () => {
  it.each(['inputs', 'outputs'] as const)('weights among the %s', async (edge) => {
    const odd = readModel(model());
    const [subgraph] = odd.subgraphs;
    subgraph![edge].push(subgraph!.operators[0]!.inputs[1]!);
    const source = writeModel(odd);
    const step: Step = { transform: 'quantize', scheme: 'weight-int8', minElements: 1 };
    const { bytes } = await optimize(source, step, null);
    expect(bytes).toBe(source);
  });

  it('a model that only quantizes its input', async () => {
    const source = writeModel(quantizer(TensorType.INT8, 0.5, 3, width));
    const { bytes } = await optimize(
      source,
      int8,
      samples((i) => i, [width]),
    );
    const session = await openSession(bytes);
    expect(session.inputs[0]!.type).toBe(FLOAT32);
    session.close();
  });
});

describe('weights that are no finite numbers', () => {
  it.each(
    (['dynamic-int8', 'dynamic-int4', 'weight-int8', 'weight-int4'] as const).flatMap((scheme) =>
      [Infinity, Number.NaN].map((weight) => [scheme, weight] as const),
    ),
  )('are left alone by %s: %d', async (scheme, weight) => {
    const source = model({ weight });
    const { bytes } = await optimize(source, { transform: 'quantize', scheme, minElements: 1 }, null);
    expect(bytes).toBe(source);
  });
});

describe('a model that is fully quantized', () => {
  it.each<Step>([
    int8,
    { transform: 'quantize', scheme: 'dynamic-int8' },
    { transform: 'quantize', scheme: 'float16' },
    { transform: 'quantize-mixed' },
  ])('stays as it is, to the byte, and a note says so: $transform $scheme', async (step) => {
    const { bytes } = await optimize(model(), int8, usual);
    const again = await optimize(bytes, step, usual);
    expect(again.bytes).toBe(bytes);
    expect(again.layers).toEqual([]);
    expect(again.notes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The model is quantized already(, in part at least)?: nothing was changed\.$/),
    ]);
  });
});

describe('a model whose shapes contradict its operators', () => {
  it.each<[string, Step]>([
    ['int8', int8],
    ['weight-int8', { transform: 'quantize', scheme: 'weight-int8' }],
    ['prune', { transform: 'prune', sparsity: 0.5 }],
  ])('is refused before %s goes by them', async (_, step) => {
    const odd = quantizer(TensorType.INT8, 0.5, 3, 4);
    odd.subgraphs[0]!.inputs[0]!.shape = [];
    await expect(
      optimize(
        writeModel(odd),
        step,
        samples(() => 1, [1]),
      ),
    ).rejects.toThrow('own.tflite: QUANTIZE gives tensor "quantized" the shape [], and the file says [4].');
  });
});
