import type { Operator, Tensor } from '../graph.js';
import { BuiltinOperator } from '../schema/index.js';
import { broadcastsChannels, keepsEachChannel } from './channels.js';
import {
  activationPassesFactors,
  binary,
  free,
  keepsChannels,
  type OperatorRule,
  same,
  unary,
  unlessCurved,
} from './rule.js';

const arithmetic = (kernels: OperatorRule['kernels']): OperatorRule => ({
  ...binary(kernels),
  channels: broadcastsChannels,
});

const mapping = (kernels: OperatorRule['kernels']): OperatorRule => ({
  ...unary(kernels),
  channels: keepsEachChannel,
});

/** The larger or the smaller of two. */
const comparing: OperatorRule = {
  ...arithmetic({ int8: same(2), int16: same(4) }),
  sameBitsNatively: () => true,
};

/** @param int16 version of the kernel for 16 bits */
const comparison = (int16: number): OperatorRule => ({
  ...arithmetic({ int8: free(2), int16: free(int16) }),
  outputs: ['index'],
});

/** An operator whose 8- and 16-bit kernels compute with the stored numbers as if they were the real ones. */
const ofWholeNumbers: OperatorRule = {
  ...arithmetic({}),
  floatOnly: 'its integer kernels know of no scales',
};

/** `kernels/add.cc` works so many bits below twice the larger scale, and multiplies the sum by less than 1. */
const minSumScale =
  (bits: number) =>
  (inputs: readonly number[]): number =>
    (2.001 * Math.max(...inputs)) / 2 ** bits;

/** Kernels of sums, which have 20 bits of room beside 8 and 15 beside 16. */
const sums = (int16: number): OperatorRule['kernels'] => ({
  int8: { ...free(2), minOutputScale: minSumScale(20) },
  int16: { ...free(int16), minOutputScale: minSumScale(15) },
});

/** `kernels/squared_difference.cc` works 7 bits below, before squaring. */
const minSquareScale = (inputs: readonly number[]): number => {
  const twice = 2.001 * Math.max(...inputs);
  return (twice * twice) / 2 ** 14;
};

/** Arithmetic and comparisons, element by element. */
export const elementwise: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.ADD]: {
    ...arithmetic(sums(3)),
    sparseLayout: 'within',
    passesFactors: sumPassesFactors,
    sameBitsNatively: unlessCurved,
  },
  [BuiltinOperator.SUB]: {
    ...arithmetic(sums(5)),
    sparseLayout: 'within',
    passesFactors: sumPassesFactors,
    sameBitsNatively: unlessCurved,
  },
  [BuiltinOperator.MUL]: {
    ...arithmetic({ int8: free(2), int16: free(4) }),
    version: rescaledProduct,
    sparseLayout: 'within',
    sameBitsNatively: unlessCurved,
  },
  [BuiltinOperator.DIV]: {
    ...arithmetic({}),
    floatOnly: 'a divisor near zero would be stored as zero, which the kernel refuses at run time',
  },
  [BuiltinOperator.SQUARED_DIFFERENCE]: arithmetic({ int8: { ...free(2), minOutputScale: minSquareScale } }),
  [BuiltinOperator.MAXIMUM]: comparing,
  [BuiltinOperator.MINIMUM]: comparing,
  [BuiltinOperator.ABS]: mapping({ int8: free(2), int16: free(3) }),
  [BuiltinOperator.SQRT]: mapping({ int8: free(2), int16: free(2) }),
  [BuiltinOperator.RSQRT]: mapping({ int8: free(2), int16: free(3) }),
  [BuiltinOperator.EXP]: mapping({ int8: free(2), int16: free(2) }),
  [BuiltinOperator.LOG]: mapping({ int8: free(2), int16: free(2) }),
  [BuiltinOperator.NEG]: mapping({ int16: same(1) }),
  [BuiltinOperator.SQUARE]: mapping({}),
  [BuiltinOperator.SIN]: mapping({}),
  [BuiltinOperator.COS]: mapping({}),
  [BuiltinOperator.FLOOR]: mapping({}),
  [BuiltinOperator.CEIL]: mapping({}),
  [BuiltinOperator.ROUND]: mapping({}),
  [BuiltinOperator.SIGN]: mapping({}),
  [BuiltinOperator.POW]: arithmetic({}),
  [BuiltinOperator.ATAN2]: arithmetic({}),
  [BuiltinOperator.FLOOR_DIV]: ofWholeNumbers,
  [BuiltinOperator.FLOOR_MOD]: ofWholeNumbers,
  [BuiltinOperator.ADD_N]: {
    ...{ inputs: ['activation'], outputs: ['activation'], kernels: {} },
    channels: broadcastsChannels,
  },
  [BuiltinOperator.CUMSUM]: { ...unary({}), needs: 2 },
  [BuiltinOperator.EQUAL]: comparison(4),
  [BuiltinOperator.NOT_EQUAL]: comparison(4),
  [BuiltinOperator.GREATER]: comparison(2),
  [BuiltinOperator.GREATER_EQUAL]: comparison(3),
  [BuiltinOperator.LESS]: comparison(3),
  [BuiltinOperator.LESS_EQUAL]: comparison(2),
};

/** A product whose scale isn't larger than its factors' needs a kernel that can multiply by 1 or more. */
function rescaledProduct({ inputs: [left, right], outputs: [output] }: Operator): number {
  const rescale = (scaleOf(left) * scaleOf(right)) / scaleOf(output);
  return rescale >= 1 ? 3 : 1;
}

/** A sum does where neither term is repeated over the other's channels. */
function sumPassesFactors(operator: Operator): boolean {
  const [left, right] = operator.inputs;
  return (
    left?.shape.at(-1) === right?.shape.at(-1) && keepsChannels(operator) && activationPassesFactors(operator)
  );
}

const scaleOf = (tensor: Tensor | null | undefined): number => tensor?.quantization?.scale[0] ?? Number.NaN;
