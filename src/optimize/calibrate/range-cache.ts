import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { keep, readKept } from '../../base/kept-files.js';
import type { Build } from '../../runtime/build.js';
import { litertVersion } from '../../runtime/version.js';
import type { Range } from '../quantize/affine.js';
import type { CalibrationMethod } from './method.js';

/** What ranges follow from, besides the model. */
interface RangeSource {
  /** Hash of the data set. */
  data: string;
  samples: number;
  method: CalibrationMethod;
  build: Build;
}

/** Changes when the same inputs lead to other ranges: how samples are chosen, how values are counted. */
const cacheVersion = 1;

/** A float32 value; one that isn't, no measurement has written. */
const float32 = z.number().refine((value) => Object.is(Math.fround(value), value));
const rangesSchema = z.array(z.tuple([float32, float32]).refine(([min, max]) => min <= max));

/**
 * Names everything that ranges depend on. SHA-256, hexadecimal.
 *
 * @param model the file with the tensors to be measured among its outputs
 */
export function rangesKey(model: Uint8Array, source: RangeSource): string {
  const { data, samples, method, build } = source;
  const identity = JSON.stringify([cacheVersion, litertVersion, data, samples, method, build]);
  return createHash('sha256').update(`${identity.length}:${identity}`).update(model).digest('hex');
}

/** The ranges kept under `key`; null where there are none, or they were damaged. */
export async function readRanges(cache: string, key: string, count: number): Promise<Range[] | null> {
  const ranges = await readKept(pathOf(cache, key), rangesSchema.length(count));
  return ranges?.map(([min, max]) => ({ min, max })) ?? null;
}

/** Keeps finite ranges of float32 values. */
export async function keepRanges(cache: string, key: string, ranges: readonly Range[]): Promise<void> {
  await keep(
    pathOf(cache, key),
    ranges.map(({ min, max }) => [min, max]),
  );
}

function pathOf(cache: string, key: string): string {
  return join(cache, 'calibrations', `${key}.json`);
}
