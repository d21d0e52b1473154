import { z } from 'zod';
import { protocol } from '../runtime/observer/protocol.js';

const count = z.number().nonnegative();

/** What the plug-in counts, since the process started (native/clock_page.h). */
const countersSchema = z.object({
  instructions: count,
  cycles: count,
  core_cycles: count,
  stall_cycles: count,
  transfer_cycles: count,
  mispredictions: count,
  accesses: count,
  l1_misses: count,
  l2_misses: count,
  l3_misses: count,
});

const spanSchema = z.object({ before: countersSchema, after: countersSchema });
const portSchema = z.object({ type: z.int(), bytes: count });

/** What LiteRT's profiler told of one inference, and the clock's readings behind it. */
const profileSchema = z.object({
  events: z.array(z.object({ tag: z.string(), type: z.int(), start: count, elapsed: count })),
  readings: z.array(countersSchema),
});

/** The document that emulator/native/runner.c prints. */
const guestReportSchema = z.object({
  /** Whose clock measured. The host's counts nanoseconds as cycles, and nothing else. */
  clock: z.enum(['device', 'host']),
  peakBytes: count,
  fileBytes: count,
  inputs: z.array(portSchema),
  outputs: z.array(portSchema),
  load: spanSchema,
  first: spanSchema,
  inference: spanSchema,
  /** Cycles of each measured inference, the last one's among them. */
  runs: z.array(count).min(1),
  /** Of each measured inference, where the profiler was on. */
  profiles: z.array(profileSchema),
});

export type GuestReport = z.infer<typeof guestReportSchema>;
export type Span = z.infer<typeof spanSchema>;
export type Counters = z.infer<typeof countersSchema>;
export type Profile = z.infer<typeof profileSchema>;
export type ProfilerEvent = Profile['events'][number];

/**
 * Reads what the runner printed.
 *
 * @param clock the one that it was told to measure by: a modelled time is never taken for a real one
 * @throws Error for a report that no sound runner prints, or one of another version of litetrim
 */
export function parseGuestReport(text: string, clock: GuestReport['clock']): GuestReport {
  const document: unknown = JSON.parse(text);
  checkProtocol(document);
  const report = guestReportSchema.parse(document);
  if (report.clock !== clock) throw new Error(`the runner measured by the clock of the ${report.clock}`);
  return report;
}

function checkProtocol(document: unknown): void {
  const spoken = z.object({ protocol: z.unknown() }).safeParse(document).data?.protocol;
  if (spoken === protocol) return;
  const parts = `runner (protocol ${spoken ?? 'unknown'}) and litetrim (protocol ${protocol})`;
  throw new Error(`${parts} are of different versions. Install litetrim anew.`);
}

/** What happened between the two ends of a span, in each counter. */
export function difference(before: Counters, after: Counters): Counters {
  const names = Object.keys(after) as (keyof Counters)[];
  return Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as unknown as Counters;
}
