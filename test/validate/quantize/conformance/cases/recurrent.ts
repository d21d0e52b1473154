import {
  ActivationFunctionType,
  BuiltinOperator,
  SVDFOptionsT,
  UnidirectionalSequenceLSTMOptionsT,
} from '../../../../../src/model/schema/index.js';
import { type Case, computed, random, single } from '../single-operator.js';

/** A state, which the operator keeps from one inference to the next. */
const state = (shape: number[]) => ({ ...computed(shape), isVariable: true, name: `state_${shape.length}` });

const [inputs, units, memory] = [6, 5, 4];
const gates = (width: number) => Array.from({ length: 4 }, () => random([units, width], { scale: 0.5 }));
const nothing = (count: number) => Array.from({ length: count }, () => null);

export const recurrent: Case[] = [
  single(BuiltinOperator.UNIDIRECTIONAL_SEQUENCE_LSTM, '8 steps', {
    inputs: [
      computed([1, 8, inputs]),
      ...gates(inputs),
      ...gates(units),
      ...nothing(3),
      ...Array.from({ length: 4 }, () => random([units], { scale: 0.5 })),
      ...nothing(2),
      { ...state([1, units]), name: 'output_state' },
      { ...state([1, units]), name: 'cell_state' },
      ...nothing(4),
    ],
    outputs: [computed([1, 8, units])],
    options: new UnidirectionalSequenceLSTMOptionsT(ActivationFunctionType.TANH),
  }),
  single(BuiltinOperator.SVDF, 'rank 1', {
    inputs: [
      computed([1, inputs]),
      random([units, inputs]),
      random([units, memory]),
      random([units]),
      { ...state([1, units * memory]), name: 'activation_state' },
    ],
    outputs: [computed([1, units])],
    options: new SVDFOptionsT(1, ActivationFunctionType.RELU),
  }),
];
