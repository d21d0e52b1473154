import { describe, expect, it } from 'vitest';
import { matchesPattern } from './name-pattern.js';

describe('patterns of tensor names', () => {
  it.each([
    ['conv1/Relu', 'conv1/Relu', true],
    ['conv1/Relu', 'conv1', false],
    ['conv1/Relu', '*Relu', true],
    ['conv1/Relu;bn/add', 'conv?/*add', true],
    ['conv11/Relu', 'conv?/*', false],
    ['a(b)[c].d', 'a(b)[c].d', true],
    ['anything', '*', true],
    ['', '*', true],
    ['', '?', false],
    ['aab', 'a*ab', true],
  ])('"%s" and "%s": %s', (name, pattern, expected) => {
    expect(matchesPattern(name, pattern)).toBe(expected);
  });

  it('takes no time to speak of, however many stars there are', () => {
    expect(matchesPattern('a'.repeat(5000), `${'*a'.repeat(400)}*b`)).toBe(false);
  });
});
