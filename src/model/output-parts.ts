import type { Model, Operator, Tensor } from './graph.js';
import { mainSubgraph } from './interface.js';
import { producers } from './navigate.js';
import { integersOf } from './operators/channels.js';
import { factsOf } from './operators/index.js';
import { BuiltinOperator, ConcatenationOptionsT } from './schema/index.js';
import { elementCount } from './tensors.js';

/**
 * What an output consists of: boxes, scores and key points joined into one tensor are things of their own, and an error
 * of the largest says nothing of the others.
 */
export interface OutputParts {
  /** Of each part the name: that of the tensor which was joined; of an output in one part its own. */
  names: string[];
  /** By element of the output the number of its part; null: there is one only. */
  partOf: Uint8Array | null;
}

/** More parts than these are taken for one: they are no things of different kinds. */
const maxParts = 64;

/** The parts of each output of a model without dynamic dimensions, by the joins that make it and what only moves elements on. */
export function outputParts(model: Model): OutputParts[] {
  const main = mainSubgraph(model);
  const makers = producers(main);
  return main.outputs.map((output) => {
    const names: string[] = [];
    const partOf = partsOf(output, makers, names);
    return names.length > 1 && names.length <= maxParts && partOf
      ? { names, partOf }
      : { names: [output.name], partOf: null };
  });
}

/** Numbers of parts by element; their names are added. null: the operators contradict each other. */
function partsOf(tensor: Tensor, makers: ReadonlyMap<Tensor, Operator>, names: string[]): Uint8Array | null {
  const maker = makers.get(tensor);
  const size = elementCount(tensor.shape);
  if (maker?.code === BuiltinOperator.CONCATENATION) return joined(maker, makers, names);
  const turns = maker?.code === BuiltinOperator.TRANSPOSE;
  if (maker?.inputs[0] && (turns || factsOf(maker).transparent)) {
    const moved = partsOf(maker.inputs[0], makers, names);
    const parts = moved && turns ? transposed(moved, maker) : moved;
    return parts?.length === size ? parts : null;
  }
  names.push(tensor.name);
  return new Uint8Array(size).fill(Math.min(255, names.length - 1));
}

function joined(
  { inputs, outputs: [output], options }: Operator,
  makers: ReadonlyMap<Tensor, Operator>,
  names: string[],
) {
  const { shape } = output!;
  const given = options instanceof ConcatenationOptionsT ? options.axis : 0;
  const axis = given < 0 ? given + shape.length : given;
  const inner = elementCount(shape.slice(axis + 1));
  const all = new Uint8Array(elementCount(shape));
  let start = 0;
  for (const input of inputs) {
    const parts = input && partsOf(input, makers, names);
    const run = (input?.shape[axis] ?? 0) * inner;
    if (!parts || run === 0) return null;
    for (let row = 0; row * run < parts.length; row++)
      all.set(parts.subarray(row * run, (row + 1) * run), start + row * (shape[axis]! * inner));
    start += run;
  }
  return all;
}

function transposed(parts: Uint8Array, { inputs: [input, order] }: Operator): Uint8Array | null {
  const axes = integersOf(order);
  const { shape } = input!;
  if (axes?.length !== shape.length) return null;
  const strides = shape.map((_, axis) => elementCount(shape.slice(axis + 1)));
  const moved = new Uint8Array(parts.length);
  const index = axes.map(() => 0);
  for (let at = 0; at < moved.length; at++) {
    let from = 0;
    for (const [k, axis] of axes.entries()) from += index[k]! * strides[axis]!;
    moved[at] = parts[from]!;
    for (let k = axes.length - 1; k >= 0 && ++index[k]! === shape[axes[k]!]!; k--) index[k] = 0;
  }
  return moved;
}
