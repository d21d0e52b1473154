import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../base/random-numbers.js';
import { decodeImage } from './decode.js';

/**
 * Small pictures, and the SHA-256 of their RGB pixels as Pillow 13.0.0 (libjpeg-turbo 3.2.0) decodes
 * them: `hashlib.sha256(Image.open(file).convert('RGB').tobytes())`; for those with transparency, of the
 * same picture without it; for 16 bits, of the upper bytes. Written by Pillow, or, where it can't, from
 * the PNG specification by Python's zlib.
 */
const pictures: [name: string, width: number, height: number, sha256: string, base64: string][] = [
  [
    'JPEG with subsampled chroma',
    19,
    13,
    '41f1e2128c96bd9ec711696e349bee57d6f59e1615f688cb18240ce41de03d47',
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAANABMDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAABgAD/8QAJxAAAQIEBQMFAAAAAAAAAAAAAQIDAAQGIQUREiMxQVFhExYygaH/xAAWAQEBAQAAAAAAAAAAAAAAAAAFBgf/xAAhEQABAwQBBQAAAAAAAAAAAAABAgMEAAURkSESMUHR0v/aAAwDAQACEQMRAD8AA03TXqSrKtBJyyJPcWh9g9L/AB2/yE1IYSwqUAPAUQLfcVZ1V7UxBrD5LD2nph2XS+l51Z0pzWoEFAyJsk31Dnxdl+6v3SI0WxlRSM+Ow5NE2GZImSAwwMnXFaNUvtp2+naKDb9dVHMOF1qdalUKAyaalmylNumoKPm5PMURxt80nPUnZ9VqKLPcCkErTs/Nf//Z',
  ],
  [
    'progressive JPEG',
    19,
    13,
    'c6937e4915a9df62d7277151d2b7440bce3f114f8753d47e63cf4564088dade1',
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wgARCAANABMDAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAABQAC/8QAFwEAAwEAAAAAAAAAAAAAAAAABAUGA//aAAwDAQACEAMQAAABAowX0zJVGdllFWtIeLS//8QAHBABAAIBBQAAAAAAAAAAAAAABAEDAgAREhQh/9oACAEBAAEFAjG3xpLqC+EqjixXVslyMp//xAAfEQABBAICAwAAAAAAAAAAAAABAAIDEQQFEhMUIYH/2gAIAQMBAT8BZNRUU6E67Da1eH5Lebj6TNfjhtEX9X//xAAgEQABBAEEAwAAAAAAAAAAAAABAAIDBBMFERIhFEFh/9oACAECAQE/AY7mau1/xWpk6btabO51Yg+ihWzt5uK8OEdbL//EABsQAAICAwEAAAAAAAAAAAAAAAECABEDEDFh/9oACAEBAAY/AhOTmhjTGCxW7MsOF8Cif//EABwQAAICAgMAAAAAAAAAAAAAAAABESFRgTFBkf/aAAgBAQABPyGRwcAoB/cjgQrqVvrWSOBeAXsn/9oADAMBAAIAAwAAABAghP8A/8QAHBEBAAICAwEAAAAAAAAAAAAAAQARITFRYaGB/9oACAEDAQE/ELUnfMO4AYd9ApQZ0O/vDDSVyq/EPJ//xAAgEQEAAgEDBQEAAAAAAAAAAAABACERMWGBQVFxobHB/9oACAECAQE/EMzKtFdVKXlFmvcv3GgpA2MD9WGyQFMHg689otyTur+YPU//xAAdEAEAAgIDAQEAAAAAAAAAAAABESEAMVFhgUHx/9oACAEBAAE/ELQrEK8lZ+BnkOMKjoQV7k1Uk7CRMLSuG+raHoh6j5Bd2u8//9k=',
  ],
  [
    'gray JPEG',
    19,
    13,
    'f9d14271b12819b7c9a9e515e793c970cb43ef24a52a6801c9245dd4a882d183',
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/wAALCAANABMBAREA/8QAFgABAQEAAAAAAAAAAAAAAAAABgAD/8QAJxAAAQIEBQMFAAAAAAAAAAAAAQIDAAQGIQUREiMxQVFhExYygaH/2gAIAQEAAD8AA03TXqSrKtBJyyJPcWh9g9L/AB2/yFTVL7advp2jOkMJYVKAHgKIFvuKs6q9qYg1h8lh7T0w7LpfS86s6U5rUCCgZE2Sb6hz4uffrqo5hwutTrUqhQGTTUs2Upt01BR83J5j/9k=',
  ],
  [
    'RGB PNG',
    9,
    5,
    '0ea71526753b0ae8c51b473a98b1b4837be768e6c1838817eaa695ca95b78270',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFCAIAAAAYMVE8AAAAIklEQVR4nGNkYPjPzfodK2JhFmRiZv3OzMqEiSBy2BG5cgBHLAvWHwBpwAAAAABJRU5ErkJggg==',
  ],
  [
    'gray PNG',
    9,
    5,
    '94f3bbd1791a6fa8863c6ce2eb53b01da83523e78a6a383723209aaa9bed6816',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFCAAAAACyOJm3AAAAJUlEQVR4nGOUZWVlY2VlZWVj5FaCMFhZuLnhLB4Ig5WFmxvKAgAkzgFY1eMonQAAAABJRU5ErkJggg==',
  ],
  [
    'PNG with transparency',
    9,
    5,
    '0ea71526753b0ae8c51b473a98b1b4837be768e6c1838817eaa695ca95b78270',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFCAYAAACXU8ZrAAAAQklEQVR4nGNkYPgvy836nRWK2ZDYcDEWZkGmd8ys35WYWZnYmFmZWNEwGzMrEysLsyATNzMrEzcxinhwKUA3CaciAANZDgLZ5CSCAAAAAElFTkSuQmCC',
  ],
  [
    'gray PNG with transparency',
    9,
    5,
    '94f3bbd1791a6fa8863c6ce2eb53b01da83523e78a6a383723209aaa9bed6816',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFCAQAAAA9Wg7gAAAALUlEQVR4nGOUlWVlZWVlY2OFAjY2Rm5uJSVkAVZWFm5ubm4MIR4eZAGoKlQhAIlLAqFkVvO/AAAAAElFTkSuQmCC',
  ],
  [
    'palette PNG',
    9,
    5,
    '317ec3cf8f7deb992b0f121d8d5295fcecd5dd43c36a6349d532805a31c70594',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFBAMAAABlfdtYAAAAMFBMVEVdYcNDXdpOTcsoUfElRO8jN+5SP8MlQG81LNkbJvBSKr4IKwQYE+4GA/s3GdIDEQF0nrCwAAAAKUlEQVR4nAEeAOH/Ad3vIvy2AfzNvyK2Abnc8976BPy/7eHeBP/f3v8AINkTjlwpRA0AAAAASUVORK5CYII=',
  ],
  [
    'palette PNG with transparency',
    9,
    5,
    '35b628def4e13031c2694957cde63c1f8ccc89d2125754bef0d72327a61cc7f4',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFBAMAAABlfdtYAAAAD1BMVEVSX80+TtoxP8suKrUbEdCB79/bAAAAAnRSTlP/AOW3MEoAAAAnSURBVHicY3RhYHj/l+kDw7/3F5gY/j14x8Dy7zzDBwam/wwMDAwAz3wMca19xKQAAAAASUVORK5CYII=',
  ],
  [
    'PNG of 1 bit',
    9,
    5,
    'fecd31b15e2e31c7bf26c1bf0f92ce645f8660736a598d9c3788975d429ded0a',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFAQAAAAC/KPvGAAAAF0lEQVR4nGNgYGAQZWDiYWDkKmMIYQAABCAA+U5xjUsAAAAASUVORK5CYII=',
  ],
  [
    'PNG of 2 bits',
    9,
    5,
    'cc78a73157e4b9f1dbe6eb3da1a2e8a07d84341f2e7538dff947e68dfb7d86f2',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFAgAAAAD4iIEWAAAAG0lEQVR42mOQlmZgOHbsAMPGjQ0MOTkODEA+AD5xBbPBhnMYAAAAAElFTkSuQmCC',
  ],
  [
    'PNG of 4 bits',
    9,
    5,
    '877ab115d9b20da3c712da1e25eaf9fd8420e4b30413158c085c8652e67e1612',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFBAAAAAB3yHS2AAAAJ0lEQVR42mNgVHZNb2AwCauYtYEhvXP12QcMs/bc+yDAcPY9o7IDAKdIDDntRHddAAAAAElFTkSuQmCC',
  ],
  [
    'gray PNG of 16 bits',
    9,
    5,
    'b517e37ccf95bdd46d64a6bcf840589e591d0bf97f991fbff5dd64e19b60b54d',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFEAAAAADiqEX0AAAAaklEQVR42gFfAKD/AABjG7s3E1JrbcOJG6Rzv8vbIwABjxznOD9Tl27vikeln8D33E8AArseEzlrVMNwG4tzpsvCI917AAPnHz86l1XvcUeMn6f3w0/epwAFEyBrO8NXG3JzjcupI8R739OIcipedYbsPAAAAABJRU5ErkJggg==',
  ],
  [
    'RGB PNG of 16 bits',
    9,
    5,
    'ff01d02e1c8e5ea0ac4f14521520ddc49c89e37d29a302901a8b3e4441e439fd',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFEAIAAABIoY1/AAABHklEQVR42gETAez+AAAHAAf//wsSBQz2/RYdChHt9CEoDxbk6ywzFBvb4jc+GSDS2UJJHiXJ0E1UIyrAx1hfKC+3vgADChEYAQgOFRYd+P8ZIBsi7/YkKyAn5u0vNiUs3eQ6QSox1NtFTC82y9JQVzQ7wslbYjlAucAABg0iKQMKERgnLvsBHCMsM/H4Jy4xOOjvMjk2Pd/mPUQ7QtbdSE9AR83UU1pFTMTLXmVKUbvCAAkQMzoFDBQbOD/9Ax8mPUTz+ioxQknq8TU8R07h6EBHTFPY30tSUVjP1lZdVl3GzWFoW2K9xAAME0RLBw4XHklQ/wUiKU5V9fwtNFNa7PM4P1hf4+pDSl1k2uFOVWJp0dhZYGduyM9ka2xzv8ZCCWuk8gfBfQAAAABJRU5ErkJggg==',
  ],
  [
    'interlaced PNG',
    9,
    5,
    '0ea71526753b0ae8c51b473a98b1b4837be768e6c1838817eaa695ca95b78270',
    'iVBORw0KGgoAAAANSUhEUgAAAAkAAAAFCAIAAAFvNmGqAAAAnUlEQVR42gGSAG3/AAAA/1gotwAsFNsADEQHOFjjZGy/ABYK7UIeyQAiTvVOYtEABiIDHCzxMjbfSEDNXkq7AAsF9iEP5DcZ0k0jwAARJ/onMeg9O9ZTRcQAF0n+LVPsQ13aWWfIAAMRAQ4W+Bkb7yQg5i8l3Toq1EUvy1A0wls5uQAJMwUUOPwfPfMqQuo1R+FATNhLUc9WVsZhW71pSDV8Yo+8bgAAAABJRU5ErkJggg==',
  ],
];

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

