import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newModel, newOperator, newSubgraph, newTensor } from '../../src/model/build.js';
import { BuiltinOperator, TensorType } from '../../src/model/schema/index.js';
import { writeModel } from '../../src/model/write.js';
import { litetrim } from '../command-line.js';
import { dataFiles, fixture } from '../demo-scenario.js';
import type { ScenarioOptions } from '../github/scenario.js';
import { toolchainForTests } from '../support/device/toolchain.js';
import { runOnce } from './run.js';

const { toolchain, note } = await toolchainForTests();

const temporary = mkdtempSync(join(tmpdir(), 'litetrim-trouble-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const config = `models:
  - files: models/sampled.tflite
    dataset: eval/dataset.yml
  - files: models/*.tflite
    recipes: [float16]
devices: [cortex-a72]
limits: { size: { fail: +50% } }
`;

/** One ABS of an input of any shape. */
function absOf(shape: number[]): Uint8Array {
  const [x, y] = [newTensor('x', TensorType.FLOAT32, shape), newTensor('y', TensorType.FLOAT32, shape)];
  const operator = newOperator(BuiltinOperator.ABS, { inputs: [x], outputs: [y] });
  return writeModel(newModel([newSubgraph([x], [y], [operator])]));
}

/** A pull request that changes a good model, and brings trouble with another. */
const beside = (head: ScenarioOptions['head'], more: Partial<ScenarioOptions> = {}): ScenarioOptions => ({
  config,
  ...more,
  base: { 'models/good.tflite': fixture('base.tflite'), ...more.base },
  head: { 'models/good.tflite': fixture('head.tflite'), ...head },
});

const longName = `models/${'n'.repeat(246)}.tflite`;
const truncated = { ...dataFiles(), 'eval/pictures.idx': dataFiles()['eval/pictures.idx']!.subarray(0, 20) };

const troubles: [what: string, options: ScenarioOptions, exitCode: number, says: RegExp][] = [
  [
    'an input of 2^48 elements',
    beside({ 'models/bad.tflite': absOf([65536, 65536, 65536]) }),
    0,
    /bad\.tflite: on cortex-a72 not measured: \S/,
  ],
  [
    'an input of 16 million elements',
    beside({ 'models/bad.tflite': absOf([1, 1_000_000, 16]) }),
    0,
    /bad\.tflite/,
  ],
  ['a name of 255 bytes', beside({ [longName]: fixture('head.tflite') }), 0, /n…n/],
  [
    'a data set that ends in its first sample',
    beside({ 'models/sampled.tflite': fixture('head.tflite') }, { base: truncated }),
    2,
    /eval\/dataset\.yml: .*pictures\.idx/,
  ],
  ['no model at all', beside({ 'models/bad.tflite': Buffer.from('\x1c\0\0\0TFL3') }), 2, /bad\.tflite/],
];

/** Environment in which litetrim trips over a file of that length. */
function defectWith({ length }: Uint8Array): Record<string, string> {
  const preload = join(temporary, 'defect.cjs');
  writeFileSync(
    preload,
    `const zlib = require('node:zlib');
     const { gzip } = zlib;
     zlib.gzip = (bytes, ...rest) => { if (bytes.length === ${length}) null.made(); return gzip(bytes, ...rest); };
     require('node:module').syncBuiltinESMExports();\n`,
  );
  return { NODE_OPTIONS: `--require ${preload}`, DEBUG: '1' };
}

describe.skipIf(!toolchain)(`one model’s trouble stays its own${note}`, () => {
  it.each(troubles)('%s', async (_, options, exitCode, says) => {
    const result = await runOnce(options);
    const { body } = result.comments[0]!;
    expect(result.exitCode, result.stdout).toBe(exitCode);
    expect(body).toMatch(says);
    expect(body).toMatch(/`models\/good\.tflite` \| `float16` \| [\d.]+ KB .*\d ms/);
  });

  it('a defect is told as one, with its stack where that is asked for, and ends with 70 after all else', async () => {
    const env = defectWith(absOf([1, 7]));
    const result = await runOnce(beside({ 'models/bad.tflite': absOf([1, 7]) }, { env }));
    const { body } = result.comments[0]!;
    expect(result.exitCode, result.stdout).toBe(70);
    expect(body).toMatch(/models\/bad\.tflite: defect of litetrim: Cannot read properties of null/);
    expect(body).toMatch(/`models\/good\.tflite` \| `float16` \| [\d.]+ KB .*\d ms/);
    expect(result.stdout).toMatch(/::error::Defect of litetrim: Cannot read properties of null.*\n\s*at /s);
  });

  it('a defect in litetrim diff ends with 70, too, after the report', async () => {
    const file = join(temporary, 'bad.tflite');
    writeFileSync(file, absOf([1, 7]));
    const { exitCode, stdout, stderr } = await litetrim(['diff', file, file], {
      env: defectWith(absOf([1, 7])),
    });
    expect(exitCode).toBe(70);
    expect(stdout).toContain('defect of litetrim: Cannot read properties of null');
    expect(stderr).toMatch(/^litetrim: defect: Cannot read properties of null.*\n\s*at /s);
  });

  it('the log has a line a step and model, with the time', async () => {
    const { stdout } = await runOnce(beside({}));
    expect(stdout).toMatch(/^ *\d+\.\d s {2}models\/good\.tflite: changed$/m);
    expect(stdout).toMatch(/^ *\d+\.\d s {2}evaluating models\/good\.tflite$/m);
  });
});
