import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newModel, newOperator, newSubgraph, newTensor } from '../src/model/build.js';
import { BuiltinOperator, TensorType } from '../src/model/schema/index.js';
import { writeModel } from '../src/model/write.js';
import { litetrim } from './command-line.js';
import { fixture, fixturePath } from './demo-scenario.js';
import { toolchainForTests } from './support/device/toolchain.js';

const { toolchain, note } = await toolchainForTests();

const model = fixturePath('base.tflite');
const dataset = fixturePath('dataset.yml');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'litetrim-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function json(args: string[]) {
  const { exitCode, stdout, stderr } = await litetrim([...args, '--json']);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout);
}

describe('litetrim --json', () => {
  it('inspect tells what is in a model', async () => {
    const result = await json(['inspect', model]);
    expect(Object.keys(result)).toEqual(
      expect.arrayContaining(
        'file bytes gzipBytes operators tensors parameters macs precision signatures warnings'.split(' '),
      ),
    );
    expect(result.bytes).toBe(fixture('base.tflite').length);
    expect(result.precision).toBe('float32');
    expect(result.operators).toContainEqual({
      name: 'DEPTHWISE_CONV_2D',
      version: 1,
      count: expect.any(Number),
    });
    expect(result.macs).toBeGreaterThan(result.parameters);
  });

  it('optimize writes the model, and the same one each time', async () => {
    const output = join(folder, 'int8.tflite');
    const args = ['optimize', model, '--recipe', 'int8', '--dataset', dataset, '-o', output];
    const result = await json(args);
    expect(result).toMatchObject({ file: output, recipe: 'int8', notes: expect.any(Array) });
    const first = readFileSync(output);
    expect(result.bytes).toBe(first.length);
    expect(first.length).toBeLessThan(fixture('base.tflite').length * 0.6);
    await json(args);
    expect(readFileSync(output).equals(first)).toBe(true);
  });

  it('evaluate tells accuracy, and how a variant follows its source', async () => {
    const result = await json([
      'evaluate',
      join(folder, 'int8.tflite'),
      '--dataset',
      dataset,
      '--reference',
      model,
    ]);
    expect(result).toMatchObject({ file: join(folder, 'int8.tflite'), metric: 'top-1', samples: 1000 });
    expect(result.value).toBeGreaterThan(0.88);
    expect(result.agreement).toBeGreaterThan(0.95);
    expect(result.sqnrDb).toBeGreaterThan(15);
    expect(result.logitsSqnrDb).toBeGreaterThan(15);
    expect(result.interval[0]).toBeLessThan(result.value);
  });

  it.skipIf(!toolchain)(`bench measures models on devices, one after the other${note}`, async () => {
    const results = await json([
      'bench',
      model,
      join(folder, 'int8.tflite'),
      '--device',
      'cortex-a53,cortex-a76',
    ]);
    expect(results.map(({ file, device }: { file: string; device: string }) => [file, device])).toEqual([
      [model, 'cortex-a53'],
      [model, 'cortex-a76'],
      [join(folder, 'int8.tflite'), 'cortex-a53'],
      [join(folder, 'int8.tflite'), 'cortex-a76'],
    ]);
    for (const result of results) {
      expect(result).toMatchObject({ runtime: expect.stringMatching(/LiteRT 2\.3\.0.*QEMU/) });
      for (const key of ['instructions', 'cycles', 'latencyMs', 'peakMemoryBytes']) {
        expect(result[key]).toBeGreaterThan(0);
      }
      const shares = result.layers.reduce((sum: number, layer: { share: number }) => sum + layer.share, 0);
      expect(shares).toBeGreaterThan(0.5);
      expect(shares).toBeLessThanOrEqual(1.000001);
    }
  });

  it.skipIf(!toolchain)(`bench gives what there is, and tells what there is not${note}`, async () => {
    const ended = await litetrim([
      'bench',
      model,
      'nothing.tflite',
      '--device',
      'native,cortex-a53',
      '--json',
    ]);
    expect(ended.exitCode).toBe(2);
    const results = JSON.parse(ended.stdout);
    expect(results.map(({ file, device }: { file: string; device: string }) => [file, device])).toEqual([
      [model, 'cortex-a53'],
    ]);
    expect(ended.stderr.split('\n')).toEqual([
      expect.stringMatching(/^litetrim: .*backend native measures on arm64 Linux, and this is .*doctor/),
      expect.stringMatching(/^litetrim: nothing\.tflite: there is no such file/),
      '',
    ]);
  });

  it.skipIf(!toolchain)(`diff gives the report, and the comment as markdown${note}`, async () => {
    const args = ['diff', model, fixturePath('head.tflite'), '--recipe', 'float16', '--device', 'cortex-a72'];
    const report = await json(args);
    expect(report).toMatchObject({ schemaVersion: 1, verdict: expect.stringMatching(/pass|noise|warn/) });
    const kinds = report.models[0].comparisons.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(['model', 'variant', 'recipe']);
    const { stdout, exitCode } = await litetrim([...args, '--markdown']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('| Latency on cortex-a72 (derived) |');
  });

  it('devices and recipes list what ships', async () => {
    const devices = await json(['devices']);
    const names = devices.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(
        'raspberry-pi-3b-plus raspberry-pi-4 raspberry-pi-5 cortex-a53 cortex-a55 cortex-a72 cortex-a76'.split(
          ' ',
        ),
      ),
    );
    const recipes = await json(['recipes']);
    expect(recipes.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['dynamic-int8', 'float16', 'int8', 'int8-float-io', 'prune-50']),
    );
  });

  it.skipIf(!toolchain)(`doctor finds nothing to mend where the emulator works${note}`, async () => {
    const checks = await json(['doctor']);
    expect(checks.length).toBeGreaterThan(3);
    expect(checks.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([]);
  });

  it.skipIf(!toolchain)(`init writes what holds, and keeps what is there${note}`, async () => {
    const first = await json(['init', folder]);
    expect(first.written).toEqual([
      join(folder, '.github/litetrim.yml'),
      join(folder, '.github/workflows/litetrim.yml'),
    ]);
    expect((await json(['init', folder])).kept).toEqual(first.written);
    const args = ['diff', model, model, '-c', '.github/litetrim.yml', '-d', 'cortex-a72', '--json'];
    const { exitCode, stderr } = await litetrim(args, { cwd: folder });
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });
});

