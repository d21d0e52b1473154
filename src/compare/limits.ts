import type { Bound } from './bound.js';
import type { MetricName } from './metrics.js';

/** What breaking a limit leads to. */
export type Level = 'warn' | 'fail';

/** Bounds by level. A level that is absent is inherited; an empty one was turned off. */
export interface Levels {
  warn?: Bound[] | undefined;
  fail?: Bound[] | undefined;
}

/** Limits of one metric; a device's own levels take the place of the general ones. */
export interface MetricLimits extends Levels {
  devices?: Record<string, Levels> | undefined;
}

export type Limits = { [name in MetricName]?: MetricLimits | undefined };

/** `specific` over `general`, level by level. */
export function mergeLimits(general: Limits, specific: Limits): Limits {
  const merged: Limits = { ...general };
  for (const [name, limits] of Object.entries(specific) as [MetricName, MetricLimits | undefined][]) {
    if (limits) merged[name] = mergeMetric(general[name], limits);
  }
  return merged;
}

function mergeMetric(general: MetricLimits = {}, specific: MetricLimits): MetricLimits {
  const devices = { ...general.devices };
  for (const [device, levels] of Object.entries(specific.devices ?? {})) {
    devices[device] = mergeLevels(devices[device] ?? {}, levels);
  }
  return { ...mergeLevels(general, specific), devices };
}

function mergeLevels(general: Levels, specific: Levels): Levels {
  return { warn: specific.warn ?? general.warn, fail: specific.fail ?? general.fail };
}

/** The levels that hold for a metric, on a device where it has one. */
export function levelsFor(limits: Limits, metric: MetricName, device: string | null): Levels {
  const all = limits[metric] ?? {};
  const own = device === null ? undefined : all.devices?.[device];
  return own ? mergeLevels(all, own) : all;
}
