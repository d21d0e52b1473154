import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { buildShape, groupShapes } from '../../../test/support/group-shapes/index.js';
import { chain, hasShared, modelOf } from '../../../test/support/runtime-models.js';
import { generatedCases } from '../../../test/validate/quantize/conformance/cases/index.js';
import { randomDataset } from '../../data/random-dataset.js';
import { newOperator, newTensor } from '../../model/build.js';
import type { Model, Operator } from '../../model/graph.js';
import { mainSubgraph, modelInterface } from '../../model/interface.js';
import { operatorName, operatorRule } from '../../model/operators/index.js';
import { readModel } from '../../model/read.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { writeModel } from '../../model/write.js';
import type { SampleSource } from '../chunks.js';
import { NotRunnableError } from '../errors.js';
import { withObservedTensors } from '../observe.js';
import { SessionPool } from '../pool.js';
import type { Ranges } from '../reducers/index.js';
import { probe, probeInput } from './probe.js';
import { computesSameBits, digest, expectedOfProbe, hasNativeBuild, observeRanges } from './ranges.js';

// The judge is LiteRT's WebAssembly build that fuses: what it measures, the native one shall measure to the bit.

const here = hasNativeBuild();
const note = here ? '' : ' (SKIPPED: x86-64 Linux alone has one)';
const pool = new SessionPool({ threads: 2 });
afterAll(() => pool.close());

const shared = fileURLToPath(new URL('../../../../shared/models', import.meta.url));
const fixtures = fileURLToPath(new URL('../../../fixtures', import.meta.url));

interface Case {
  name: string;
  model: Model;
  ranges?: readonly (readonly [low: number, high: number])[];
}

