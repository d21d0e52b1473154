import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openDataset } from '../data/dataset.js';
import { randomDataset } from '../data/random-dataset.js';
import type { Dataset, DatasetPart, Sample } from '../data/types.js';
import { newModel, newOperator, newQuantization, newSubgraph, newTensor } from '../model/build.js';
import type { Operator, Tensor } from '../model/graph.js';
import { modelInterface } from '../model/interface.js';
import { readModel } from '../model/read.js';
import * as schema from '../model/schema/index.js';
import { writeModel } from '../model/write.js';
import { SessionPool } from '../runtime/pool.js';
import { evaluateModel } from './evaluate.js';
import { OutputCache } from './output-cache.js';

const { BuiltinOperator: Op, TensorType } = schema;
const float = (name: string, ...shape: number[]) => newTensor(name, TensorType.FLOAT32, shape);
const constant = (...values: number[]) =>
  newTensor('factor', TensorType.FLOAT32, [values.length], {
    data: new Uint8Array(Float32Array.from(values).buffer),
  });

function modelOf(file: string, inputs: Tensor[], outputs: Tensor[], operators: Operator[]) {
  return { file, bytes: writeModel(newModel([newSubgraph(inputs, outputs, operators)])) };
}

const multiply = (x: Tensor, factor: Tensor, product: Tensor) =>
  newOperator(Op.MUL, { inputs: [x, factor], outputs: [product], options: new schema.MulOptionsT() });

/** `x` [1, 3] times the factors. */
function scores(file: string, ...factors: number[]) {
  const [x, product] = [float('x', 1, factors.length), float('product', 1, factors.length)];
  return modelOf(file, [x], [product], [multiply(x, constant(...factors), product)]);
}

/** `x` [1, 3] times the factors, through SOFTMAX, and through `after`. */
function softmax(file: string, factors: number[], quantized = false) {
  const [x, logits, probabilities] = [float('x', 1, 3), float('logits', 1, 3), float('probabilities', 1, 3)];
  const options = new schema.SoftmaxOptionsT(1);
  const operators = [
    multiply(x, constant(...factors), logits),
    newOperator(Op.SOFTMAX, { inputs: [logits], outputs: [probabilities], options }),
  ];
  if (!quantized) return modelOf(file, [x], [probabilities], operators);
  const stored = newTensor('stored', TensorType.INT8, [1, 3], {
    quantization: newQuantization([1 / 256], [-128]),
  });
  const quantize = newOperator(Op.QUANTIZE, {
    inputs: [probabilities],
    outputs: [stored],
    options: new schema.QuantizeOptionsT(),
  });
  return modelOf(file, [x], [stored], [...operators, quantize]);
}

/** `x` [1, 1] through LOGISTIC. */
function logistic(file: string) {
  const [x, probability] = [float('x', 1, 1), float('probability', 1, 1)];
  const operator = newOperator(Op.LOGISTIC, { inputs: [x], outputs: [probability], options: null });
  return modelOf(file, [x], [probability], [operator]);
}

function partOf(samples: [label: number | null, ...values: number[]][]): DatasetPart {
  return {
    size: samples.length,
    sample: async (index): Promise<Sample> => {
      const [label, ...values] = samples[index]!;
      return { label: label as number | null, inputs: [Float32Array.from(values as number[])] };
    },
  };
}

let datasets = 0;
function datasetOf(samples: [label: number | null, ...values: number[]][], synthetic = false): Dataset {
  const empty = partOf([]);
  return {
    name: 'data.yml',
    hash: `${datasets++}`,
    calibration: empty,
    evaluation: partOf(samples),
    split: '',
    synthetic,
  };
}

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

const labelled = datasetOf([
  [0, 3, 1, 1],
  [1, 1, 3, 1],
  [2, 1, 3, 1],
  [2, 1, 1, 3],
]);
const unlabelled = datasetOf([
  [null, 3, 1, 1],
  [null, 1, 3, 1],
]);

