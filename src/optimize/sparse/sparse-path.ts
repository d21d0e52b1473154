import { realValues } from '../../model/dequantize.js';
import type { Model, Operator, Tensor } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { consumers, producers } from '../../model/navigate.js';
import { factsOf } from '../../model/operators/index.js';
import { storedAs } from '../../model/precision.js';
import {
  BuiltinOperator,
  Conv2DOptionsT,
  DepthwiseConv2DOptionsT,
  Padding,
  TensorType,
} from '../../model/schema/index.js';
import { nameOf } from '../notes.js';
import { countZeros } from '../zeros.js';

/** Part of a model's weights that XNNPACK wants to be zero before it takes its sparse kernels. */
const fewestZeros = 2 / 3;

/**
 * Why XNNPACK won't compute a float model's 1×1 convolutions with sparse kernels on ARM, as the end of a
 * sentence; null: as far as the graph tells, it will. The conditions are those of its rewrite to NCHW
 * (`xnn_subgraph_rewrite_for_nchw`): a chain from a 3×3 convolution of 3 channels to a MEAN, everything between
 * having kernels for that layout.
 */
export function sparsePathObstacle(model: Model): string | null {
  const subgraph = mainSubgraph(model);
  const first = subgraph.operators.find(isEntry);
  if (!first) return 'it has no 3×3 convolution of stride 2 with 3 input channels to begin with';
  const readers = consumers(subgraph);
  const reached = new Set<Operator>([first]);
  let ends = false;
  for (const operator of subgraph.operators) {
    if (!reached.has(operator)) continue;
    if (operator !== first && isExit(operator)) {
      ends = true;
      continue;
    }
    const problem = operator === first ? paddingProblem(operator) : problemOf(operator);
    if (problem) return `${nameOf(operator)} ${problem}`;
    for (const output of operator.outputs)
      for (const reader of readers.get(output) ?? []) reached.add(reader);
  }
  if (!ends) return 'it has no MEAN over height and width for the convolutions to end in';
  const between = [...reached].filter((operator) => operator !== first && !isExit(operator));
  const zeros = zerosOf(between, producers(subgraph));
  if (zeros > fewestZeros) return null;
  return `${Math.floor(100 * zeros)} % of its convolutions' weights are zero, and more than 66 % have to be`;
}

function isEntry({ code, inputs: [data, weights], options }: Operator): boolean {
  if (code !== BuiltinOperator.CONV_2D || !(options instanceof Conv2DOptionsT)) return false;
  const [, height, width, depth] = weights?.shape ?? [];
  const isFloat = data?.type === TensorType.FLOAT32;
  return (
    isFloat && height === 3 && width === 3 && depth === 3 && options.strideH === 2 && options.strideW === 2
  );
}

const isExit = (operator: Operator): boolean => factsOf(operator).sparseLayout === 'end';

/** What keeps an operator between the first and the last from the sparse layout; null: nothing. */
function problemOf(operator: Operator): string | null {
  const { code, inputs, options } = operator;
  const [, height = 0, width = 0, channels = 0] = inputs[1]?.shape ?? [];
  if (code === BuiltinOperator.CONV_2D && options instanceof Conv2DOptionsT) {
    if (height !== 1 || width !== 1) return `is a convolution of ${height}×${width} behind the first`;
    return options.strideH === 1 && options.strideW === 1 ? null : 'is a 1×1 convolution with a stride';
  }
  if (code === BuiltinOperator.DEPTHWISE_CONV_2D && options instanceof DepthwiseConv2DOptionsT) {
    if (height !== width || (height !== 3 && height !== 5)) return `is depthwise of ${height}×${width}`;
    if (channels !== inputs[0]?.shape[3]) return 'has more channels than its input';
    return paddingProblem(operator);
  }
  return factsOf(operator).sparseLayout === 'within' ? null : 'has no kernel in that layout';
}

/** SAME on an even size pads 0 before and 1 behind where the stride is 2; the kernels pad 1 on each side. */
function paddingProblem({ inputs: [data], options }: Operator): string | null {
  if (!(options instanceof Conv2DOptionsT || options instanceof DepthwiseConv2DOptionsT)) return null;
  if (options.strideH === 1 || options.padding !== Padding.SAME) return null;
  const isEven = data!.shape[1]! % 2 === 0 || data!.shape[2]! % 2 === 0;
  return isEven
    ? 'pads one side only (SAME with stride 2); a PAD of 1 on each side before it would do'
    : null;
}

/** The part of some operators' weights that is zero. */
function zerosOf(operators: readonly Operator[], makers: Map<Tensor, Operator>): number {
  let [zeros, all] = [0, 0];
  for (const { code, inputs } of operators) {
    if (code !== BuiltinOperator.CONV_2D && code !== BuiltinOperator.DEPTHWISE_CONV_2D) continue;
    const stored = inputs[1] ? storedAs(inputs[1], makers) : null;
    if (!stored) continue;
    const values = realValues(stored);
    all += values.length;
    zeros += countZeros(values);
  }
  return zeros / Math.max(1, all);
}
