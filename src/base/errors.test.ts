import { describe, expect, it } from 'vitest';
import { InputError, messageOf } from './errors.js';

const long = 'x'.repeat(10 * 2 ** 20);

describe('an error’s message', () => {
  it.each([
    ['a file', new InputError('it is none', { file: `models/${long}.tflite` })],
    ['a place', new InputError('it is none', { file: 'm', place: `sample 3 (${long}.png)` })],
    ['a value', new InputError(`label "${long}" is no class`, { file: 'm', hint: 'Write "a"' })],
    ['values', new InputError(`label "${long}" is no class`, { file: 'm', hint: `Write "${long}"` })],
    ['a problem', new InputError(long, { file: 'm', hint: 'Write "a"' })],
    ['a way out', new InputError('it is none', { file: 'm', hint: `Known names: ${long}` })],
    ['all', new InputError(long, { file: long, place: long, hint: long })],
    ['something else thrown', new Error(long)],
  ])('is bounded with %s of 10 MB', (_name, error) => {
    expect(messageOf(error).length).toBeLessThanOrEqual(1000);
    expect(messageOf(error)).toContain('…');
  });

  it('keeps the begin and the ending of a long name, and what is said of it', () => {
    const file = `models/${'deep/'.repeat(45)}net.tflite`;
    const error = new InputError(`tensor "${'conv/'.repeat(60)}weights" has no data`, { file });
    expect(error.message).toMatch(
      /^models\/deep\/[a-z/]+…[a-z/]+\/net\.tflite: tensor "conv\/[a-z/]+…[a-z/]+\/weights" has no data\.$/,
    );
    expect(error.message.length).toBeLessThan(290);
    expect(error.details.file).toBe(file);
  });

  it('says a short one as it is, and quotes without end as they are', () => {
    const details = { file: 'a.yml', place: 'line 3', hint: 'Did you mean "c"' };
    expect(new InputError('unknown key "b"', details).message).toBe(
      'a.yml: line 3: unknown key "b". Did you mean "c".',
    );
    expect(new InputError('a " alone and ""').message).toBe('a " alone and "".');
  });
});
