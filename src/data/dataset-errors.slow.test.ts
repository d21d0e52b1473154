import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
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
import { InputError } from '../base/errors.js';
import { randomNumbers } from '../base/random-numbers.js';
import { type OpenDatasetOptions, openDataset } from './dataset.js';

/** Opens the data set and reads all of it. */
async function readAll(options: OpenDatasetOptions): Promise<void> {
  const { calibration, evaluation } = await openDataset('data.yml', options);
  for (const part of [calibration, evaluation]) {
    for (let i = 0; i < part.size; i++) await part.sample(i);
  }
}

/** The one line that a data set is refused with; the folder's own name is left out. */
async function refusal(files: Files, options: OpenDatasetOptions, prepare?: (folder: string) => void) {
  return withFiles(files, async (folder) => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      prepare?.(folder);
      await readAll(options);
      return 'nothing is wrong';
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return (error as Error).message.replaceAll(folder, '');
    } finally {
      process.chdir(before);
    }
  });
}

const input = (...shape: number[]) => ({ inputs: [{ name: 'x', shape: [1, ...shape] }] });
const raw = (labels: string, more = ''): Files => ({
  'data.yml': `format: raw\nlabels: y.csv\ntype: int8\n${more}`,
  'y.csv': labels,
  'a.bin': Uint8Array.of(1, 2),
  'b.bin': Uint8Array.of(3, 4),
});
const idx = (images: Uint8Array, labels?: Uint8Array): Files => ({
  'data.yml': `format: idx\nimages: x\n${labels ? 'labels: y\n' : ''}`,
  x: images,
  ...(labels && { y: labels }),
});
const npy = (x: Uint8Array | string): Files => ({ 'data.yml': 'format: npy\ninputs: x.npy\n', 'x.npy': x });
const npz = (archive: Uint8Array, more = ''): Files => ({
  'data.yml': `format: npz\nfile: x.npz\n${more}`,
  'x.npz': archive,
});
const pixels = npyFile("'|u1'", [2, 2], Uint8Array.of(1, 2, 3, 4));
const images = (files: Files, more = ''): Files => ({
  'data.yml': `format: images\nfolder: set\n${more}`,
  ...files,
});

