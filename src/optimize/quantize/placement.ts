import type { Operator, Tensor } from '../../model/graph.js';
import {
  inputRole,
  type Kernel,
  type OperatorRule,
  outputRole,
  type Role,
} from '../../model/operators/index.js';
import type { IntegerType } from './affine.js';
import type { WeightBits } from './channels.js';

/** What an operator computes in. */
export type Precision = IntegerType | 'float';

/** An operator that will run in an integer kernel. */
export interface IntegerPlacement {
  precision: IntegerType;
  rule: OperatorRule;
  kernel: Kernel;
  /** How many bits its weights get, if it has any. */
  weightBits: WeightBits;
}

/** What a quantizer does with an operator. */
export type Placement =
  | IntegerPlacement
  /** It computes in float and goes on doing so; `reason` ends "… stays float: "; null: it was chosen. */
  | { precision: 'float'; reason: string | null }
  /** It holds no real numbers, or is quantized already, or converts between precisions. */
  | { precision: 'other' };

/** How an edge of the graph stores real numbers. */
export type Edges = IntegerType | 'float';

export function isInteger(placement: Placement | undefined): placement is IntegerPlacement {
  return placement?.precision === 'int8' || placement?.precision === 'int16';
}

/** An operator's tensors that have a role, without those that aren't given. */
export function tensorsOf(operator: Operator, rule: OperatorRule, role: Role): Tensor[] {
  const inputs = operator.inputs.filter((_, position) => inputRole(rule, position) === role);
  const outputs = operator.outputs.filter((_, position) => outputRole(rule, position) === role);
  return [...inputs, ...outputs].filter((tensor) => tensor !== null);
}
