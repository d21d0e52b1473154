import { describe, expect, it } from 'vitest';
import { resultPaths } from './result-paths.js';

const reports = ['report.json', 'report.md', 'report.html'];
const pathsOf = (files: string[], recipe: string | null = 'int8') =>
  resultPaths(
    reports,
    files.map((file) => ({ file, recipe })),
  );

describe('paths of results', () => {
  it.each([
    ['models/kws.tflite', 'models/kws.int8.tflite'],
    ['kws.TFLITE', 'kws.int8.tflite'],
    ['./a/b.tflite', 'a/b.int8.tflite'],
    ['a/../b.v1.2.tflite', 'b.v1.2.int8.tflite'],
    ['Modelle für Ton/größe 漢字.tflite', 'Modelle für Ton/größe 漢字.int8.tflite'],
    ['.hidden/x.bin', '.hidden/x.bin.int8.tflite'],
  ])('%s is %s', (file, path) => expect(pathsOf([file])).toEqual([path]));

  it.each([
    ['int8+prune-50', 'a.int8+prune-50.tflite'],
    ['my recipe/ü', 'a.my-recipe-.tflite'],
    ['../../x', 'a.x.tflite'],
    ['..', 'a.variant.tflite'],
    [null, 'a.source.tflite'],
  ])('the recipe %s gives %s', (recipe, path) => expect(pathsOf(['a.tflite'], recipe)).toEqual([path]));

  it.each([
    ['../x/head.tflite', 'head.int8.tflite'],
    ['/home/ada/models/head.tflite', 'head.int8.tflite'],
    ['a/../../../etc/head.tflite', 'head.int8.tflite'],
    ['..\\..\\head.tflite', 'head.int8.tflite'],
    ['C:\\models\\head.tflite', 'C-/models/head.int8.tflite'],
  ])('%s stays inside', (file, path) => expect(pathsOf([file])).toEqual([path]));

  it.each([
    ['con.tflite', '_con.int8.tflite'],
    ['NUL/COM1.x/lpt¹ .tflite', '_NUL/_COM1.x/_lpt¹ .int8.tflite'],
    ['console/null.tflite', 'console/null.int8.tflite'],
    ['a. ./b../c .tflite', 'a-/b-/c .int8.tflite'],
    ['a"b<c>d|e*f?g:h/i\r\nj\tk.tflite', 'a-b-c-d-e-f-g-h/i--j-k.int8.tflite'],
    ['a\u202eb\u200bc\ud800\u2028.tflite', 'a-b-c--.int8.tflite'],
  ])('%j can be unpacked anywhere', (file, path) => expect(pathsOf([file])).toEqual([path]));

  it.each([
    ['capitals', ['a.tflite', 'a.TFLITE', 'A.tflite']],
    ['capitals of folders', ['models/x.tflite', 'Models/X.tflite']],
    ['composed letters', ['é.tflite', 'e\u0301.tflite', 'É.tflite']],
    ['letters with two capitals', ['straße.tflite', 'STRASSE.tflite']],
    ['characters that some can’t have', ['a:b.tflite', 'a?b.tflite', 'a-b.tflite']],
    [
      'a report for a folder',
      ['report.html/x.tflite', 'Report.JSON/x.tflite', 'report.md/report.md/x.tflite'],
    ],
    ['a model for a folder', ['a.tflite', 'a.int8.tflite/b.tflite', 'A.INT8.tflite/b.tflite']],
    ['a folder for a model', ['a.int8.tflite/b.tflite', 'a.tflite', 'A.tflite']],
    ['what is outside', ['../x/a.tflite', '../y/a.tflite', '/a.tflite', 'a.tflite']],
    ['the same model', ['a.tflite', 'a.tflite', 'a.tflite', 'a.tflite']],
    ['a name that looks chosen', ['a.tflite', 'A.tflite', 'a-0000.tflite']],
  ])('never are the same for %s', (_, files) => {
    const paths = pathsOf(files);
    expect(pathsOf(files)).toEqual(paths);
    const folded = [...reports, ...paths].map((path) => path.normalize('NFD').toUpperCase());
    for (const [index, path] of folded.entries()) {
      const others = folded.filter((_, other) => other !== index);
      expect(others.filter((other) => other === path || other.startsWith(`${path}/`))).toEqual([]);
    }
    for (const path of paths) expect(path).toMatch(/\.tflite$/);
  });

  it('leave the first as it is, and put a short hash into the others', () => {
    const [first, second] = pathsOf(['m/a.tflite', 'm/A.tflite']);
    expect(first).toBe('m/a.int8.tflite');
    expect(second).toMatch(/^m\/A-[0-9a-f]{8}\.int8\.tflite$/);
    expect(pathsOf(['report.md/x.tflite'])[0]).toMatch(/^x-[0-9a-f]{8}\.int8\.tflite$/);
  });

  it('are as long as file systems allow, names that differ in their middle included', () => {
    const long = (middle: string) => `models/${'x'.repeat(120)}${middle}${'y'.repeat(120)}.tflite`;
    const deep = (middle: string) => `${`${'d'.repeat(250)}/`.repeat(15)}${middle}.tflite`;
    const wide = '漢'.repeat(85);
    const files = [
      long('a'),
      long('b'),
      deep('a'),
      deep('b'),
      `${wide}/${wide}.tflite`,
      `${'💥/'.repeat(900)}x`,
    ];
    const paths = [...pathsOf(files), ...pathsOf(files, 'r'.repeat(400))];
    for (const path of paths) {
      expect(Buffer.byteLength(path)).toBeLessThanOrEqual(900);
      for (const name of path.split('/')) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(path).not.toContain('\ufffd');
    }
    expect(new Set(paths).size).toBe(paths.length);
  });
});
