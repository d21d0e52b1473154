import { z } from 'zod';
import { globProblem } from '../base/glob.js';
import { type Bound, boundPattern, parseBound } from '../compare/bound.js';
import type { Levels, MetricLimits } from '../compare/limits.js';
import { type Metric, metrics } from '../compare/metrics.js';
import { isFilePath } from '../yaml/name-or-file.js';
import { suggestion } from '../yaml/suggest.js';

/**
 * A name out of `known`, with the nearest one as the way out, or the path of a file in the repository;
 * any name where nothing is known. `parts` splits names that are made of several.
 */
export function knownName(
  noun: string,
  known: readonly string[] | null,
  parts: (name: string) => string[] = (name) => [name],
) {
  return z.string().superRefine((name, context) => {
    const problem = isFilePath(name) ? outsideProblem(name) : unknownProblem(noun, known, parts(name));
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  });
}

function unknownProblem(noun: string, known: readonly string[] | null, names: string[]): string | null {
  const unknown = known && names.find((name) => !known.includes(name));
  return unknown == null ? null : `unknown ${noun} "${unknown}"\n${suggestion(unknown, known!, `${noun}s`)}`;
}

/** A path or pattern that stays inside the repository. */
export const repositoryPath = z
  .string()
  .min(1)
  .max(1000)
  .superRefine((path, context) => {
    const problem = outsideProblem(path);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  });

/** A pattern of such paths; see glob.ts. */
export const pathPattern = repositoryPath.superRefine((pattern, context) => {
  const problem = globProblem(pattern);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

function outsideProblem(path: string): string | null {
  const steps = path.replace(/^!/, '').split(/[/\\]/);
  if (!steps.includes('..') && steps[0] !== '' && !/^[a-z]:/i.test(path)) return null;
  return `"${path}" leads out of the repository\nName it from the repository's root, without ".."`;
}

const durationPattern = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const durationForm = 'a duration is written like 90s, 20m or 1h30m';

/** A duration as `90s`, `20m`, `1h30m`; seconds when read. */
export const duration = z
  .string(durationForm)
  .regex(durationPattern, durationForm)
  .transform((text, context) => {
    const [, hours = 0, minutes = 0, seconds = 0] = (durationPattern.exec(text) ?? []).map((part) =>
      Number(part ?? 0),
    );
    const total = hours * 3600 + minutes * 60 + seconds;
    if (total > 0 && total <= 24 * 3600) return total;
    context.addIssue({
      code: 'custom',
      message: `"${text}" is no time to work in\nWrite something from 1s to 24h`,
    });
    return z.NEVER;
  });

/** Limits of all metrics; the devices' names are those that have levels of their own. */
export function limitsSchema(devices: readonly string[] | null) {
  const shape = Object.fromEntries(
    metrics.map((metric) => [metric.name, metricSchema(metric, devices).optional()]),
  );
  return z.strictObject(shape as Record<Metric['name'], z.ZodOptional<z.ZodType<MetricLimits>>>);
}

function metricSchema(metric: Metric, devices: readonly string[] | null): z.ZodType<MetricLimits> {
  const level = levelSchema(metric).optional();
  const levels = {
    warn: level.describe('The comment marks what goes beyond this'),
    fail: level.describe('The build fails beyond this'),
  };
  const example = `"${metric.name}" has levels\nWrite ${metric.name}: { fail: ${metric.example} }`;
  const error = (issue: { code?: string }) => (issue.code === 'invalid_type' ? example : undefined);
  if (!metric.perDevice) return z.strictObject(levels, { error });
  const own = z.record(knownName('device', devices), z.strictObject(levels) as z.ZodType<Levels>);
  const devicesOf = own.optional().describe('Limits of single devices');
  return z.strictObject({ ...levels, devices: devicesOf }, { error });
}

/** How editors see bounds; `parseBound` says more precisely what is wrong with one. */
const levelJsonSchema = [
  { type: ['string', 'number'], pattern: `^off$|${boundPattern.source}` },
  {
    type: 'array',
    items: { type: ['string', 'number'], pattern: boundPattern.source },
    minItems: 1,
    maxItems: 10,
  },
];

/** One bound, several, or `off`. */
function levelSchema(metric: Metric) {
  return z
    .unknown()
    .meta({ anyOf: levelJsonSchema })
    .transform((input, context): Bound[] => {
      if (input === 'off') return [];
      const texts = (Array.isArray(input) ? input : [input]).slice(0, 10).map(boundText);
      const bounds = texts.map((text) => parseBound(text, metric));
      for (const bound of bounds) {
        if ('problem' in bound)
          context.addIssue({ code: 'custom', message: `${bound.problem}\n${bound.hint}` });
      }
      return bounds.filter((bound) => 'kind' in bound);
    });
}

function boundText(input: unknown): string {
  return typeof input === 'string' || typeof input === 'number' ? String(input) : '';
}
