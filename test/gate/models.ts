import { readModel } from '../../src/model/read.js';
import { writeModel } from '../../src/model/write.js';
import { fixture } from '../demo-scenario.js';

/** The fixture's model, its weights of one layer changed. */
function withWeights(operator: number, change: (weights: Float32Array) => void): Uint8Array {
  const model = readModel(fixture('base.tflite'), 'base.tflite');
  const tensor = model.subgraphs[0]!.operators[operator]!.inputs[1]!;
  const data = Uint8Array.from(tensor.data!);
  change(new Float32Array(data.buffer));
  tensor.data = data;
  return writeModel(model);
}

/** Knows hardly any class any more: its dense layer is zero but for one weight. */
export const forgetful = () => withWeights(10, (weights) => weights.fill(0, 1));

/** As it was, every weight of the first layer a little larger: as if it was trained on. */
export const retrained = () =>
  withWeights(0, (weights) => {
    for (const [i, weight] of weights.entries()) weights[i] = weight * 1.01;
  });

/** Runs, but computes no numbers, so that it can't be quantized. */
export const notANumber = () => withWeights(0, (weights) => weights.fill(Number.NaN, 0, 1));
