import { describe, expect, it } from 'vitest';
import { InputError } from './errors.js';

describe('the message of bad input', () => {
  it('is one line of file, place, problem and way out', () => {
    const error = new InputError('it is\nodd', { file: 'a.tflite', place: 'tensor 3', hint: 'Mend it' });
    expect(error.message).toBe('a.tflite: tensor 3: it is odd. Mend it.');
  });

  it('shows the ends of names that are too long to be read', () => {
    const name = `${'a'.repeat(3000)}${'b'.repeat(3000)}`;
    const { message } = new InputError(`it computes "${name}", which is there already`, { file: 'a.tflite' });
    expect(message).toBe(
      `a.tflite: it computes "${'a'.repeat(60)}…${'b'.repeat(60)}", which is there already.`,
    );
    const place = new InputError('it is odd', { file: 'a.tflite', place: name });
    expect(place.message).toBe(`a.tflite: ${'a'.repeat(150)}…${'b'.repeat(150)}: it is odd.`);
    expect(new InputError(name.repeat(3)).message).toHaveLength(2001);
  });
});
