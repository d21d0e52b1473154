import { InputError } from '../../../base/errors.js';
import { cloneModel } from '../../../model/clone.js';
import type { Model } from '../../../model/graph.js';
import { mainSubgraph } from '../../../model/interface.js';
import { writeModel } from '../../../model/write.js';
import { addNote } from '../../notes.js';
import type { TransformContext } from '../../types.js';
import type { Allocation } from './allocate.js';
import { cutChannels, type Kept } from './cut.js';

/** Models that are measured at most besides the one before cutting: each takes seconds. */
const maxMeasurements = 5;

/** A part of the latency that is near enough below the target. */
const nearEnough = 0.02;

/**
 * Finds by bisection how many multiply-accumulates have to go for a part of the latency to go.
 *
 * @param start a new allocation
 * @param macs of the model before any cut
 * @param part of the latency that shall go, 0..1
 */
export async function reachLatency(
  model: Model,
  start: () => Allocation,
  macs: number,
  part: number,
  context: TransformContext,
): Promise<Allocation> {
  const before = await latencyOf(model, context);
  const target = (1 - part) * before;
  let [low, high, guess] = [0, 1, part];
  let [found, last]: ({ allocation: Allocation; latency: number } | null)[] = [null, null];
  for (let i = 0; i < maxMeasurements; i++) {
    const allocation = start();
    allocation.reach((1 - guess) * macs);
    last = { allocation, latency: await latencyOf(cutCopy(model, allocation.kept), context) };
    if (last.latency <= target) [found, high] = [last, guess];
    else low = guess;
    if (found === last && last.latency >= target - nearEnough * before) break;
    guess = (low + high) / 2;
  }
  const { allocation, latency } = found ?? last!;
  const digits = digitsApart(latency, target);
  const ms = (value: number) => `${value.toFixed(digits)} ms`;
  const text = `${ms(latency)} in place of ${ms(before)}`;
  if (found) addNote(context, 'info', `Latency on the device is ${text}, before weights are fitted.`);
  else addNote(context, 'warning', `The target of latency, ${ms(target)}, is not reached: ${text}.`);
  return allocation;
}

/** Digits behind the point, two at least, that show on which side of the target a latency is. */
function digitsApart(latency: number, target: number): number {
  let digits = 2;
  while (digits < 6 && latency !== target && latency.toFixed(digits) === target.toFixed(digits)) digits++;
  return digits;
}

async function latencyOf(model: Model, { onDevice }: TransformContext): Promise<number> {
  const measurement = await onDevice?.(writeModel(model));
  if (measurement) return measurement.latencyMs;
  throw new InputError('the latency that channels are cut for could not be measured', {
    hint: 'Run "litetrim doctor", or give "macs" in place of "latency"',
  });
}

/** A copy of the model that keeps what the model itself would. */
function cutCopy(model: Model, kept: Kept): Model {
  const copy = cloneModel(model);
  const [subgraph, itsCopy] = [mainSubgraph(model), mainSubgraph(copy)];
  const twins = new Map(subgraph.tensors.map((tensor, i) => [tensor, itsCopy.tensors[i]!]));
  cutChannels(itsCopy, kept.forTwins(twins));
  return copy;
}
