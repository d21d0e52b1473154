import { partsOfOutputs } from '../evaluate/metrics/parts-sqnr.js';
import type { Model } from '../model/graph.js';
import { mainSubgraph } from '../model/interface.js';
import type { LayerDamage } from './layer-facts.js';
import { addNote, listOf } from './notes.js';
import type { Recipe } from './recipe.js';
import type { TransformContext } from './types.js';

/** Outputs with less of the source's signal than this, in dB, are told: a tenth of their size is noise. */
const leastDb = 20;

/** By the scheme of a recipe the shipped one that gives up less, and what that does. */
const better: Readonly<Record<string, string>> = {
  int8: '"int8-mixed" leaves layers in float until outputs are right',
  int8x4: '"int8" stores weights in 8 bits',
  'dynamic-int4': '"dynamic-int8" stores weights in 8 bits',
  'weight-int4': '"weight-int8" stores weights in 8 bits',
};

/**
 * Tells which outputs a recipe left little of, and which shipped recipe does better by its nature.
 *
 * @param layers what became of the source's layers, as far as it was looked at
 */
export function noteLossyOutputs(
  source: Model,
  layers: readonly LayerDamage[],
  { steps }: Recipe,
  context: TransformContext,
): void {
  const schemes = steps.flatMap((step) => ('scheme' in step && step.scheme ? [step.scheme] : []));
  const hint = schemes.map((scheme) => better[scheme]).find((known) => known !== undefined);
  const names = new Set(partsOfOutputs(source).flatMap((output) => output.names));
  for (const { name } of mainSubgraph(source).outputs) names.add(name);
  const lossy = layers.filter(
    ({ name, outputDb }) => names.has(name) && outputDb !== null && outputDb < leastDb,
  );
  if (!hint || lossy.length === 0) return;
  const outputs = lossy.map(({ name, outputDb }) => `"${name}" (${outputDb!.toFixed(1)} dB)`);
  const verb = lossy.length === 1 ? 'keeps' : 'keep';
  addNote(context, 'warning', `Output ${listOf(outputs)} ${verb} little of the source's values: ${hint}.`);
}