describe('litetrim on a model that LiteRT refuses', () => {
  it.skipIf(!toolchain)(`names it, and tells the figures that can be had${note}`, async () => {
    const x = newTensor('x', TensorType.FLOAT32, [1, 4]);
    const y = newTensor('y', TensorType.FLOAT32, [1, 4]);
    const own = newOperator(BuiltinOperator.CUSTOM, { customCode: 'OurOwn', inputs: [x], outputs: [y] });
    const file = join(folder, 'custom.tflite');
    writeFileSync(file, writeModel(newModel([newSubgraph([x], [y], [own])])));
    const { exitCode, stdout } = await litetrim(['diff', file, file, '-d', 'cortex-a72']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/not measured: .*custom\.tflite: accuracy not measured: .*OurOwn/);
    expect(stdout).toMatch(/not measured: .*custom\.tflite: on cortex-a72 not measured: /);
  });
});

describe('litetrim where a limit is broken', () => {
  it.skipIf(!toolchain)(`ends with 1${note}`, async () => {
    const config = join(folder, 'strict.yml');
    writeFileSync(config, 'models: [{ files: "**/*.tflite" }]\nlimits: { latency: { fail: +1% } }\n');
    const slower = fixturePath('slower.tflite');
    const { exitCode, stdout } = await litetrim(
      ['diff', model, slower, '-c', 'strict.yml', '-d', 'cortex-a72'],
      {
        cwd: folder,
      },
    );
    expect(stdout).toMatch(/^❌ .*slower on cortex-a72/);
    expect(exitCode).toBe(1);
  });
});