/** What is wrong, the files, the message, and what is known of the model. */
// biome-ignore format: a line a case
const cases: [name: string, files: Files, message: string, options?: OpenDatasetOptions][] = [
  // The data-set file itself
  ['no data-set file', {}, 'data.yml: there is no such file.'],
  ['an empty one', { 'data.yml': '' }, 'data.yml: line 1: the file is empty.'],
  ['no format', { 'data.yml': 'labels: y.csv' }, 'data.yml: line 1: "format" is missing. It is one of: raw, idx, npz, npy, images.'],
  ['an unknown format', { 'data.yml': 'format: npzz' }, 'data.yml: line 1: "format" is "npzz". Did you mean "npz"?'],
  ['a misspelt key', { 'data.yml': 'format: raw\n\nlables: y.csv' }, 'data.yml: line 3: unknown key "lables". Did you mean "labels"?'],
  ['a misspelt key of a part', raw('a.bin,1', 'calibration:\n  evry: 2'), 'data.yml: line 5: unknown key "evry" in "calibration". Did you mean "every"?'],
  ['a key of another format', raw('a.bin,1', 'images: x'), 'unknown key "images"'],
  ['an unknown element type', { 'data.yml': 'format: raw\ntype: int7' }, 'data.yml: line 2: "type" is "int7". Did you mean "int8"?'],
  ['a scale of 0', { 'data.yml': 'format: raw\nscale: 0' }, 'data.yml: line 2: a scale must be above 0.'],
  ['a scale that is no number', { 'data.yml': 'format: raw\nscale: 1/x' }, 'data.yml: line 2: this must be a number or a fraction. Write it like 0.5 or 1/255.'],
  ['a fraction without end', { 'data.yml': 'format: raw\nscale: 1/0' }, 'data.yml: line 2: this must be a finite number.'],
  ['a range that ends before it begins', raw('a.bin,1', 'calibration: {range: [5, 5]}'), 'data.yml: line 4: a range ends behind its begin.'],
  ['broken YAML', { 'data.yml': 'format: raw\n  labels: [' }, 'data.yml: line 1: not valid YAML'],
  // Files that it names
  ['no labels', { 'data.yml': 'format: raw' }, 'data.yml: "labels" is missing. Name the labels file, or a "folder" of unlabelled files.'],
  ['no images', { 'data.yml': 'format: idx' }, 'data.yml: "images" is missing. Name the IDX file of the samples.'],
  ['no inputs', { 'data.yml': 'format: npy' }, 'data.yml: "inputs" is missing.'],
  ['no archive', { 'data.yml': 'format: npz' }, 'data.yml: "file" is missing.'],
  ['no folder', { 'data.yml': 'format: images' }, 'data.yml: "folder" is missing.'],
  ['a missing labels file', { 'data.yml': 'format: raw\nlabels: y.csv' }, 'data.yml: y.csv: there is no such file or folder.'],
  ['a missing sample', raw('a.bin,1\nc.bin,0'), 'data.yml: sample 1 (c.bin): there is no such file or folder.'],
  ['a folder in a file’s place', { ...raw('a.bin,1\nset,0'), 'set/x': '' }, 'data.yml: sample 1 (set): that is a folder or a device, not a file.'],
  ['a file in a folder’s place', { 'data.yml': 'format: images\nfolder: x', x: '' }, 'data.yml: x: that is a file, not a folder.'],
  ['a NUL in a name', { 'data.yml': 'format: raw\nlabels: "y\\0.csv"' }, 'data.yml: y .csv: a file name holds a NUL character.'],
  ['an empty folder', images({ 'set/cat/notes.txt': '' }), 'data.yml: set: there are no samples.'],
  // Labels
  ['an empty labels file', raw(''), 'data.yml: y.csv: the labels file is empty.'],
  ['a labels file of a header alone', raw('file,label\n'), 'data.yml: y.csv: the labels file is empty.'],
  ['a label that is no number', raw('a.bin,1\nb.bin,cat'), 'data.yml: y.csv: line 2: label "cat" is no class number. Count classes from 0, or list their names'],
  ['a negative label', raw('a.bin,1\nb.bin,-1'), 'data.yml: y.csv: line 2: label "-1" is no class number.'],
  ['a fractional label', raw('a.bin,1.5'), 'data.yml: y.csv: line 1: label "1.5" is no class number.'],
  ['a misspelt class', raw('a.bin,cats', 'classes: [dog, cat]'), 'data.yml: y.csv: line 1: label "cats" is no class. Did you mean "cat"?'],
  ['a label beyond the line’s classes', raw('a.bin,12,3\nb.bin,12,12'), 'data.yml: y.csv: line 2: label 12 is out of range: the line says that there are 12 classes. Classes are counted from 0.'],
  ['a label beyond the model’s classes', raw('a.bin,9\nb.bin,10', 'calibration: none'), 'data.yml: sample 1 (b.bin): label 10 is out of range: there are 10 classes. Classes are counted from 0.', { classes: 10 }],
  ['a label beyond the listed classes', raw('a.bin,2', 'classes: [dog, cat]'), 'data.yml: sample 0 (a.bin): label 2 is out of range: there are 2 classes.'],
  ['an unknown column', raw('file,lable\na.bin,1'), 'data.yml: y.csv: line 1: unknown column "lable". Did you mean "label"?'],
  ['a column twice', raw('file,label,label\na.bin,1,1'), 'data.yml: y.csv: line 1: a column stands twice.'],
  ['too many unnamed columns', raw('a.bin,1,2,3'), 'data.yml: y.csv: line 1: 4 columns, and no header line that names them. Begin the file with a header line'],
  ['a line that is cut off', raw('a.bin,3,1\nb.bin'), 'data.yml: y.csv: line 2: the line has 1 columns, the first one 3.'],
  ['a line without a file', raw('a.bin,1\n,1'), 'data.yml: y.csv: line 2: the line names no file.'],
  ['an open quote', raw('a.bin,1\n"b.bin,1'), 'data.yml: y.csv: line 2: not a CSV file: Quote Not Closed'],
  ['labels that are no text', { ...raw(''), 'y.csv': Uint8Array.of(0xff, 0xfe, 0) }, 'data.yml: y.csv: not a CSV file'],
  // Raw samples
  ['a sample of the wrong size', raw('a.bin,1\nb.bin,0'), 'data.yml: sample 0 (a.bin): the file has 2 bytes; the model\'s input [1, 3] takes 3 as int8. Check "type:" and the file.', input(3)],
  ['half a number', { ...raw('a.bin,1'), 'data.yml': 'format: raw\nlabels: y.csv\ntype: float32' }, 'data.yml: sample 0 (a.bin): the file has 2 bytes, no whole number of float32 values.'],
  ['an empty sample', { ...raw('a.bin,1'), 'a.bin': '' }, 'data.yml: sample 0 (a.bin): the file has 0 bytes, no whole number of int8 values.'],
  ['a value that is not finite', { 'data.yml': 'format: raw\nlabels: y.csv', 'y.csv': 'a.bin,1', 'a.bin': float32(1, Number.NaN) }, 'data.yml: sample 0 (a.bin): value 1 is NaN, not a finite float32. Mend the sample'],
  ['a model of two inputs', raw('a.bin,1'), 'data.yml: format raw feeds one input, and the model has 2. Use format npz, with an array for each input.', { inputs: [{ name: 'a', shape: [1, 2] }, { name: 'b', shape: [1, 2] }] }],
  // IDX
  ['no IDX file', idx(new TextEncoder().encode('hello world')), 'data.yml: x: not an IDX file.'],
  ['an IDX file of 3 bytes', idx(Uint8Array.of(0, 0, 8)), 'data.yml: x: the file ends within its header.'],
  ['an IDX file cut in its header', idx(Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 9)), 'data.yml: x: the file ends within its header.'],
  ['an IDX file that is cut', idx(idxFile(8, [3, 2], [1, 2, 3])), 'data.yml: x: the header says [3, 2] of uint8, 6 bytes, and 3 follow. The file is truncated or damaged'],
  ['an IDX file that is too long', idx(idxFile(8, [1, 2], [1, 2, 3])), 'data.yml: x: the header says [1, 2] of uint8, 2 bytes, and 3 follow.'],
  ['an IDX file that claims the moon', idx(idxFile(8, [2 ** 32 - 1, 2 ** 32 - 1], [1])), 'the header says [4294967295, 4294967295] of uint8, too many bytes, and 1 follow.'],
  ['an IDX file without samples', idx(idxFile(8, [0, 2], [])), 'data.yml: x: there are no samples.'],
  ['a damaged gzip', idx(gzipSync(idxFile(8, [1, 2], [1, 2])).subarray(0, 20)), 'data.yml: x: a damaged gzip file.'],
  ['more labels than samples', idx(idxFile(8, [2, 1], [1, 2]), idxFile(8, [3], [0, 0, 0])), 'data.yml: y: labels of shape [3] for 2 samples.'],
  ['one-hot labels', idx(idxFile(8, [2, 1], [1, 2]), idxFile(8, [2, 2], [0, 1, 1, 0])), 'data.yml: y: labels of shape [2, 2] for 2 samples. Store one class number a sample'],
  ['negative IDX labels', idx(idxFile(8, [2, 1], [1, 2]), idxFile(9, [2], [0, 255])), 'data.yml: y: label -1 of sample 1 is no class number. Classes are counted from 0.'],
  ['IDX samples of another size', idx(idxFile(8, [2, 3], [1, 2, 3, 4, 5, 6])), 'data.yml: x: a sample has the shape [3], and the model\'s input "x" [1, 2]. Store one sample a row', input(2)],
  // NPY
  ['no NPY file', npy('hello world'), 'data.yml: x.npy: not an NPY array. Save it by numpy.save or numpy.savez.'],
  ['an NPY file cut in its header', npy(pixels.subarray(0, 40)), 'data.yml: x.npy: the NPY header is truncated or damaged.'],
  ['an NPY file that is cut', npy(pixels.subarray(0, -1)), 'data.yml: x.npy: the header says [2, 2] of uint8, 4 bytes, and 3 follow.'],
  ['Fortran order', npy(npyFile("'|u1'", [2, 2], Uint8Array.of(1, 2, 3, 4), true)), 'data.yml: x.npy: the array is in Fortran order. Save np.ascontiguousarray(x).'],
  ['Python objects', npy(npyFile("'|O'", [2], new Uint8Array(16))), "data.yml: x.npy: element type '|O' can't be read. Save an array of plain numbers, like float32."],
  ['complex numbers', npy(npyFile("'<c8'", [1], new Uint8Array(8))), "data.yml: x.npy: element type '<c8' can't be read."],
  ['structures', npy(npyFile("[('a', '<f4')]", [1], new Uint8Array(4))), "data.yml: x.npy: a structured type can't be read."],
  ['a single number', npy(npyFile("'|u1'", [], Uint8Array.of(1))), 'data.yml: x.npy: a single number, not an array of samples.'],
  ['numbers beyond float32', npy(npyFile("'<f8'", [1, 1], new Uint8Array(Float64Array.of(1e300).buffer))), 'data.yml: sample 0 of x.npy: value 0 is Infinity, not a finite float32.'],
  ['float labels', { ...npy(pixels), 'data.yml': 'format: npy\ninputs: x.npy\nlabels: y.npy', 'y.npy': npyFile("'<f4'", [2], float32(0, 0.5)) }, 'data.yml: y.npy: label 0.5 of sample 1 is no class number. Store whole numbers, counted from 0.'],
  // NPZ
  ['a file that is no archive', npz(new TextEncoder().encode('hello world')), 'data.yml: x.npz: a broken archive (invalid zip data). Save it again by numpy.savez.'],
  ['an archive that is cut', npz(zipSync({ 'x.npy': pixels }).subarray(0, 100)), 'data.yml: x.npz: a broken archive'],
  ['a damaged archive', npz(damaged(zipSync({ 'x.npy': npyFile("'|u1'", [50, 40], new Uint8Array(2000).map((_, i) => i)) }))), 'data.yml: x.npz: x: not an NPY array. Save it by numpy.save or numpy.savez.'],
  ['an archive without arrays', npz(zipSync({ 'readme.txt': pixels })), 'data.yml: there is no array with samples.'],
  ['an archive that claims the moon', npz(bomb()), 'data.yml: x.npz: it unpacks to more than 536870912 bytes. Save the arrays by numpy.savez, uncompressed, or as .npy files'],
  ['an entry that unpacks to more than it says', npz(lying()), 'data.yml: x.npz: a broken archive ("x.npy" unpacks to more than the 140 bytes that its directory says). Save it again by numpy.savez.'],
  ['a missing array', npz(zipSync({ 'first.npy': pixels, 'other.npy': pixels })), 'data.yml: there is no array for the model\'s input "second". Known arrays: first, other.', { inputs: [{ name: 'first', shape: [1, 2] }, { name: 'second', shape: [1, 2] }] }],
  ['a missing labels array', npz(zipSync({ 'x.npy': pixels }), 'labels: yy'), 'data.yml: x.npz: there is no array "yy". Known arrays: x.'],
  ['arrays of different lengths', npz(zipSync({ 'a.npy': pixels, 'b.npy': npyFile("'|u1'", [1, 2], Uint8Array.of(1, 2)) })), 'data.yml: x.npz: b: 1 samples, and 2 in x.npz: a.'],
  // Images
  ['an image that is none', images({ 'set/cat/a.png': 'hello' }, 'calibration: none'), 'data.yml: sample 0 (cat/a.png): neither PNG nor JPEG. Save it as PNG or JPEG.'],
  ['a truncated image', images({ 'set/cat/a.png': pngFile(1).subarray(0, 50) }, 'calibration: none'), 'data.yml: sample 0 (cat/a.png): a truncated PNG file.'],
  ['an image of another kind', images({ 'set/cat/a.webp': '' }), 'data.yml: set/cat/a.webp: neither PNG nor JPEG. Convert it.'],
  ['a missing class folder', images({ 'set/cat/a.png': pngFile(1) }, 'classes: [cat, dog]'), 'data.yml: set/dog: there is no such file or folder.'],
  ['an image that is not scaled', images({ 'set/cat/a.png': pngFile(1) }, 'resize: none\ncalibration: none'), 'data.yml: sample 0 (cat/a.png): the image gives 4 values, and the model\'s input [1, 3, 3, 1] takes 9. Set "resize:" and "channels:".', input(3, 3, 1)],
  // Beyond the limits
  ['too many labels', raw('a.bin,1\n'.repeat(2 ** 18 + 2)), 'data.yml: y.csv: more than the 262144 lines that are read.'],
  ['a label of 10 MB', raw(`a.bin,${'x'.repeat(10_000_000)}`), 'data.yml: y.csv: line 1: not a CSV file: a line of more than 16384 characters.'],
  ['a long label', raw(`a.bin,${'x'.repeat(10_000)}`), `data.yml: y.csv: line 1: label "${'x'.repeat(60)}…${'x'.repeat(59)}" is no class number.`],
  ['a quote in a value', raw('a.bin,1\nsecret"x",1'), 'data.yml: y.csv: line 2: not a CSV file: Invalid Opening Quote: a quote stands within a value.'],
  ['an NPY file of too many samples', npy(npyFile("'|u1'", [2_000_001], new Uint8Array(2_000_001))), 'data.yml: x.npy: 2000001 samples; at most 2000000 are read. Keep fewer.'],
  ['an NPY file of samples without elements', npy(npyFile("'|u1'", [5, 0], new Uint8Array())), 'data.yml: x.npy: a sample of shape [0] has no elements.'],
  ['an NPY file of countless samples without elements', npy(npyFile("'|u1'", [1e15, 0], new Uint8Array())), 'data.yml: x.npy: 1000000000000000 samples; at most 2000000 are read.'],
  ['an NPY file of more dimensions than numbers tell', npy(npyFile("'|u1'", Array(60).fill(2 ** 30), new Uint8Array())), 'of uint8, too many bytes, and 0 follow.'],
  ['a gzip that says more than is unpacked', idx(gzipSync(idxFile(8, [600, 2 ** 20], [1]))), 'data.yml: x: it unpacks to more than 536870912 bytes. Name the unpacked file: it is read piece by piece.'],
  ['a gzip that goes on behind its samples', idx(gzipSync(idxFile(8, [2, 2], new Uint8Array(2 ** 24)))), 'data.yml: x: it unpacks to more than its header says. Make it again.'],
  ['a gzip that ends before its samples do', idx(gzipSync(idxFile(8, [2, 2], [1, 2, 3]))), 'data.yml: x: the header says [2, 2] of uint8, 4 bytes, and 3 follow.'],
  ['an archive that is packed in another way', npz(patched(zipSync({ 'x.npy': pixels }), 10, 14)), 'data.yml: x.npz: a broken archive ("x.npy" is packed in another way).'],
  ['an archive whose entry is elsewhere', npz(patched(zipSync({ 'x.npy': pixels }), 42, 7)), 'data.yml: x.npz: a broken archive (an entry is missing).'],
  ['an archive whose entry is cut off', npz(patched(zipSync({ 'x.npy': pixels }), 21, 200)), 'data.yml: x.npz: a broken archive (an entry is cut off).'],
  ['an archive of too many files', npz(zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`${'x'.repeat(130)}${i}`, new Uint8Array()])))), 'data.yml: x.npz: a broken archive (it holds too many files).'],
  ['an image of too many pixels', images({ 'set/cat/a.png': hugePng() }, 'calibration: none'), 'data.yml: sample 0 (cat/a.png): an image of 8192 × 8192 pixels, more than the 50331648 that are read. Scale it down.'],
  ['an image that is to be scaled beyond measure', images({ 'set/cat/a.png': pngFile(1) }, 'resize: [8192, 8192]\ncalibration: none'), 'data.yml: sample 0 (cat/a.png): the image gives 201326592 values, more than a sample may have.', input(8192, 8192, 3)],
  // Parts
  ['more samples than there are', raw('a.bin,1\nb.bin,0', 'calibration: {first: 3}'), 'data.yml: "first" asks for 3 of 2 samples.'],
  ['a range beyond the end', raw('a.bin,1\nb.bin,0', 'evaluation: {range: [1, 3]}'), 'data.yml: "range" asks for 3 of 2 samples.'],
  ['an unknown part', raw('file,part\na.bin,train\nb.bin,test', 'calibration: {part: trian}'), 'data.yml: no sample belongs to the part "trian". Did you mean "train"?'],
  ['parts without a column', raw('a.bin,1', 'calibration: {part: train}'), 'data.yml: no sample belongs to the part "train". Give the labels file a column "part".'],
];

