import { newOperator, newTensor } from '../model/build.js';
import type { Model, Operator, Subgraph, Tensor } from '../model/graph.js';
import { producers } from '../model/navigate.js';
import { factsOf } from '../model/operators/index.js';
import { BuiltinOperator, TensorType } from '../model/schema/index.js';
import { bytesOf } from '../model/tensors.js';

/**
 * Lets a RESHAPE copy each output whose size may be computed while the model runs, such as that of a reshaping
 * layer for any number of samples. LiteRT has given outputs their memory before, and leaves such a one as it was,
 * while operators behind it get what it holds. The copy has the shape that the file says, and LiteRT fails where
 * the size is another.
 *
 * @param model whose `main` subgraph, and signatures of it, are changed
 * @param unknown tensors of which nobody knows what operators make
 * @returns whether there was one
 */
export function copyComputedOutputs(model: Model, main: Subgraph, unknown: readonly Tensor[] = []): boolean {
  const makers = producers(main);
  const copies = new Map<Tensor, Tensor>();
  for (const output of main.outputs) {
    const maker = makers.get(output);
    if (maker && (maySize(maker) || unknown.includes(output)))
      copies.set(output, { ...output, isVariable: false });
  }
  for (const [output, copy] of copies) {
    // LiteRT may look for outputs by name.
    output.name = '';
    const shape = newTensor('', TensorType.INT32, [output.shape.length], {
      data: bytesOf(Int32Array.from(output.shape)),
    });
    main.tensors.push(copy, shape);
    main.operators.push(newOperator(BuiltinOperator.RESHAPE, { inputs: [output, shape], outputs: [copy] }));
  }
  const shown = (tensor: Tensor): Tensor => copies.get(tensor) ?? tensor;
  main.outputs = main.outputs.map(shown);
  for (const { subgraph, outputs } of model.signatures) {
    if (subgraph === main) for (const entry of outputs) entry.tensor = shown(entry.tensor);
  }
  return copies.size > 0;
}

/**
 * Whether an operator's output may have a size that isn't known before. All others take axes, sizes and counts as
 * inputs of whole numbers: those that are no constants may be such, or mere values, and then a copy does no harm.
 */
function maySize(operator: Operator): boolean {
  const isComputed = (input: Tensor | null) =>
    input?.data === null && (input.type === TensorType.INT32 || input.type === TensorType.INT64);
  return factsOf(operator).sizedByValues === true || operator.inputs.some(isComputed);
}
