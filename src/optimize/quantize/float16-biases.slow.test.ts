import { afterAll, describe, expect, it } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import { randomDataset } from '../../data/random-dataset.js';
import { newTensor } from '../../model/build.js';
import { realValues } from '../../model/dequantize.js';
import { float32ToFloat16 } from '../../model/float16.js';
import type { Model, Tensor } from '../../model/graph.js';
import { modelInterface } from '../../model/interface.js';
import { readModel } from '../../model/read.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';
import { writeModel } from '../../model/write.js';
import { SessionPool } from '../../runtime/pool.js';
import { conversion } from '../edits.js';
import { optimizeModel } from '../optimize-model.js';
import { loadRecipe } from '../recipe.js';

// Converters to half precision store biases, too, in 16 bits behind a DEQUANTIZE.

const pool = new SessionPool({ threads: 1 });
afterAll(() => pool.close());

const window = { padding: 'SAME', strideW: 1, strideH: 1 };

/** An operator with weights and a bias, by its name. */
const nets = {
  CONV_2D: { inputs: ['x', 'w', 'b'], w: [32, 3, 3, 8], options: { type: 'Conv2DOptions', ...window } },
  DEPTHWISE_CONV_2D: {
    inputs: ['x', 'w', 'b'],
    w: [1, 9, 9, 8],
    options: { type: 'DepthwiseConv2DOptions', ...window, depthMultiplier: 1 },
  },
  TRANSPOSE_CONV: {
    inputs: ['size', 'w', 'x', 'b'],
    w: [32, 3, 3, 8],
    options: { type: 'TransposeConvOptions', ...window },
  },
  FULLY_CONNECTED: { inputs: ['x', 'w', 'b'], w: [32, 512], options: { type: 'FullyConnectedOptions' } },
} as const;

/** One of the nets with all of its constants in float16. */
function halfPrecision(name: keyof typeof nets): Uint8Array {
  const { inputs, w, options } = nets[name];
  const channels = name === 'DEPTHWISE_CONV_2D' ? 8 : 32;
  const out = name === 'FULLY_CONNECTED' ? [1, channels] : [1, 8, 8, channels];
  const subgraph = {
    inputs: { x: [1, 8, 8, 8] },
    constants: { w: { shape: [...w] }, b: { shape: [channels] }, size: { integers: [1, 8, 8, channels] } },
    operators: [{ operator: name, inputs: [...inputs], outputs: { y: out }, options }],
    outputs: ['y'],
  };
  const model = fixtureModel(
    fixtureSchema.parse({ title: '', steps: [], tolerance: 0, subgraphs: [subgraph] }),
  );
  for (const tensor of [...model.subgraphs[0]!.tensors]) {
    if (tensor.data && tensor.type === TensorType.FLOAT32) halve(model, tensor);
  }
  return writeModel(model);
}

function halve(model: Model, tensor: Tensor): void {
  const [main] = model.subgraphs;
  const data = bytesOf(float32ToFloat16(realValues(tensor)));
  const stored = newTensor(`${tensor.name}_half`, TensorType.FLOAT16, [...tensor.shape], { data });
  main!.tensors.push(stored);
  tensor.data = null;
  main!.operators.unshift(conversion(stored, tensor));
}

describe.each(Object.keys(nets) as (keyof typeof nets)[])('%s in half precision', (name) => {
  it.each([
    'dynamic-int8',
    'weight-int8',
    'int8',
    'dynamic-int4',
  ])('by %s runs, as the source does', async (recipe) => {
    const bytes = halfPrecision(name);
    const dataset = randomDataset(modelInterface(readModel(bytes)).inputs, { samples: 4 });
    const made = await optimizeModel({ file: 'half.tflite', bytes }, await loadRecipe(recipe), {
      dataset,
      pool,
    });
    const part = dataset.calibration;
    let [signal, noise] = [0, 0];
    const own = pool.outputs(made.bytes, part);
    for await (const [wanted] of pool.outputs(bytes, part)) {
      const [output] = (await own.next()).value!;
      for (const [i, value] of wanted!.entries()) {
        signal += value ** 2;
        noise += (value - output![i]!) ** 2;
      }
    }
    expect(10 * Math.log10(signal / noise)).toBeGreaterThan(recipe === 'dynamic-int4' ? 15 : 30);
  });
});