describe('a bad data set is refused in one line', () => {
  it.each(cases)('%s', async (_name, files, message, options = {}) => {
    const line = await refusal(files, options);
    expect(line).toContain(message);
    expect(line).not.toContain('\n');
  });
});

describe('a file of more bytes than are read', () => {
  // Files without content, whose size alone is looked at.
  it.each([
    [
      'a sample',
      raw('a.bin,1'),
      'a.bin',
      2 ** 27,
      'sample 0 (a.bin): the file has 134217728 bytes, and a sample at most 268435456, as float32, too.',
    ],
    [
      'an image',
      images({ 'set/cat/a.png': '' }, 'calibration: none'),
      'set/cat/a.png',
      2 ** 27 + 1,
      'the file has 134217729 bytes; at most 134217728 are read.',
    ],
    [
      'a labels file',
      raw(''),
      'y.csv',
      2 ** 25 + 1,
      'y.csv: the file has 33554433 bytes; at most 33554432 are read.',
    ],
    ['a data-set file', {}, 'data.yml', 2 ** 40, 'data.yml: the file has more than 256 KiB.'],
  ] as const)('%s is refused', async (_name, files, name, bytes, message) => {
    const line = await refusal(files, {}, (folder) => {
      writeFileSync(join(folder, name), '', { flag: 'a' });
      truncateSync(join(folder, name), bytes);
    });
    expect(line).toContain(message);
  });
});

