import { describe, expect, it } from 'vitest';
import { newOperator, newTensor } from '../../model/build.js';
import {
  BuiltinOperator,
  Conv2DOptionsT,
  FullyConnectedOptionsT,
  TensorType,
} from '../../model/schema/index.js';
import { patchesOf } from './patches.js';

const tensor = (...shape: number[]) => newTensor('t', TensorType.FLOAT32, shape);

describe('patches of an operator', () => {
  const convolution = (size: number, kernel: number) =>
    newOperator(BuiltinOperator.CONV_2D, {
      inputs: [tensor(1, size, size, 1), tensor(1, kernel, kernel, 1)],
      outputs: [tensor(1, size, size, 1)],
      options: new Conv2DOptionsT(0, 1, 1, 0, 1, 1),
    });

  it('are not made where shapes tell of more pixels than there is memory for', () => {
    expect(patchesOf(convolution(8, 3))!.pixels).toHaveLength(8 * 8 * 9);
    expect(patchesOf(convolution(2 ** 14, 3))).toBeNull();
    const inputs = [tensor(2 ** 28, 4), tensor(2, 4)];
    const options = new FullyConnectedOptionsT();
    const dense = { inputs, outputs: [tensor(2 ** 28, 2)], options };
    expect(patchesOf(newOperator(BuiltinOperator.FULLY_CONNECTED, dense))).toBeNull();
  });
});
