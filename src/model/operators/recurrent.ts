import type { Operator } from '../graph.js';
import { BuiltinOperator } from '../schema/index.js';
import { elements, type OperatorRule, type Role, type WeightsInput } from './rule.js';

const floatOnly = 'its recurrent state needs 16-bit kernels that litetrim does not prepare';

/** Input-to-gate and gate-to-gate matrices, and the projection (`kernels/lstm_shared.h`). */
const lstmMatrices = [1, 2, 3, 4, 5, 6, 7, 8, 16];
const lstm: OperatorRule = {
  inputs: lstmRoles(),
  outputs: ['activation'],
  weights: (operator) => present(operator, lstmMatrices),
  kernels: {},
  floatOnly,
  macs: (operator) => steps(operator) * sum(operator, lstmMatrices),
};

/** Operators that carry a state from one step to the next. */
export const recurrent: Partial<Record<BuiltinOperator, OperatorRule>> = {
  [BuiltinOperator.LSTM]: lstm,
  [BuiltinOperator.UNIDIRECTIONAL_SEQUENCE_LSTM]: lstm,
  [BuiltinOperator.SVDF]: {
    inputs: ['activation', 'weights', 'weights', 'bias', 'state'],
    needs: 3,
    outputs: ['activation'],
    weights: (operator) => present(operator, [1, 2]),
    kernels: {},
    floatOnly,
    macs: (operator) => steps(operator) * sum(operator, [1, 2]),
  },
};

function lstmRoles(): Role[] {
  const roles: Role[] = Array.from({ length: 24 }, () => 'weights');
  roles[0] = 'activation';
  for (const bias of [12, 13, 14, 15, 17]) roles[bias] = 'bias';
  for (const state of [18, 19]) roles[state] = 'state';
  return roles;
}

function present({ inputs }: Operator, positions: number[]): WeightsInput[] {
  return positions.filter((input) => inputs[input]).map((input) => ({ input, axis: null }));
}

/** Batch × time: every dimension of the input but the last. */
function steps({ inputs: [data] }: Operator): number {
  return elements(data) / (data?.shape.at(-1) || 1);
}

function sum({ inputs }: Operator, positions: number[]): number {
  return positions.reduce((total, position) => total + elements(inputs[position]), 0);
}
