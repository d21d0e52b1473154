import { newTensor } from '../../model/build.js';
import { freshName } from '../../model/edit.js';
import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import {
  ActivationFunctionType,
  BuiltinOperator,
  Pool2DOptionsT,
  ReducerOptionsT,
  TensorType,
} from '../../model/schema/index.js';
import { bytesOf } from '../../model/tensors.js';

/**
 * Turns average pools over the whole image into MEAN over its height and width. They compute the same,
 * but the pool's int8 kernel wants its output in the scale of its input, where averages fill a part of
 * the range only; MEAN's output has a scale of its own, some 2 bits finer.
 *
 * @returns whether there was one
 */
export function poolsToMeans(subgraph: Subgraph, operators: readonly Operator[]): boolean {
  const pools = operators.filter(isGlobalPool);
  if (pools.length === 0) return false;
  const axes = imageAxes(subgraph);
  for (const operator of pools) {
    operator.code = BuiltinOperator.MEAN;
    operator.version = 1;
    operator.inputs = [operator.inputs[0]!, axes];
    operator.options = new ReducerOptionsT(true);
  }
  return true;
}

function isGlobalPool({ code, inputs: [input], outputs: [output], options }: Operator): boolean {
  if (code !== BuiltinOperator.AVERAGE_POOL_2D || !(options instanceof Pool2DOptionsT)) return false;
  const [, height, width] = input!.shape;
  const coversAll = options.filterHeight === height && options.filterWidth === width;
  const isSingle = output!.shape[1] === 1 && output!.shape[2] === 1;
  const isPlain = options.fusedActivationFunction === ActivationFunctionType.NONE;
  return input!.type === TensorType.FLOAT32 && coversAll && isSingle && isPlain;
}

function imageAxes(subgraph: Subgraph): Tensor {
  const data = bytesOf(Int32Array.of(1, 2));
  const axes = newTensor(freshName(subgraph, 'height_and_width'), TensorType.INT32, [2], { data });
  subgraph.tensors.push(axes);
  return axes;
}
