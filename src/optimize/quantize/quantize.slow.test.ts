import { describe, expect, it } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import { silent } from '../../base/progress.js';
import { randomDataset } from '../../data/random-dataset.js';
import type { Model } from '../../model/graph.js';
import { modelInterface } from '../../model/interface.js';
import { operatorName } from '../../model/operators/index.js';
import { TensorType } from '../../model/schema/index.js';
import type { TransformContext } from '../types.js';
import { type QuantizeOptions, quantize } from './quantize.js';

/** FULLY_CONNECTED → DIV by its result → FULLY_CONNECTED of the same weights. */
function model(): Model {
  const dense = (from: string, to: string) => ({
    operator: 'FULLY_CONNECTED',
    inputs: [from, 'w', null],
    outputs: { [to]: [1, 6] },
    options: { type: 'FullyConnectedOptions' },
  });
  const divide = {
    operator: 'DIV',
    inputs: ['c', 'a'],
    outputs: { b: [1, 6] },
    options: { type: 'DivOptions' },
  };
  const subgraph = {
    inputs: { x: [1, 6] },
    constants: { w: { shape: [6, 6] }, c: { shape: [6], offset: 3 } },
    operators: [dense('x', 'a'), divide, dense('b', 'y')],
    outputs: ['y'],
  };
  return fixtureModel(fixtureSchema.parse({ title: '', steps: [], tolerance: 0, subgraphs: [subgraph] }));
}

async function apply(quantized: Model, options: QuantizeOptions): Promise<string[]> {
  const dataset = randomDataset(modelInterface(quantized).inputs, { samples: 4 });
  const context: TransformContext = { dataset, effort: 'fast', seed: 1, progress: silent, notes: [] };
  await quantize(options)(quantized, context);
  return context.notes.map(({ message }) => message);
}

/** What each operator writes. */
const computed = ({ subgraphs }: Model): string[] =>
  subgraphs[0]!.operators.map(
    (operator) => `${operatorName(operator)} ${TensorType[operator.outputs[0]!.type]}`,
  );

describe('strict mode', () => {
  it.each(['int8', 'int16x8'] as const)('%s refuses what would stay float, by name', async (scheme) => {
    await expect(apply(model(), { scheme, strict: true })).rejects.toThrow(
      /^DIV "b" can't be quantized: a divisor near zero/,
    );
  });

  it('lets a rule keep an operator float', async () => {
    const quantized = model();
    const notes = await apply(quantized, {
      scheme: 'int8',
      strict: true,
      rules: [{ operator: 'DIV', scheme: 'float' }],
    });
    expect(notes).toEqual(['Calibrated on seeded noise instead of samples: accuracy is left to chance.']);
    expect(computed(quantized)).toEqual([
      'FULLY_CONNECTED INT8',
      'DEQUANTIZE FLOAT32',
      'DIV FLOAT32',
      'QUANTIZE INT8',
      'FULLY_CONNECTED INT8',
    ]);
  });
});

describe('rules', () => {
  it('count layers without conversions, so that a second run counts the same', async () => {
    const rules = [{ index: 2, scheme: 'int8' as const }];
    const quantized = model();
    await apply(quantized, { scheme: 'float', rules });
    const expected = [
      'FULLY_CONNECTED FLOAT32',
      'DIV FLOAT32',
      'QUANTIZE INT8',
      'FULLY_CONNECTED INT8',
      'DEQUANTIZE FLOAT32',
    ];
    expect(computed(quantized)).toEqual(expected);
    expect(await apply(quantized, { scheme: 'float', rules })).toEqual([
      'The model is quantized already: nothing was changed.',
    ]);
    expect(computed(quantized)).toEqual(expected);
  });

  it('that name nothing are told', async () => {
    const rules = [
      { tensor: 'nowhere/*', scheme: 'float' as const },
      { index: 99, scheme: 'float' as const },
    ];
    const notes = await apply(model(), { scheme: 'weight-int8', rules, minElements: 1 });
    expect(notes).toEqual([
      'The rule "tensor: nowhere/*" names no operator of the model.',
      'The rule "index: 99" names no operator of the model.',
    ]);
  });

  it('leave the edges of a finished model as they are', async () => {
    const finished = model();
    await apply(finished, { scheme: 'int8' });
    const rules = [{ operator: 'FULLY_CONNECTED', scheme: 'int8' as const }];
    expect(await apply(finished, { scheme: 'float', rules })).toEqual([
      'The model is quantized already: nothing was changed.',
    ]);
    expect(finished.subgraphs[0]!.inputs[0]!.type).toBe(TensorType.INT8);
  });
});
