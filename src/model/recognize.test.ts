import { describe, expect, it } from 'vitest';
import { sampleModels } from '../../test/support/sample-models.js';
import { messageOf } from '../base/errors.js';
import { readModel } from './read.js';
import { writeModel } from './write.js';

function refusal(bytes: Uint8Array): string {
  try {
    readModel(bytes, 'models/kws.tflite');
  } catch (error) {
    return messageOf(error);
  }
  return 'accepted';
}

const text = (content: string) => Uint8Array.from(Buffer.from(content, 'latin1'));
const sound = writeModel(sampleModels()['an addition']!);

describe('a file that is no model', () => {
  it.each([
    ['empty', new Uint8Array(), 'the file is empty. Export or download the model again.'],
    [
      'a Git LFS pointer',
      text(`version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 53936\n`),
      'this is a Git LFS pointer to a file of 53936 bytes, not the model itself. ' +
        'Run "git lfs pull", or check out with lfs: true.',
    ],
    ['a PNG', text('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'this is a PNG image, not a TensorFlow Lite model.'],
    [
      'a ZIP',
      text('PK\x03\x04\x14\0\0\0\x08\0'),
      'this is a ZIP archive, not a TensorFlow Lite model. If it holds a .tflite file, unpack that.',
    ],
    ['a few bytes', text('\x1c\0\0\0'), 'the file has only 4 bytes: it is truncated.'],
    [
      'an older schema',
      text('\x1c\0\0\0TFL2\0\0\0\0'),
      'this is no TensorFlow Lite model: at byte 4 it has "TFL2" instead of "TFL3".',
    ],
    [
      'binary rubbish',
      text('\x01\x02\x03\x04\x05\n\r\x1b[31m'),
      'this is no TensorFlow Lite model: at byte 4 it has "????" instead of "TFL3".',
    ],
  ])('%s says so', (_, bytes, problem) => {
    expect(refusal(bytes)).toBe(`models/kws.tflite: ${problem}`);
  });

  it('half a model says where it breaks off', () => {
    const half = sound.slice(0, sound.length / 2);
    expect(refusal(half)).toMatch(
      /^models\/kws\.tflite: \S+: it reaches to byte \d+, but the file has \d+: truncated or corrupt\. Export/,
    );
    expect(refusal(half)).toContain(`the file has ${half.length}`);
  });
});