describe('decodeImage', () => {
  it.each(pictures)('decodes a %s to the bit', async (_name, width, height, digest, base64) => {
    const image = await decodeImage(bytesOf(base64));
    expect([image.width, image.height, image.data.length]).toEqual([width, height, width * height * 3]);
    expect(sha256(image.data)).toBe(digest);
  });

  const cifar = fileURLToPath(new URL('../../../../shared/data/cifar10/test', import.meta.url));
  it.skipIf(!existsSync(cifar))(
    'decodes 500 JPEGs as libjpeg-turbo 3.2.0 does (needs ../shared)',
    async () => {
      const hash = createHash('sha256');
      for (const name of readdirSync(cifar).sort()) {
        for (const file of readdirSync(`${cifar}/${name}`).sort()) {
          hash.update((await decodeImage(readFileSync(`${cifar}/${name}/${file}`))).data);
        }
      }
      // By Pillow 13.0.0, as above, over the files in the same order.
      expect(hash.digest('hex')).toBe('34c0cd49c3ef54ac971c877e26cabce1ad2dff292ed19c198df4171d4bb63655');
    },
  );

  it.each([
    ['an empty file', new Uint8Array(0), 'an empty file'],
    ['text', new TextEncoder().encode('hello'), 'neither PNG nor JPEG'],
    ['a WebP', new TextEncoder().encode('RIFF\0\0\0\0WEBP'), 'neither PNG nor JPEG'],
    ['the begin of a JPEG', bytesOf(pictures[0]![4]).subarray(0, 150), 'a damaged JPEG file'],
    ['the begin of a PNG', bytesOf(pictures[3]![4]).subarray(0, 60), 'a truncated PNG file'],
    ['a PNG that claims to be huge', png(60_000, 60_000, Buffer.alloc(10)), '60000 × 60000 pixels'],
    ['a PNG that unpacks to more than its pixels', png(8, 8, Buffer.alloc(2 ** 20)), 'a damaged PNG file'],
    ['a PNG of a depth that there is not', changedPng(24, 7), 'a damaged PNG file'],
    ['a PNG of a colour type that there is not', changedPng(25, 5), 'a damaged PNG file'],
    ['a PNG of colours without a palette', changedPng(25, 3), 'it has no palette'],
    ['a PNG of an unknown filter', png(1, 1, Buffer.from([9, 0])), 'a row of an unknown filter'],
    ['a PNG that begins with pixels', pngOf(['IDAT', 'IEND']), 'a damaged PNG file'],
    ['a PNG without pixels’ chunks', pngOf(['IHDR', 'IEND']), 'a damaged PNG file'],
    ['a PNG of its end alone', pngOf(['IEND']), 'a damaged PNG file'],
    ['a PNG that unpacks to less', png(8, 8, Buffer.alloc(8)), 'pixels are missing'],
    ['a PNG of no pixels', png(0, 8, Buffer.alloc(8)), 'without pixels'],
    ['a JPEG with endless scans', endlessScans(), 'too many scans'],
    ['a JPEG in CMYK', cmykJpeg(), 'CMYK'],
    [
      'a progressive JPEG that claims to be large',
      largeProgressive(),
      '8192 × 4097 pixels, more than the 33554432',
    ],
    [
      'a JPEG of 64 MB',
      Buffer.concat([hugeJpeg(), new Uint8Array(2 ** 26)]),
      'more than the 67108864 that are read',
    ],
    ['a JPEG that claims to be huge', hugeJpeg(), '65535 × 65535 pixels'],
  ])('refuses %s', async (_name, file, message) => {
    await expect(decodeImage(file)).rejects.toThrow(message);
  });

  it('survives damage anywhere, and decodes on', async () => {
    const random = randomNumbers(1);
    for (const [, , , digest, base64] of pictures) {
      for (let round = 0; round < 40; round++) {
        const file = bytesOf(base64);
        for (let k = 0; k < 3; k++) file[Math.floor(random() * file.length)] = Math.floor(random() * 256);
        const end = random() < 0.3 ? Math.floor(random() * file.length) : file.length;
        await decodeImage(file.subarray(0, end)).then(
          ({ width, height, data }) => expect(data.length).toBe(width * height * 3),
          (error) => expect(error.constructor.name).toBe('ImageError'),
        );
      }
      expect(sha256((await decodeImage(bytesOf(base64))).data)).toBe(digest);
    }
  });
});

