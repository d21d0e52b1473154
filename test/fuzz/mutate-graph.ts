import type { RandomNumbers } from '../../src/base/random-numbers.js';
import { newSubgraph } from '../../src/model/build.js';
import type { Model, Subgraph } from '../../src/model/graph.js';
import { readModel } from '../../src/model/read.js';
import { writeModel } from '../../src/model/write.js';
import { changeCalls } from './mutate-calls.js';
import { changeOperator } from './mutate-operator.js';
import { changeTensor, fitData } from './mutate-tensor.js';
import { below, oneOf, pick } from './random.js';

/** A model file of a graph in which operators, tensors and subgraphs were rewired. */
export function mutateGraph(bytes: Uint8Array, random: RandomNumbers): Uint8Array {
  const model = readModel(bytes);
  const fits = random() < 0.7;
  const changes = 1 + below(4, random);
  for (let change = 0; change < changes; change++) changeOnce(model, bytes, random);
  settle(model, fits);
  return writeModel(model);
}

function changeOnce(model: Model, original: Uint8Array, random: RandomNumbers): void {
  const subgraph = pick(model.subgraphs, random);
  oneOf(
    random,
    () => changeOperator(subgraph, random),
    () => changeOperator(subgraph, random),
    () => changeOperators(subgraph, random),
    () => changeTensor(pick(subgraph.tensors, random), subgraph, random),
    () => changeTensor(pick(subgraph.tensors, random), subgraph, random),
    () => changePorts(subgraph, random),
    () => changeCalls(model, subgraph, original, random),
    () => changeSignatures(model, random),
  );
}

/** Which operators there are, and in which order. */
function changeOperators({ operators, tensors }: Subgraph, random: RandomNumbers): void {
  const at = below(operators.length, random);
  const operator = operators[at];
  if (!operator) return;
  oneOf(
    random,
    () => operators.splice(at, 1),
    () => operators.splice(below(operators.length, random), 0, ...operators.splice(at, 1)),
    () => operators.push({ ...operator, outputs: operator.outputs.map((output) => ({ ...output })) }),
    () => operators.splice(at, 0, { ...operator }),
    // The same once more on what it gave: cycles of shapes, chains of identical layers.
    () => {
      const outputs = operator.outputs.map((output) => ({ ...output, name: `${output.name}'` }));
      const [, ...others] = operator.inputs;
      operators.splice(at + 1, 0, { ...operator, inputs: [operator.outputs[0] ?? null, ...others], outputs });
      tensors.push(...outputs);
    },
  );
}

/** Inputs and outputs of a subgraph. */
function changePorts(subgraph: Subgraph, random: RandomNumbers): void {
  const ports = random() < 0.5 ? subgraph.inputs : subgraph.outputs;
  const other = pick(subgraph.tensors, random);
  const at = below(ports.length, random);
  oneOf(
    random,
    () => ports.push(other),
    () => ports.splice(at, 1),
    () => ports.splice(at, 1, other),
    () => ports.reverse(),
    () => {
      subgraph.name = random() < 0.5 ? null : '';
    },
  );
}

function changeSignatures(model: Model, random: RandomNumbers): void {
  const subgraph = pick(model.subgraphs, random);
  const named = (tensors: Subgraph['tensors']) => tensors.map((tensor) => ({ name: tensor.name, tensor }));
  oneOf(
    random,
    () => model.signatures.push({ key: 'more', subgraph, inputs: named(subgraph.inputs), outputs: [] }),
    () =>
      model.signatures.push({
        key: 'serving_default',
        subgraph,
        inputs: named(subgraph.inputs),
        outputs: named(subgraph.outputs),
      }),
    () => model.signatures.pop(),
    () => {
      model.description = random() < 0.5 ? '' : 'é\u0000\u202e'.repeat(20);
    },
    () => model.metadata.push({ name: pick(metadata, random), data: new Uint8Array(below(9, random)) }),
  );
}

const metadata = [
  'OfflineMemoryAllocation',
  'model_control_dependencies',
  'litetrim',
  'min_runtime_version',
  '',
];

/** Lists every tensor that something refers to, as writing asks for; gives constants as many bytes as they need. */
function settle(model: Model, fits: boolean): void {
  for (const subgraph of model.subgraphs) {
    const { inputs, outputs, operators, tensors, name } = subgraph;
    const signed = model.signatures
      .filter((signature) => signature.subgraph === subgraph)
      .flatMap((signature) => [...signature.inputs, ...signature.outputs].map(({ tensor }) => tensor));
    const all = newSubgraph([...inputs, ...tensors], [...outputs, ...signed], operators, name).tensors;
    subgraph.tensors = all;
    if (fits) for (const tensor of all) fitData(tensor);
  }
}