const netsOfFiles = (folder: string): Case[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.tflite'))
    .map((file) => ({ name: file, model: readModel(readFileSync(join(folder, file)), file) }));

const nets: Case[] = [
  ...generatedCases.map((each) => ({
    ...each,
    name: `${operatorName({ code: each.operator, customCode: null })}, ${each.name}`,
  })),
  ...Object.entries(groupShapes).map(([name, shape]) => ({ name, model: buildShape(shape) })),
  ...netsOfFiles(fixtures),
  ...(existsSync(shared) ? netsOfFiles(shared) : []),
].filter(({ model }) => computesSameBits(model, mainSubgraph(model)) && agreeing(model).length > 0);

/** All but the last ones that need not agree. */
function agreeing(model: Model): Operator[] {
  return mainSubgraph(model).operators.filter((each) => operatorRule(each.code)?.sameBitsNatively?.(each));
}

/** The model with all of its values shown, and some samples of noise for it. */
function observed({ model, ranges }: Case): { bytes: Uint8Array; samples: SampleSource } {
  const tensors = agreeing(model).flatMap(({ outputs }) => outputs);
  const floats = tensors.filter(({ type }) => type === TensorType.FLOAT32);
  const shown = withObservedTensors(model, floats);
  const main = mainSubgraph(shown);
  main.outputs = main.outputs.filter((output) => floats.includes(output));
  for (const signature of shown.signatures)
    signature.outputs = signature.outputs.filter(({ tensor }) => main.outputs.includes(tensor));
  const inputs = modelInterface(model).inputs.map((input, i) => {
    const range = ranges?.[i];
    return range ? { ...input, range } : input;
  });
  return { bytes: writeModel(shown), samples: randomDataset(inputs, { samples: 3 }).calibration };
}

/** null: it refuses the model. */
const byWebAssembly = (bytes: Uint8Array, samples: SampleSource): Promise<Ranges | null> =>
  pool.reduce('ranges', bytes, samples, { build: 'fused' }).catch((error: unknown) => {
    if (error instanceof NotRunnableError) return null;
    throw error;
  });

/** On these LiteRT 2.3's native build comes to a bad end. */
const crashes = ['DEPTHWISE_CONV_2D, no bias'];

describe.skipIf(!here)(`LiteRT’s native build${note}`, () => {
  test('is told from others by the probe', async () => {
    const samples = { size: 1, sample: async () => ({ inputs: [probeInput()] }) };
    expect(digest((await byWebAssembly(writeModel(probe()), samples))!)).toBe(expectedOfProbe);
    const plain = await pool.reduce('ranges', probe(), samples, { build: 'plain' });
    expect(digest(plain)).not.toBe(expectedOfProbe);
  });

  describe(`computes the bits of WebAssembly’s that fuses${hasShared ? '' : ' (SKIPPED: models beside the repository)'}`, () => {
    test('in many nets, of every operator that is said to', () => {
      expect(nets.length).toBeGreaterThan(200);
      const named = new Set(
        nets.flatMap(({ model }) => mainSubgraph(model).operators.map(({ code }) => code)),
      );
      const said = [...named].filter((code) => operatorRule(code)?.sameBitsNatively);
      expect(said.length).toBeGreaterThan(40);
    });

    test.each(nets)('$name', async (net) => {
      const { bytes, samples } = observed(net);
      const natively = await observeRanges(bytes, samples, { processes: 2 });
      if (crashes.includes(net.name)) expect(natively).toBeNull();
      else expect(natively).toEqual(await byWebAssembly(bytes, samples));
    });
  });

  describe('whatever the number of processes', () => {
    const values = [
      [0, -0, 1],
      [Number.NaN, 2, -3],
      [Infinity, 0.5, 2 ** -140],
      [-4, -5, -6],
    ];
    const samples = (broken?: number): SampleSource => ({
      size: 3 * values.length,
      sample: async (index) => {
        if (broken !== undefined && index >= broken) throw new Error(`sample ${index} is broken`);
        return { inputs: [Float32Array.from(values[index % 4]!)] };
      },
    });
    const model = chain(3);
    const bytes = writeModel(withObservedTensors(model, mainSubgraph(model).tensors));

    test.each([1, 3, 8])('%d: odd numbers count as everywhere', async (processes) => {
      const done: number[] = [];
      const onProgress = (count: number) => void done.push(count);
      const ranges = await observeRanges(bytes, samples(), { processes, onProgress });
      expect(ranges).toEqual(await byWebAssembly(bytes, samples()));
      expect(ranges!.nan).toContain(1);
      expect(done).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    });

    test.each([1, 3])('%d: of several samples that can not be read the first is told', async (processes) => {
      await expect(observeRanges(bytes, samples(1), { processes })).rejects.toThrow('sample 1 is broken');
    });

    test('a sample of another size is not taken for part of the next one', async () => {
      const short = { size: 3, sample: async () => ({ inputs: [new Float32Array(2)] }) };
      expect(await observeRanges(bytes, short, { processes: 1 })).toBeNull();
    });
  });
});

describe('what may be measured natively', () => {
  const { FLOAT32 } = TensorType;
  const net = (...codes: BuiltinOperator[]): Model => {
    const tensors = [0, ...codes].map((_, i) => newTensor(`x${i}`, FLOAT32, [1, 4]));
    const operators = codes.map((code, i) =>
      newOperator(code, { inputs: [tensors[i]!], outputs: [tensors[i + 1]!] }),
    );
    return modelOf([tensors[0]!], [tensors.at(-1)!], operators);
  };
  const { RELU, SOFTMAX, LOGISTIC, EXP } = BuiltinOperator;

  test.each([
    ['arithmetic', net(RELU, RELU), true],
    ['a last function whose range is known', net(RELU, SOFTMAX), true],
    ['a function that others read', net(LOGISTIC, RELU), false],
    ['a last function whose range counts', net(RELU, EXP), false],
    ['an unknown operator', net(BuiltinOperator.CUSTOM), false],
  ])('%s: %s', (_, model, may) => {
    expect(computesSameBits(model, mainSubgraph(model))).toBe(may);
  });

  test('not what computes in integers', () => {
    const model = net(RELU);
    model.subgraphs[0]!.tensors.push(newTensor('codes', TensorType.INT8, [4]));
    expect(computesSameBits(model, mainSubgraph(model))).toBe(false);
  });
});
