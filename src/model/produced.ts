import type { Operator } from './graph.js';
import { factsOf } from './operators/index.js';
import { bitsPerElement, elementCount } from './tensors.js';

/**
 * Elements that an operator's first output will have: what its constants say, where they do, since shapes in the file
 * are the converter's word only; else what the shape says. NaN or less than 0 where the constants make no sense.
 */
function producedElements(operator: Operator): number {
  const [output] = operator.outputs;
  const stated = output ? elementCount(output.shape) : 0;
  return Math.max(stated, factsOf(operator).toldElements?.(operator) ?? 0);
}

/** Bytes of an operator's largest output; 0 for types without a fixed size. */
export function producedBytes(operator: Operator): number {
  const elements = producedElements(operator);
  return operator.outputs.reduce(
    (most, { type, shape }, i) =>
      Math.max(most, ((i === 0 ? elements : elementCount(shape)) * (bitsPerElement(type) ?? 0)) / 8),
    0,
  );
}
