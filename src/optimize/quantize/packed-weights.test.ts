import { describe, expect, it } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import { silent } from '../../base/progress.js';
import { operatorName } from '../../model/operators/index.js';
import { readModel } from '../../model/read.js';
import { writeModel } from '../../model/write.js';
import { quantize } from './quantize.js';

/** A convolution's weights that an operator before it reads as what it computes with. */
function readBefore() {
  const subgraph = {
    inputs: { x: [1, 4, 4, 8] },
    constants: { w: { shape: [8, 1, 1, 8] } },
    operators: [
      { operator: 'ABS', inputs: ['w'], outputs: { a: [8, 1, 1, 8] }, options: { type: 'AbsOptions' } },
      {
        operator: 'CONV_2D',
        inputs: ['x', 'w', null],
        outputs: { y: [1, 4, 4, 8] },
        options: { type: 'Conv2DOptions', padding: 'SAME', strideW: 1, strideH: 1 },
      },
    ],
    outputs: ['a', 'y'],
  };
  return fixtureModel(fixtureSchema.parse({ title: '', steps: [], tolerance: 0, subgraphs: [subgraph] }));
}

describe('packed weights', () => {
  it.each([
    'weight-int8',
    'weight-int4',
    'float16',
  ] as const)('of %s are unpacked before whoever reads them first', async (scheme) => {
    const model = readBefore();
    const context = { dataset: null, effort: 'fast', seed: 1, progress: silent, notes: [] } as const;
    await quantize({ scheme, minElements: 1 })(model, { ...context, notes: [] });
    const { operators } = readModel(writeModel(model)).subgraphs[0]!;
    expect(operators.map(operatorName)).toEqual(['DEQUANTIZE', 'ABS', 'CONV_2D']);
  });

  it('have no dimension that is known at run time only, whatever the file says of the constant', async () => {
    const subgraph = {
      inputs: { x: [1, 4, 32] },
      constants: { m: { shape: [1, 32, 64] } },
      operators: [
        {
          operator: 'BATCH_MATMUL',
          inputs: ['x', 'm'],
          outputs: { y: [1, 4, 64] },
          options: { type: 'BatchMatMulOptions' },
        },
      ],
      outputs: ['y'],
    };
    const model = fixtureModel(
      fixtureSchema.parse({ title: '', steps: [], tolerance: 0, subgraphs: [subgraph] }),
    );
    model.subgraphs[0]!.operators[0]!.inputs[1]!.shapeSignature = [-1, 32, -1];
    const context = { dataset: null, effort: 'fast', seed: 1, progress: silent, notes: [] } as const;
    await quantize({ scheme: 'weight-int4', minElements: 1 })(model, { ...context, notes: [] });
    const { operators } = readModel(writeModel(model)).subgraphs[0]!;
    expect(operators.map(operatorName)).toEqual(['DEQUANTIZE', 'FULLY_CONNECTED']);
  });
});
