import type { Model, Subgraph, Tensor } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { withObservedTensors } from '../../runtime/observe.js';
import type { SampleSource, SessionPool } from '../../runtime/pool.js';
import { storedFormOf } from '../quantize/activation-plan.js';
import { clamp, type Range, storedRange } from '../quantize/affine.js';
import { kernelInUse, saturations } from '../quantize/saturation.js';
import { softmaxLimits } from '../quantize/softmax-limits.js';
import type { LayerPair } from './layer-pairs.js';
import { LayerSqnr } from './layer-sqnr.js';

/** A layer with this SQNR in dB holds noise of a tenth of its signal's power: it drifts. */
const driftDb = 10;

/** So does one that is so many dB below the median of all layers, unless it is above `soundDb`. */
const belowMedianDb = 15;
const soundDb = 20;

/**
 * SQNR of each layer's values in the result against the source's, in dB, with all that the layers before
 * it did to its inputs. null where it can't be said.
 *
 * @throws NotRunnableError where LiteRT can't run one of them with all layers shown
 */
export async function layerSqnr(
  source: Model,
  result: Model,
  pairs: readonly LayerPair[],
  samples: SampleSource,
  pool: SessionPool,
): Promise<(number | null)[]> {
  const from = observe(
    source,
    pairs.map((pair) => pair.from),
  );
  const to = observe(
    result,
    pairs.map((pair) => pair.to),
  );
  const { outputs } = mainSubgraph(source);
  const limits = limitsIn(mainSubgraph(result), pairs);
  const sums = pairs.map(
    ({ from: { shape }, from: tensor }) => new LayerSqnr(shape.at(-1) || 1, outputs.includes(tensor)),
  );
  const results = pool.outputs(to.model, samples);
  try {
    for await (const wanted of pool.outputs(from.model, samples)) {
      const { value: made } = await results.next();
      for (const [i, sum] of sums.entries()) {
        const [source, result] = [wanted[from.positions[i]!]!, made![to.positions[i]!]!];
        sum.add(within(source, limits[i]), within(result, limits[i]));
      }
    }
  } finally {
    await results.return(undefined);
  }
  return sums.map(({ decibels }) => decibels);
}

/** By layer the range beyond which none of its readers tells values apart; undefined: all count. */
function limitsIn(result: Subgraph, pairs: readonly LayerPair[]): (Range | undefined)[] {
  const cut = saturations(result, kernelInUse);
  const beforeSoftmax = softmaxLimits(result, () => 0, { range: () => ({ min: 1, max: 1 }) });
  return pairs.map(({ to }) => {
    const form = beforeSoftmax.has(to) ? storedFormOf(to) : null;
    return cut.get(to) ?? (form ? storedRange(form) : undefined);
  });
}

/** Values as their readers take them, who cut off what is beyond a range. */
function within(values: Float32Array, range: Range | undefined): Float32Array {
  return range ? values.map((value) => clamp(value, range.min, range.max)) : values;
}

function observe(model: Model, tensors: readonly Tensor[]) {
  const observed = withObservedTensors(model, tensors);
  const { outputs } = mainSubgraph(observed);
  return { model: observed, positions: tensors.map((tensor) => outputs.indexOf(tensor)) };
}

/** The layers in which drifting begins: those that drift themselves while no layer does that they read. */
export function driftingLayers(
  pairs: readonly LayerPair[],
  sqnr: readonly (number | null)[],
): { pair: LayerPair; sqnrDb: number }[] {
  const threshold = driftThreshold(sqnr);
  const drifts = new Map<Tensor, number>();
  for (const [i, { from }] of pairs.entries()) {
    const value = sqnr[i];
    if (typeof value === 'number' && value < threshold) drifts.set(from, value);
  }
  return pairs.flatMap((pair) => {
    const sqnrDb = drifts.get(pair.from);
    const inherited = pair.source.inputs.some((input) => input && drifts.has(input));
    return sqnrDb === undefined || inherited ? [] : [{ pair, sqnrDb }];
  });
}

function driftThreshold(sqnr: readonly (number | null)[]): number {
  const known = sqnr.filter((value) => value !== null).sort((a, b) => a - b);
  const median = known[Math.floor(known.length / 2)] ?? 0;
  return Math.max(driftDb, Math.min(soundDb, median - belowMedianDb));
}
