import type { Operator, Tensor } from '../../../model/graph.js';
import {
  type Conv2DOptionsT,
  type DepthwiseConv2DOptionsT,
  Padding,
  type Pool2DOptionsT,
  type TransposeConvOptionsT,
} from '../../../model/schema/index.js';
import type { Windows } from '../kernels.js';

type WindowOptions = Conv2DOptionsT | DepthwiseConv2DOptionsT | TransposeConvOptionsT | Pool2DOptionsT;

/** An operator's options, where they are some of windows. */
function windowOptionsOf({ options }: Operator): WindowOptions | null {
  return options && 'strideH' in options ? (options as WindowOptions) : null;
}

/** Why the windows of an operator can't be laid, as the end of "… because "; null: they can. */
export function refusesWindows(operator: Operator): string | null {
  const options = windowOptionsOf(operator);
  return options && options.strideH > 0 && options.strideW > 0
    ? null
    : 'it does not say which windows it takes';
}

/** The windows of a size [height, width] that a kernel lays over `input` to compute `output`. */
export function windowsBetween(
  input: Tensor,
  output: Tensor,
  size: readonly [number, number],
  operator: Operator,
): Windows {
  const options = windowOptionsOf(operator)!;
  const strides: [number, number] = [options.strideH, options.strideW];
  const dilations: [number, number] =
    'dilationHFactor' in options ? [options.dilationHFactor, options.dilationWFactor] : [1, 1];
  const along = (axis: 0 | 1): [number, number] => {
    if (options.padding === Padding.VALID) return [0, 0];
    const reach = (size[axis] - 1) * dilations[axis] + 1;
    const last = (output.shape[axis + 1]! - 1) * strides[axis];
    const missing = Math.max(0, last + reach - input.shape[axis + 1]!);
    return [Math.floor(missing / 2), Math.ceil(missing / 2)];
  };
  return { strides, dilations, padding: [along(0), along(1)] };
}