describe('metrics', () => {
  it('top-1: the share of labels that the model names first', async () => {
    const result = await evaluateModel(scores('m.tflite', 1, 1, 1), labelled, { pool });
    expect(result.metric).toBe('top-1');
    expect(result.value.value).toBe(0.75);
    expect(result.value.low).toBeCloseTo(0.3006, 4);
    expect(result.value.high).toBeCloseTo(0.9544, 4);
    expect([...result.correct!]).toEqual([1, 1, 0, 1]);
    expect(result).toMatchObject({
      dataset: 'data.yml',
      samples: 4,
      reference: null,
      agreement: null,
      sqnrDb: null,
    });
  });

  it('top-1 of equal scores is the first one, and of NaN none', async () => {
    const data = datasetOf([
      [0, 1, 1, 1],
      [1, 1, 1, 1],
      [0, Number.NaN, 1, 1],
    ]);
    const { correct } = await evaluateModel(scores('m.tflite', 1, 1, 1), data, { pool });
    expect([...correct!]).toEqual([1, 0, 0]);
  });

  it('top-1 of one output: a probability from one half on, a score from 0 on, is class 1', async () => {
    const data = datasetOf([
      [1, 0.1],
      [0, -0.1],
      [0, 0.1],
    ]);
    for (const model of [logistic('m.tflite'), scores('m.tflite', 2)]) {
      const { correct } = await evaluateModel(model, data, { pool });
      expect([...correct!]).toEqual([1, 1, 0]);
    }
  });

  it('mse: how well a model reconstructs unlabelled input of its own shape', async () => {
    const result = await evaluateModel(scores('m.tflite', 1, 1, 3), unlabelled, { pool });
    expect(result.metric).toBe('mse');
    // Errors (0, 0, 2) and (0, 0, 2): 4 / 3 each.
    expect(result.value.value).toBeCloseTo(4 / 3, 6);
    expect(result.value.high).toBeCloseTo(4 / 3, 6);
    expect([...result.errors!]).toEqual([4 / 3, 4 / 3].map(Math.fround));
    expect(result.correct).toBeNull();
  });

  it('fidelity of a classifier without labels: how often it agrees with the reference', async () => {
    const reference = softmax('float.tflite', [1, 1, 1]);
    const result = await evaluateModel(softmax('m.tflite', [1, 0.1, 1]), unlabelled, { pool, reference });
    expect(result).toMatchObject({ metric: 'fidelity', agreement: 0.5, reference: 'float.tflite' });
    expect(result.value.value).toBe(0.5);
    expect([...result.correct!]).toEqual([1, 0]);
  });

  it('fidelity without classes, on noise: dB', async () => {
    const noise = randomDataset([{ shape: [1, 3] }], { samples: 20 });
    const reference = scores('float.tflite', 1, 1, 1);
    const result = await evaluateModel(scores('m.tflite', 1.1, 1.1, 1.1), noise, { pool, reference });
    expect(result.metric).toBe('fidelity');
    expect(result.value.value).toBeCloseTo(20, 4);
    expect(result.sqnrDb).toBe(result.value.value);
    expect(result.agreement).toBeNull();
  });
});

describe('modelInterface', () => {
  it('gives a dynamic batch as 1, names by the signature, classes by the shape', () => {
    const x = newTensor('serving_default_x:0', TensorType.INT8, [8, 3], {
      shapeSignature: [-1, 3],
      quantization: newQuantization([0.5], [7]),
    });
    const y = newTensor('y', TensorType.FLOAT32, [8, 5], { shapeSignature: [-1, 5] });
    const subgraph = newSubgraph([x], [y], []);
    const signature = { key: 'serve', subgraph, inputs: [{ name: 'x', tensor: x }], outputs: [] };
    const read = readModel(writeModel(newModel([subgraph], { signatures: [signature] })));
    expect(modelInterface(read)).toEqual({
      inputs: [
        { name: 'x', shape: [1, 3], type: TensorType.INT8, quantization: { scale: 0.5, zeroPoint: 7 } },
      ],
      classes: 5,
    });
  });
});

