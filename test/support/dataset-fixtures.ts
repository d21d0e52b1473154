import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encode } from 'fast-png';

/** Files by their names in a folder. For tests. */
export type Files = Record<string, string | Uint8Array>;

/** Runs a test in a new folder with these files, which is removed afterwards. */
export async function withFiles<T>(files: Files, test: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'litetrim-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return await test(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An IDX file: element type by its code, dimensions, elements as they are stored. */
export function idxFile(type: number, shape: number[], elements: ArrayLike<number>): Uint8Array {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.set([0, 0, type, shape.length]);
  for (const [i, size] of shape.entries()) header.writeUInt32BE(size, 4 + 4 * i);
  return new Uint8Array(Buffer.concat([header, Buffer.from(Array.from(elements))]));
}

/** An NPY file, version 1, as numpy writes it. */
export function npyFile(
  descr: string,
  shape: number[],
  elements: Uint8Array,
  fortranOrder = false,
): Uint8Array {
  const dimensions = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const order = fortranOrder ? 'True' : 'False';
  const text = `{'descr': ${descr}, 'fortran_order': ${order}, 'shape': (${dimensions}), }`;
  const header = Buffer.from(`${text.padEnd(64 * Math.ceil((text.length + 11) / 64) - 11)}\n`, 'latin1');
  const start = Buffer.from('\x93NUMPY\x01\x00\x00\x00', 'latin1');
  start.writeUInt16LE(header.length, 8);
  return new Uint8Array(Buffer.concat([start, header, elements]));
}

/** Bytes of numbers as float32, little-endian. */
export function float32(...values: number[]): Uint8Array {
  return new Uint8Array(Float32Array.from(values).buffer);
}

/** A gray PNG with one value everywhere. */
export function pngFile(value: number, width = 2, height = 2): Uint8Array {
  const data = new Uint8Array(width * height).fill(value);
  return new Uint8Array(encode({ width, height, data, channels: 1 }));
}