describe('a PNG of random pixels', () => {
  const kinds = [1, 2, 4, 8, 16].map((depth) => [0, depth, 1] as const);
  const others = [
    [2, 8, 3],
    [2, 16, 3],
    [3, 1, 1],
    [3, 2, 1],
    [3, 4, 1],
    [3, 8, 1],
    [4, 8, 2],
    [4, 16, 2],
    [6, 8, 4],
    [6, 16, 4],
  ] as const;

  it.each([
    ...kinds,
    ...others,
  ])('of colour type %d with %d bits is read as it was written', async (type, depth, channels) => {
    const random = randomNumbers(type * 16 + depth);
    for (let round = 0; round < 12; round++) {
      const [width, height] = [1 + Math.floor(random() * 20), 1 + Math.floor(random() * 20)];
      const values = Array.from({ length: width * height * channels }, () =>
        Math.floor(random() * 2 ** depth),
      );
      const palette = Buffer.from(Array.from({ length: 3 * 2 ** Math.min(depth, 8) }, () => random() * 256));
      const shape = { type, depth, channels, width, height, isInterlaced: round % 2 === 1 };
      const { data } = await decodeImage(writePng(shape, values, palette, random));
      const expected = values.flatMap((value, i) => {
        if (type === 3) return [...palette.subarray(3 * value, 3 * value + 3)];
        const byte = depth === 16 ? value >> 8 : (value * 255) / (2 ** depth - 1);
        if (channels < 3) return i % channels === 0 ? [byte, byte, byte] : [];
        return i % channels < 3 ? [byte] : [];
      });
      expect([...data]).toEqual(expected);
    }
  });
});

