import { describe, expect, it } from 'vitest';
import { newModel, newOperator, newQuantization, newSubgraph, newTensor } from '../../model/build.js';
import { operatorName } from '../../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { writeModel } from '../../model/write.js';
import { openSession } from '../../runtime/session.js';
import { setEdges } from './edges.js';

const int8 = (name: string) =>
  newTensor(name, TensorType.INT8, [2], { quantization: newQuantization([0.5], [1]) });
const float = (name: string) => newTensor(name, TensorType.FLOAT32, [2]);

/** x → RELU → `stored`, and DEQUANTIZE of that, `real`: both are outputs. */
function bothForms() {
  const [x, stored, real] = [int8('x'), int8('stored'), float('real')] as const;
  const relu = newOperator(BuiltinOperator.RELU, { version: 2, inputs: [x], outputs: [stored] });
  const dequantize = newOperator(BuiltinOperator.DEQUANTIZE, {
    version: 2,
    inputs: [stored],
    outputs: [real],
  });
  return newModel([newSubgraph([x], [stored, real], [relu, dequantize])]);
}

describe('outputs at the edges', () => {
  it('are shown once each, where an output is a conversion of another', async () => {
    const model = bothForms();
    const [main] = model.subgraphs;
    setEdges(model, main!, 'float');
    expect(main!.outputs.map(({ name, type }) => [name, type])).toEqual([
      ['stored', TensorType.FLOAT32],
      ['real', TensorType.FLOAT32],
    ]);
    const session = await openSession(model);
    const [stored, real] = session.run([Float32Array.of(1, -3)]);
    expect(stored).toEqual(Float32Array.of(1, 0));
    expect(real).toEqual(stored);
    session.close();
  });

  it('stay as they are where the integers are an output already', () => {
    const model = bothForms();
    const [main] = model.subgraphs;
    const before = [...main!.outputs];
    setEdges(model, main!, 'int8');
    expect(main!.outputs).toEqual(before);
  });

  it('leave an input that the file gives a value', () => {
    const [x, y] = [int8('x'), int8('y')];
    x.data = new Uint8Array(2);
    const relu = newOperator(BuiltinOperator.RELU, { inputs: [x], outputs: [y] });
    const model = newModel([newSubgraph([x], [y], [relu])]);
    setEdges(model, model.subgraphs[0]!, 'float');
    expect(model.subgraphs[0]!.operators.map(operatorName)).toEqual(['RELU', 'DEQUANTIZE']);
  });

  it('leave a tensor that an operator keeps to itself', () => {
    const [x, stored, y] = [float('x'), int8('stored'), int8('y')];
    const quantize = newOperator(BuiltinOperator.QUANTIZE, { inputs: [x], outputs: [stored] });
    const relu = newOperator(BuiltinOperator.RELU, { inputs: [stored], outputs: [y], intermediates: [x] });
    const model = newModel([newSubgraph([x], [y], [quantize, relu])]);
    setEdges(model, model.subgraphs[0]!, 'int8');
    expect(model.subgraphs[0]!.operators.map(operatorName)).toEqual(['RELU']);
    expect(() => writeModel(model)).not.toThrow();
  });

  it('that no operator computes stay as they are', () => {
    const [x, y, z] = [int8('x'), int8('y'), int8('z')];
    const relu = newOperator(BuiltinOperator.RELU, { inputs: [x!], outputs: [y!] });
    const model = newModel([newSubgraph([x!], [z!], [relu])]);
    setEdges(model, model.subgraphs[0]!, 'float');
    expect(model.subgraphs[0]!.outputs).toEqual([z]);
    expect(model.subgraphs[0]!.operators.map(operatorName)).toEqual(['QUANTIZE', 'RELU']);
  });
});
