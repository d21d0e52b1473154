import { z } from 'zod';

/** Classes of instructions, as `emulator/native/decode.h` tells them apart. Every core gives a timing for each. */
export const operationNames = [
  'integer',
  'integer-shift',
  'multiply',
  'multiply-long',
  'divide',
  'branch',
  'load',
  'store',
  'vector-load',
  'vector-store',
  'vector-integer',
  'vector-shift',
  'vector-multiply',
  'vector-multiply-long',
  'dot-product',
  'float-add',
  'float-multiply',
  'float-fma',
  'float-divide',
  'float-convert',
  'vector-permute',
  'vector-reduce',
  'to-vector',
  'from-vector',
  'none',
] as const;

type OperationName = (typeof operationNames)[number];

const cycles = z.int().min(1).max(200);
/** `LS+V0|V1`: the pipe LS together with one of V0 and V1; `-`: no pipe. */
const pipes = z
  .string()
  .regex(/^(-|[A-Z][A-Z0-9]*([|+][A-Z][A-Z0-9]*)*)$/, 'pipes are named like "LS+V0|V1", or "-" for none');

const operationSchema = z.strictObject({
  /** Cycles until an operation that needs the result can start. */
  latency: cycles,
  /** The same where the result is what a following operation of the same class adds to. */
  forward: cycles.optional(),
  on: pipes,
  /** Cycles for which the pipes are taken. */
  busy: cycles.default(1),
  /** What is different for 128-bit vectors. */
  wide: z.strictObject({ on: pipes, busy: cycles.default(1) }).optional(),
  /** In order only: 128-bit forms issue with nothing beside them. */
  alone: z.boolean().default(false),
});

type OperationTiming = z.infer<typeof operationSchema>;

/** A core as `profiles/cores/*.yml` describe it. */
export const coreSchema = z
  .strictObject({
    title: z.string().min(1).max(60),
    /** `CPU part` of /proc/cpuinfo, by which XNNPACK chooses its kernels. */
    part: z.int().min(0).max(0xfff),
    /** `CPU implementer`; Arm is 0x41. */
    implementer: z.int().min(0).max(0xff).default(0x41),
    /** `CPU variant`, the 2 of r2p0: XNNPACK uses SDOT on an A55 from r1 on, on an A75 from r2 on. */
    variant: z.int().min(0).max(0xf).default(0),
    /** `Features` of /proc/cpuinfo. */
    features: z
      .array(z.string().regex(/^[a-z0-9_]+$/, 'a feature is a word as in /proc/cpuinfo'))
      .min(1)
      .max(64),
    /** QEMU's `-cpu`: a core that knows the same instructions. */
    emulatedAs: z.enum([
      'cortex-a35',
      'cortex-a53',
      'cortex-a57',
      'cortex-a72',
      'cortex-a76',
      'neoverse-n1',
      'a64fx',
    ]),
    order: z.enum(['in-order', 'out-of-order']),
    /** Operations issued (in order) or decoded (out of order) in a cycle. */
    width: z.int().min(1).max(16),
    /**
     * Out of order: micro-operations dispatched in a cycle, `width` where not given. An operation is as many
     * of them as it needs pipes at once.
     */
    microOps: z.int().min(1).max(16).optional(),
    /** In order: lines that may be on their way to the level 1 cache at once. */
    linefills: z.int().min(1).max(16).default(8),
    /** Cycles lost by a mispredicted branch. */
    mispredict: z.int().min(0).max(100),
    /** Bytes that one pass through a load or store pipe moves. */
    loadBytes: z.int().min(4).max(64),
    storeBytes: z.int().min(4).max(64),
    pipes: z
      .array(z.string().regex(/^[A-Z][A-Z0-9]{0,6}$/, 'a pipe is named like V0'))
      .min(1)
      .max(16),
    operations: z.strictObject(
      Object.fromEntries(operationNames.map((name) => [name, operationSchema])) as Record<
        OperationName,
        typeof operationSchema
      >,
    ),
  })
  .superRefine(checkPipes);

export type Core = z.infer<typeof coreSchema>;

const maxUnits = 4;

function checkPipes(
  core: { pipes: string[]; operations: Record<OperationName, OperationTiming> },
  context: z.RefinementCtx,
): void {
  for (const name of operationNames) {
    const { on, wide } = core.operations[name];
    for (const text of wide ? [on, wide.on] : [on]) {
      const problem = pipesProblem(text, core.pipes);
      if (problem) context.addIssue({ code: 'custom', path: ['operations', name], message: problem });
    }
  }
}

function pipesProblem(text: string, known: readonly string[]): string | null {
  if (text === '-') return null;
  const units = text.split('+');
  if (units.length > maxUnits) return `"${text}" needs more than ${maxUnits} pipes at once`;
  const unknown = units.flatMap((unit) => unit.split('|')).find((pipe) => !known.includes(pipe));
  return unknown ? `unknown pipe "${unknown}"\nKnown pipes: ${known.join(', ')}` : null;
}
