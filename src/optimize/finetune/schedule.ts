import { z } from 'zod';

/** Sparsity that grows while a model learns, as TensorFlow Model Optimization's schedules of these names do. */
export const sparsityScheduleSchema = z.discriminatedUnion('schedule', [
  z
    .strictObject({
      schedule: z.literal('polynomial'),
      /** Part of each layer's weights that is zero from `begin` on. */
      initial: z.number().min(0).lt(1).default(0),
      /** The part from `end` on. */
      final: z.number().gt(0).lt(1),
      /** Steps. */
      begin: z.int().min(0).default(0),
      end: z.int().min(1),
      /** Steps between two prunings. */
      frequency: z.int().min(1).default(10),
    })
    .refine(({ begin, end }) => begin < end, {
      error: 'it must be later than "begin"\nName a later step, or leave "begin" out',
      path: ['end'],
    }),
  z.strictObject({
    schedule: z.literal('constant'),
    target: z.number().gt(0).lt(1),
    begin: z.int().min(0).default(0),
    frequency: z.int().min(1).default(10),
  }),
]);

export type SparsitySchedule = z.infer<typeof sparsityScheduleSchema>;

/**
 * The sparsity that weights are pruned to before a step; null: they aren't then. Polynomial is Zhu and Gupta's
 * (arXiv:1710.01878) final + (initial − final) · (1 − progress)³.
 */
export function sparsityAt(schedule: SparsitySchedule, step: number): number | null {
  const { begin, frequency } = schedule;
  const end = schedule.schedule === 'polynomial' ? schedule.end : Infinity;
  if (step < begin || step > end) return null;
  if ((step - begin) % frequency !== 0 && step !== end) return null;
  if (schedule.schedule === 'constant') return schedule.target;
  const left = 1 - (step - begin) / (end - begin);
  return schedule.final + (schedule.initial - schedule.final) * left * left * left;
}

/** Zeros the smallest weights of a layer until a part of them is zero; those that are zero stay so. */
export function pruneTo(weights: Float32Array, held: Uint8Array, sparsity: number): void {
  const zeros = Math.round(weights.length * sparsity);
  if (zeros === 0) return;
  const order = Uint32Array.from(weights, (_, i) => i);
  order.sort((a, b) => Math.abs(weights[a]!) - Math.abs(weights[b]!) || a - b);
  for (const i of order.subarray(0, zeros)) {
    weights[i] = 0;
    held[i] = 1;
  }
}

/** Steps in which the learning rate rises to its full size. */
export const warmUpSteps = 20;

/** The learning rate of a step, 0 to 1: up in a straight line, then down along a half cosine to 0. */
export function learningRateAt(step: number, steps: number): number {
  const warmUp = Math.min(warmUpSteps, steps / 4);
  if (step < warmUp) return (step + 1) / (warmUp + 1);
  // Rounded: the cosine's last digit differs between versions of Node.js.
  return Math.fround((1 + Math.cos((Math.PI * (step - warmUp)) / (steps - warmUp))) / 2);
}
