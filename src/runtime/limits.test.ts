import { describe, expect, it } from 'vitest';
import { newModel, newOperator, newSubgraph, newTensor } from '../model/build.js';
import type { Model, Operator, Subgraph, Tensor } from '../model/graph.js';
import {
  BuiltinOperator,
  IfOptionsT,
  RangeOptionsT,
  TensorType,
  TileOptionsT,
} from '../model/schema/index.js';
import { bytesOf } from '../model/tensors.js';
import { prepare } from './prepare.js';

const { FLOAT32, INT32, BOOL } = TensorType;
const integers = (...values: number[]): Tensor =>
  newTensor('numbers', INT32, values.length === 1 ? [] : [values.length], {
    data: bytesOf(Int32Array.from(values)),
  });

/** `x` through RELU, and other operators beside it. */
function relu(shape: number[], ...others: Operator[]): Model {
  const [x, y] = ['x', 'y'].map((name) => newTensor(name, FLOAT32, shape));
  const first = newOperator(BuiltinOperator.RELU, { inputs: [x!], outputs: [y!] });
  return newModel([newSubgraph([x!], [y!], [first, ...others])]);
}

const made = (code: BuiltinOperator, inputs: Tensor[], options: Operator['options'] = null): Operator =>
  newOperator(code, { inputs, outputs: [newTensor('made', inputs[0]!.type, [1])], options });

/** Subgraphs each of which hands its inputs to the next, in both branches of so many IFs. */
function nested(depth: number, perLevel: number): Model {
  const subgraphs = Array.from({ length: depth }, (_, level): Subgraph => {
    const [condition, x] = [newTensor('condition', BOOL, []), newTensor('x', FLOAT32, [1])];
    let last = x;
    const operators = Array.from({ length: perLevel }, (_, i) => {
      const y = newTensor(`y${i}`, FLOAT32, [1]);
      const parts = { inputs: [condition, last], outputs: [y] };
      last = y;
      return level === depth - 1
        ? newOperator(BuiltinOperator.RELU, { ...parts, inputs: [parts.inputs[1]!] })
        : newOperator(BuiltinOperator.IF, { ...parts, options: new IfOptionsT(level + 1, level + 1) });
    });
    return newSubgraph([condition, x], [last], operators);
  });
  return newModel(subgraphs);
}

describe('models that are too large to be run are refused before anything is made of their size', () => {
  it.each<[string, Model, string]>([
    ['an input', relu([1, 2 ** 29]), 'its inputs take 536870912 numbers'],
    ['an input that no memory holds', relu([1, 2 ** 30, 2 ** 18]), 'its inputs take 281474976710656 numbers'],
    [
      'what a RANGE makes, whatever its shape says',
      relu([1], made(BuiltinOperator.RANGE, [integers(0), integers(5e8), integers(1)], new RangeOptionsT())),
      'RANGE makes tensor "made" of 2000000000 bytes',
    ],
    [
      'what a TILE makes',
      relu(
        [1],
        made(
          BuiltinOperator.TILE,
          [newTensor('t', FLOAT32, [1, 1024]), integers(262145, 1)],
          new TileOptionsT(),
        ),
      ),
      'TILE makes tensor "made" of 1073745920 bytes',
    ],
    [
      'a stated shape',
      relu([1], {
        ...made(BuiltinOperator.NEG, [newTensor('t', FLOAT32, [1])]),
        outputs: [newTensor('huge', FLOAT32, [2 ** 20, 2 ** 10])],
      }),
      'NEG makes tensor "huge" of 4294967296 bytes',
    ],
    [
      'a tree of calls',
      nested(30, 2),
      'its subgraphs call each other, so that 1073741823 would have to be prepared: 100000 is the most',
    ],
    ['deep calls', nested(65, 1), 'its subgraphs call each other 65 deep, and 64 is the most'],
  ])('%s', (_, model, problem) => {
    expect(() => prepare(model, 'large.tflite')).toThrow(`large.tflite: ${problem}`);
  });

  it.each<[string, Model]>([
    ['an input of a large picture', relu([1, 3840, 2160, 3])],
    ['some calls', nested(8, 2)],
    ['many subgraphs', nested(64, 1)],
  ])('not %s', (_, model) => {
    expect(() => prepare(model, 'fine.tflite')).not.toThrow();
  });
});
