import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, float32, npyFile, withFiles } from '../../test/support/dataset-fixtures.js';
import { fixtureModel, fixtureSchema } from '../../test/support/fixture-model.js';
import { randomNumbers } from '../base/random-numbers.js';
import { withInputShapes } from '../model/input-shapes.js';
import { readModel } from '../model/read.js';
import { writeModel } from '../model/write.js';
import { openSession } from '../runtime/session.js';
import { evaluate } from './evaluate.js';
import { optimize } from './optimize.js';

// Models that take inputs of any length: neither a batch of 1 nor anything else is a guess at it.

const layer = (input: string, weights: string, output: string, shape: number[]) => ({
  operator: 'FULLY_CONNECTED',
  inputs: [input, weights, null],
  outputs: { [output]: shape },
  options: { type: 'FullyConnectedOptions', keepNumDims: shape.length > 2 },
});

/** [1, any, 4] → a layer for each step (`steps`) → their mean → classes. */
function anyLength({ shows = ['classes'] }: { shows?: string[] } = {}): Uint8Array {
  const subgraph = {
    inputs: { x: [1, 1, 4] },
    constants: { w: { shape: [8, 4] }, v: { shape: [3, 8] }, axis: { integers: [1] } },
    operators: [
      layer('x', 'w', 'steps', [1, 1, 8]),
      {
        operator: 'MEAN',
        inputs: ['steps', 'axis'],
        outputs: { mean: [1, 8] },
        options: { type: 'ReducerOptions' },
      },
      layer('mean', 'v', 'classes', [1, 3]),
    ],
    outputs: shows,
  };
  const model = fixtureModel(
    fixtureSchema.parse({ title: '', steps: [], tolerance: 0, subgraphs: [subgraph] }),
  );
  const [x, ...rest] = model.subgraphs[0]!.tensors;
  x!.shapeSignature = [1, -1, 4];
  for (const tensor of rest) if (tensor.name === 'steps') tensor.shapeSignature = [1, -1, 8];
  return writeModel(model);
}

const random = randomNumbers(5);
const values = (count: number) => Array.from({ length: count }, () => 2 * random() - 1);
const samples = npyFile("'<f4'", [60, 20, 4], float32(...values(60 * 20 * 4)));

/** Lets `work` see files and the path of a data-set file among them. */
const withData = <T>(files: Files, work: (dataset: string) => Promise<T>): Promise<T> =>
  withFiles(files, (folder) => work(join(folder, 'data.yml')));

const arrays: Files = {
  'data.yml': 'format: npy\ninputs: x.npy\ncalibration: { first: 30 }',
  'x.npy': samples,
};

