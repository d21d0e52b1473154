import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import { silent } from '../../base/progress.js';
import { openDataset } from '../../data/dataset.js';
import { randomDataset } from '../../data/random-dataset.js';
import type { Dataset } from '../../data/types.js';
import { realValues } from '../../model/dequantize.js';
import type { Model } from '../../model/graph.js';
import { modelInterface } from '../../model/interface.js';
import { readModel } from '../../model/read.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { applyRecipe } from '../apply-recipe.js';
import { recipeSchema } from '../recipe.js';
import type { TransformContext } from '../types.js';
import { finetune } from './finetune.js';
import { planTraining } from './plan.js';

const folder = fileURLToPath(new URL('../../../fixtures', import.meta.url));
const file = join(folder, 'shapes/head.tflite');
const read = (): Model => readModel(readFileSync(file), file);

const pool = new SessionPool({ threads: 1 });
let shapes: Dataset;
beforeAll(async () => {
  const dataset = await openDataset(join(folder, 'shapes/dataset.yml'), modelInterface(read()));
  const { calibration } = dataset;
  shapes = { ...dataset, calibration: { size: 60, sample: (i) => calibration.sample(i * 5) } };
});
afterAll(() => pool.close());

function contextOf(parts: Partial<TransformContext> = {}): TransformContext {
  return { dataset: shapes, effort: 'fast', seed: 1, progress: silent, notes: [], pool, ...parts };
}

const steps = (options: Record<string, unknown> = {}) => ({
  name: 'test',
  ...recipeSchema.parse({
    steps: [
      { transform: 'prune', sparsity: 0.6, allocation: 'uniform' },
      { transform: 'finetune', epochs: 4, batch: 20, ...options },
      { transform: 'clean' },
    ],
  }),
});

async function tuned(context: TransformContext, options?: Record<string, unknown>): Promise<Model> {
  const model = read();
  expect(await applyRecipe(model, steps(options), context)).toBe(true);
  return model;
}

const weightsOf = (model: Model) => planTraining(model).weights.map(({ tensor }) => realValues(tensor));
const bytesOf = (model: Model) => Buffer.from(writeModel(model));
const messages = ({ notes }: TransformContext) => notes.map(({ message }) => message).join('\n');

describe('finetune', () => {
  it('brings a pruned model nearer to the original, and leaves zeros zero', async () => {
    const pruned = read();
    await applyRecipe(pruned, { ...steps(), steps: steps().steps.slice(0, 1) }, contextOf());
    const context = contextOf();
    const model = await tuned(context);
    const told =
      /Fine-tuned for 4 epochs on 60 unlabelled samples: their loss fell from ([\d.]+) to ([\d.]+)\.$/m;
    const [, before, after] = told.exec(messages(context))!;
    expect(Number(after)).toBeLessThan(0.8 * Number(before));
    const [zeros, trained] = [weightsOf(pruned), weightsOf(model)];
    trained.forEach((values, i) => {
      values.forEach((value, k) => {
        if (zeros[i]![k] === 0 && zeros[i]!.length > 64) expect(value).toBe(0);
      });
    });
    expect(trained.some((values, i) => values.some((value, k) => value !== zeros[i]![k]))).toBe(true);
  });

  it('gives the same bytes whatever the number of threads, and when it goes on from a checkpoint', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'litetrim-finetune-'));
    try {
      const one = bytesOf(await tuned(contextOf({ threads: 1 })));
      const two = bytesOf(await tuned(contextOf({ threads: 2, cache })));
      expect(two.equals(one)).toBe(true);
      expect(readdirSync(join(cache, 'trainings'))).toHaveLength(1);
      const again = contextOf({ threads: 2, cache });
      expect(bytesOf(await tuned(again)).equals(one)).toBe(true);
    } finally {
      await rm(cache, { recursive: true });
    }
  });

  it('learns from labels and variants, and prunes on the way', async () => {
    const sparsity = { schedule: 'polynomial', initial: 0.6, final: 0.8, end: 8, frequency: 2 };
    const context = contextOf();
    const model = await tuned(context, { labels: true, variants: 3, sparsity });
    expect(messages(context)).toContain('60 labelled samples');
    const { weights } = planTraining(model);
    const layer = weights.find(
      ({ role, tensor }) => role === 'weights' && tensor.shape[3]! > 8 && tensor.shape[0]! > 8,
    )!;
    const values = realValues(layer.tensor);
    expect(values.filter((value) => value === 0).length / values.length).toBeCloseTo(0.8, 1);
  });

  it('trains half-precision weights, which stay half-precision', async () => {
    const model = read();
    const options = { transform: 'finetune', epochs: 2, batch: 20 };
    const half = [
      { transform: 'quantize', scheme: 'float16' },
      { transform: 'prune', sparsity: 0.5 },
      options,
    ];
    const recipe = { name: 'half', ...recipeSchema.parse({ steps: half }) };
    const types = () => planTraining(model).weights.map(({ tensor }) => tensor.type);
    await applyRecipe(model, { ...recipe, steps: recipe.steps.slice(0, 1) }, contextOf());
    const before = types();
    await applyRecipe(model, { ...recipe, steps: recipe.steps.slice(1) }, contextOf({ source: read() }));
    expect(types()).toEqual(before);
  });

  it('has nothing to learn from a model that is the original still', async () => {
    const context = contextOf();
    const model = read();
    expect(await finetune()(model, context)).toBe(false);
    expect(messages(context)).toBe(
      'Nothing was fine-tuned: the model is still the original that it would learn from.',
    );
  });

  it('leaves a quantized model alone, and says what to do', async () => {
    const model = read();
    const int8 = {
      name: 'int8',
      ...recipeSchema.parse({ steps: [{ transform: 'quantize', scheme: 'int8' }] }),
    };
    await applyRecipe(model, int8, contextOf());
    const context = contextOf({ source: read() });
    expect(await finetune()(model, context)).toBe(false);
    expect(messages(context)).toContain('Put "finetune" before "quantize"');
  });

  it.each([
    ['no data', null, {}, 'has no samples, and needs 16'],
    ['too few samples', 9, {}, 'has 9 calibration samples, and needs 16'],
    ['no labels', 20, { labels: true }, 'calibration sample 0: it has no label'],
  ])('refuses %s', async (_, size, options, problem) => {
    const inputs = modelInterface(read()).inputs;
    const unlabelled =
      size === null ? null : { ...randomDataset(inputs, { samples: size }), synthetic: false };
    const model = read();
    const recipe = { ...steps(options), steps: steps(options).steps.slice(1) };
    const context = contextOf({
      dataset: unlabelled,
      source: readModel(readFileSync(join(folder, 'shapes/base.tflite')), 'x'),
    });
    await expect(applyRecipe(model, recipe, context)).rejects.toThrow(problem);
  });

  it.each([
    [{ epochs: 0 }],
    [{ learningRate: 0 }],
    [{ heldOut: 0.9 }],
    [{ minutes: -1 }],
    [{ sparsity: { schedule: 'polynomial', final: 1, end: 5 } }],
    [{ sparsity: { schedule: 'cubic' } }],
  ])('knows no %o', (options) => {
    expect(() => steps(options)).toThrow();
  });
});

