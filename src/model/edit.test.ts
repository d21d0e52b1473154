import { describe, expect, it } from 'vitest';
import { sampleModels } from '../../test/support/sample-models.js';
import { newModel, newOperator, newSubgraph, newTensor } from './build.js';
import { cloneModel } from './clone.js';
import {
  freshName,
  insertAfter,
  insertBefore,
  removeOperators,
  removeUnusedTensors,
  replaceGraphInput,
  replaceInput,
  replaceOutput,
} from './edit.js';
import type { Model } from './graph.js';
import { calledSubgraphs, consumers, producers } from './navigate.js';
import { readModel } from './read.js';
import { BuiltinOperator, type Conv2DOptionsT, TensorType } from './schema/index.js';
import { fixDynamicShapes, isDynamic } from './shapes.js';
import { writeModel } from './write.js';

function chain() {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => newTensor(name, TensorType.FLOAT32, [2]));
  const first = newOperator(BuiltinOperator.RELU, { inputs: [a!], outputs: [b!] });
  const second = newOperator(BuiltinOperator.ADD, { inputs: [b!, b!], outputs: [c!] });
  const subgraph = newSubgraph([a!], [c!], [first, second]);
  const signatures = [
    { key: 's', subgraph, inputs: [{ name: 'x', tensor: a! }], outputs: [{ name: 'y', tensor: c! }] },
  ];
  return { a: a!, b: b!, c: c!, first, second, subgraph, model: newModel([subgraph], { signatures }) };
}

describe('navigation', () => {
  it('knows who makes and who reads a tensor, each reader once', () => {
    const { a, b, c, first, second, subgraph } = chain();
    expect(producers(subgraph)).toEqual(
      new Map([
        [b, first],
        [c, second],
      ]),
    );
    expect(consumers(subgraph)).toEqual(
      new Map([
        [a, [first]],
        [b, [second]],
      ]),
    );
  });

  it('knows which subgraphs an operator calls', () => {
    expect(calledSubgraphs(sampleModels()['control flow']!.subgraphs[0]!.operators[0]!)).toEqual([1, 2]);
    expect(calledSubgraphs(chain().first)).toEqual([]);
  });
});

describe('edits', () => {
  it('insert operators where they are told, and list their tensors', () => {
    const { a, b, first, second, subgraph } = chain();
    const between = newTensor('between', TensorType.FLOAT32, [2]);
    const operator = newOperator(BuiltinOperator.ABS, { inputs: [b, null], outputs: [between] });
    insertAfter(subgraph, first, operator);
    replaceInput(subgraph, b, between, [second]);
    expect(subgraph.operators).toEqual([first, operator, second]);
    expect(subgraph.tensors).toContain(between);
    expect(second.inputs).toEqual([between, between]);
    const start = newOperator(BuiltinOperator.ABS, {
      inputs: [a],
      outputs: [newTensor('s', TensorType.FLOAT32, [2])],
    });
    const end = newOperator(BuiltinOperator.ABS, {
      inputs: [b],
      outputs: [newTensor('e', TensorType.FLOAT32, [2])],
    });
    insertAfter(subgraph, null, start);
    insertBefore(subgraph, null, end);
    expect(subgraph.operators).toEqual([start, first, operator, second, end]);
  });

  it('refuse an operator of another subgraph as a place', () => {
    expect(() => insertBefore(chain().subgraph, chain().first)).toThrow('not in the subgraph');
    expect(() => insertAfter(chain().subgraph, chain().first)).toThrow('not in the subgraph');
  });

  it('replace outputs and inputs in the subgraph and in its signatures', () => {
    const { a, c, first, subgraph, model } = chain();
    const [input, output] = [newTensor('in', TensorType.INT8, [2]), newTensor('out', TensorType.INT8, [2])];
    replaceOutput(model, subgraph, c, output);
    replaceGraphInput(model, subgraph, a, input);
    expect([subgraph.inputs, subgraph.outputs]).toEqual([[input], [output]]);
    expect(model.signatures[0]!.inputs[0]).toEqual({ name: 'x', tensor: input });
    expect(model.signatures[0]!.outputs[0]).toEqual({ name: 'y', tensor: output });
    expect(first.inputs).toEqual([a]);
  });

  it('remove operators, then the tensors that nothing needs, scales of others apart', () => {
    const { a, b, c, second, subgraph, model } = chain();
    removeOperators(subgraph, [second]);
    replaceOutput(model, subgraph, c, b);
    removeUnusedTensors(model);
    expect(subgraph.tensors).toEqual([a, b]);
    const blockwise = sampleModels()['blockwise weights']!;
    const before = blockwise.subgraphs[0]!.tensors.length;
    removeUnusedTensors(blockwise);
    expect(blockwise.subgraphs[0]!.tensors).toHaveLength(before);
  });

  it('find names that are free', () => {
    const { subgraph } = chain();
    subgraph.tensors.push(newTensor('a_1', TensorType.INT8, []));
    expect(['a', 'd'].map((name) => freshName(subgraph, name))).toEqual(['a_2', 'd']);
  });
});

describe('cloneModel', () => {
  it.each(Object.entries(sampleModels()))('copies %s, all but the bytes', (_, model) => {
    const clone = cloneModel(model);
    expect(clone).toEqual(model);
    expect(writeModel(clone)).toEqual(writeModel(model));
    const originals = new Set<unknown>(model.subgraphs.flatMap(({ tensors }) => tensors));
    const reached = clone.subgraphs.flatMap(({ tensors, operators, inputs, outputs }) => [
      ...tensors,
      ...inputs,
      ...outputs,
      ...operators.flatMap((operator) => [
        ...operator.inputs,
        ...operator.outputs,
        ...operator.intermediates,
      ]),
    ]);
    expect(reached.filter((tensor) => originals.has(tensor))).toEqual([]);
    const weights = (one: Model) => one.subgraphs.flatMap(({ tensors }) => tensors.map(({ data }) => data));
    expect(weights(clone).every((data, i) => data === weights(model)[i])).toBe(true);
  });

  it('leaves the original alone when the copy changes', () => {
    const model = sampleModels()['an int8 convolution']!;
    const before = writeModel(model);
    const { operators, tensors } = cloneModel(model).subgraphs[0]!;
    (operators[0]!.options as Conv2DOptionsT).strideW = 2;
    tensors[1]!.quantization!.scale[0] = 9;
    tensors[0]!.shape[0] = 8;
    operators[0]!.inputs.pop();
    expect(writeModel(model)).toEqual(before);
  });
});

describe('fixDynamicShapes', () => {
  it('makes the batch 1, whatever its writer took it for', () => {
    const written = sampleModels()['an int8 convolution']!;
    written.subgraphs[0]!.inputs[0]!.shape[0] = 32;
    const model = readModel(writeModel(written));
    expect(fixDynamicShapes(model)).toEqual([]);
    expect(model.subgraphs[0]!.inputs[0]!.shape).toEqual([1, 2, 2, 1]);
    expect(model.subgraphs[0]!.tensors.some(isDynamic)).toBe(false);
    expect(fixDynamicShapes(model)).toEqual([]);
  });
});
