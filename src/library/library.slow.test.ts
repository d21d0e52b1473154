import { readFile } from 'node:fs/promises';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { fixturePath } from '../../test/demo-scenario.js';
import { evaluate, InputError, inspect, measure, optimize, readModel, writeModel } from '../index.js';
import type { Step } from '../optimize/transforms.js';
import type { TransformName } from './recipe.js';

const file = fixturePath('base.tflite');
const dataset = fixturePath('dataset.yml');

describe('a model is given', () => {
  it('as a path or as bytes, which are one to all that is found', async () => {
    const bytes = await readFile(file);
    const { file: path, ...facts } = await inspect(file);
    expect(path).toBe(file);
    expect(await inspect(bytes)).toEqual({ file: 'model', ...facts });
    expect(facts).toMatchObject({ bytes: bytes.length, precision: 'float32', warnings: [] });
  });

  it('as bytes that change between calls', async () => {
    const bytes = new Uint8Array(await readFile(file));
    const before = await inspect(bytes);
    const model = readModel(bytes);
    for (const { data } of model.subgraphs[0]!.tensors) data?.fill(0);
    const after = await inspect(bytes);
    expect(after.gzipBytes).toBeLessThan(before.gzipBytes / 2);
  });

  it('and nothing else', async () => {
    await expect(inspect('no such file.tflite')).rejects.toThrow(InputError);
    await expect(inspect(new Uint8Array(10))).rejects.toThrow(/^model: /);
    await expect(inspect([1, 2] as never)).rejects.toThrow(TypeError);
  });

  it('as a graph, and back', async () => {
    const bytes = await readFile(file);
    const model = readModel(bytes);
    model.description = 'mine';
    const read = readModel(writeModel(model));
    expect(read.description).toBe('mine');
    expect(read.subgraphs[0]!.operators.length).toBe(model.subgraphs[0]!.operators.length);
  });
});

describe('optimize', () => {
  it('gives bytes that evaluate judges, beside a reference', async () => {
    const made = await optimize(file, { recipe: 'int8', dataset, effort: 'fast' });
    expect(made.recipe).toBe('int8');
    expect((await inspect(made.bytes)).precision).toBe('int8');
    expect(made.layers.length).toBeGreaterThan(0);
    const judged = await evaluate(made.bytes, { dataset, reference: file });
    expect(judged).toMatchObject({ metric: 'top-1', samples: 1000, reference: file });
    expect(judged.agreement).toBeGreaterThan(0.9);
    expect(judged.value.low).toBeLessThanOrEqual(judged.value.value);
  });

  it('takes a recipe that a program writes, and checks it before anything is done', async () => {
    const steps = [{ transform: 'quantize', scheme: 'float16' }] as const;
    const made = await optimize(file, { recipe: { steps } });
    expect(made.recipe).toBe('recipe');
    expect(Buffer.compare(made.bytes, (await optimize(file, { recipe: 'float16' })).bytes)).toBe(0);
    const wrong = { steps: [{ transform: 'clean' }, { transform: 'prune', sparsty: 0.5 }] } as const;
    await expect(optimize('not read.tflite', { recipe: wrong })).rejects.toThrow(
      'recipe: steps[1].sparsty: unknown key "sparsty" in "steps" entry 2. Did you mean "sparsity"?',
    );
    await expect(optimize(file, { recipe: { steps: [] } })).rejects.toThrow(/^recipe: steps: /);
    await expect(optimize(file, { recipe: undefined as never })).rejects.toThrow(/^recipe: .*mapping/);
  });

  it('names the transforms that recipes take', () => {
    expectTypeOf<TransformName>().toEqualTypeOf<Step['transform']>();
  });

  it('refuses an effort, a recipe and a device that there aren’t, with the nearest', async () => {
    await expect(optimize(file, { recipe: 'int8', effort: 'fastt' as never })).rejects.toThrow(
      'unknown effort "fastt". Did you mean "fast"?',
    );
    await expect(optimize(file, { recipe: 'int9' })).rejects.toThrow('unknown recipe "int9"');
    await expect(measure(file, { device: 'pi-4' })).rejects.toThrow('Did you mean "raspberry-pi-4"?');
  });
});

describe('a signal', () => {
  const reason = new Error('no longer wanted');

  it('that is aborted already has nothing done', async () => {
    const signal = AbortSignal.abort(reason);
    await expect(optimize('not read.tflite', { recipe: 'int8', signal })).rejects.toBe(reason);
    await expect(evaluate('not read.tflite', { dataset, signal })).rejects.toBe(reason);
    await expect(measure('not read.tflite', { device: 'raspberry-pi-4', signal })).rejects.toBe(reason);
  });

  it('ends work amid it, with its reason', async () => {
    const controller = new AbortController();
    const progress = {
      stage: () => {
        controller.abort(reason);
        return { update: () => {}, end: () => {} };
      },
    };
    const options = { dataset, signal: controller.signal, progress };
    await expect(evaluate(file, options)).rejects.toBe(reason);
    await expect(optimize(file, { ...options, recipe: 'int8' })).rejects.toBe(reason);
  });
});
