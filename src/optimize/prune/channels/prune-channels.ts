import { z } from 'zod';
import { InputError } from '../../../base/errors.js';
import type { Model } from '../../../model/graph.js';
import { mainSubgraph } from '../../../model/interface.js';
import { totalMacs } from '../../../model/operators/index.js';
import { SessionPool } from '../../../runtime/pool.js';
import { hasSamples } from '../../calibrate/samples.js';
import { addNote } from '../../notes.js';
import { defineTransform, type Need } from '../../transform.js';
import type { Note, Transform, TransformContext } from '../../types.js';
import { type ImportanceName, importances } from './importance.js';
import { outOfReach, type Plan, Pruning } from './pruning.js';
import { cutRecord } from './record.js';
import { sizesOf } from './result-notes.js';

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

const PRUNE_CHANNELS_DEFAULTS = {
  // Vectors of 4 and 8 floats or 16 and 32 bytes: kernels fill up what is between.
  multipleOf: 8,
  floor: 1 / 8,
} as const satisfies Partial<PruneChannelsOptions>;

const part = z.number().gt(0).lt(1);
const targets = ['macs', 'parameters', 'latency'] as const;

/** The options as recipes write them. */
const pruneChannelsOptionsSchema = z.strictObject({
  macs: part.exactOptional(),
  parameters: part.exactOptional(),
  latency: part.exactOptional(),
  importance: z.enum(Object.keys(importances) as [ImportanceName, ...ImportanceName[]]).exactOptional(),
  multipleOf: z.int().min(1).max(64).exactOptional(),
  floor: z.number().min(0).max(1).exactOptional(),
});

/** What is wrong with a choice of targets; null: nothing. */
function problemOfTargets(options: PruneChannelsOptions): string | null {
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
    const plan = planOf(model, options, context);
    if ((cutRecord.read(model)?.asked[plan.resource] ?? 0) >= plan.part) {
      addNote(context, 'info', 'Channels were cut before, as far as is wanted: nothing was changed.');
      return false;
    }
    const wantsSamples = hasSamples(context);
    const pool = wantsSamples ? (context.pool ?? new SessionPool()) : null;
    try {
      return await cutInRounds(model, plan, context, pool);
    } finally {
      if (!context.pool) await pool?.close();
    }
  };
}

export const pruneChannelsTransform = defineTransform({
  name: 'prune-channels',
  description: 'Removes the channels that matter least, so that what is left is a smaller dense model.',
  options: pruneChannelsOptionsSchema,
  problems: (options) => {
    const message = problemOfTargets(options);
    return message === null ? [] : [{ message }];
  },
  needs: needsOf,
  create: pruneChannels,
  changesFunction: true,
});

function needsOf({ importance, latency }: PruneChannelsOptions): Need[] {
  const needs: Need[] = [];
  if (importance && importances[importance].needsSamples) {
    const hint = 'Give a data set, or choose importance "l2"';
    needs.push({
      what: 'samples',
      problem: `importance "${importance}" needs samples, and there are none`,
      hint,
    });
  }
  if (latency !== undefined) {
    const hint = 'Name a device, or give "macs" in place of "latency"';
    needs.push({ what: 'device', problem: 'a target of latency needs a device to measure on', hint });
  }
  return needs;
}

/** Tells what the last round that cut something tells: that is true of all. */
async function cutInRounds(
  model: Model,
  plan: Plan,
  context: TransformContext,
  pool: SessionPool | null,
): Promise<boolean> {
  let [changed, told]: [boolean, Note[]] = [false, []];
  for (const part of [...roundsOf(model, plan, context), plan.part]) {
    const notes: Note[] = [];
    const cuts = await new Pruning(model, { ...context, notes }, { ...plan, part }, pool).run();
    if (cuts || !changed) told = notes;
    else if (told.every(({ message }) => message !== outOfReach))
      told.push({ level: 'warning', message: outOfReach });
    changed ||= cuts;
  }
  for (const { level, message } of told) addNote(context, level, message);
  return changed;
}

function planOf(model: Model, options: PruneChannelsOptions, context: TransformContext): Plan {
  const problem = problemOfTargets(options);
  const resource = targets.find((target) => options[target] !== undefined);
  if (problem || !resource) throw new InputError(`prune-channels: ${problem}`);
  const name = options.importance ?? (hasSamples(context) ? 'reconstruction' : 'l2');
  return {
    ...PRUNE_CHANNELS_DEFAULTS,
    ...options,
    resource,
    part: options[resource]!,
    importance: importances[name],
    sizes: sizesOf(mainSubgraph(model)),
  };
}

/** Multiply-accumulates of an inference beyond which another round would take minutes. */
const maxMacsOfRounds = 5e7;

/** A round takes no more than this part of the model: less at once brought the keyword spotter nothing. */
const mostPerRound = 0.3;

/**
 * Targets to reach on the way, with samples: the rest is then chosen, and weights are fitted, by what the
 * model has become.
 */
function roundsOf(model: Model, { resource, part }: Plan, context: TransformContext): number[] {
  const { operators } = mainSubgraph(model);
  const cost = totalMacs(operators);
  const wanted = hasSamples(context) && context.effort !== 'fast' && resource !== 'latency';
  if (!wanted || cost > maxMacsOfRounds) return [];
  const before = cutRecord.read(model)?.asked[resource] ?? 0;
  const rounds = Math.ceil((part - before) / mostPerRound);
  return Array.from({ length: rounds - 1 }, (_, i) => before + ((i + 1) * (part - before)) / rounds);
}
