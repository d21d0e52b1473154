import { newQuantization } from '../../model/build.js';
import { freshName, insertBefore, replaceGraphInput, replaceOutput } from '../../model/edit.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { consumers, producers } from '../../model/navigate.js';
import { factsOf } from '../../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { conversion, tensorLike } from '../edits.js';
import { storedFormOf } from './activation-plan.js';
import { int8Parameters, int16Parameters, storedRange, tensorTypes } from './affine.js';
import type { Edges } from './placement.js';

/**
 * Changes how a quantized model hands its inputs and outputs over: conversions are added or removed right
 * at its edges. Names stay with the edges. What computes in float behind an edge stays so.
 *
 * @param fresh outputs that were quantized just now: they may become other integers
 * @returns how many edges were changed
 */
export function setEdges(
  model: Model,
  subgraph: Subgraph,
  edges: Edges,
  fresh: ReadonlyMap<Tensor, unknown> = new Map(),
): number {
  let changed = 0;
  for (const input of new Set(subgraph.inputs)) changed += Number(setInput(model, subgraph, input, edges));
  for (const output of new Set(subgraph.outputs)) {
    const mayConvert = edges === 'float' || fresh.has(output);
    changed += Number(setOutput(model, subgraph, output, edges, mayConvert));
  }
  return changed;
}

function setInput(model: Model, subgraph: Subgraph, input: Tensor, edges: Edges): boolean {
  // LiteRT takes no input for one that the file gives a value.
  if (subgraph.outputs.includes(input) || input.data) return false;
  const readers = consumers(subgraph).get(input) ?? [];
  if (edges === 'float') {
    if (!storedFormOf(input) || readers.length === 0) return false;
    const float = tensorLike(input, { type: TensorType.FLOAT32 });
    rename(subgraph, input, float);
    replaceGraphInput(model, subgraph, input, float);
    insertBefore(subgraph, subgraph.operators[0] ?? null, conversion(float, input));
    return true;
  }
  const [stored] = readers[0]?.outputs ?? [];
  if (input.type !== TensorType.FLOAT32 || stored?.type !== tensorTypes[edges]) return false;
  if (readers.length > 1 || readers[0]!.code !== BuiltinOperator.QUANTIZE) return false;
  // LiteRT hands out no input.
  if (subgraph.outputs.includes(stored)) return false;
  stored.name = input.name;
  replaceGraphInput(model, subgraph, input, stored);
  discard(subgraph, readers[0]!, input);
  return true;
}

function setOutput(
  model: Model,
  subgraph: Subgraph,
  output: Tensor,
  edges: Edges,
  mayConvert: boolean,
): boolean {
  const maker = producers(subgraph).get(output);
  // What no operator computes, LiteRT hands out as it is, or not at all.
  if (!maker || subgraph.inputs.includes(output) || output.data) return false;
  const wanted = edges === 'float' ? TensorType.FLOAT32 : tensorTypes[edges];
  if (output.type === wanted) return false;
  if (storedFormOf(output)) {
    if (!mayConvert) return false;
    const converted = convertedOutput(subgraph, output, edges);
    rename(subgraph, output, converted);
    replaceOutput(model, subgraph, output, converted);
    return true;
  }
  const [stored] = maker.code === BuiltinOperator.DEQUANTIZE ? maker.inputs : [];
  if (stored?.type !== wanted || stored.data || subgraph.inputs.includes(stored)) return false;
  if (subgraph.outputs.includes(stored)) return false;
  const isRead = consumers(subgraph).has(output);
  if (!isRead) stored.name = output.name;
  replaceOutput(model, subgraph, output, stored);
  if (!isRead) discard(subgraph, maker, output);
  return true;
}

/** An output in another type: by the conversion that there is for other readers, or by a new one; LiteRT shows none twice. */
function convertedOutput(subgraph: Subgraph, output: Tensor, edges: Edges): Tensor {
  const type = edges === 'float' ? TensorType.FLOAT32 : tensorTypes[edges];
  const known = (consumers(subgraph).get(output) ?? [])
    .filter((reader) => factsOf(reader).converts === 'quantization')
    .map(({ outputs: [converted] }) => converted!)
    .find((converted) => converted.type === type && !subgraph.outputs.includes(converted));
  if (known) return known;
  const converted = tensorLike(output, { type, quantization: quantizationFor(output, edges) });
  insertBefore(subgraph, null, conversion(output, converted));
  return converted;
}

function quantizationFor(output: Tensor, edges: Edges): Tensor['quantization'] {
  if (edges === 'float') return null;
  const range = storedRange(storedFormOf(output)!);
  const { scale, zeroPoint } = edges === 'int8' ? int8Parameters(range) : int16Parameters(range);
  return newQuantization([scale], [zeroPoint]);
}

/** Hands an edge's name to the tensor that takes its place. */
function rename(subgraph: Subgraph, from: Tensor, to: Tensor): void {
  const { name } = from;
  from.name = freshName(subgraph, `${name}_${TensorType[from.type]!.toLowerCase()}`);
  to.name = name;
}

function discard(subgraph: Subgraph, operator: Operator, tensor: Tensor): void {
  subgraph.operators = subgraph.operators.filter((each) => each !== operator);
  if (subgraph.operators.some(({ intermediates }) => intermediates.includes(tensor))) return;
  subgraph.tensors = subgraph.tensors.filter((each) => each !== tensor);
}
