import { type RandomNumbers, randomNumbers, streamSeed } from '../../src/base/random-numbers.js';
import { shippedRecipes } from '../../src/optimize/recipe.js';
import { type DataKind, dataKinds } from './data-mutant.js';
import type { Treatment } from './examine-model.js';
import { mutateBytes } from './mutate-bytes.js';
import { mutateFields } from './mutate-fields.js';
import { mutateGraph } from './mutate-graph.js';
import { pick } from './random.js';
import type { SeedModel } from './seed-models.js';

/** How models are mutated. */
export const modelKinds = ['bytes', 'fields', 'graph'] as const;
export type ModelKind = (typeof modelKinds)[number];
export type Kind = ModelKind | DataKind;
export const kinds: readonly Kind[] = [...modelKinds, ...dataKinds];

export interface ModelMutant {
  /** The model that it was made of. */
  origin: string;
  bytes: Uint8Array;
  treatment: Treatment;
}

const mutate: Record<ModelKind, (seed: SeedModel, random: RandomNumbers) => Uint8Array> = {
  bytes: ({ bytes }, random) => mutateBytes(bytes, random),
  fields: ({ bytes }, random) => mutateFields(bytes, random),
  graph: ({ bytes }, random) => mutateGraph(bytes, random),
};

/** The same mutant for the same seed, kind and number, given the same models to make it of. */
export function modelMutant(
  kind: ModelKind,
  number: number,
  seed: number,
  models: readonly SeedModel[],
): ModelMutant {
  const random = randomNumbers(streamSeed(seed, modelKinds.indexOf(kind), number));
  const model = pick(models, random);
  const bytes = mutate[kind](model, random);
  const treatment = { recipe: pick(recipes, random), samples: random() < 0.75 ? 3 : 0 };
  return { origin: model.name, bytes, treatment };
}

/** Fine-tuning takes seconds where others take milliseconds: it gets fewer mutants. */
const recipes = [
  ...Array.from({ length: 3 }, () => shippedRecipes().filter((name) => !name.endsWith('finetune'))).flat(),
  ...shippedRecipes(),
  'float16+int8',
  'prune-50+int8',
  'prune-channels-25+int8',
  'int8+prune-80-sparse',
];
