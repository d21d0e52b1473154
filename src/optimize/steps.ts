import { z } from 'zod';
import { InputError } from '../base/errors.js';
import { hasSamples } from './calibrate/samples.js';
import { onDense } from './sparse/decode-sparse.js';
import type { Need, TransformDefinition } from './transform.js';
import type { Transform, TransformContext } from './types.js';

/** A step as recipes write it: a transform's name with its options. */
export type StepOf<Definition> =
  Definition extends TransformDefinition<infer Name, infer Options>
    ? z.output<z.ZodObject<Options['shape'] & { transform: z.ZodLiteral<Name> }, z.core.$strict>>
    : never;

/** The same of whatever transform. */
export interface AnyStep {
  transform: string;
}

/** The schema of a step of a recipe that may name these transforms. */
export function stepSchemaOf<Definition extends TransformDefinition>(
  transforms: readonly Definition[],
): z.ZodType<StepOf<Definition>> {
  const steps = transforms.map(({ name, description, options }) =>
    options.extend({ transform: z.literal(name) }).describe(description),
  );
  const union = z.discriminatedUnion('transform', steps as unknown as [NamedStep]);
  const checked = union.superRefine((step, context) => {
    const { definition, options } = partsOf(step, transforms);
    for (const { option, message } of definition.problems?.(options) ?? []) {
      context.addIssue({ code: 'custom', message, ...(option !== undefined && { path: [option] }) });
    }
  });
  return checked as unknown as z.ZodType<StepOf<Definition>>;
}

/** What is known of the schema of a step of whatever transform. */
type NamedStep = z.ZodObject<{ transform: z.ZodLiteral<string> }, z.core.$loose>;

/** The definition of a step's transform. */
export function definitionOf(
  { transform }: AnyStep,
  transforms: readonly TransformDefinition[],
): TransformDefinition {
  const found = transforms.find(({ name }) => name === transform);
  if (!found) throw new Error(`no transform is called "${transform}"`);
  return found;
}

/**
 * The transform that a step stands for. Unless it takes sparse constants, it is shown them dense.
 *
 * @throws InputError, when it is carried out, for want of what the step needs
 */
export function transformOf(step: AnyStep, transforms: readonly TransformDefinition[]): Transform {
  const { definition, options } = partsOf(step, transforms);
  const bare = definition.create(options);
  const needs = definition.needs?.(options) ?? [];
  const whole: Transform = (model, context) => {
    for (const need of needs) assertMet(need, context);
    return bare(model, context);
  };
  return definition.readsSparse ? whole : onDense(whole);
}

function partsOf(step: AnyStep, transforms: readonly TransformDefinition[]) {
  const { transform: _, ...options } = step;
  return { definition: definitionOf(step, transforms), options };
}

function assertMet({ what, problem, hint }: Need, context: TransformContext): void {
  const isThere = what === 'samples' ? hasSamples(context) : context.onDevice !== undefined;
  if (!isThere) throw new InputError(problem, { hint });
}
