import { newModel, newSubgraph } from '../../model/build.js';
import { removeOperators } from '../../model/edit.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { consumers } from '../../model/navigate.js';
import { inputRole, macs, ruleOf } from '../../model/operators/index.js';
import { producedBytes } from '../../model/produced.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { byteCount, bytesOf, elementCount, typedData } from '../../model/tensors.js';
import { NotRunnableError } from '../../runtime/errors.js';
import { openSession } from '../../runtime/session.js';

/** Bytes that an operator and its tensor take in the file besides their data, at the least. */
const operatorBytes = 100;

/** What computing one operator may make, and take of multiply-accumulates: a second of this thread. */
const maxFoldedBytes = 2 ** 26;
const maxFoldedMacs = 2 ** 30;

/** Operators folded in one model: each is run by itself, and no converter leaves more behind. */
const maxFolded = 200;

/**
 * Computes operators that read nothing but constants, once and for all, by LiteRT's own kernels. Those
 * whose results take more room in the file than their inputs and they themselves stay (TILE, FILL), as
 * does DEQUANTIZE, which keeps weights small and is computed on loading anyway.
 *
 * @returns whether there were any
 */
export async function foldConstants(model: Model): Promise<boolean> {
  let changed = false;
  for (const subgraph of model.subgraphs) changed = (await foldSubgraph(subgraph)) || changed;
  return changed;
}

async function foldSubgraph(subgraph: Subgraph): Promise<boolean> {
  const folded: Operator[] = [];
  const readers = consumers(subgraph);
  for (const operator of subgraph.operators) {
    if (folded.length >= maxFolded) break;
    if (!isFoldable(operator, subgraph) || !shrinks(operator, readers) || !isCheap(operator)) continue;
    const results = await compute(operator);
    if (!results) continue;
    operator.outputs.forEach((output, i) => {
      output.data = results[i]!;
    });
    folded.push(operator);
  }
  removeOperators(subgraph, folded);
  return folded.length > 0;
}

function isFoldable(operator: Operator, { outputs }: Subgraph): boolean {
  const rule = ruleOf(operator);
  if (!rule || rule.converts) return false;
  const known = tellsShape(operator) || operator.inputs.every((input) => !input || isPlainConstant(input));
  return known && operator.outputs.every((output) => hasPlainSize(output) && !outputs.includes(output));
}

/** SHAPE of a tensor whose shape never changes, into a tensor with room for it. */
function tellsShape({ code, inputs: [input], outputs: [output] }: Operator): boolean {
  if (code !== BuiltinOperator.SHAPE || !input || output?.type !== TensorType.INT32) return false;
  return isStatic(input) && elementCount(output.shape) === input.shape.length;
}

const isStatic = ({ shapeSignature, hasRank, shape }: Tensor): boolean =>
  (hasRank || shape.length > 0) && !shapeSignature?.includes(-1);

function isPlainConstant(tensor: Tensor): boolean {
  const { data, sparsity, quantization, isVariable } = tensor;
  return data !== null && !sparsity && !quantization?.details && !isVariable && plainTypes.has(tensor.type);
}

const plainTypes = new Set([
  TensorType.FLOAT32,
  TensorType.INT8,
  TensorType.UINT8,
  TensorType.INT16,
  TensorType.INT32,
  TensorType.INT64,
  TensorType.BOOL,
]);

function hasPlainSize(tensor: Tensor): boolean {
  return plainTypes.has(tensor.type) && isStatic(tensor) && !tensor.isVariable;
}

/** Whether computing it takes neither long nor much memory, whatever the file says of its output's shape. */
function isCheap(operator: Operator): boolean {
  return producedBytes(operator) <= maxFoldedBytes && macs(operator) <= maxFoldedMacs;
}

/** Whether the file loses more by the operator and the constants that nobody else reads than it gains. */
function shrinks({ inputs, outputs }: Operator, readers: ReadonlyMap<Tensor, Operator[]>): boolean {
  const size = (tensor: Tensor) => byteCount(tensor.type, tensor.shape) ?? Infinity;
  const gained = outputs.reduce((sum, output) => sum + size(output), 0);
  const lost = new Set(inputs.filter((input) => input?.data && readers.get(input)?.length === 1));
  return gained <= operatorBytes + [...lost].reduce((sum, input) => sum + (input?.data?.length ?? 0), 0);
}

/** An operator's results; null where LiteRT can't compute them. */
async function compute(operator: Operator): Promise<Uint8Array[] | null> {
  if (tellsShape(operator)) return [bytesOf(Int32Array.from(operator.inputs[0]!.shape))];
  const { model, given } = asModel(operator);
  if (given.length === 0) return null;
  try {
    const session = await openSession(model);
    try {
      return session.run(given.map((tensor) => typedData(tensor))).map(bytesOf);
    } finally {
      session.close();
    }
  } catch (error) {
    if (error instanceof NotRunnableError) return null;
    throw error;
  }
}

/** The operator alone, with the constants that it computes with as inputs: what is constant it may never hand out. */
function asModel(operator: Operator) {
  const rule = ruleOf(operator)!;
  const isValue = (tensor: Tensor | null, position: number) =>
    tensor !== null && inputRole(rule, position) === 'activation';
  const inputs = operator.inputs.map((tensor, i) =>
    isValue(tensor, i) ? { ...tensor!, data: null, shapeSignature: null } : tensor,
  );
  const values = inputs.filter((tensor, i): tensor is Tensor => isValue(tensor, i));
  const outputs = operator.outputs.map((tensor) => ({ ...tensor }));
  return {
    model: newModel([newSubgraph(values, outputs, [{ ...operator, inputs, outputs }])]),
    given: operator.inputs.filter((tensor, i): tensor is Tensor => isValue(tensor, i)),
  };
}
