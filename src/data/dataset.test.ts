import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  type Files,
  float32,
  idxFile,
  npyFile,
  pngFile,
  withFiles,
} from '../../test/support/dataset-fixtures.js';
import { type OpenDatasetOptions, openDataset } from './dataset.js';
import type { DatasetPart } from './types.js';

/** Everything that a part gives: `[label, ...inputs]` of each sample, which is the same in given memory. */
async function contents(part: DatasetPart): Promise<(number | null | number[])[][]> {
  const samples: (number | null | number[])[][] = [];
  for (let i = 0; i < part.size; i++) {
    const { label, inputs } = await part.sample(i);
    const memory = inputs.map(({ length }) => new Float32Array(new SharedArrayBuffer(4 * length)));
    expect(await part.sample(i, memory)).toEqual({ label, inputs });
    samples.push([label, ...inputs.map((values) => [...values])]);
  }
  return samples;
}

async function evaluationOf(files: Files, options: OpenDatasetOptions = {}) {
  return withFiles(files, async (folder) => {
    const dataset = await openDataset(join(folder, 'data.yml'), options);
    return contents(dataset.evaluation);
  });
}

const input = (...shape: number[]) => ({ inputs: [{ name: 'x', shape: [1, ...shape] }] });

it('float32 is read into the memory that is given', async () => {
  const files = {
    'data.yml': 'format: npy\ninputs: x.npy\ncalibration: none',
    'x.npy': npyFile("'<f4'", [2, 3], float32(1, 2, 3, 4, 5, 6)),
  };
  await withFiles(files, async (folder) => {
    const { evaluation } = await openDataset(join(folder, 'data.yml'));
    const memory = new Float32Array(6);
    const { inputs } = await evaluation.sample(1, [memory.subarray(2, 5)]);
    expect(inputs[0]!.buffer).toBe(memory.buffer);
    expect([...memory]).toEqual([0, 0, 4, 5, 6, 0]);
  });
});

