import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError, messageOf } from '../base/errors.js';
import { listRecipes, loadRecipe, shippedRecipes } from './recipe.js';

const documentation = readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'recipes-'));
afterAll(() => rmSync(folder, { recursive: true }));

function recipeFile(text: string): string {
  const file = join(folder, 'own.yml');
  writeFileSync(file, text);
  return file;
}

async function problemOf(nameOrFile: string): Promise<string> {
  const error = await loadRecipe(nameOrFile).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  return messageOf(error).replaceAll(folder, '');
}

describe('recipes', () => {
  it('ships with those that the documentation names, each with a title and a description', () => {
    const recipes = listRecipes();
    const documented = [...documentation.matchAll(/^\| `([\w-]+)` \|(?: [^|]+\|){5}$/gm)].map(
      ([, name]) => name,
    );
    expect(recipes.map(({ name }) => name)).toEqual(documented.sort());
    expect(documented).toContain('int8');
    for (const { title, description } of recipes) expect([title, description]).not.toContain(undefined);
  });

  it('composes names joined by +, in their order', async () => {
    const recipe = await loadRecipe('prune-50+int8');
    expect(recipe.name).toBe('prune-50+int8');
    expect(recipe.steps.map(({ transform }) => transform)).toEqual(['prune', 'clean', 'quantize', 'clean']);
    expect(recipe.calibration).toBeUndefined();
  });

  it('composes recipes of a configuration, which hide shipped ones, and keeps their noise', async () => {
    const steps = [{ transform: 'quantize' as const, scheme: 'int8' as const }];
    const custom = { int8: { calibration: 'random' as const, steps }, mine: { steps } };
    expect((await loadRecipe('int8', custom)).calibration).toBe('random');
    expect((await loadRecipe('prune-50+mine+int8', custom)).calibration).toBe('random');
    expect(listRecipes(custom).find(({ name }) => name === 'mine')?.steps).toEqual(steps);
  });

  it('reads a recipe file', async () => {
    const file = recipeFile('steps:\n  - transform: prune\n    sparsity: 0.3\n    operators: [CONV_2D]\n');
    expect(await loadRecipe(file)).toEqual({
      name: file,
      steps: [{ transform: 'prune', sparsity: 0.3, operators: ['CONV_2D'] }],
    });
  });

  it.each([
    ['int9', 'unknown recipe "int9". Did you mean "int8"?'],
    ['prune-50+inte8', 'unknown recipe "inte8". Did you mean "int8"?'],
    ['prune-50+', `unknown recipe "". Known recipes: ${shippedRecipes().join(', ')}.`],
    ['no/such.yml', 'no/such.yml: there is no such file.'],
    ['toString', `unknown recipe "toString". Known recipes: ${shippedRecipes().join(', ')}.`],
  ])('refuses %s', async (name, message) => {
    expect(await problemOf(name)).toBe(message);
  });

  it.each([
    [
      'a misspelt key',
      'steps:\n  - transform: quantize\n    schema: int8\n',
      /line 3: unknown key "schema".*"scheme"/,
    ],
    [
      'a misspelt transform',
      'steps:\n  - transform: quantise\n',
      /line 2: "transform" is "quantise".*"quantize"/,
    ],
    [
      'a misspelt scheme',
      'steps:\n  - transform: quantize\n    scheme: int9\n',
      /line 3: "scheme" is "int9".*"int8"/,
    ],
    [
      'a sparsity in percent',
      'steps:\n  - transform: prune\n    sparsity: 50\n',
      /line 3: "sparsity" is 50, not a part between 0 and 1. Write 0.5 for 50 %/,
    ],
    [
      'a percentile below the median',
      'steps:\n  - transform: quantize\n    scheme: int8\n    calibration: { method: percentile, percentile: 5 }\n',
      /line 4: .*"percentile" must be more than 50/,
    ],
    [
      'an unknown way to calibrate',
      'steps:\n  - transform: quantize\n    scheme: int8\n    calibration: { method: entropy }\n',
      /line 4: .*"method" is "entropy"/,
    ],
    [
      'a percentile for the smallest and largest value',
      'steps:\n  - transform: quantize\n    scheme: int8\n    calibration: { method: min-max, percentile: 99 }\n',
      /line 4: .*"percentile"/,
    ],
    [
      'a calibration of a scheme that needs none',
      'steps:\n  - transform: quantize\n    scheme: float16\n    calibration: { method: min-max }\n',
      /line 4: "calibration" means nothing for scheme "float16"\. Leave it out/,
    ],
    [
      'edges of a scheme without edges',
      'steps:\n  - transform: quantize\n    scheme: float16\n    edges: float\n',
      /line 4: "edges: float" means nothing for scheme "float16"\. Leave it out/,
    ],
    ['no steps', 'title: nothing\nsteps: []\n', /line 2: "steps" must not be empty/],
  ])('names what is wrong with a file: %s', async (_, text, message) => {
    expect(await problemOf(recipeFile(text))).toMatch(message);
  });
});
