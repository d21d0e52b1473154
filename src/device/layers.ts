import { type Counters, difference, type GuestReport, type ProfilerEvent } from './guest-report.js';
import type { LayerCost } from './types.js';

/** LiteRT's types of profiler events: an operator of its interpreter, and one inside a delegate. */
const interpreterOperator = 2;
const delegateOperator = 8;

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
 * interpreter's operator by its start, a delegate's by its length, in order.
 *
 * @param totalCycles cycles of an inference that wasn't profiled, of which `share` is a part
 * @throws Error where an event fits no reading, which no profile of a sound runner does.
 */
export function layersOf({ events = [], readings = [] }: GuestReport, totalCycles: number): LayerCost[] {
  const placed = place(events, readings);
  return placed.map((layer, index) => {
    const inside = placed.filter((other) => other !== layer && contains(layer, other));
    const outermost = inside.filter(
      (inner) => !inside.some((other) => other !== inner && contains(other, inner)),
    );
    const own = subtract(
      spent(layer, readings),
      outermost.map((inner) => spent(inner, readings)),
    );
    const { instructions, cycles } = own;
    return { index, ...nameOf(layer.event), instructions, cycles, share: Math.min(1, cycles / totalCycles) };
  });
}

function place(events: readonly ProfilerEvent[], readings: readonly Counters[]): Placed[] {
  let next = 0;
  return events.flatMap((event) => {
    if (event.type === interpreterOperator) {
      const from = readings.findIndex(({ cycles }) => cycles === event.start);
      return [
        found(
          event,
          from,
          readings.findIndex(({ cycles }) => cycles === event.start + event.elapsed),
        ),
      ];
    }
    if (event.type !== delegateOperator) return [];
    const from = gapOf(event.elapsed, readings, next);
    next = from + 1;
    return [found(event, from, next)];
  });
}

/** The first of two neighbouring readings, from `start` on, that are `cycles` apart; -1: none. */
function gapOf(cycles: number, readings: readonly Counters[], start: number): number {
  for (let at = start; at + 1 < readings.length; at++) {
    if (readings[at + 1]!.cycles - readings[at]!.cycles === cycles) return at;
  }
  return -1;
}

function found(event: ProfilerEvent, from: number, to: number): Placed {
  if (from < 0 || to < from) throw new Error(`profiled operator "${event.tag}" fits no reading of the clock`);
  return { event, from, to };
}

function contains(outer: Placed, inner: Placed): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}

function spent({ from, to }: Placed, readings: readonly Counters[]): Counters {
  return difference(readings[from]!, readings[to]!);
}

function subtract(whole: Counters, parts: readonly Counters[]): Counters {
  return parts.reduce((rest, part) => difference(part, rest), whole);
}

/** `Convolution (NHWC, QC8) IGEMM`: XNNPACK's operator, then the kind of micro-kernel where it has several. */
function nameOf({ tag, type }: ProfilerEvent): Pick<LayerCost, 'operator' | 'kernel'> {
  if (type === interpreterOperator) return { operator: tag, kernel: null };
  const end = tag.lastIndexOf(')') + 1 || tag.length;
  return { operator: tag.slice(0, end), kernel: tag.slice(end).trim() || 'XNNPACK' };
}
