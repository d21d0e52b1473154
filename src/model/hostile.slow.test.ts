import { describe, expect, it } from 'vitest';
import { sampleModels } from '../../test/support/sample-models.js';
import { InputError } from '../base/errors.js';
import { randomNumbers } from '../base/random-numbers.js';
import { inspectModel } from './inspect.js';
import { readModel } from './read.js';
import { writeModel } from './write.js';

const files = Object.entries(sampleModels()).map(([name, model]) => ({
  name,
  bytes: writeModel({ ...model, tail: new Uint8Array() }),
}));

/**
 * Reads a file that may be anything. It must give a model, which can be described and written again to
 * the same effect, or an InputError; everything else is thrown on.
 */
function survive(bytes: Uint8Array): 'read' | 'refused' {
  try {
    const model = readModel(bytes, 'hostile.tflite');
    inspectModel(model, bytes, 'hostile.tflite');
    const written = writeModel(model);
    expect(Buffer.compare(writeModel(readModel(written)), written)).toBe(0);
    return 'read';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).not.toContain('\n');
    return 'refused';
  }
}

describe.each(files)('$name, damaged', ({ bytes }) => {
  it('is refused when truncated anywhere before its padding', () => {
    const end = bytes.findLastIndex((byte) => byte !== 0);
    for (let length = 0; length < end; length++) {
      expect(() => readModel(bytes.slice(0, length), 'cut.tflite'), `cut to ${length}`).toThrow(InputError);
    }
  });

  it('never does harm with one byte changed', () => {
    const counts = { read: 0, refused: 0 };
    for (let position = 0; position < bytes.length; position++) {
      for (const value of [0, 0x80, 0xff]) {
        const changed = bytes.slice();
        changed[position] = value;
        counts[survive(changed)]++;
      }
    }
    expect(counts.read).toBeGreaterThan(0);
    expect(counts.refused).toBeGreaterThan(0);
  });

  it('never does harm with several words changed', () => {
    const random = randomNumbers(7);
    const view = (changed: Uint8Array) => new DataView(changed.buffer);
    for (let round = 0; round < 1500; round++) {
      const changed = bytes.slice();
      for (let i = 0; i < 1 + random() * 4; i++) {
        const position = 4 * Math.floor((random() * changed.length) / 4 - 0.01);
        const small = Math.floor(random() * 64) - 8;
        const value = random() < 0.7 ? small : Math.floor(random() * 2 ** 32);
        if (position >= 0 && position + 4 <= changed.length)
          view(changed).setInt32(position, value | 0, true);
      }
      survive(changed);
    }
  });
});
