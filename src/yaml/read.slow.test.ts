import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { InputError } from '../base/errors.js';
import { parseYaml, readYamlBytes } from './read.js';
import { nearestNames, suggestion } from './suggest.js';

const shape = z.strictObject({
  kind: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('raw'), scale: z.number().positive() }),
    z.strictObject({ type: z.literal('images'), size: z.tuple([z.int(), z.int()]) }),
  ]),
  labels: z.union([z.string(), z.strictObject({ file: z.string() })]).optional(),
  count: z.int().min(1).max(10).default(3),
  any: z.unknown().optional(),
});

const message = (text: string | Uint8Array) => {
  try {
    return JSON.stringify(parseYaml(shape, text, 'f'));
  } catch (error) {
    return (error as Error).message;
  }
};

function errorOf(text: string): InputError {
  try {
    parseYaml(shape, text, 'f');
  } catch (error) {
    return error as InputError;
  }
  throw new Error('nothing is wrong');
}

describe('parseYaml', () => {
  it('gives the schema’s output, of YAML and of JSON', () => {
    const expected = { kind: { type: 'raw', scale: 0.5 }, count: 3 };
    expect(parseYaml(shape, 'kind: { type: raw, scale: 0.5 }', 'f')).toEqual(expected);
    expect(parseYaml(shape, Buffer.from('{"kind": {"type": "raw", "scale": 0.5}}'), 'f')).toEqual(expected);
  });

  it.each([
    ['kind: { type: rwa }', 'f: line 1: "type" is "rwa". Did you mean "raw"?'],
    ['kind: { scale: 1 }', 'f: line 1: "type" is missing in "kind". It is one of: raw, images.'],
    ['kind: { type: raw, scale: 0 }', 'f: line 1: "scale" must be more than 0.'],
    ['kind: { type: raw, scale: .inf }', 'f: line 1: "scale" must be a number, not Infinity.'],
    ['kind: { type: images, size: [1, 2.5] }', 'f: line 1: "size" entry 2 must be a whole number, not 2.5.'],
    ['kind: { type: raw, scale: 1 }\ncount: 11', 'f: line 2: "count" must be at most 10.'],
    [
      'kind: { type: raw, scale: 1 }\nlabels: 3',
      'f: line 2: "labels" must be a text or a mapping of keys to values, not 3.',
    ],
    [
      'kind: { type: raw, scale: 1 }\nlabels: { fiel: x }',
      'f: line 2: unknown key "fiel" in "labels". Did you mean "file"?',
    ],
    ['__proto__: { kind: 1 }', 'f: line 1: unknown key "__proto__". Known keys: kind, labels, count, any.'],
    ['"x\\u001b[31m": 1', 'f: line 1: unknown key "x [31m". Known keys: kind, labels, count, any.'],
    ['any: &a [*a]', 'f: line 1: alias "*a" contains itself.'],
    ['? [a]\n: 1', 'f: line 1: a key must be a plain name.'],
    ['[1]', 'f: line 1: the file must be a mapping of keys to values, not a list.'],
  ])('%j', (text, expected) => {
    expect(message(text)).toBe(expected);
  });

  it.each([
    ['nested flow lists', '['.repeat(60_000), 'f: the file is nested too deeply.'],
    [
      'a megabyte',
      ' '.repeat(2 ** 20),
      'f: the file has 1024 KiB, too many for YAML. Keep it under 256 KiB.',
    ],
    [
      'aliases',
      `any: &a 1\nb: [${'*a,'.repeat(50_000)}]`,
      'f: aliases repeat parts of the file too often. Write the parts out.',
    ],
    [
      'keys',
      Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n'),
      'f: line 1: unknown key "k0". Known keys: kind, labels, count, any.',
    ],
  ])('ends on hostile %s', (_, text, expected) => {
    expect(message(text)).toBe(expected);
  });

  // Files that a link, or a name in a pull request, may lead to.
  it.each([
    ['.npmrc', '//registry/:_authToken=s3cret'],
    ['.netrc', 'machine s3cret login s3cret'],
    ['an environment', 'A=s3cret\0B=s3cret'],
    ['a list of users', 'root:x:0:s3cret:/bin/sh\nb:x:1:s3cret'],
    ['credentials in sections', '[default]\nkey = s3cret\n'],
    ["Git's configuration", '[http "s3cret"]\n\theader = s3cret\n'],
    ['a list', '- s3cret\n- s3cret'],
    ['a quoted text', '"s3cret"'],
    ['an alias', '*s3cret'],
    ['a tag', '!s3cret x'],
    ['a directive', '%s3cret x\n---\nx'],
    ['a block scalar', 'key: |s3cret\n x'],
    ['a broken text', '}s3cret: x'],
    ['a mapping of other keys', 'key: { key: s3cret }\nany: s3cret'],
  ])('tells nothing of a file that is none of its own: %s', (_what, text) => {
    const error = errorOf(text);
    const messages = [error, ...(error.details.others ?? [])].map((one) => one.message);
    for (const line of messages) expect(line).not.toContain('s3cret');
  });

  it('names a file that is not there', () => {
    expect(() => readYamlBytes('no/such.yml')).toThrow('no/such.yml: there is no such file.');
  });
});

describe('suggestion', () => {
  const devices = ['raspberry-pi-4', 'raspberry-pi-5', 'cortex-a55'];
  it.each([
    ['rasberry-pi-5', 'raspberry-pi-5'],
    ['Raspberry_Pi_4', 'raspberry-pi-4'],
    ['raspberry-pi-6', 'raspberry-pi-4, raspberry-pi-5'],
    ['pi5', 'raspberry-pi-5'],
    ['cortex', 'cortex-a55'],
    ['esp32', ''],
    ['x', ''],
  ])('%s: %s', (name, expected) => {
    expect(nearestNames(name, devices).join(', ')).toBe(expected);
  });

  it('names all that are equally near', () => {
    const cores = ['cortex-a53', 'cortex-a55', 'cortex-a57', 'cortex-a72'];
    expect(suggestion('cortex-a5', cores, 'devices')).toBe(
      'Did you mean "cortex-a53", "cortex-a55" or "cortex-a57"?',
    );
  });

  it('lists what is known where nothing is near', () => {
    expect(suggestion('esp32', devices, 'devices')).toBe(`Known devices: ${devices.join(', ')}`);
  });
});
