import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examples } from '../../test/support/report-examples.js';
import { writeWhole } from '../base/files.js';
import { writeResults } from './output.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'litetrim-results-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const report = examples.fine!();
const variant = (file: string, content: string) => ({
  file,
  recipe: 'int8',
  bytes: Buffer.from(content),
  notes: [],
});
const kws = variant('models/kws.tflite', 'KWS');

describe('results', () => {
  it('are the report in its forms, and the models beside it', async () => {
    const results = await writeResults(folder, report, [kws]);
    const names = ['report.json', 'report.md', 'report.html', 'models/kws.int8.tflite'];
    const paths = names.map((name) => join(folder, name));
    expect(results).toEqual({ json: paths[0], all: paths, problems: [] });
    expect(await readFile(paths[3]!, 'utf8')).toBe('KWS');
    expect(JSON.parse(await readFile(paths[0]!, 'utf8'))).toMatchObject({ schemaVersion: 1 });
    expect((await readdir(folder)).sort()).toEqual(['models', 'report.html', 'report.json', 'report.md']);
  });

  it('don’t lead out of their folder, whatever models are called', async () => {
    const inner = join(folder, 'out');
    const names = [
      '../x/a.tflite',
      '/a.tflite',
      'report.html/x.tflite',
      'A.tflite',
      `${'x'.repeat(248)}.tflite`,
    ];
    const { all, problems } = await writeResults(
      inner,
      report,
      names.map((name) => variant(name, name)),
    );
    expect(problems).toEqual([]);
    expect(new Set(all).size).toBe(3 + names.length);
    expect(await readdir(folder)).toEqual(['out']);
    for (const [index, name] of names.entries()) {
      expect(all[3 + index]).toMatch(/\/out\/[^/]+\.tflite$/);
      expect(await readFile(all[3 + index]!, 'utf8')).toBe(name);
    }
  });

  it('are written as far as they can be, and the rest is told', async () => {
    await mkdir(join(folder, 'report.json'));
    await writeFile(join(folder, 'models'), '');
    const { json, all, problems } = await writeResults(folder, report, [kws, variant('a.tflite', 'A')]);
    expect(json).toBeNull();
    expect(all.map((path) => path.slice(folder.length + 1))).toEqual([
      'report.md',
      'report.html',
      'a.int8.tflite',
    ]);
    expect(problems).toEqual([
      "report.json can't be written (EISDIR: illegal operation on a directory).",
      expect.stringMatching(/^models\/kws\.int8\.tflite can't be written \((EEXIST|ENOTDIR): [^/]*\)\.$/),
    ]);
  });

  it('that can’t be written at all are one sentence without a path of this machine', async () => {
    await writeFile(join(folder, 'file'), '');
    const results = await writeResults(join(folder, 'file'), report, [variant('a.tflite', 'A')]);
    expect(results).toEqual({
      json: null,
      all: [],
      problems: [
        "report.json, report.md, report.html and 1 more can't be written (EEXIST: file already exists).",
      ],
    });
    expect(results.problems[0]).not.toContain(folder);
  });
});

describe('writing a file', () => {
  it('takes names as long as names can be, and several at once', async () => {
    const paths = ['a', 'b'].map((letter) => join(folder, letter.repeat(255)));
    await Promise.all(paths.map((path) => writeWhole(path, path)));
    for (const path of paths) expect(await readFile(path, 'utf8')).toBe(path);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('leaves nothing where it fails', async () => {
    await mkdir(join(folder, 'taken'));
    await expect(writeWhole(join(folder, 'taken'), 'x')).rejects.toThrow(/taken: the file can't be written/);
    expect(await readdir(folder)).toEqual(['taken']);
  });
});