interface PngShape {
  type: number;
  depth: number;
  channels: number;
  width: number;
  height: number;
  isInterlaced: boolean;
}

/** Writes a PNG with a filter by chance in each row, by the specification's formulas. */
function writePng(shape: PngShape, values: number[], palette: Buffer, random: () => number): Uint8Array {
  const { type, depth, channels, width, height, isInterlaced } = shape;
  const adam7 = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ];
  const rows: number[] = [];
  for (const [x0, y0, dx, dy] of isInterlaced ? adam7 : [[0, 0, 1, 1]]) {
    let above: number[] = [];
    for (let y = y0!; y < height && x0! < width; y += dy!) {
      let bits = '';
      for (let x = x0!; x < width; x += dx!)
        for (let c = 0; c < channels; c++)
          bits += values[(y * width + x) * channels + c]!.toString(2).padStart(depth, '0');
      const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
      const filter = Math.floor(random() * 5);
      rows.push(
        filter,
        ...bytes.map(
          (byte, i) => (byte - prediction(filter, i, bytes, above, Math.ceil((channels * depth) / 8))) & 255,
        ),
      );
      above = bytes;
    }
  }
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, depth, type, 0, 0, isInterlaced ? 1 : 0]);
  const packed = deflateSync(Buffer.from(rows));
  // Split anywhere, as encoders do.
  const cut = Math.floor(random() * packed.length);
  const plte = type === 3 ? [chunk('PLTE', palette)] : [];
  const chunks = [
    chunk('IHDR', header),
    ...plte,
    chunk('IDAT', packed.subarray(0, cut)),
    chunk('IDAT', packed.subarray(cut)),
  ];
  return new Uint8Array(Buffer.concat([signature, ...chunks, chunk('IEND', Buffer.alloc(0))]));
}