describe('a broken sample', () => {
  it.each([
    ['PNG', pngFile(7, 5, 5).subarray(0, 60), 'a truncated PNG file'],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'a damaged JPEG file'],
    ['image that is a text', new TextEncoder().encode('hello'), 'neither PNG nor JPEG'],
  ])('is named, and the others are read: a %s', async (_name, first, problem) => {
    await withFiles(
      images({ 'set/cat/a.png': first, 'set/cat/b.png': pngFile(7, 1, 1) }, 'calibration: none'),
      async (folder) => {
        const { evaluation } = await openDataset(join(folder, 'data.yml'));
        const samples = [0, 1].map((index) => evaluation.sample(index));
        await expect(samples[0]).rejects.toThrow(`data.yml: sample 0 (cat/a.png): ${problem}`);
        await expect(samples[0]).rejects.toBeInstanceOf(InputError);
        expect([...(await samples[1]!).inputs[0]!]).toEqual([7, 7, 7]);
      },
    );
  });
});

describe('with a root', () => {
  const inner = (name: string): Files => ({
    'repo/eval/data.yml': `format: raw\nlabels: ${name}\ntype: int8`,
    'secret/y.csv': '../secret/a.bin,1',
    'secret/a.bin': Uint8Array.of(1, 2),
    'repo/y.csv': '../secret/a.bin,1',
    'repo/eval/y.csv': 'link/a.bin,1',
    'repo/eval/secret/a.bin': Uint8Array.of(1, 2),
  });
  const message = async (files: Files) =>
    withFiles(files, async (folder) => {
      symlinkSync(join(folder, 'secret'), join(folder, 'repo/eval/link'));
      mkdirSync(join(folder, 'repository-of-another-name'));
      const file = join(folder, 'repo/eval/data.yml');
      await openDataset(file);
      const error: unknown = await openDataset(file, { root: join(folder, 'repo') }).catch((e: unknown) => e);
      return (error as Error).message.replaceAll(folder, '');
    });

  it.each([
    ['a path with dots', '../../secret/y.csv', '../../secret/y.csv'],
    ['a sample of a labels file', '../y.csv', 'sample 0 (../secret/a.bin)'],
    ['a symbolic link', 'y.csv', 'sample 0 (link/a.bin)'],
    ['a link to the labels', 'link/y.csv', 'link/y.csv'],
  ])('%s that leads out is refused', async (_name, labels, place) => {
    expect(await message(inner(labels))).toBe(
      `/repo/eval/data.yml: ${place}: the file lies outside the repository. Commit it, and name it relative to the data-set file.`,
    );
  });

  it("Git's own files are not told of", async () => {
    const files = { ...raw('a.bin,1'), '.git/config': 'header,s3cret' };
    const line = await refusal({ ...files, 'data.yml': 'format: raw\nlabels: .git/config' }, { root: '.' });
    expect(line).toBe('data.yml: .git/config: what Git keeps for itself is not read.');
  });

  it('what lies inside is read', async () => {
    await withFiles(raw('a.bin,1\nb.bin,0'), async (folder) => {
      const dataset = await openDataset(join(folder, 'data.yml'), { root: folder });
      expect(dataset.calibration.size + dataset.evaluation.size).toBe(2);
    });
  });

  it('a pipe is not waited for', async () => {
    const { execFileSync } = await import('node:child_process');
    const line = await refusal(raw('a.bin,1\npipe,0'), {}, (folder) => {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
    });
    expect(line).toBe('data.yml: sample 1 (pipe): that is a folder or a device, not a file.');
  });
});

