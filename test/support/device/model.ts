import { newModel, newOperator, newSubgraph, newTensor } from '../../../src/model/build.js';
import type { ModelFile } from '../../../src/model/model-file.js';
import { BuiltinOperator, TensorType } from '../../../src/model/schema/index.js';
import { writeModel } from '../../../src/model/write.js';

/** A model of one operator on float tensors of so many elements; a custom one where `customCode` names it. */
export function oneOperator(elements: number, parts: Parameters<typeof newOperator>[1] = {}): ModelFile {
  const input = newTensor('input', TensorType.FLOAT32, [1, elements]);
  const output = newTensor('output', TensorType.FLOAT32, [1, elements]);
  const code = parts?.customCode === undefined ? BuiltinOperator.ADD : BuiltinOperator.CUSTOM;
  const operator = newOperator(code, { inputs: [input, input], outputs: [output], ...parts });
  return { file: 'made.tflite', bytes: writeModel(newModel([newSubgraph([input], [output], [operator])])) };
}
