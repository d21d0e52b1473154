import { z } from 'zod';

/** How the range of an activation follows from the values that it takes, as recipes write it. */
export const calibrationMethodSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('min-max') }),
  z.strictObject({
    method: z.literal('percentile'),
    /** In percent, above 50: all values but the largest and the smallest `100 − percentile` percent. */
    percentile: z.number().gt(50).max(100).default(99.99),
  }),
]);

/**
 * - `min-max`: from the smallest value to the largest.
 * - `percentile`: at each end that share of the values is left out that the percentile leaves.
 */
export type CalibrationMethod = z.infer<typeof calibrationMethodSchema>;

export const CALIBRATION_DEFAULT: CalibrationMethod = { method: 'min-max' };
