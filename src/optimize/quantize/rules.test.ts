import { describe, expect, it } from 'vitest';
import { messageOf } from '../../base/errors.js';
import { parseYaml } from '../../yaml/read.js';
import { stepSchema } from '../transforms.js';

function problemOf(...lines: string[]): string {
  try {
    parseYaml(stepSchema, ['transform: quantize', ...lines].join('\n'), 'own.yml');
    return 'none';
  } catch (error) {
    return messageOf(error);
  }
}

describe('options of quantize', () => {
  it.each([
    ['an operator', ['scheme: int8', 'rules: [{ operator: CONV2D, scheme: float }]'], /"CONV2D".*"CONV_2D"/],
    ['a scheme', ['scheme: int8', 'rules: [{ index: 1, scheme: int16x }]'], /"int16x".*"int16x8"/],
    ['a key', ['scheme: int8', 'rules: [{ operators: ADD, scheme: float }]'], /"operators".*"operator"/],
    ['a block size', ['scheme: dynamic-int4', 'blockSize: 48'], /line 3: "blockSize" is 48/],
    ['an operator per tensor', ['scheme: int8', 'perTensor: [FULLYCONNECTED]'], /"FULLY_CONNECTED"/],
  ])('refuse %s that there is not, with the nearest', (_, lines, problem) => {
    expect(problemOf(...lines)).toMatch(problem);
  });

  it('refuse a rule that names nothing, or two things', () => {
    const problem =
      /line 3: a rule names either an "operator", a "tensor" or an "index". Write a rule for each/;
    expect(problemOf('scheme: int8', 'rules: [{ scheme: float }]')).toMatch(problem);
    expect(problemOf('scheme: int8', 'rules: [{ index: 1, tensor: a, scheme: float }]')).toMatch(problem);
  });

  it.each([
    ['edges: int16', 'int8'],
    ['edges: int8', 'int16x8'],
    ['edges: int8', 'dynamic-int8'],
    ['strict: true', 'weight-int8'],
    ['blockSize: 32', 'weight-int4'],
    ['minElements: 9', 'int8'],
  ])('refuse "%s" with %s, where it means nothing', (option, scheme) => {
    expect(problemOf(`scheme: ${scheme}`, option)).toMatch(
      /line 3: ".*" means nothing for scheme ".*"\. Leave it out/,
    );
  });

  it('may belong to the scheme of a rule', () => {
    const rules = 'rules: [{ operator: ADD, scheme: int16x8 }, { index: 0, scheme: dynamic-int4 }]';
    expect(problemOf('scheme: float', 'edges: int16', 'strict: true', 'blockSize: 32', rules)).toBe('none');
  });
});