/** What a user gets wrong, and the one line that says so. `DIR` is the folder with the files. */
const mistakes: {
  name: string;
  files?: Record<string, string | Uint8Array>;
  args: string[];
  line: RegExp;
}[] = [
  {
    name: 'a file that is not there',
    args: ['inspect', 'nothing.tflite'],
    line: /^litetrim: nothing\.tflite: there is no such file\./,
  },
  {
    name: 'an empty file',
    files: { 'empty.tflite': '' },
    args: ['inspect', 'empty.tflite'],
    line: /^litetrim: empty\.tflite: .*empty/,
  },
  {
    name: 'a PNG named .tflite',
    files: { 'picture.tflite': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
    args: ['inspect', 'picture.tflite'],
    line: /^litetrim: picture\.tflite: .*PNG/,
  },
  {
    name: 'a Git LFS pointer',
    files: {
      'pointer.tflite': `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`,
    },
    args: ['inspect', 'pointer.tflite'],
    line: /^litetrim: pointer\.tflite: .*Git LFS.*git lfs pull/,
  },
  {
    name: 'a truncated model',
    files: { 'half.tflite': fixture('base.tflite').subarray(0, 20_000) },
    args: ['optimize', 'half.tflite', '-r', 'float16', '-o', 'made.tflite'],
    line: /^litetrim: half\.tflite: /,
  },
  {
    name: 'an unknown recipe',
    args: ['optimize', model, '-r', 'int88', '-o', 'made.tflite'],
    line: /^litetrim: unknown recipe "int88"\. .*"?int8"?/,
  },
  {
    name: 'an unknown device',
    args: ['bench', model, '-d', 'raspbery-pi-4'],
    line: /^litetrim: .*raspbery-pi-4.*raspberry-pi-4/,
  },
  {
    name: 'int8 without data',
    args: ['optimize', model, '-r', 'int8', '-o', 'made.tflite'],
    line: /^litetrim: .*int8.*samples.*calibration: random/,
  },
  {
    name: 'a data set that is not there',
    args: ['optimize', model, '-r', 'int8', '-d', 'nothing.yml', '-o', 'made.tflite'],
    line: /^litetrim: nothing\.yml: /,
  },
  {
    name: 'an unknown key in the configuration',
    files: { 'wrong.yml': 'models: [{ files: "**" }]\nlimits:\n  latencey: { fail: +3% }\n' },
    args: ['diff', model, model, '-c', 'wrong.yml'],
    line: /^litetrim: wrong\.yml: line 3: .*"latencey".*latency/,
  },
  {
    name: 'an unknown recipe in the configuration',
    files: { 'wrong.yml': 'models:\n  - files: "**"\n    recipes: [flot16]\n' },
    args: ['diff', model, model, '-c', 'wrong.yml'],
    line: /^litetrim: wrong\.yml: line 3: unknown recipe "flot16"\. .*float16/,
  },
  {
    name: 'an unknown device in the configuration',
    files: { 'wrong.yml': 'models: [{ files: "**" }]\ndevices: [cortex-a54]\n' },
    args: ['diff', model, model, '-c', 'wrong.yml'],
    line: /^litetrim: wrong\.yml: line 2: unknown device "cortex-a54"\. .*cortex-a5/,
  },
  {
    name: 'a device that never ends as configuration',
    args: ['diff', model, model, '-c', '/dev/zero'],
    line: /^litetrim: \/dev\/zero: that is a folder or a device, not a file\./,
  },
  {
    name: 'somebody’s environment as configuration, of which nothing is told',
    args: ['diff', model, model, '-c', '/proc/self/environ'],
    line: /^litetrim: \/proc\/self\/environ: line \d+: (?!.*\/bin)/,
  },
  {
    name: 'a pattern that would match for ever',
    files: { 'wrong.yml': 'models:\n  - files: "models/(a|a|a*)*(a|a*)*b"\n' },
    args: ['diff', model, model, '-c', 'wrong.yml'],
    line: /^litetrim: wrong\.yml: line 2: /,
  },
  {
    name: 'a label out of range',
    files: {
      'data.yml': 'format: raw\nlabels: labels.csv\ntype: uint8\n',
      'labels.csv': 'one.bin,99\n',
      'one.bin': new Uint8Array(24 * 24),
    },
    args: ['evaluate', model, '-d', 'data.yml'],
    line: /^litetrim: data\.yml: .*label 99.*range/,
  },
  {
    name: 'samples of a wrong size',
    files: {
      'data.yml': 'format: raw\nlabels: labels.csv\ntype: uint8\n',
      'labels.csv': 'one.bin,1\n',
      'one.bin': new Uint8Array(7),
    },
    args: ['evaluate', model, '-d', 'data.yml'],
    line: /^litetrim: data\.yml: .*7/,
  },
  {
    name: 'an option that there is not',
    args: ['inspect', model, '--jsn'],
    line: /--json/,
  },
  {
    name: 'a run outside of GitHub',
    args: ['run'],
    line: /^litetrim: GITHUB_TOKEN: there is no token/,
  },
];

describe('litetrim on bad input', () => {
  it.each(mistakes)('$name: one clear line, exit code 2, nothing written', async ({
    files = {},
    args,
    line,
  }) => {
    const place = mkdtempSync(join(folder, 'mistake-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(place, name), content);
    const before = readdirSync(place);
    const { exitCode, stdout, stderr } = await litetrim(args, { cwd: place });
    expect(stderr).toMatch(line);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    if (!args.includes('--jsn')) expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(place)).toEqual(before);
    expect(existsSync(join(place, 'made.tflite'))).toBe(false);
  });
});