describe('an input of open size', () => {
  it('has that of its samples, for what is made and for what judges', async () => {
    await withData(arrays, async (dataset) => {
      const source = anyLength();
      const { bytes } = await optimize(source, { recipe: 'int8', dataset });
      expect(readModel(bytes).subgraphs[0]!.inputs[0]!.shapeSignature).toEqual([1, -1, 4]);
      const judged = await evaluate(bytes, { dataset, reference: source });
      expect(judged.samples).toBe(30);
      expect(judged.sqnrDb).toBeGreaterThan(30);
    });
  });

  it('runs with other sizes, too, as it did before', async () => {
    const { bytes } = await withData(arrays, (dataset) =>
      optimize(anyLength(), { recipe: 'dynamic-int8+float16', dataset }),
    );
    for (const length of [1, 7, 33]) {
      const run = async (model: Uint8Array) => {
        const session = await openSession(
          withInputShapes({ file: 'model', bytes: model }, { x: [1, length, 4] }).bytes,
        );
        return session.run([
          Float32Array.from({ length: 4 * length }, (_, i) => Math.sin(i)),
        ])[0] as Float32Array;
      };
      const [own, wanted] = [await run(bytes), await run(anyLength())];
      const largest = Math.max(...wanted.map(Math.abs));
      for (const [i, value] of own.entries())
        expect(Math.abs(value - wanted[i]!)).toBeLessThan(0.02 * largest);
    }
  });

  it('has that of its first file, where samples are files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `s/${String(i).padStart(2, '0')}.bin`,
        float32(...values(20 * 4)),
      ]),
    );
    const { notes } = await withData({ ...files, 'data.yml': 'format: raw\nfolder: s' }, (dataset) =>
      optimize(anyLength(), { recipe: 'int8', dataset }),
    );
    expect(notes.map(({ message }) => message).join()).not.toContain('open');
  });

  it('is told by the data-set file, or the caller', async () => {
    const flat = npyFile("'<f4'", [60, 80], float32(...values(60 * 80)));
    const files = { 'data.yml': 'format: npy\ninputs: x.npy', 'x.npy': flat };
    await withData(files, async (dataset) => {
      await expect(optimize(anyLength(), { recipe: 'int8', dataset })).rejects.toThrow(
        'a sample has the shape [80], and the model\'s input "x" [1, -1, 4]',
      );
      const { bytes } = await optimize(anyLength(), { recipe: 'int8', dataset, inputs: { x: [1, 20, 4] } });
      expect(readModel(bytes).subgraphs[0]!.inputs[0]!.shape).toEqual([1, 20, 4]);
    });
    const folder = {
      'data.yml': 'format: raw\nfolder: s\ninputs: { x: [1, 20, 4] }',
      's/a.bin': float32(...values(8)),
    };
    await withData(folder, (dataset) =>
      expect(optimize(anyLength(), { recipe: 'int8', dataset })).rejects.toThrow(
        "the file has 32 bytes; the model's input [1, 20, 4] takes 320 as float32",
      ),
    );
  });

  it('is guessed by nobody without a word', async () => {
    const { notes } = await optimize(anyLength(), { recipe: 'float16' });
    expect(notes).toContainEqual({
      level: 'warning',
      message:
        'The model leaves the size of its input "x" [1, -1, 4] open, and it was run with [1, 1, 4]: say another by "inputs".',
    });
  });

  it.each([
    [{ y: [1, 20, 4] }, 'the model has no input "y". Its inputs are called "x".'],
    [{ x: [1, 20, 5] }, 'input "x" is [1, -1, 4], which [1, 20, 5] doesn\'t fit'],
    [{ x: [20, 4] }, 'input "x" is [1, -1, 4], which [20, 4] doesn\'t fit'],
    [{ x: [1, 0, 4] }, 'input "x" is [1, -1, 4], which [1, 0, 4] doesn\'t fit'],
  ])('is none of %j', async (inputs, problem) => {
    await expect(optimize(anyLength(), { recipe: 'float16', inputs })).rejects.toThrow(problem);
  });
});

it('a size is written over the file’s, and nothing else', () => {
  const bytes = anyLength();
  const { bytes: sized } = withInputShapes({ file: 'm.tflite', bytes }, { x: [1, 300, 4] });
  const changed = [...sized.keys()].filter((i) => sized[i] !== bytes[i]);
  expect(sized.length).toBe(bytes.length);
  expect(changed.length).toBe(2);
  expect(readModel(sized).subgraphs[0]!.inputs[0]).toMatchObject({
    shape: [1, 300, 4],
    shapeSignature: [1, -1, 4],
  });
});

it('an output of open size is all there', async () => {
  const bytes = anyLength({ shows: ['steps', 'classes'] });
  const session = await openSession(withInputShapes({ file: 'm.tflite', bytes }, { x: [1, 5, 4] }).bytes);
  const [steps, classes] = session.run([Float32Array.from({ length: 20 }, (_, i) => i / 20)]);
  expect([steps!.length, classes!.length]).toEqual([40, 3]);
  const again = await openSession(withInputShapes({ file: 'm.tflite', bytes }, { x: [1, 1, 4] }).bytes);
  const [last] = again.run([Float32Array.of(16 / 20, 17 / 20, 18 / 20, 19 / 20)]);
  expect([...steps!.slice(32)]).toEqual([...last!]);
});
