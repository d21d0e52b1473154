import { expect, test } from 'vitest';
import { endless } from '../../test/support/runtime-models.js';
import { newOperator, newTensor } from '../model/build.js';
import { BuiltinOperator, FullyConnectedOptionsT, TensorType } from '../model/schema/index.js';
import { writeModel } from '../model/write.js';
import { SessionPool } from '../runtime/pool.js';
import { optimizeModel } from './optimize-model.js';
import { loadRecipe } from './recipe.js';

/** A loop without an end, and a layer whose weights a recipe narrows. */
function endlessLayer(): Uint8Array {
  const model = endless();
  const [subgraph] = model.subgraphs;
  const data = new Uint8Array(new Float32Array(4096).fill(0.5).buffer);
  const weights = newTensor('weights', TensorType.FLOAT32, [4096, 1], { data });
  const scores = newTensor('scores', TensorType.FLOAT32, [1, 4096]);
  const connect = { inputs: [subgraph!.outputs[0]!, weights], outputs: [scores] };
  subgraph!.operators.push(
    newOperator(BuiltinOperator.FULLY_CONNECTED, { ...connect, options: new FullyConnectedOptionsT() }),
  );
  subgraph!.tensors.push(weights, scores);
  subgraph!.outputs = [scores];
  return writeModel(model);
}

test('what a recipe makes of a model that never ends is given out with a warning, as its source never ends', async () => {
  const pool = new SessionPool({ threads: 1, secondsPerSample: 0.5 });
  try {
    const source = { file: 'loop.tflite', bytes: endlessLayer() };
    const { bytes, notes } = await optimizeModel(source, await loadRecipe('float16'), { pool });
    expect(bytes.length).toBeLessThan(source.bytes.length);
    const [warning] = notes.filter(({ level }) => level === 'warning');
    expect(warning!.message).toMatch(
      /^The result could not be checked, nor can the source be run: LiteRT .* does not come to an end/,
    );
  } finally {
    await pool.close();
  }
});