describe('formats', () => {
  it('raw: files and labels by CSV, without a header as EEMBC writes it', async () => {
    const files = {
      'data.yml': 'format: raw\nlabels: set/y.csv\ntype: int8\nscale: 0.5\nzeroPoint: 10\ncalibration: none',
      'set/y.csv': 'b.bin,12,7\n\na.bin, 12, 3\n',
      'set/a.bin': Uint8Array.of(10, 12, 255),
      'set/b.bin': Uint8Array.of(0, 128, 127),
    };
    expect(await evaluationOf(files, { ...input(3), classes: 12 })).toEqual([
      [7, [-5, -69, 58.5]],
      [3, [0, 1, -5.5]],
    ]);
  });

  it('raw: columns by name, class names, another folder, float32 by default', async () => {
    const files = {
      'data.yml': 'format: raw\nlabels: y.csv\nfolder: set\nclasses: [no, yes]\ncalibration: none',
      'y.csv': '\ufefflabel,file\nyes,"a,b.bin"\nno,c.bin\n',
      'set/a,b.bin': float32(0.25, -3),
      'set/c.bin': float32(1e30, 0),
    };
    expect(await evaluationOf(files)).toEqual([
      [1, [0.25, -3]],
      [0, [Math.fround(1e30), 0]],
    ]);
  });

  it('raw: a folder without labels', async () => {
    const files = {
      'data.yml': 'format: raw\nfolder: set\ntype: uint16\ncalibration: none',
      'set/2.bin': Uint8Array.of(2, 1),
      'set/10.bin': Uint8Array.of(1, 0),
      'set/.hidden': 'x',
    };
    expect(await evaluationOf(files)).toEqual([
      [null, [1]],
      [null, [258]],
    ]);
  });

  it.each([
    ['plain', (bytes: Uint8Array) => bytes],
    ['gzipped', (bytes: Uint8Array) => gzipSync(bytes)],
  ])('idx: %s', async (_name, pack) => {
    const files = {
      'data.yml': 'format: idx\nimages: x\nlabels: y\nscale: 1/255\ncalibration: none',
      x: pack(idxFile(8, [2, 1, 2], [0, 255, 51, 102])),
      y: pack(idxFile(8, [2], [9, 0])),
    };
    expect(await evaluationOf(files, { ...input(1, 2, 1), classes: 10 })).toEqual([
      [9, [0, 1]],
      [0, [Math.fround(0.2), Math.fround(0.4)]],
    ]);
  });

  it('idx: wider elements are big-endian', async () => {
    const files = {
      'data.yml': 'format: idx\nimages: x\ncalibration: none',
      x: idxFile(13, [1, 2], [0x3f, 0x80, 0, 0, 0xc0, 0x20, 0, 0]),
    };
    expect(await evaluationOf(files)).toEqual([[null, [1, -2.5]]]);
  });

  it.each([
    ["'<f4'", float32(1.5, -2)],
    ["'>f4'", Uint8Array.of(0x3f, 0xc0, 0, 0, 0xc0, 0, 0, 0)],
    ["'<f2'", Uint8Array.of(0, 0x3e, 0, 0xc0)],
    ["'<f8'", new Uint8Array(Float64Array.of(1.5, -2).buffer)],
  ])('npy: %s', async (descr, bytes) => {
    const files = {
      'data.yml': 'format: npy\ninputs: x.npy\ncalibration: none',
      'x.npy': npyFile(descr, [1, 2], bytes),
    };
    expect(await evaluationOf(files)).toEqual([[null, [1.5, -2]]]);
  });

  it.each([
    ["'|i1'", Uint8Array.of(255, 3), [-1, 3]],
    ["'|b1'", Uint8Array.of(0, 1), [0, 1]],
    ["'<i8'", new Uint8Array(BigInt64Array.of(-5n, 7n).buffer), [-5, 7]],
    ["'<u4'", new Uint8Array(Uint32Array.of(2 ** 31, 1).buffer), [2 ** 31, 1]],
  ])('npy: %s', async (descr, bytes, values) => {
    const files = {
      'data.yml': 'format: npy\ninputs: x.npy\ncalibration: none',
      'x.npy': npyFile(descr, [1, 2], bytes),
    };
    expect(await evaluationOf(files)).toEqual([[null, values]]);
  });

  it('npy: several inputs by name', async () => {
    const files = {
      'data.yml': 'format: npy\ninputs: {b: b.npy, a: a.npy}\nlabels: y.npy\ncalibration: none',
      'a.npy': npyFile("'<f4'", [2, 1], float32(1, 2)),
      'b.npy': npyFile("'<f4'", [2, 2], float32(10, 11, 20, 21)),
      'y.npy': npyFile("'<i8'", [2, 1], new Uint8Array(BigInt64Array.of(1n, 0n).buffer)),
    };
    const inputs = [
      { name: 'serving_default_a:0', shape: [1, 1] },
      { name: 'b', shape: [1, 2] },
    ];
    expect(await evaluationOf(files, { inputs })).toEqual([
      [1, [1], [10, 11]],
      [0, [2], [20, 21]],
    ]);
  });

  it.each([0, 9] as const)('npz: arrays named like the inputs, compression level %i', async (level) => {
    const archive = {
      'second.npy': npyFile("'|u1'", [2, 2], Uint8Array.of(1, 2, 3, 4)),
      'first.npy': npyFile("'<f4'", [2, 1], float32(0.5, 0.25)),
      'y.npy': npyFile("'|u1'", [2], Uint8Array.of(4, 2)),
    };
    const files = {
      'data.yml': 'format: npz\nfile: data.npz\ncalibration: none',
      'data.npz': zipSync(archive, { level }),
    };
    const inputs = [
      { name: 'first', shape: [1, 1] },
      { name: 'second', shape: [1, 2] },
    ];
    expect(await evaluationOf(files, { inputs })).toEqual([
      [4, [0.5], [1, 2]],
      [2, [0.25], [3, 4]],
    ]);
  });

  it('images: a folder for each class, in alphabetical order', async () => {
    const files = {
      'data.yml': 'format: images\nfolder: set\nscale: 1/255\ncalibration: none',
      'set/dog/1.png': pngFile(255, 4, 4),
      'set/cat/b.PNG': pngFile(51),
      'set/cat/a.png': pngFile(0),
      'set/cat/notes.txt': 'no image',
      'set/.DS_Store': '',
    };
    expect(await evaluationOf(files, input(1, 1, 1))).toEqual([
      [0, [0]],
      [0, [Math.fround(0.2)]],
      [1, [1]],
    ]);
  });

  it('images: named classes, a labels file, size and channels by the model', async () => {
    const files = {
      'data.yml':
        'format: images\nfolder: set\nlabels: y.csv\nclasses: [dog, cat]\nmean: [1, 2, 3]\ncalibration: none',
      'y.csv': 'file,label\ndog.png,dog\ncat.png,cat\n',
      'set/cat.png': pngFile(10, 3, 5),
      'set/dog.png': pngFile(20),
    };
    expect(await evaluationOf(files, { inputs: [{ name: 'x', shape: [1, 3, 1, 2] }] })).toEqual([
      [0, [19, 19, 18, 18, 17, 17]],
      [1, [9, 9, 8, 8, 7, 7]],
    ]);
  });

  it('images: a folder without subfolders has no labels', async () => {
    const files = {
      'data.yml': 'format: images\nfolder: .\nresize: 1\ncalibration: none',
      '1.png': pngFile(3),
    };
    expect(await evaluationOf(files)).toEqual([[null, [3, 3, 3]]]);
  });
});

