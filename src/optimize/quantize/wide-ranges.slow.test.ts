import { afterAll, describe, expect, it } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import { randomNumbers } from '../../base/random-numbers.js';
import type { Dataset, Sample } from '../../data/types.js';
import { operatorName } from '../../model/operators/index.js';
import { readModel } from '../../model/read.js';
import { TensorType } from '../../model/schema/index.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { optimizeModel } from '../optimize-model.js';
import { loadRecipe } from '../recipe.js';

// Nets whose values one scale of 8 bits doesn't hold: each output is compared with the float model's by itself.

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

type Net = Parameters<typeof fixtureSchema.parse>[0];

const netOf = (subgraph: Net): Uint8Array =>
  writeModel(
    fixtureModel(fixtureSchema.parse({ title: '', steps: [], tolerance: 0, subgraphs: [subgraph] })),
  );

const op = (
  operator: string,
  inputs: (string | null)[],
  outputs: Record<string, number[]>,
  options?: object,
) => ({
  operator,
  inputs,
  outputs,
  ...(options && { options }),
});

const layer = (input: string, weights: string, output: string, shape: number[]) =>
  op('FULLY_CONNECTED', [input, weights, null], { [output]: shape }, { type: 'FullyConnectedOptions' });

/** Samples by a function of seeded random numbers. */
function samplesOf(make: (random: () => number) => number[][], size = 60): Dataset {
  const part = (seed: number) => {
    const random = randomNumbers(seed);
    const samples = Array.from(
      { length: size },
      (): Sample => ({
        inputs: make(random).map((values) => Float32Array.from(values)),
        label: null,
      }),
    );
    return { size, sample: async (index: number) => samples[index]! };
  };
  return {
    name: 'own',
    hash: 'own',
    calibration: part(1),
    evaluation: part(2),
    split: '',
    synthetic: false,
  };
}

const values = (count: number, random: () => number, size = 1) =>
  Array.from({ length: count }, () => size * (2 * random() - 1));

interface Made {
  /** What each operator writes, without conversions. */
  computed: string[];
  notes: string;
  /** dB of each part of the outputs, by the positions that `parts` gives. */
  decibels: number[];
}

/** What a recipe makes of a net, and how near its outputs, or parts of them, are on samples that it hasn't seen. */
async function make(
  bytes: Uint8Array,
  recipe: string,
  dataset: Dataset,
  parts?: (output: Float32Array) => Float32Array[],
): Promise<Made> {
  const result = await optimizeModel({ file: 'net.tflite', bytes }, await loadRecipe(recipe), {
    dataset,
    pool,
  });
  const [wanted, own] = await Promise.all(
    [bytes, result.bytes].map((model) => partsOf(model, dataset, parts)),
  );
  const decibels = wanted!.map((part, k) => ratio(part, own![k]!));
  const { operators } = readModel(result.bytes).subgraphs[0]!;
  return {
    computed: operators
      .filter((each) => !/QUANTIZE/.test(operatorName(each)))
      .map((each) => `${operatorName(each)} ${TensorType[each.outputs[0]!.type]}`),
    notes: result.notes.map(({ message }) => message).join('\n'),
    decibels,
  };
}

/** Of each part of the outputs all values, sample after sample. */
async function partsOf(
  model: Uint8Array,
  { evaluation }: Dataset,
  parts: (output: Float32Array) => Float32Array[] = (output) => [output],
): Promise<number[][]> {
  const found: number[][] = [];
  for await (const outputs of pool.outputs(model, evaluation)) {
    for (const [k, part] of outputs.flatMap(parts).entries()) (found[k] ??= []).push(...part);
  }
  return found;
}

function ratio(wanted: readonly number[], own: readonly number[]): number {
  const signal = wanted.reduce((sum, value) => sum + value ** 2, 0);
  return 10 * Math.log10(signal / wanted.reduce((sum, value, i) => sum + (value - own[i]!) ** 2, 0));
}

describe('a join at the end of what differs in size', () => {
  /** Boxes in pixels beside scores from 0 to 1. */
  const net = (largest: number) =>
    netOf({
      inputs: { x: [1, 16] },
      constants: {
        w: { shape: [8, 16] },
        v: { shape: [8, 16] },
        size: { floats: [largest], shape: [] },
        order: { integers: [1, 0] },
      },
      operators: [
        layer('x', 'w', 'a', [1, 8]),
        op('LOGISTIC', ['a'], { relative: [1, 8] }),
        op('MUL', ['relative', 'size'], { boxes: [1, 8] }, { type: 'MulOptions' }),
        layer('x', 'v', 'b', [1, 8]),
        op('LOGISTIC', ['b'], { scores: [1, 8] }),
        op(
          'CONCATENATION',
          ['boxes', 'scores'],
          { joined: [1, 16] },
          { type: 'ConcatenationOptions', axis: 1 },
        ),
        op('TRANSPOSE', ['joined', 'order'], { out: [16, 1] }),
      ],
      outputs: ['out'],
    });
  const data = samplesOf((random) => [values(16, random, 2)]);
  const halves = (output: Float32Array) => [output.subarray(0, 8), output.subarray(8)];

  it.each(['int8', 'int8-float-io'])('stays float by %s', async (recipe) => {
    const { computed, notes, decibels } = await make(net(640), recipe, data, halves);
    expect(computed.slice(-2)).toEqual(['CONCATENATION FLOAT32', 'TRANSPOSE FLOAT32']);
    expect(computed.slice(0, -2).every((each) => each.endsWith('INT8'))).toBe(true);
    expect(notes).toContain('would lose the latter');
    for (const value of decibels) expect(value).toBeGreaterThan(30);
  });

  it('is made of integers where one scale does', async () => {
    const { computed, decibels } = await make(net(2), 'int8-float-io', data, halves);
    expect(computed.at(-1)).toBe('TRANSPOSE INT8');
    for (const value of decibels) expect(value).toBeGreaterThan(30);
  });
});