describe('damage anywhere', () => {
  const labels = npyFile("'<i8'", [3], new Uint8Array(BigInt64Array.of(0n, 1n, 2n).buffer));
  const x = npyFile("'<f4'", [3, 2], float32(1, 2, 3, 4, 5, 6));
  const sound: Files[] = [
    idx(idxFile(8, [3, 2], [1, 2, 3, 4, 5, 6]), idxFile(8, [3], [0, 1, 2])),
    idx(gzipSync(idxFile(8, [3, 2], [1, 2, 3, 4, 5, 6])), gzipSync(idxFile(8, [3], [0, 1, 2]))),
    { ...npy(x), 'data.yml': 'format: npy\ninputs: x.npy\nlabels: y.npy', 'y.npy': labels },
    npz(zipSync({ 'x.npy': x, 'y.npy': labels })),
    raw('file,classes,label,part\na.bin,2,1,train\nb.bin,2,0,test', 'calibration: {part: train}'),
    images({ 'set/cat/a.png': pngFile(1, 3, 3), 'set/dog/b.png': pngFile(2, 3, 3) }),
  ];

  it('gives an InputError or a data set, and ends', async () => {
    const random = randomNumbers(4);
    const outcomes = new Set<string>();
    for (const files of sound) {
      expect(await refusal(files, {})).toBe('nothing is wrong');
      for (let round = 0; round < 60; round++) {
        const names = Object.keys(files);
        const name = names[Math.floor(random() * names.length)]!;
        const content = Buffer.from(files[name]!);
        for (let k = 0; k < 2; k++)
          content[Math.floor(random() * content.length)] = Math.floor(random() * 256);
        const end = random() < 0.3 ? Math.floor(random() * content.length) : content.length;
        outcomes.add(await refusal({ ...files, [name]: content.subarray(0, end) }, input(2)));
      }
    }
    expect(outcomes.size).toBeGreaterThan(50);
  });
});

