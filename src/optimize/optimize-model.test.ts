import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../base/errors.js';
import { randomDataset } from '../data/random-dataset.js';
import type { Dataset } from '../data/types.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../model/build.js';
import type { Operator, Tensor } from '../model/graph.js';
import { readModel } from '../model/read.js';
import { AddOptionsT, BuiltinOperator, SoftmaxOptionsT, TensorType } from '../model/schema/index.js';
import { writeModel } from '../model/write.js';
import { SessionPool } from '../runtime/pool.js';
import { optimizeModel } from './optimize-model.js';
import { loadRecipe, type Recipe } from './recipe.js';

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

/** x → log(x) = `logarithm` → + x = `sum`. */
function logarithm(change: (operators: Operator[], tensors: Tensor[]) => void = () => {}): Uint8Array {
  const [x, log, sum] = ['x', 'logarithm', 'sum'].map((name) => newTensor(name, TensorType.FLOAT32, [1, 4]));
  const operators = [
    newOperator(BuiltinOperator.LOG, { inputs: [x!], outputs: [log!] }),
    newOperator(BuiltinOperator.ADD, { inputs: [log!, x!], outputs: [sum!], options: new AddOptionsT() }),
  ];
  change(operators, [x!, log!, sum!]);
  return writeModel(newModel([newSubgraph([x!], [sum!], operators)]));
}

const noise = (low: number, high: number): Dataset =>
  randomDataset([{ shape: [1, 4], range: [low, high] }], { samples: 10 });

const optimize = async (bytes: Uint8Array, recipe: string | Recipe, dataset: Dataset | null = null) =>
  optimizeModel(
    { file: 'log.tflite', bytes },
    typeof recipe === 'string' ? await loadRecipe(recipe) : recipe,
    { dataset, pool },
  );

describe('optimizeModel', () => {
  it('refuses int8 without samples', async () => {
    await expect(optimize(logarithm(), 'int8')).rejects.toThrow(
      'log.tflite: int8 needs samples to measure the ranges of activations. Name a data set, or say "calibration: random" in the recipe and live with a guess.',
    );
  });

  it.each([
    'int8',
    'int8-float-io',
    'int16x8',
  ])('makes %s of a model that is a SOFTMAX alone', async (recipe) => {
    const [x, y] = ['x', 'y'].map((name) => newTensor(name, TensorType.FLOAT32, [1, 4]));
    const options = new SoftmaxOptionsT(1);
    const softmax = newOperator(BuiltinOperator.SOFTMAX, { inputs: [x!], outputs: [y!], options });
    const bytes = writeModel(newModel([newSubgraph([x!], [y!], [softmax])]));
    const { bytes: made } = await optimize(bytes, recipe, noise(-4, 4));
    const { operators } = readModel(made).subgraphs[0]!;
    expect(operators.map(({ code }) => code)).toContain(BuiltinOperator.SOFTMAX);
    expect(made).not.toEqual(bytes);
  });

  it('calibrates on noise where the recipe says so, and a note does, too', async () => {
    const multiply = logarithm(([log]) => {
      log!.code = BuiltinOperator.TANH;
    });
    const { notes, bytes } = await optimize(multiply, {
      ...(await loadRecipe('int8')),
      calibration: 'random',
    });
    expect(notes).toEqual([
      {
        level: 'warning',
        message: 'Calibrated on seeded noise instead of samples: accuracy is left to chance.',
      },
    ]);
    expect(readModel(bytes).subgraphs[0]!.inputs[0]!.type).toBe(TensorType.INT8);
  });

  it('gives the same bytes for the same seed', async () => {
    const recipe = { ...(await loadRecipe('int8')), calibration: 'random' as const };
    const tanh = logarithm(([log]) => {
      log!.code = BuiltinOperator.TANH;
    });
    const [a, b] = [await optimize(tanh, recipe), await optimize(tanh, recipe)];
    expect(Buffer.from(a.bytes).equals(b.bytes)).toBe(true);
  });

  it.each([
    ['infinities', 0, 0],
    ['NaN', -2, -1],
  ])('names the layer that computes %s', async (_, low, high) => {
    await expect(optimize(logarithm(), 'int8', noise(low, high))).rejects.toThrow(
      'log.tflite: LOG "logarithm": it computes infinities or no numbers at all (NaN) on the calibration samples.',
    );
  });

  it('names the input that holds NaN', async () => {
    const { calibration, ...dataset } = noise(1, 2);
    const inputs = [Float32Array.of(1, Number.NaN, 1, 1)];
    const broken = { ...dataset, calibration: { size: 1, sample: async () => ({ inputs, label: null }) } };
    await expect(optimize(logarithm(), 'int8', broken)).rejects.toThrow(
      'log.tflite: input "x": it holds infinities or no numbers at all (NaN)',
    );
    expect(calibration.size).toBe(10);
  });

  it('refuses samples that do not fit the model', async () => {
    const narrow = randomDataset([{ shape: [1, 3] }], { samples: 10 });
    await expect(optimize(logarithm(), 'int8', narrow)).rejects.toThrow(
      'log.tflite: calibration sample 0: it has 3 values, and the model takes 4. Check the data set against the model.',
    );
  });

  it('stores constant activations', async () => {
    const { bytes, notes } = await optimize(logarithm(), 'int8', noise(1, 1));
    expect(notes.every(({ message }) => message.startsWith('Calibrated'))).toBe(true);
    const scales = readModel(bytes).subgraphs[0]!.tensors.map(({ quantization }) => quantization!.scale[0]);
    for (const scale of scales) expect(scale).toBeGreaterThan(0);
  });

  it('says that a result can not be checked where LiteRT refuses the source', async () => {
    const unknown = logarithm((operators, [x, log]) => {
      operators[0] = newOperator(BuiltinOperator.CUSTOM, {
        customCode: 'Mine',
        inputs: [x!],
        outputs: [log!],
      });
    });
    const { notes } = await optimize(unknown, {
      name: 'own',
      steps: [{ transform: 'prune', sparsity: 0.5 }],
    });
    expect(notes).toEqual([{ level: 'info', message: 'There is nothing to prune: nothing was changed.' }]);
    await expect(optimize(unknown, 'int8', noise(1, 2))).rejects.toThrow(
      `log.tflite: ranges of activations can't be measured, since LiteRT has no custom operator "Mine". Recipes that need no samples work without running the model: dynamic-int8, weight-int8, float16.`,
    );
  });

  it('leaves out metadata that counts tensors once their numbers change, and keeps the rest', async () => {
    const model = readModel(logarithm());
    const data = Uint8Array.of(1, 2, 3, 4);
    for (const name of ['min_runtime_version', 'OfflineMemoryAllocation'])
      model.metadata.push({ name, data });
    const { bytes, notes } = await optimize(writeModel(model), 'int8', noise(0.5, 2));
    expect(readModel(bytes).metadata.map(({ name }) => name)).toEqual(['min_runtime_version']);
    expect(notes.map(({ message }) => message)).toContain(
      'Metadata "OfflineMemoryAllocation" was left out: it counts tensors, whose numbers have changed.',
    );
  });

  it('refuses what is no model', async () => {
    await expect(optimize(new Uint8Array(), 'float16')).rejects.toThrow(InputError);
  });
});
