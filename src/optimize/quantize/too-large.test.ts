import { afterAll, describe, expect, it } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import { randomDataset } from '../../data/random-dataset.js';
import { operatorName } from '../../model/operators/index.js';
import { readModel } from '../../model/read.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { optimizeModel } from '../optimize-model.js';
import { loadRecipe } from '../recipe.js';

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

const binary = (operator: string, inputs: string[], output: string) => ({
  operator,
  inputs,
  outputs: { [output]: [1, 8] },
  options: { type: operator === 'ADD' ? 'AddOptions' : 'MulOptions' },
});

/** x + x, so often times a factor, and divided by it as often: `a`, `up1`, `up2`, …, `down2`, `down1`. */
function largeInside(factor: number, times: number): Uint8Array {
  const up = Array.from({ length: times }, (_, i) => `up${i + 1}`);
  const names = ['a', ...up, ...up.map((name) => name.replace('up', 'down')).reverse()];
  const subgraph = {
    inputs: { x: [1, 8] },
    constants: { up: { shape: [1] }, down: { shape: [1] } },
    operators: names.map((name, i) =>
      i === 0 ? binary('ADD', ['x', 'x'], name) : binary('MUL', [names[i - 1]!, name.slice(0, -1)], name),
    ),
    outputs: [names.at(-1)!],
  };
  const model = fixtureModel(
    fixtureSchema.parse({ title: '', steps: [], tolerance: 0, subgraphs: [subgraph] }),
  );
  const constant = (name: string) => model.subgraphs[0]!.tensors.find((tensor) => tensor.name === name)!;
  constant('up').data = bytesOf(Float32Array.of(factor));
  constant('down').data = bytesOf(Float32Array.of(1 / factor));
  return writeModel(model);
}

/** What int8 makes of a model: its operators with the type that each writes, and the notes; LiteRT has run it. */
async function int8Of(bytes: Uint8Array) {
  const dataset = randomDataset([{ shape: [1, 8], range: [-1, 1] }], { samples: 8 });
  const { bytes: made, notes } = await optimizeModel(
    { file: 'large.tflite', bytes },
    await loadRecipe('int8'),
    {
      dataset,
      pool,
    },
  );
  const { operators } = readModel(made).subgraphs[0]!;
  return {
    computed: operators.map((each) => `${operatorName(each)} ${TensorType[each.outputs[0]!.type]}`),
    notes: notes.map(({ message }) => message),
  };
}

describe('values with which no integer kernel computes', () => {
  it('stay float where they are computed, with what touches them', async () => {
    const { computed, notes } = await int8Of(largeInside(1e10, 2));
    expect(computed.slice(0, 3)).toEqual(['ADD INT8', 'MUL INT8', 'DEQUANTIZE FLOAT32']);
    expect(computed).toContain('MUL FLOAT32');
    expect(notes).toContainEqual(
      'MUL "up2", MUL "down2" stay float: values beyond 9e+18 are too large for integer kernels.',
    );
  });

  it('stay float where they are read from the file', async () => {
    const { computed, notes } = await int8Of(largeInside(2 ** 64, 1));
    expect(computed.slice(0, 3)).toEqual(['ADD INT8', 'DEQUANTIZE FLOAT32', 'MUL FLOAT32']);
    expect(notes).toContain('MUL "up1" stays float: values beyond 9e+18 are too large for integer kernels.');
    expect(notes).toContain(
      'MUL "down1" stays float: values beyond 9e+18 are too large for integer kernels.',
    );
  });
});