describe('operators without gradient', () => {
  const layer = (input: string, name: string, output: string) => ({
    operator: 'CONV_2D',
    inputs: [input, `${name}-w`, `${name}-b`],
    outputs: { [output]: [1, 4, 4, 4] },
    options: { type: 'Conv2DOptions', padding: 'SAME' },
  });
  const constants = Object.fromEntries(
    ['first', 'last'].flatMap((name) => [
      [`${name}-w`, { shape: [4, 3, 3, 4] }],
      [`${name}-b`, { shape: [4] }],
    ]),
  );
  const odd = (operators: object[], output: string): Model =>
    fixtureModel(
      fixtureSchema.parse({
        ...{ title: 'odd', steps: [{ transform: 'clean' }], tolerance: 1 },
        subgraphs: [{ inputs: { x: [1, 4, 4, 4] }, constants, operators, outputs: [output] }],
      }),
    );
  const reverse = (input: string, output: string) => ({
    operator: 'LOCAL_RESPONSE_NORMALIZATION',
    inputs: [input],
    outputs: { [output]: [1, 4, 4, 4] },
    options: { type: 'LocalResponseNormalizationOptions', radius: 2, bias: 1, alpha: 1, beta: 0.5 },
  });
  const dataset = () => ({
    ...randomDataset([{ shape: [1, 4, 4, 4], type: 0, quantization: null }], { samples: 40 }),
    synthetic: false,
  });

  it('are named, and the layers behind them trained', async () => {
    const make = () => odd([layer('x', 'first', 'a'), reverse('a', 'b'), layer('b', 'last', 'c')], 'c');
    const model = make();
    const source = make();
    const recipe = {
      name: 'odd',
      ...recipeSchema.parse({
        steps: [
          { transform: 'prune', sparsity: 0.5 },
          { transform: 'finetune', epochs: 6, batch: 10, variants: 5 },
        ],
      }),
    };
    const before = realValues(model.subgraphs[0]!.tensors.find(({ name }) => name === 'last-w')!);
    const context = contextOf({ dataset: dataset(), source });
    expect(await applyRecipe(model, recipe, context)).toBe(true);
    expect(messages(context)).toContain(
      'Nothing is trained through LOCAL_RESPONSE_NORMALIZATION "b" (litetrim has no gradient of it): 1 layer stays as it is',
    );
    const plan = planTraining(model);
    expect(plan.weights.map(({ tensor }) => tensor.name)).toEqual(['last-w', 'last-b']);
    expect([...realValues(plan.weights[0]!.tensor)]).not.toEqual([...before]);
  });

  it('are named where nothing is left to train', async () => {
    const model = odd([layer('x', 'first', 'a'), reverse('a', 'b')], 'b');
    const other = odd([layer('x', 'last', 'a'), reverse('a', 'b')], 'b');
    await expect(finetune()(model, contextOf({ dataset: dataset(), source: other }))).rejects.toThrow(
      'LOCAL_RESPONSE_NORMALIZATION "b": nothing can be trained',
    );
  });
});
