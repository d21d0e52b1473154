import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openDataset } from '../../../data/dataset.js';
import { evaluateModel } from '../../../evaluate/evaluate.js';
import { modelInterface } from '../../../model/interface.js';
import { readModel } from '../../../model/read.js';
import { SessionPool } from '../../../runtime/pool.js';
import { optimizeModel } from '../../optimize-model.js';
import { loadRecipe } from '../../recipe.js';

const shared = fileURLToPath(new URL('../../../../../shared/models/', import.meta.url));
const datasets = new URL('../../../../test/validate/datasets/', import.meta.url);
const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

/**
 * Signal to noise of the logits in dB, on samples that weren't calibrated on: some 1 to 2 dB below what was
 * reached when this was written, and for int4 some 10 dB above what rounding reaches.
 */
const floors = [
  { file: 'mlperf-tiny/kws_f32.tflite', data: 'kws.yml', recipe: 'dynamic-int4', floor: 24.5 },
  { file: 'mlperf-tiny/kws_f32.tflite', data: 'kws.yml', recipe: 'weight-int8', floor: 47 },
  { file: 'mlperf-tiny/kws_f32.tflite', data: 'kws.yml', recipe: 'int8', floor: 34.5 },
  { file: 'mnist/conv_fc_mnist_f32.tflite', data: 'mnist.yml', recipe: 'int8', floor: 38.5 },
  { file: 'mnist/conv_fc_mnist_f32.tflite', data: 'mnist.yml', recipe: 'dynamic-int4', floor: 32 },
  { file: 'mnist/conv_fc_mnist_f32.tflite', data: 'mnist.yml', recipe: 'weight-int8', floor: 55 },
  { file: 'mnist/conv_fc_mnist_f32.tflite', data: 'mnist.yml', recipe: 'int16x8', floor: 55 },
] as const;

describe.skipIf(!existsSync(shared))(
  'trained models of ../shared (skipped where that folder is absent)',
  () => {
    it.each(floors)('$file, $recipe: logits reach $floor dB', async ({ file, data, recipe, floor }) => {
      const source = { file, bytes: readFileSync(shared + file) };
      const path = fileURLToPath(new URL(data, datasets));
      const dataset = await openDataset(path, modelInterface(readModel(source.bytes)));
      const { bytes } = await optimizeModel(source, await loadRecipe(recipe), { dataset, pool });
      const result = await evaluateModel({ file, bytes }, dataset, { reference: source, pool });
      expect(result.logitsSqnrDb).toBeGreaterThan(floor);
    });
  },
);
