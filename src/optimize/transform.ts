import type { z } from 'zod';
import type { Model } from '../model/graph.js';
import type { Transform } from './types.js';

/** What options that are right one by one say wrong together. */
export interface OptionProblem {
  /** The option that it is told at; left out: the step as a whole. */
  option?: string;
  /** What is wrong; after a line break the way out. */
  message: string;
}

/** What a step can't do without, whatever the model is. */
export interface Need {
  /** `samples`: of a data set, not noise in their place; `device`: one that latency is measured on. */
  what: 'samples' | 'device';
  /** What is told where it is missing, and the way out. */
  problem: string;
  hint: string;
}

/** All there is to say of a transform: recipes, their checks and the JSON Schema read it here. */
export interface TransformDefinition<
  Name extends string = string,
  Options extends z.ZodObject = z.ZodObject,
> {
  /** As recipes call it. */
  name: Name;
  /** One sentence, which editors show beside the name. */
  description: string;
  /** A `z.strictObject` of the options as recipes write them, `transform` not among them. */
  options: Options;
  /** What options that keep the schema say wrong together; left out: nothing. */
  problems?(options: z.output<Options>): readonly OptionProblem[];
  /** What the options make it need, told before it begins; left out: nothing, or it depends on the model. */
  needs?(options: z.output<Options>): readonly Need[];
  /** The transform with these options. */
  create(options: z.output<Options>): Transform;
  /** Done once, before all steps of a recipe that names it; returns whether it changed anything. */
  prepare?(model: Model): Promise<boolean> | boolean;
  /** The result computes something else than its source, beyond rounding, and is judged by samples. */
  changesFunction?: true;
  /** It takes constants that are stored sparse as they are; others are shown them dense. */
  readsSparse?: true;
  /** It is carried out once, behind all steps that don't say so, wherever a recipe names it. */
  comesLast?: true;
  /** It removes what nobody needs, and is left out where no other step of its recipe found anything to do. */
  tidies?: true;
}

/**
 * Defines a transform, with types for its name and options; `transforms.ts` lists them.
 *
 * @example
 * export const roundTransform = defineTransform({
 *   name: 'round',
 *   description: 'Rounds constants to multiples of a number.',
 *   options: z.strictObject({ to: z.number().gt(0) }),
 *   create: ({ to }) => (model) => roundConstants(model, to),
 * });
 */
export function defineTransform<const Name extends string, Options extends z.ZodObject>(
  definition: TransformDefinition<Name, Options>,
): TransformDefinition<Name, Options> {
  return definition;
}