/** `count` samples of one number each, which is the sample's index; `y` holds index mod 3. */
function counting(count: number, more = '', parts?: string): Files {
  const rows = Array.from({ length: count }, (_, i) => `${i}.bin,${i % 3}${parts ? `,${parts[i]}` : ''}`);
  const samples = rows.map((_, i) => [`${i}.bin`, Uint8Array.of(i)]);
  return {
    'data.yml': `format: raw\nlabels: y.csv\ntype: uint8\n${more}`,
    'y.csv': ['file,label', ...rows].join('\n').replace('label', parts ? 'label,part' : 'label'),
    ...Object.fromEntries(samples),
  };
}

async function parts(files: Files) {
  return withFiles(files, async (folder) => {
    const dataset = await openDataset(join(folder, 'data.yml'));
    const numbers = async (part: DatasetPart) =>
      (await contents(part)).map((sample) => (sample[1] as number[])[0]!);
    return {
      calibration: await numbers(dataset.calibration),
      evaluation: await numbers(dataset.evaluation),
      split: dataset.split,
      hash: dataset.hash,
    };
  });
}

describe('parts', () => {
  it.each([
    [
      'every: 3',
      '{every: 3}',
      null,
      [0, 3, 6, 9],
      [1, 2, 4, 5, 7, 8],
      '4 calibrate (every 3rd of y.csv), 6 judge (the others)',
    ],
    [
      'first, last',
      '{first: 2}',
      '{last: 3}',
      [0, 1],
      [7, 8, 9],
      '2 calibrate (the first 2 of y.csv), 3 judge (the last 3 of y.csv)',
    ],
    [
      'range',
      '{range: [2, 4]}',
      '{range: [4, 6]}',
      [2, 3],
      [4, 5],
      '2 calibrate (numbers 2 to 3 of y.csv), 2 judge (numbers 4 to 5 of y.csv)',
    ],
    [
      'limit',
      '{limit: 2}',
      '{limit: 4}',
      [0, 5],
      [1, 3, 6, 8],
      '2 calibrate (all of y.csv, at most 2), 4 judge (the others, at most 4)',
    ],
    [
      'overlap',
      '{first: 6}',
      '{last: 6}',
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9],
      '6 calibrate (the first 6 of y.csv), 4 judge (the last 6 of y.csv, without 2 that the other part has)',
    ],
    [
      'no calibration',
      'none',
      null,
      [],
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      'none calibrate, 10 judge (all of y.csv)',
    ],
    [
      'evaluation alone',
      null,
      '{last: 8}',
      [0, 1],
      [2, 3, 4, 5, 6, 7, 8, 9],
      '2 calibrate (the others), 8 judge (the last 8 of y.csv)',
    ],
    [
      'first and every',
      '{first: 5, every: 2}',
      '{range: [5, 10], every: 2}',
      [0, 2, 4],
      [5, 7, 9],
      '3 calibrate (the first 5, every 2nd of y.csv), 3 judge (numbers 5 to 9, every 2nd of y.csv)',
    ],
  ])('%s', async (_name, calibration, evaluation, calibrating, judging, split) => {
    const keys = [calibration && `calibration: ${calibration}`, evaluation && `evaluation: ${evaluation}`];
    const result = await parts(counting(10, keys.filter(Boolean).join('\n')));
    expect([result.calibration, result.evaluation]).toEqual([calibrating, judging]);
    expect(result.split).toBe(`Split: ${split}.`);
  });

  it('names parts by a column of the labels file', async () => {
    const result = await parts(counting(6, 'calibration: {part: t}\nevaluation: {part: v}', 'tvvttx'));
    expect([result.calibration, result.evaluation]).toEqual([
      [0, 3, 4],
      [1, 2],
    ]);
  });

  it('splits by chance where nothing is said, the same way each time', async () => {
    const result = await parts(counting(20));
    expect(result.calibration).toHaveLength(4);
    const all = [...result.calibration, ...result.evaluation].sort((a, b) => a - b);
    expect(all).toEqual([...Array(20).keys()]);
    expect(result.split).toBe('Split by chance (seed 1): 4 calibrate, 16 judge.');
    expect(await parts(counting(20))).toEqual(result);
    const other = await parts(counting(20, 'seed: 2'));
    expect(other.calibration).not.toEqual(result.calibration);
  });

  it('reads parts from different files, and leaves out of one what equals a sample of the other', async () => {
    const files = {
      'data.yml': 'format: raw\ntype: uint8\ncalibration: {folder: train}\nevaluation: {folder: test}',
      'train/a.bin': Uint8Array.of(1),
      'train/b.bin': Uint8Array.of(2),
      'test/c.bin': Uint8Array.of(2),
      'test/d.bin': Uint8Array.of(3),
      'test/e.bin': Uint8Array.of(3),
    };
    const result = await parts(files);
    expect([result.calibration, result.evaluation]).toEqual([
      [1, 2],
      [3, 3],
    ]);
    expect(result.split).toBe(
      'Split: 2 calibrate (all of train), 2 judge (all of test). 1 sample was kept from judging, being equal to a calibrating one.',
    );
  });

  it('finds the same file under another name, too', async () => {
    const files = {
      'data.yml': 'format: idx\nimages: x\nevaluation: {images: ./x, first: 3}',
      x: idxFile(8, [4, 1], [5, 6, 7, 8]),
    };
    const result = await parts(files);
    expect([result.calibration, result.evaluation]).toEqual([[8], [5, 6, 7]]);
  });
});

describe('hash', () => {
  const hashOf = (files: Files) => parts(files).then(({ hash }) => hash);

  it('is of the contents, wherever they lie', async () => {
    expect(await hashOf(counting(10))).toBe(await hashOf(counting(10)));
  });

  it.each([
    ['a sample', { '3.bin': Uint8Array.of(99) }],
    ['a label', { 'y.csv': counting(10)['y.csv']!.toString().replace('3.bin,0', '3.bin,1') }],
    ['the data-set file', { 'data.yml': `${counting(10)['data.yml']}scale: 2` }],
  ])('changes with %s', async (_name, change: Files) => {
    expect(await hashOf({ ...counting(10), ...change })).not.toBe(await hashOf(counting(10)));
  });
});

describe('openDataset', () => {
  it('reads samples when they are asked for', async () => {
    await withFiles(counting(5, 'calibration: none'), async (folder) => {
      const { evaluation } = await openDataset(join(folder, 'data.yml'));
      writeFileSync(join(folder, '2.bin'), Uint8Array.of(200));
      expect((await evaluation.sample(2)).inputs[0]![0]).toBe(200);
      await expect(evaluation.sample(5)).rejects.toThrow(RangeError);
    });
  });
});
