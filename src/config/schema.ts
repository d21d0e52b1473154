import { z } from 'zod';
import { globsProblem } from '../base/glob.js';
import type { Limits } from '../compare/limits.js';
import { metrics } from '../compare/metrics.js';
import { inputShapes } from '../data/dataset-file.js';
import { recipeSchema } from '../optimize/recipe.js';
import { efforts } from '../optimize/types.js';
import { commentModes } from './comment-modes.js';
import { duration, knownName, limitsSchema, pathPattern, repositoryPath } from './fields.js';

/** Names that a configuration may use. null: any, for the published schema. */
export interface KnownNames {
  /** Shipped recipes. Those that the file defines itself are added. */
  recipes: readonly string[] | null;
  devices: readonly string[] | null;
}

/** Name of a recipe that a configuration defines or limits: letters that may stand in a file name. */
const ownName = z
  .string()
  .regex(
    /^[A-Za-z0-9][\w.-]{0,59}(\+[A-Za-z0-9][\w.-]{0,59}){0,9}$/,
    `a recipe can't be called that\nUse letters, digits, ".", "_" and "-"`,
  );

/**
 * Schema of `.github/litetrim.yml`. `z.toJSONSchema(configSchema(anyNames), { io: 'input' })` is its
 * published form.
 */
export function configSchema(known: KnownNames) {
  const limits = limitsSchema(known.devices);
  const devices = z.array(knownName('device', known.devices)).min(1).max(20);
  return z
    .strictObject({
      $schema: z.string().optional().describe('For editors: where the JSON Schema of this file is'),
      models: z
        .array(modelSchema(known, limits, devices))
        .min(1)
        .max(1000)
        .superRefine(patternsWithinBounds)
        .describe(models),
      devices: devices
        .default(['raspberry-pi-4'])
        .describe('ARM machines to measure on: see "litetrim devices"'),
      limits: limits.prefault(defaultLimits).describe('What may change, head against base'),
      'on-unmeasured': z
        .enum(['fail', 'warn'])
        .optional()
        .describe(
          'What a limit leads to whose figure could not be measured; left out: what breaking it would',
        ),
      recipes: z.record(ownName, recipeEntry(limits)).default({}).describe(ownRecipes),
      budget: duration.prefault('20m').describe('How long a run may take: 90s, 20m, 1h30m'),
      comment: z.enum(commentModes).default('always').describe('When a pull request gets a comment'),
      effort: z.enum(efforts).default('default').describe('How much computing recipes may spend'),
    })
    .meta({ title: 'litetrim', description: 'What litetrim does with the models of a repository' });
}

const models = 'Which models there are and what is done with them; of several that match, the first holds';
const ownRecipes = "Recipes of one's own, and what may change between a recipe's result and its source";

function modelSchema(known: KnownNames, limits: z.ZodType<Limits>, devices: z.ZodType<string[]>) {
  const globs = z.union([pathPattern, z.array(pathPattern).min(1).max(100)]);
  return z.strictObject({
    files: globs
      .transform((files) => (typeof files === 'string' ? [files] : files))
      .describe('Paths or patterns of model files; one that begins with ! takes files out again'),
    dataset: repositoryPath.optional().describe('The data-set file that calibrates and judges'),
    inputs: inputShapes,
    recipes: z
      .array(recipeReference(known.recipes))
      .max(50)
      .default([])
      .describe('Recipes, joined by + to follow one another'),
    devices: devices.optional().describe('Instead of the devices of all models'),
    limits: limits.optional().describe('On top of the limits of all models'),
  });
}

function patternsWithinBounds(entries: { files: string[] }[], context: z.RefinementCtx) {
  const message = globsProblem(entries.flatMap(({ files }) => files));
  if (message !== null) context.addIssue({ code: 'custom', message });
}

/** A recipe, several joined by `+`, or a recipe file. */
function recipeReference(known: readonly string[] | null) {
  return knownName('recipe', known, (name) => name.split('+'));
}

/** A recipe of one's own has steps; without any it changes a known recipe, or only limits it. */
function recipeEntry(limits: z.ZodType<Limits>) {
  return recipeSchema.partial({ steps: true }).extend({
    limits: limits.optional().describe('What may change from the model to what this recipe makes of it'),
  });
}

/** Limits of a file that sets none: they warn and never fail. */
const defaultLimits = Object.fromEntries(
  metrics.flatMap(({ name, warnsAt }) => (warnsAt === undefined ? [] : [[name, { warn: warnsAt }]])),
);