describe('a mask before SOFTMAX', () => {
  /** Logits + mask · −10⁹ → SOFTMAX, by a layer to the output. */
  const net = (masked: number, beta = 1) =>
    netOf({
      inputs: { x: [1, 16], mask: [1, 12] },
      constants: {
        ...{ w: { shape: [12, 16] }, v: { shape: [5, 12] }, much: { floats: [masked], shape: [] } },
        scale: { floats: [2], shape: [] },
      },
      operators: [
        layer('x', 'w', 'raw', [1, 12]),
        op('MUL', ['raw', 'scale'], { logits: [1, 12] }, { type: 'MulOptions' }),
        op('MUL', ['mask', 'much'], { penalty: [1, 12] }, { type: 'MulOptions' }),
        op('ADD', ['logits', 'penalty'], { sum: [1, 12] }, { type: 'AddOptions' }),
        op('SOFTMAX', ['sum'], { p: [1, 12] }, { type: 'SoftmaxOptions', beta }),
        layer('p', 'v', 'out', [1, 5]),
      ],
      outputs: ['out'],
    });
  const data = samplesOf((random) => {
    const seen = 2 + Math.floor(random() * 10);
    return [values(16, random), Array.from({ length: 12 }, (_, i) => (i < seen ? 0 : 1))];
  });

  it.each([
    ['int8', -1e9],
    ['int8-float-io', -1e4],
    ['int16x8', -1e9],
    ['int8-float-io', -3e38],
  ])('takes no steps from the logits: %s, %d', async (recipe, masked) => {
    const { computed, decibels } = await make(net(masked), recipe, data);
    expect(computed).toContain(`SOFTMAX ${recipe === 'int16x8' ? 'INT16' : 'INT8'}`);
    expect(computed).toContain(`ADD ${recipe === 'int16x8' ? 'INT16' : 'INT8'}`);
    expect(decibels[0]).toBeGreaterThan(recipe === 'int16x8' ? 35 : 28);
  });

  it('that hides nothing much changes nothing', async () => {
    const { notes, decibels } = await make(net(-4), 'int8-float-io', data);
    expect(notes).not.toContain('SOFTMAX sees');
    expect(decibels[0]).toBeGreaterThan(28);
  });
});

describe('what comes near zero', () => {
  const standardize = () =>
    netOf({
      inputs: { x: [1, 32] },
      constants: { axis: { integers: [1] }, little: { floats: [1e-6], shape: [] }, w: { shape: [6, 32] } },
      operators: [
        op('MEAN', ['x', 'axis'], { mean: [1, 1] }, { type: 'ReducerOptions', keepDims: true }),
        op('SQUARED_DIFFERENCE', ['x', 'mean'], { squares: [1, 32] }),
        op('MEAN', ['squares', 'axis'], { variance: [1, 1] }, { type: 'ReducerOptions', keepDims: true }),
        op('SQRT', ['variance'], { deviation: [1, 1] }),
        op('ADD', ['deviation', 'little'], { divisor: [1, 1] }, { type: 'AddOptions' }),
        op('DIV', ['x', 'divisor'], { even: [1, 32] }, { type: 'DivOptions' }),
        layer('even', 'w', 'out', [1, 6]),
      ],
      outputs: ['out'],
    });
  /** Of sizes from a hundredth on. */
  const data = samplesOf((random) => [values(32, random, 10 ** (-2 * random()))]);

  it('is divided by with all digits', async () => {
    const { computed, notes, decibels } = await make(standardize(), 'int8-float-io', data);
    expect(computed).toContain('SQRT FLOAT32');
    expect(computed.at(-1)).toBe('FULLY_CONNECTED INT8');
    expect(notes).toContain('DIV "even" needs all digits of what comes near zero');
    expect(decibels[0]).toBeGreaterThan(25);
  });
});

it('a kernel of one scale is left where values go beyond it', async () => {
  const bytes = netOf({
    inputs: { x: [1, 16] },
    constants: { w: { shape: [10, 16] } },
    operators: [layer('x', 'w', 'logits', [1, 10]), op('LOG_SOFTMAX', ['logits'], { out: [1, 10] })],
    outputs: ['out'],
  });
  const far = await make(
    bytes,
    'int8',
    samplesOf((random) => [values(16, random, 10)]),
  );
  expect(far.computed).toEqual(['FULLY_CONNECTED INT8', 'LOG_SOFTMAX FLOAT32']);
  expect(far.notes).toContain('its kernel writes from -15.9375 to 0');
  expect(far.decibels[0]).toBeGreaterThan(30);
  const near = await make(
    bytes,
    'int8',
    samplesOf((random) => [values(16, random, 1)]),
  );
  expect(near.computed).toEqual(['FULLY_CONNECTED INT8', 'LOG_SOFTMAX INT8']);
});