function prediction(filter: number, i: number, row: number[], above: number[], step: number): number {
  const [a = 0, b = 0, c = 0] = [row[i - step], above[i], above[i - step]];
  const p = a + b - c;
  const paeth = [a, b, c].reduce((best, value) => (Math.abs(p - value) < Math.abs(p - best) ? value : best));
  return [0, a, b, Math.floor((a + b) / 2), paeth][filter]!;
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** A PNG of a pixel with other chunks than it should have. */
function pngOf(types: string[]): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const content: Record<string, Buffer> = {
    IHDR: header,
    IDAT: deflateSync(Buffer.from([0, 1])),
    IEND: Buffer.alloc(0),
  };
  return new Uint8Array(Buffer.concat([signature, ...types.map((type) => chunk(type, content[type]!))]));
}

/** A PNG of a pixel with another byte in its header. */
function changedPng(at: number, byte: number): Uint8Array {
  const file = pngOf(['IHDR', 'IDAT', 'IEND']);
  file[at] = byte;
  return file;
}

/** A JPEG of several scans, whose header says that it is large. */
function largeProgressive(): Uint8Array {
  const file = Buffer.from(pictures[1]![4], 'base64');
  const frame = file.findIndex((byte, i) => byte === 0xff && [0xc0, 0xc2].includes(file[i + 1]!));
  file.writeUInt16BE(4097, frame + 5);
  file.writeUInt16BE(8192, frame + 7);
  const scan = Buffer.from([0xff, 0xda, 0, 2]);
  return new Uint8Array(Buffer.concat([file.subarray(0, -2), scan, scan, file.subarray(-2)]));
}

/** A gray PNG of 8 bits with wrong checksums, which decoders may leave unchecked. */
function png(width: number, height: number, rows: Buffer): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...chunks]));
}

function endlessScans(): Uint8Array {
  const file = Buffer.from(pictures[1]![4], 'base64');
  const scan = Buffer.from([0xff, 0xda, 0, 2]);
  return new Uint8Array(Buffer.concat([file.subarray(0, -2), ...Array(200).fill(scan), file.subarray(-2)]));
}

function cmykJpeg(): Uint8Array {
  const file = Buffer.from(pictures[0]![4], 'base64');
  file[file.indexOf(Buffer.from([0xff, 0xc0])) + 9] = 4;
  return new Uint8Array(file);
}

function hugeJpeg(): Uint8Array {
  const file = Buffer.from(pictures[0]![4], 'base64');
  file.fill(0xff, file.indexOf(Buffer.from([0xff, 0xc0])) + 5, file.indexOf(Buffer.from([0xff, 0xc0])) + 9);
  return new Uint8Array(file);
}
