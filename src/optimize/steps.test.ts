import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SampleNet } from '../../test/support/channel-net.js';
import { silent } from '../base/progress.js';
import type { Model } from '../model/graph.js';
import { TensorType } from '../model/schema/index.js';
import { bytesOf, typedData } from '../model/tensors.js';
import { writeModel } from '../model/write.js';
import { parseYaml } from '../yaml/read.js';
import { applyRecipe } from './apply-recipe.js';
import { recipeSchemaOf } from './recipe.js';
import { stepSchemaOf } from './steps.js';
import { defineTransform } from './transform.js';
import { transforms } from './transforms.js';
import type { TransformContext } from './types.js';

/** All that whoever adds a transform writes: a definition, and its place in the list. */
const roundTransform = defineTransform({
  name: 'round',
  description: 'Rounds constants to multiples of a number.',
  options: z.strictObject({ to: z.number().gt(0), of: z.number().gt(0).exactOptional() }),
  problems: ({ to, of }) =>
    of !== undefined && of < to ? [{ option: 'of', message: `"of" is less than ${to}\nTake more` }] : [],
  needs: ({ of }) =>
    of === undefined ? [] : [{ what: 'device', problem: 'there is no device', hint: 'Name one' }],
  create:
    ({ to }) =>
    (model) =>
      roundConstants(model, to),
});

function roundConstants({ subgraphs }: Model, to: number): boolean {
  let changed = false;
  for (const tensor of subgraphs.flatMap(({ tensors }) => tensors)) {
    if (tensor.type !== TensorType.FLOAT32 || !tensor.data) continue;
    const values = Array.from(typedData(tensor), Number);
    const rounded = Float32Array.from(values, (value) => Math.round(value / to) * to);
    changed ||= rounded.some((value, i) => value !== values[i]);
    tensor.data = bytesOf(rounded);
  }
  return changed;
}

const known = [...transforms, roundTransform];
const schema = recipeSchemaOf(stepSchemaOf(known));
const recipe = (...lines: string[]) => ({
  name: 'own',
  ...parseYaml(schema, ['steps:', ...lines.map((line) => `  - ${line}`)].join('\n'), 'own.yml'),
});

function net(): Model {
  const own = new SampleNet();
  return own.model(own.dense(own.convolution(own.input([1, 4, 4, 3]), 8), 6));
}

const context = (parts: Partial<TransformContext> = {}): TransformContext => ({
  ...{ dataset: null, effort: 'fast' as const, seed: 1, progress: silent, notes: [] },
  ...parts,
});

describe('a transform that is added to the list', () => {
  it('is known to recipes, with its options', () => {
    const { steps } = recipe('{ transform: round, to: 0.5 }', '{ transform: clean }');
    expect(steps).toEqual([{ transform: 'round', to: 0.5 }, { transform: 'clean' }]);
  });

  it.each([
    ['{ transform: round }', 'own.yml: line 2: "to" is missing in "steps" entry 1. It is a number.'],
    ['{ transform: round, to: 0 }', 'own.yml: line 2: "to" must be more than 0.'],
    [
      '{ transform: round, to: 1, off: 2 }',
      'own.yml: line 2: unknown key "off" in "steps" entry 1. Did you mean "of"?',
    ],
    ['{ transform: round, to: 1, of: 0.5 }', 'own.yml: line 2: "of" is less than 1. Take more.'],
    ['{ transform: rond, to: 1 }', 'own.yml: line 2: "transform" is "rond". Did you mean "round"?'],
  ])('%s is refused at its place', (step, message) => {
    expect(() => recipe(step)).toThrow(message);
  });

  it('is in the JSON Schema, with what it does', () => {
    const json = JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }));
    expect(json).toContain('"const":"round"');
    for (const { name, description } of known) {
      expect(json).toContain(`"const":"${name}"`);
      expect(json).toContain(JSON.stringify(description));
    }
  });

  it('is carried out, among others', async () => {
    const model = net();
    const steps = recipe('{ transform: round, to: 0.5 }', '{ transform: clean, stripNames: true }');
    expect(await applyRecipe(model, steps, context(), known)).toBe(true);
    const floats = model.subgraphs[0]!.tensors.filter(
      ({ data, type }) => data && type === TensorType.FLOAT32,
    );
    const values = floats.flatMap((tensor) => Array.from(typedData(tensor), Number));
    expect(values.length).toBeGreaterThan(100);
    expect(values.filter((value) => !Number.isInteger(value * 2))).toEqual([]);
    const [main] = model.subgraphs;
    const inside = main!.tensors.filter((each) => ![...main!.inputs, ...main!.outputs].includes(each));
    expect(inside.map(({ name }) => name).join('')).toBe('');
  });

  it('is handed its options and nothing else', async () => {
    const handed: unknown[] = [];
    const create = (options: { to: number }) => {
      handed.push(options);
      return () => false;
    };
    await applyRecipe(net(), recipe('{ transform: round, to: 0.5 }'), context(), [
      { ...roundTransform, create },
    ]);
    expect(handed).toEqual([{ to: 0.5 }]);
  });

  it('is told what it lacks before it begins', async () => {
    const model = net();
    const before = writeModel(model);
    const steps = recipe('{ transform: round, to: 0.5, of: 1 }');
    const wanting = applyRecipe(model, steps, context(), known);
    await expect(wanting).rejects.toThrow('there is no device. Name one.');
    expect(Buffer.compare(writeModel(model), before)).toBe(0);
    const onDevice = async () => null;
    expect(await applyRecipe(model, steps, context({ onDevice }), known)).toBe(true);
  });
});

describe('the transforms that there are', () => {
  it('have names of their own and options that refuse what they do not know', () => {
    const names = transforms.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, options } of transforms) {
      const { error } = options.safeParse({ transform: name, unheardOf: 1 });
      const unknown = error?.issues.find(({ code }) => code === 'unrecognized_keys');
      expect(unknown).toMatchObject({ keys: ['transform', 'unheardOf'] });
    }
  });
});
