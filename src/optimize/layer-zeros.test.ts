import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { formatBytes } from '../base/units.js';
import { newModel, newOperator, newSubgraph, newTensor } from '../model/build.js';
import { readModel } from '../model/read.js';
import { BuiltinOperator, FullyConnectedOptionsT, TensorType } from '../model/schema/index.js';
import { bytesOf } from '../model/tensors.js';
import { writeModel } from '../model/write.js';
import { SessionPool } from '../runtime/pool.js';
import { zerosOf } from './layer-zeros.js';
import { optimizeModel } from './optimize-model.js';
import type { Recipe } from './recipe.js';

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

const { FLOAT32 } = TensorType;
const [rows, columns] = [64, 64];

/** Two dense layers; of the first's weights a sixteenth is zero, a quarter too small for 8 bits. */
function model(): Uint8Array {
  const sizes = [0, 1, 2].map((k) => newTensor(`x${k}`, FLOAT32, [1, columns]));
  const first = Float32Array.from({ length: rows * columns }, (_, i) =>
    i % 16 === 0 ? 0 : i % 4 === 1 ? 1e-6 * (i % 7) + 1e-6 : 1 + (i % 13),
  );
  const second = Float32Array.from({ length: rows * columns }, (_, i) => 1 + (i % 11));
  const operators = [first, second].map((weights, k) =>
    newOperator(BuiltinOperator.FULLY_CONNECTED, {
      inputs: [
        sizes[k]!,
        newTensor(`w${k}`, FLOAT32, [rows, columns], { data: bytesOf(weights) }),
        newTensor(`b${k}`, FLOAT32, [rows], { data: bytesOf(new Float32Array(rows)) }),
      ],
      outputs: [sizes[k + 1]!],
      options: new FullyConnectedOptionsT(),
    }),
  );
  return writeModel(newModel([newSubgraph([sizes[0]!], [sizes[2]!], operators)]));
}

const optimize = (bytes: Uint8Array, ...steps: Recipe['steps']) =>
  optimizeModel({ file: 'm.tflite', bytes }, { name: 'own', steps }, { effort: 'fast', pool });

const all = rows * columns;

describe('zeros of a result', () => {
  it('are told apart: there before, chosen, rounded', async () => {
    const { bytes, zeros, notes } = await optimize(
      model(),
      { transform: 'prune', sparsity: 0.125, operators: ['FULLY_CONNECTED'], allocation: 'uniform' },
      { transform: 'quantize', scheme: 'weight-int8' },
    );
    // An eighth of each: of the first layer a sixteenth was there, and a quarter less a sixteenth is rounded.
    expect(zeros).toEqual([
      {
        ...{ index: 0, operator: 'FULLY_CONNECTED', name: 'x1', storage: 'dense', weights: all },
        ...{ zeros: (all * 5) / 16, before: all / 16, pruned: all / 16 },
      },
      {
        ...{ index: 1, operator: 'FULLY_CONNECTED', name: 'x2', storage: 'dense', weights: all },
        ...{ zeros: all / 8, before: 0, pruned: all / 8 },
      },
    ]);
    const told = notes.map(({ message }) => message);
    expect(told).toContain(
      'Of all weights of 2 layers 22 % are zero: 9 % pruned, 3 % zero before, 9 % rounded to zero.',
    );
    const download = formatBytes(gzipSync(bytes, { level: 6 }).length);
    expect(told).toContainEqual(
      expect.stringMatching(`^The file takes ${formatBytes(bytes.length)} \\(.*\\), ${download} compressed`),
    );
  });

  it('are told of weights that are stored without them', async () => {
    const { bytes, zeros } = await optimize(
      model(),
      { transform: 'prune', sparsity: 0.9, operators: ['FULLY_CONNECTED'], allocation: 'uniform' },
      { transform: 'encode-sparse' },
    );
    expect(zeros.map(({ storage }) => storage)).toEqual(['sparse', 'sparse']);
    expect(zeros.map((layer) => layer.zeros)).toEqual([0, 1].map(() => Math.round(0.9 * all)));
    const [layer] = zerosOf(readModel(bytes));
    expect(layer).toMatchObject({ zeros: Math.round(0.9 * all), before: null, pruned: null });
  });

  it('are not told where nobody pruned and few are zero', async () => {
    const { zeros } = await optimize(model(), { transform: 'quantize', scheme: 'float16' });
    expect(zeros).toEqual([]);
  });
});
