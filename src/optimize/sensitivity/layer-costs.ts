import type { DeviceMeasurement, LayerCost } from '../../device/types.js';
import type { Model } from '../../model/graph.js';
import { elements, macs, ruleOf } from '../../model/operators/index.js';
import { writeModel } from '../../model/write.js';
import type { TransformContext } from '../types.js';
import type { LayerPair } from './layer-pairs.js';

/** What it costs to keep layers of an integer model in float. */
interface LayerCosts {
  /** One a layer, > 0, in one unit. */
  values: number[];
  /** What they are, as the end of "Costs were weighed …". */
  basis: string;
}

/**
 * Costs of layers: milliseconds that each takes longer on the context's device in float than in integers,
 * where that device measures both models and its profiles name as many products as the models have; else
 * operations and bytes.
 */
export async function layerCosts(
  source: Model,
  whole: Model,
  pairs: readonly LayerPair[],
  { onDevice }: TransformContext,
): Promise<LayerCosts> {
  const byOperations = { values: pairs.map(operations), basis: "by operations, not by a device's latency" };
  if (!onDevice) return byOperations;
  const float = await onDevice(writeModel(source));
  const integer = float && (await onDevice(writeModel(whole)));
  const values = integer && addedMilliseconds(pairs, float, integer);
  return values ? { values, basis: `by latency on ${integer.device}` } : byOperations;
}

/** Multiply-accumulates, one for each value that it writes, and one for each byte that its weights take more. */
function operations({ source }: LayerPair): number {
  const [weights] = ruleOf(source)?.weights?.(source) ?? [];
  return macs(source) + elements(source.outputs[0]) + 3 * elements(weights && source.inputs[weights.input]);
}

/** Milliseconds below this are no difference between two profiles. */
const trifle = 1e-6;

/**
 * Products (convolutions, fully connected layers) are told apart by their order; what all other layers take
 * longer together is spread over them by the values that they write. null: the profiles don't fit.
 */
function addedMilliseconds(
  pairs: readonly LayerPair[],
  float: DeviceMeasurement,
  integer: DeviceMeasurement,
): number[] | null {
  const products = pairs.filter(({ source }) => macs(source) > 0);
  const [before, after] = [productsOf(float), productsOf(integer)];
  if (before.length !== products.length || after.length !== products.length) return null;
  const added = products.map((_, i) => before[i]! - after[i]!);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rest = float.latencyMs - integer.latencyMs - sum(added);
  const written = sum(pairs.map(({ source }) => (macs(source) > 0 ? 0 : elements(source.outputs[0]))));
  return pairs.map((pair) => {
    const place = products.indexOf(pair);
    const ms = place >= 0 ? added[place]! : (rest * elements(pair.source.outputs[0])) / written;
    return Math.max(trifle, ms);
  });
}

/** XNNPACK's and TFLite's names of layers that multiply and accumulate. */
const product =
  /^(Convolution|Deconvolution|Fully Connected|Batch Matrix Multiply)\b|CONV|FULLY_CONNECTED|MATMUL/;

function productsOf({ layers, latencyMs }: DeviceMeasurement): number[] {
  const isProduct = ({ operator }: LayerCost) => product.test(operator);
  return layers.filter(isProduct).map(({ share }) => share * latencyMs);
}