describe('comparison with a reference', () => {
  it('finds a model identical to itself', async () => {
    const model = softmax('m.tflite', [1, 2, 1]);
    const result = await evaluateModel(model, labelled, {
      pool,
      reference: { ...model, file: 'copy.tflite' },
    });
    expect(result).toMatchObject({
      reference: 'copy.tflite',
      agreement: 1,
      sqnrDb: Infinity,
      logitsSqnrDb: Infinity,
      identical: true,
    });
  });

  it('measures logits before the SOFTMAX', async () => {
    const reference = softmax('float.tflite', [1, 1, 1]);
    const result = await evaluateModel(softmax('m.tflite', [1.01, 1.01, 1.01]), labelled, {
      pool,
      reference,
    });
    expect(result.logitsSqnrDb).toBeCloseTo(40, 3);
    expect(result.sqnrDb).toBeGreaterThan(30);
    expect(result).toMatchObject({ metric: 'top-1', agreement: 1, identical: false });
  });

  it('reads quantized outputs as real numbers, and looks for logits behind conversions', async () => {
    const reference = softmax('float.tflite', [1, 1, 1]);
    const result = await evaluateModel(softmax('m.tflite', [1, 1, 1], true), labelled, { pool, reference });
    expect(result.logitsSqnrDb).toBe(Infinity);
    expect(result.sqnrDb).toBeGreaterThan(40);
    expect(result.sqnrDb).toBeLessThan(60);
    expect(result.identical).toBe(false);
  });

  it('is left out where the outputs are of another size', async () => {
    const data = datasetOf([[1, 0.5]]);
    const x = float('x', 1, 1);
    const wide = float('wide', 1, 2);
    const reference = modelOf('float.tflite', [x], [wide], [multiply(x, constant(1, 2), wide)]);
    const result = await evaluateModel(logistic('m.tflite'), data, { pool, reference });
    expect(result).toMatchObject({ metric: 'top-1', agreement: null, sqnrDb: null, identical: false });
  });

  it('runs a reference once where a cache keeps its outputs', async () => {
    const reference = softmax('float.tflite', [1, 1, 1]);
    const model = softmax('m.tflite', [1, 0.1, 1]);
    const runs: string[] = [];
    const counting = new Proxy(pool, {
      get: (target, key) => {
        if (key !== 'outputs') return Reflect.get(target, key);
        return (...args: Parameters<SessionPool['outputs']>) => {
          runs.push(args[2]!.file!);
          return target.outputs(...args);
        };
      },
    });
    const options = { pool: counting, cache: new OutputCache() };
    await evaluateModel(reference, labelled, options);
    const result = await evaluateModel(model, labelled, { ...options, reference });
    expect(runs).toEqual(['float.tflite', 'm.tflite']);
    expect(result).toEqual(await evaluateModel(model, labelled, { pool, reference }));
    await evaluateModel(model, labelled, { ...options, reference, cache: new OutputCache(10) });
    expect(runs).toHaveLength(4);
  });
});

