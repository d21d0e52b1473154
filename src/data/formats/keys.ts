import { z } from 'zod';
import { elementTypes } from '../elements.js';

/** A number, or a fraction as it is said: `1/255`. */
export const numberOrFraction = z
  .union([
    z.number(),
    z
      .string()
      .regex(
        /^-?\d+(\.\d+)?\/\d+(\.\d+)?$/,
        'this must be a number or a fraction\nWrite it like 0.5 or 1/255',
      ),
  ])
  .transform((value) => {
    if (typeof value === 'number') return value;
    const [numerator, denominator] = value.split('/').map(Number);
    return numerator! / denominator!;
  })
  .refine(Number.isFinite, 'this must be a finite number');

/** A scale: above 0. */
export const scaleFactor = numberOrFraction.refine((value) => value > 0, 'a scale must be above 0');

/** Keys of the formats that hold numbers: real value = scale × (stored − zeroPoint). */
export const encodingKeys = {
  scale: scaleFactor
    .default(1)
    .describe('real value = scale × (stored − zeroPoint); a number or a fraction like 1/255'),
  zeroPoint: z.number().default(0).describe('The stored value that stands for 0'),
};

export const elementTypeKey = z.enum(elementTypes);

/** A path, relative to the data-set file. */
export const pathKey = z.string().min(1);
