import { BuiltinOperator } from '../schema/index.js';
import type { OperatorFacts } from './facts.js';
import { toldDepth, toldRange } from './told-elements.js';

/**
 * Facts of operators that have no rule. A rule would say that nothing but their results is of use, and how these are
 * quantized.
 */
export const unruled: Partial<Record<BuiltinOperator, OperatorFacts>> = {
  [BuiltinOperator.CAST]: { converts: 'type' },
  [BuiltinOperator.DENSIFY]: { unpacks: true },
  [BuiltinOperator.ONE_HOT]: { toldElements: toldDepth },
  [BuiltinOperator.RANGE]: { toldElements: toldRange, sizedByValues: true, computesOnLoading: true },
  [BuiltinOperator.UNIQUE]: { sizedByValues: true },
  [BuiltinOperator.WHERE]: { sizedByValues: true },
  [BuiltinOperator.IF]: { sizedByValues: true },
  [BuiltinOperator.WHILE]: { sizedByValues: true },
  // They have sizes of their own and write as much, whatever memory their outputs were given.
  [BuiltinOperator.CUSTOM]: { sizedByValues: true },
  [BuiltinOperator.READ_VARIABLE]: { sizedByValues: true },
  [BuiltinOperator.ASSIGN_VARIABLE]: { remembers: true },
  [BuiltinOperator.MULTINOMIAL]: { remembers: true },
  [BuiltinOperator.RANDOM_STANDARD_NORMAL]: { remembers: true },
  [BuiltinOperator.RANDOM_UNIFORM]: { remembers: true },
};