describe('what can not be evaluated is refused', () => {
  it.each([
    [
      'a sample of the wrong size',
      datasetOf([[0, 1, 2]]),
      'data.yml: sample 0: 2 values, and input "x" [1, 3] of m.tflite takes 3.',
    ],
    [
      'a label beyond the classes',
      datasetOf([
        [0, 1, 2, 3],
        [3, 1, 2, 3],
      ]),
      'data.yml: sample 1: label 3 is out of range: the model has 3 classes. Classes are counted from 0.',
    ],
    [
      'a label that is missing',
      datasetOf([
        [0, 1, 2, 3],
        [null, 1, 2, 3],
      ]),
      'data.yml: sample 1: the sample has no label, and others have.',
    ],
    ['no samples', datasetOf([]), 'data.yml: there are no samples to judge by.'],
  ])('%s', async (_name, data, message) => {
    await expect(evaluateModel(scores('m.tflite', 1, 1, 1), data, { pool })).rejects.toThrow(message);
  });

  it('no labels and no reference', async () => {
    const evaluation = evaluateModel(softmax('m.tflite', [1, 1, 1]), datasetOf([[null, 1, 2, 3]], true), {
      pool,
    });
    await expect(evaluation).rejects.toThrow(
      'data.yml: the samples have no labels, and there is no reference to compare with.',
    );
  });

  it('a reference with other outputs, where nothing else is known', async () => {
    const data = datasetOf([[null, 1]], true);
    const x = float('x', 1, 1);
    const wide = float('wide', 1, 2);
    const reference = modelOf('float.tflite', [x], [wide], [multiply(x, constant(1, 2), wide)]);
    const evaluation = evaluateModel(logistic('m.tflite'), data, { pool, reference });
    await expect(evaluation).rejects.toThrow(
      "m.tflite: its outputs [1, 1] can't be compared with those of float.tflite, [1, 2].",
    );
  });

  it('a file that is no model', async () => {
    const model = { file: 'm.tflite', bytes: new Uint8Array(10) };
    await expect(evaluateModel(model, labelled, { pool })).rejects.toThrow(/^m\.tflite: /);
  });
});

const shared = fileURLToPath(new URL('../../../shared', import.meta.url));

describe.skipIf(!existsSync(shared))('published models on real data (needs ../shared)', () => {
  const modelFile = (name: string) => ({
    file: name,
    bytes: new Uint8Array(readFileSync(`${shared}/models/${name}.tflite`)),
  });
  const evaluate = async (data: string, name: string, reference?: string) => {
    const model = modelFile(name);
    const file = fileURLToPath(new URL(`../../test/validate/datasets/${data}.yml`, import.meta.url));
    const dataset = await openDataset(file, modelInterface(readModel(model.bytes, model.file)));
    return evaluateModel(model, dataset, { pool, ...(reference && { reference: modelFile(reference) }) });
  };

  // Counted with LiteRT 2.3's Python package on x86-64 and Pillow 13.0.0 over the same samples.
  it.each([
    ['kws-all', 'mlperf-tiny/kws_f32', 452, 500],
    ['mnist', 'mnist/conv_fc_mnist_f32', 4417, 4500],
    ['cifar10', 'mlperf-tiny/resnet8_f32', 373, 500],
  ])('%s: as many right as LiteRT finds', async (data, model, right, samples) => {
    const result = await evaluate(data, model);
    expect(result.samples).toBe(samples);
    expect(result.correct!.reduce((sum, value) => sum + value, 0)).toBe(right);
  });

  it("Google's int8 ResNet8 follows the float one as peers measured it", async () => {
    const result = await evaluate('cifar10', 'mlperf-tiny/resnet8_int8_google', 'mlperf-tiny/resnet8_f32');
    // 19.7 and 26.2 dB on 1,000 other images.
    expect(result.sqnrDb).toBeCloseTo(19.7, -0.3);
    expect(Math.abs(result.sqnrDb! - 19.7)).toBeLessThan(1);
    expect(Math.abs(result.logitsSqnrDb! - 26.2)).toBeLessThan(0.5);
    expect(result.agreement).toBeGreaterThan(0.93);
  });

  it('the autoencoder ad01 is judged by fidelity on noise', async () => {
    const model = modelFile('mlperf-tiny/ad01_int8_google');
    const { inputs } = modelInterface(readModel(model.bytes, model.file));
    const noise = randomDataset(inputs, { samples: 30 });
    const reference = modelFile('mlperf-tiny/ad01_f32');
    const result = await evaluateModel(model, noise, { pool, reference });
    expect(result.metric).toBe('fidelity');
    expect(result.agreement).toBeNull();
    expect(result.value.value).toBeGreaterThan(10);
  });
});