/** Breaks the packed data of an archive's first entry. */
function damaged(archive: Uint8Array): Uint8Array {
  const broken = archive.slice();
  broken.fill(0xff, 40, 80);
  return broken;
}

/** An archive whose directory says that its entry has 4 GiB. */
function bomb(): Uint8Array {
  const archive = Buffer.from(zipSync({ 'x.npy': pixels }));
  const directory = archive.indexOf('PK\x01\x02', 'latin1');
  archive.writeUInt32LE(2 ** 32 - 2, directory + 24);
  return new Uint8Array(archive);
}

/** An archive with another byte in its directory's first entry. */
function patched(archive: Uint8Array, at: number, byte: number): Uint8Array {
  const changed = Buffer.from(archive);
  changed[changed.indexOf('PK\x01\x02', 'latin1') + at] = byte;
  return new Uint8Array(changed);
}

/** A PNG whose header says that it is larger than it is. */
function hugePng(): Uint8Array {
  const file = Buffer.from(pngFile(1));
  file.writeUInt32BE(8192, 16);
  file.writeUInt32BE(8192, 20);
  return new Uint8Array(file);
}

/** An archive whose directory says that its entry of 4,000 bytes has 140. */
function lying(): Uint8Array {
  const large = npyFile("'|u1'", [1000, 4], new Uint8Array(4000));
  const archive = Buffer.from(zipSync({ 'x.npy': large }));
  const directory = archive.indexOf('PK\x01\x02', 'latin1');
  archive.writeUInt32LE(140, directory + 24);
  return new Uint8Array(archive);
}
