import type { RandomNumbers } from '../../src/base/random-numbers.js';
import { newOperator, newSubgraph, newTensor } from '../../src/model/build.js';
import type { Model, Subgraph, Tensor } from '../../src/model/graph.js';
import { readModel } from '../../src/model/read.js';
import {
  BuiltinOperator,
  CallOnceOptionsT,
  CallOptionsT,
  IfOptionsT,
  TensorType,
  WhileOptionsT,
} from '../../src/model/schema/index.js';
import { below, oneOf, pick } from './random.js';

/**
 * Adds subgraphs, and operators that call some: maybe the one that they are in, or one that isn't there.
 *
 * @param original the file that the model was read from
 */
export function changeCalls(
  model: Model,
  subgraph: Subgraph,
  original: Uint8Array,
  random: RandomNumbers,
): void {
  const { subgraphs } = model;
  const any = () => below(subgraphs.length + 1, random);
  oneOf(
    random,
    () => subgraphs.push(identity(pick(subgraph.tensors, random))),
    () => subgraphs.push(pick(readModel(original).subgraphs, random)),
    () => subgraphs.reverse(),
    () => addCall(subgraph, BuiltinOperator.IF, new IfOptionsT(any(), any()), random),
    () => addCall(subgraph, BuiltinOperator.WHILE, new WhileOptionsT(any(), any()), random),
    () => addCall(subgraph, BuiltinOperator.CALL_ONCE, new CallOnceOptionsT(any()), random),
    () => addCall(subgraph, BuiltinOperator.CALL, new CallOptionsT(any()), random),
    () => addSoundIf(model, subgraph, random),
  );
}

function addCall(
  { operators, tensors }: Subgraph,
  code: BuiltinOperator,
  options: IfOptionsT | WhileOptionsT | CallOnceOptionsT | CallOptionsT,
  random: RandomNumbers,
): void {
  const inputs = [pick(tensors, random), pick(tensors, random)];
  const outputs = [{ ...pick(tensors, random), data: null, name: 'called' }];
  operators.splice(below(operators.length + 1, random), 0, newOperator(code, { inputs, outputs, options }));
}

/** An IF around the last output, both branches of which hand out what they are given. */
function addSoundIf({ subgraphs }: Model, subgraph: Subgraph, random: RandomNumbers): void {
  const [output] = subgraph.outputs;
  if (!output) return;
  const condition = newTensor('condition', TensorType.BOOL, [], {
    data: Uint8Array.of(below(2, random)),
  });
  const chosen = copyOf(output, 'chosen');
  const options = new IfOptionsT(subgraphs.length, subgraphs.length + 1);
  subgraphs.push(identity(output), identity(output));
  const inputs = [condition, output];
  subgraph.operators.push(newOperator(BuiltinOperator.IF, { inputs, outputs: [chosen], options }));
  subgraph.outputs = [chosen];
}

function identity(tensor: Tensor): Subgraph {
  const [input, output] = [copyOf(tensor, 'in'), copyOf(tensor, 'out')];
  const relu = newOperator(BuiltinOperator.RELU, { inputs: [input], outputs: [output] });
  return newSubgraph([input], [output], [relu], 'identity');
}

function copyOf(tensor: Tensor, name: string): Tensor {
  return newTensor(name, tensor.type, [...tensor.shape]);
}
