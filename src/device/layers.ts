import { type Counters, difference, type Profile, type ProfilerEvent } from './guest-report.js';
import type { LayerCost } from './types.js';

/** LiteRT's types of profiler events: an operator of its interpreter, and one inside a delegate. */
const interpreterOperator = 2;
const delegateOperator = 8;

/** A layer of which everything is counted. */
type CountedLayer = LayerCost & { instructions: number; cycles: number };

/** An event between two readings of the clock. */
interface Placed {
  event: ProfilerEvent;
  from: number;
  to: number;
}

/**
 * The operators of a profiled inference with what each cost.
 *
 * The profiler knows an operator's time only; but it read the clock at its start and its end, and the
 * runner kept all counters of every reading. So each event is found again between two readings: an
 * interpreter's operator by its start, a delegate's by its length, in order. (An operator of several parts,
 * such as XNNPACK's split, has readings inside of it, too.)
 *
 * @param totalCycles cycles of an inference that wasn't profiled, of which `share` is a part; the layers'
 *   own sum where that is larger, since caches aren't in the very same state in both
 * @param levels of caches, whose misses are wanted
 * @returns layers whose multiply-accumulates are still to be told (layer-macs.ts)
 * @throws Error where an event fits no reading, which no profile of a sound runner does.
 */
export function layersOf({ events, readings }: Profile, totalCycles: number, levels = 3): CountedLayer[] {
  const placed = place(events, readings);
  const costs = placed.map((layer) => ownCost(layer, placed, readings));
  const sum = costs.reduce((total, { cycles }) => total + cycles, 0);
  return costs.map((cost, index) => {
    const { instructions, cycles, core_cycles, l1_misses, l2_misses, l3_misses } = cost;
    const name = nameOf(placed[index]!.event);
    return {
      ...{ index, ...name, instructions, cycles, share: cycles / Math.max(totalCycles, sum), macs: null },
      bound: core_cycles * 2 < cycles ? 'memory' : 'core',
      misses: [l1_misses, l2_misses, l3_misses].slice(0, levels),
      delegated: name.kernel !== null,
    };
  });
}

/** What a layer cost without the layers that ran inside of it: an IF's or a WHILE's branches. */
function ownCost(layer: Placed, all: readonly Placed[], readings: readonly Counters[]): Counters {
  const inside = all.filter((other) => contains(layer, other));
  const outermost = inside.filter((inner) => !inside.some((other) => contains(other, inner)));
  const spent = ({ from, to }: Placed) => difference(readings[from]!, readings[to]!);
  return outermost.map(spent).reduce((rest, part) => difference(part, rest), spent(layer));
}

function place(events: readonly ProfilerEvent[], readings: readonly Counters[]): Placed[] {
  const operators = events.filter(({ type }) => type === interpreterOperator || type === delegateOperator);
  const at = new Map(readings.map(({ cycles }, index) => [cycles, index]));
  let next = 0;
  return operators.map((event) => {
    const inDelegate = event.type === delegateOperator;
    const span = inDelegate
      ? spanOf(event.elapsed, readings, next)
      : [at.get(event.start), at.get(event.start + event.elapsed)];
    const placed = found(event, span);
    // Events stand in the order in which they began; an interpreter's operator may hold the following ones.
    next = Math.max(next, inDelegate ? placed.to : placed.from);
    return placed;
  });
}

/** The first two readings, from `start` on, that are so many cycles apart; none where there are none. */
function spanOf(cycles: number, readings: readonly Counters[], start: number): number[] {
  for (let from = start, to = start; to < readings.length; ) {
    const distance = readings[to]!.cycles - readings[from]!.cycles;
    if (distance === cycles && to > from) return [from, to];
    if (distance < cycles || to === from) to++;
    else from++;
  }
  return [];
}

function found(event: ProfilerEvent, [from, to]: (number | undefined)[]): Placed {
  if (from === undefined || to === undefined)
    throw new Error(`profiled operator "${event.tag}" fits no reading of the clock`);
  return { event, from, to };
}

function contains(outer: Placed, inner: Placed): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}

/** `Convolution (NHWC, QC8) IGEMM`: XNNPACK's operator, then the kind of micro-kernel where it has several. */
function nameOf({ tag, type }: ProfilerEvent): Pick<LayerCost, 'operator' | 'kernel'> {
  if (type === interpreterOperator) return { operator: tag, kernel: null };
  const end = tag.lastIndexOf(')') + 1 || tag.length;
  return { operator: tag.slice(0, end), kernel: tag.slice(end).trim() || 'XNNPACK' };
}
