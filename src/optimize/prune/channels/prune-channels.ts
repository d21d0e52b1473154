import { z } from 'zod';
import { InputError } from '../../../errors.js';
import { SessionPool } from '../../../runtime/pool.js';
import { tell } from '../../notes.js';
import type { Transform, TransformContext } from '../../types.js';
import { type ImportanceName, importances } from './importance.js';
import { type Plan, Pruning } from './pruning.js';
import { readRecord } from './record.js';

export interface PruneChannelsOptions {
  /** Part of the multiply-accumulates that shall go, between 0 and 1. */
  macs?: number;
  /** Part of the parameters. */
  parameters?: number;
  /** Part of the latency on the device that costs are measured on. */
  latency?: number;
  /** How channels that matter least are found; default: `reconstruction` with samples, `l2` without. */
  importance?: ImportanceName;
  /** Each group of channels is cut to a multiple of this. */
  multipleOf?: number;
  /** Part of each group's channels that stays at least, 0..1. */
  floor?: number;
}

export const PRUNE_CHANNELS_DEFAULTS = {
  // Vectors of 4 and 8 floats or 16 and 32 bytes: kernels fill up what is between.
  multipleOf: 8,
  floor: 1 / 8,
} as const satisfies Partial<PruneChannelsOptions>;

const part = z.number().gt(0).lt(1);
const targets = ['macs', 'parameters', 'latency'] as const;

/** The options as recipes write them. */
export const pruneChannelsOptionsSchema = z.strictObject({
  macs: part.exactOptional(),
  parameters: part.exactOptional(),
  latency: part.exactOptional(),
  importance: z.enum(Object.keys(importances) as [ImportanceName, ...ImportanceName[]]).exactOptional(),
  multipleOf: z.int().min(1).max(64).exactOptional(),
  floor: z.number().min(0).max(1).exactOptional(),
});

/** What is wrong with a choice of targets; null: nothing. */
export function problemOfTargets(options: PruneChannelsOptions): string | null {
  const given = targets.filter((target) => options[target] !== undefined);
  return given.length === 1 ? null : `name one of ${targets.join(', ')}`;
}

/**
 * Removes whole channels, so that what is left is a smaller dense model: faster in every runtime. Channels
 * that operators tie together go together; the weights that read them are fitted anew by samples, so that
 * every layer comes as near as it can to what it computed before.
 *
 * @example
 * await pruneChannels({ macs: 0.5 })(model, context);
 */
export function pruneChannels(options: PruneChannelsOptions): Transform {
  return async (model, context) => {
    const plan = planOf(options, context);
    if ((readRecord(model)?.asked[plan.resource] ?? 0) >= plan.part) {
      tell(context, 'info', 'Channels were cut before, as far as is wanted: nothing was changed.');
      return false;
    }
    const wantsSamples = hasSamples(context);
    const pool = wantsSamples ? (context.pool ?? new SessionPool()) : null;
    try {
      return await new Pruning(model, context, plan, pool).run();
    } finally {
      if (!context.pool) await pool?.close();
    }
  };
}

function planOf(options: PruneChannelsOptions, context: TransformContext): Plan {
  const problem = problemOfTargets(options);
  const resource = targets.find((target) => options[target] !== undefined);
  if (problem || !resource) throw new InputError(`prune-channels: ${problem}`);
  const name = options.importance ?? (hasSamples(context) ? 'reconstruction' : 'l2');
  if (importances[name].needsSamples && !hasSamples(context)) {
    const hint = 'Give a data set, or choose importance "l2"';
    throw new InputError(`importance "${name}" needs samples, and there are none`, { hint });
  }
  if (resource === 'latency' && !context.onDevice) {
    const hint = 'Name a device, or give "macs" in place of "latency"';
    throw new InputError('a target of latency needs a device to measure on', { hint });
  }
  return {
    ...PRUNE_CHANNELS_DEFAULTS,
    ...options,
    resource,
    part: options[resource]!,
    importance: importances[name],
  };
}

/** Noise shows nothing of what channels matter. */
function hasSamples({ dataset }: TransformContext): boolean {
  return dataset !== null && !dataset.synthetic && dataset.calibration.size > 0;
}
