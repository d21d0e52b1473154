import { randomDataset } from '../../data/random-dataset.js';
import type { Dataset } from '../../data/types.js';
import type { Model, Tensor } from '../../model/graph.js';
import { mainSubgraph, modelInterface } from '../../model/interface.js';
import { macs, operatorName } from '../../model/operators/index.js';
import { NotRunnableError } from '../../runtime/errors.js';
import type { SampleSource } from '../../runtime/pool.js';
import { SessionPool } from '../../runtime/pool.js';
import type { LayerDamage } from '../layer-facts.js';
import { addNote, listOf, nameOf } from '../notes.js';
import { decodeSparse } from '../sparse/decode-sparse.js';
import type { Effort, TransformContext } from '../types.js';
import {
  affordableSamples,
  costOf,
  leastSamples,
  maxSamples,
  type RoundingDamage,
  roundingDamage,
} from './damage.js';
import { driftingLayers, layerSqnr } from './drift.js';
import { noiseOf } from './judge.js';
import { type LayerPair, layerNumbers, pairLayers } from './layer-pairs.js';
import { samplesOf } from './samples.js';
import { storageName, storageOf } from './storage.js';

/** What looking at layers may cost, in multiply-accumulates: about a second, and a few, on two cores. */
const driftBudget: Record<Effort, number> = { fast: 1e9, default: 10e9, best: 10e9 };
const damageBudget: Record<Effort, number> = { fast: 0, default: 40e9, best: 400e9 };

/** The same where it was asked for, or is needed; more only for the fewest samples that do. */
export const explainBudget = 160e9;

/** A model before and after a recipe. */
export interface Optimization {
  source: Model;
  /** Each subgraph's tensors of the result as they were listed before it was transformed. */
  before: readonly (readonly Tensor[])[];
  result: Model;
}

/**
 * Looks at the layers of an optimized model: how far the values of each are from the source's, and what
 * rounding each alone costs. A layer in which values drift is named in a note.
 *
 * @param explain measure it all, with fewer samples where it is costly; else what is cheap: the rest is null
 * @returns the layers that both models have, in execution order; none where nothing was looked at
 */
export async function explainLayers(
  optimization: Optimization,
  context: TransformContext,
  explain: boolean,
): Promise<LayerDamage[]> {
  // LiteRT's sparse kernels end, out of memory, where what is between them is shown; dense ones compute the same.
  const packAgain = decodeSparse(optimization.result);
  const seen = await lookAt(optimization, context, explain).finally(packAgain ?? (() => {}));
  return seen ? describe(optimization, seen.pairs, seen.sqnr, seen.damages) : [];
}

/** What was measured of layers. */
interface Seen {
  pairs: LayerPair[];
  sqnr: (number | null)[];
  damages: RoundingDamage[];
}

async function lookAt(
  optimization: Optimization,
  context: TransformContext,
  explain: boolean,
): Promise<Seen | null> {
  const { source, result, before } = optimization;
  const pairs = pairLayers(source, before, result);
  const dataset = context.dataset ?? (explain ? noise(source, context) : null);
  const least = explain ? leastSamples : 0;
  const cheap = Math.min(maxSamples, driftBudget[context.effort] / (2 * costOf(source)));
  const samples = samplesOf(dataset, Math.max(least, cheap));
  if (!samples || pairs.length === 0) return null;
  const pool = context.pool ?? new SessionPool();
  try {
    const sqnr = await layerSqnr(source, result, pairs, samples, pool);
    noteDrift(pairs, sqnr, context);
    const budget = Math.max(damageBudget[context.effort], explain ? explainBudget : 0);
    const many = Math.max(least, affordableSamples(source, pairs.length, budget));
    const few = many >= leastSamples ? samplesOf(dataset, many) : null;
    const damages = few ? await damagesOf(optimization, pairs, few, pool, context) : [];
    return { pairs, sqnr, damages };
  } catch (error) {
    if (!(error instanceof NotRunnableError)) throw error;
    addNote(context, 'info', `Layers could not be compared one by one: ${error.problem}.`);
    return null;
  } finally {
    if (!context.pool) await pool.close();
  }
}

/** What stands for samples where there are none. */
function noise(source: Model, context: TransformContext): Dataset {
  addNote(context, 'warning', 'Layers were measured on seeded noise instead of samples.');
  return randomDataset(modelInterface(source).inputs, { samples: maxSamples, seed: context.seed });
}

async function damagesOf(
  { source, result }: Optimization,
  pairs: readonly LayerPair[],
  samples: SampleSource,
  pool: SessionPool,
  { progress }: TransformContext,
): Promise<RoundingDamage[]> {
  const stage = progress.stage('measuring layers', pairs.length);
  try {
    return await roundingDamage(source, result, pairs, samples, pool, (done) => stage.update(done));
  } finally {
    stage.end();
  }
}

function noteDrift(pairs: LayerPair[], sqnr: (number | null)[], context: TransformContext): void {
  const drifting = driftingLayers(pairs, sqnr);
  if (drifting.length === 0) return;
  const names = drifting.map(({ pair, sqnrDb }) => `${nameOf(pair.source)} (${driftText(sqnrDb)})`);
  const verb = drifting.length === 1 ? 'drifts' : 'drift';
  addNote(
    context,
    'warning',
    `${listOf(names)} ${verb} from the source's values, measured on calibration samples.`,
  );
}

const driftText = (db: number): string =>
  Number.isFinite(db) ? `${db.toFixed(1)} dB` : 'infinite or no numbers';

function describe(
  { source: model, result }: Optimization,
  pairs: LayerPair[],
  sqnr: (number | null)[],
  damages: RoundingDamage[],
): LayerDamage[] {
  const noises = damages.map(({ weightsDb, activationsDb }) => noiseOf(weightsDb) + noiseOf(activationsDb));
  const all = noises.reduce((sum, noise) => sum + noise, 0);
  const numbers = layerNumbers(model);
  return pairs.map(({ index, source, result: operator, from }, i) => ({
    index: numbers[index]!,
    operator: operatorName(source),
    name: from.name,
    storage: storageName(storageOf(operator, mainSubgraph(result))),
    macs: macs(source),
    outputDb: sqnr[i] ?? null,
    weightsDb: damages[i]?.weightsDb ?? null,
    activationsDb: damages[i]?.activationsDb ?? null,
    share: all > 0 && Number.isFinite(all) ? noises[i]! / all : null,
  }));
}
