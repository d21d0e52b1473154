import { zipSync } from 'fflate';
import { type Files, float32, idxFile, npyFile, pngFile } from '../support/dataset-fixtures.js';

/** A data set as a folder: `dataset.yml` and what it names. */
export interface SeedData {
  name: string;
  files: Files;
}

const pictures = npyFile("'<f4'", [4, 2, 2, 1], float32(...Array.from({ length: 16 }, (_, i) => i / 16)));
const classes = npyFile("'|u1'", [4], Uint8Array.of(0, 1, 1, 0));
const labels = 'file,label,part\na.bin,0,train\nb.bin,1,test\nc.bin,1,train\nd.bin,0,test\n';
const ofLabels = (extension: string) => labels.replaceAll('.bin', extension);
const each = (extension: string, content: (i: number) => Uint8Array): Files =>
  Object.fromEntries(['a', 'b', 'c', 'd'].map((name, i) => [`${name}${extension}`, content(i)]));

/** A data set of each format, for a model whose input is a picture of 2 × 2 gray pixels. */
export function seedData(): SeedData[] {
  const sets: Record<string, Files> = {
    raw: {
      'dataset.yml':
        'format: raw\nlabels: labels.csv\ntype: int8\nscale: 1/128\nzeroPoint: 3\ncalibration: { part: train }\n',
      'labels.csv': labels,
      ...each('.bin', (i) => Uint8Array.of(i, 2, 3, 4)),
    },
    idx: {
      'dataset.yml':
        'format: idx\nimages: images.idx\nlabels: labels.idx\nscale: 1/255\ncalibration: { every: 2 }\n',
      'images.idx': idxFile(
        8,
        [4, 2, 2],
        Array.from({ length: 16 }, (_, i) => i),
      ),
      'labels.idx': idxFile(8, [4], [0, 1, 1, 0]),
    },
    npy: {
      'dataset.yml':
        'format: npy\ninputs: x.npy\nlabels: y.npy\nclasses: [no, "yes"]\nevaluation: { last: 2 }\n',
      'x.npy': pictures,
      'y.npy': classes,
    },
    npz: {
      'dataset.yml': 'format: npz\nfile: set.npz\nseed: 7\n',
      'set.npz': zipSync({ 'x.npy': pictures, 'y.npy': classes }),
    },
    images: {
      'dataset.yml':
        'format: images\nfolder: .\nlabels: labels.csv\ncrop: center\nresize: [2, 2]\nchannels: gray\nmean: 0.5\nstd: 2\n',
      'labels.csv': ofLabels('.png'),
      ...each('.png', (i) => pngFile(40 * i, 3, 2)),
    },
  };
  return Object.entries(sets).map(([name, files]) => ({ name, files }));
}
