import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { randomDataset } from '../../data/random-dataset.js';
import { modelInterface } from '../../model/interface.js';
import { readModel } from '../../model/read.js';
import { SessionPool } from '../../runtime/pool.js';
import { optimizeModel } from '../optimize-model.js';
import { loadRecipe } from '../recipe.js';

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

// LiteRT's sparse kernels end where what is between them is shown.
it('layers that are stored sparse are compared like others', async () => {
  const bytes = new Uint8Array(
    readFileSync(new URL('../../../fixtures/shapes/head.tflite', import.meta.url)),
  );
  const dataset = randomDataset(modelInterface(readModel(bytes)).inputs, { samples: 4 });
  const recipe = await loadRecipe('prune-80-sparse');
  const {
    bytes: made,
    layers,
    notes,
  } = await optimizeModel({ file: 'head.tflite', bytes }, recipe, {
    dataset,
    pool,
    effort: 'fast',
  });
  expect(notes.map(({ message }) => message).join()).not.toContain('could not be compared');
  expect(readModel(made).subgraphs[0]!.tensors.some(({ sparsity }) => sparsity)).toBe(true);
  const convolutions = layers.filter(({ operator }) => operator === 'CONV_2D');
  expect(convolutions.length).toBeGreaterThan(2);
  for (const { outputDb } of convolutions) expect(outputDb).not.toBeNull();
});
