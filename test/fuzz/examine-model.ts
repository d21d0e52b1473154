import { isDeepStrictEqual } from 'node:util';
import type { Model } from '../../src/model/graph.js';
import { inspectModel } from '../../src/model/inspect.js';
import { readModel } from '../../src/model/read.js';
import { writeModel } from '../../src/model/write.js';
import { optimizeModel } from '../../src/optimize/optimize-model.js';
import { loadRecipe } from '../../src/optimize/recipe.js';
import { NotRunnableError } from '../../src/runtime/errors.js';
import type { SessionPool } from '../../src/runtime/pool.js';
import { type Ending, Fault, mutantFile, type OnStage, outcomeOf } from './outcome.js';
import { samplesFor } from './samples.js';

/** What is done with a model besides reading and writing. */
export interface Treatment {
  recipe: string;
  /** Samples of noise that calibrate; 0: the recipe gets none. */
  samples: number;
}

const file = `${mutantFile}.tflite`;

/**
 * Takes a model through all that litetrim does with one: read, describe, write, run, optimize. It ends at the first
 * stage that isn't fine, since later ones need what it gives.
 */
export async function examineModel(
  bytes: Uint8Array,
  treatment: Treatment,
  pool: SessionPool,
  onStage: OnStage,
): Promise<Ending[]> {
  const endings: Ending[] = [];
  const attempt = async <T>(stage: string, action: () => T | Promise<T>): Promise<T | null> => {
    onStage(stage);
    try {
      const result = await action();
      endings.push({ stage, outcome: 'fine', message: '' });
      return result;
    } catch (error) {
      endings.push({ stage, ...outcomeOf(error) });
      return null;
    }
  };
  const model = await attempt('read', () => readModel(bytes, file));
  if (!model) return endings;
  await attempt('inspect', () => inspectModel(model, bytes, file));
  const written = await attempt('write', () => rewrite(model));
  const runs = (await attempt('run', () => run(bytes, pool))) !== null;
  if (written && runs) await attempt('run what was written', () => runAgain(written, pool));
  await attempt(`optimize by ${treatment.recipe}`, () => optimize(bytes, treatment, runs, pool));
  return endings;
}

/** Writes a model, which must be read as what it was. */
function rewrite(model: Model): Uint8Array {
  const written = writeModel(model, file);
  const again = readAgain(written);
  if (!isDeepStrictEqual(facts(again), facts(model)))
    throw new Fault('DIFFERS', 'the model written is another one');
  if (Buffer.compare(writeModel(again, file), written) !== 0)
    throw new Fault('DIFFERS', 'written again, the bytes are others');
  return written;
}

/** What a file says of a model: warnings are about the file, and the tail may count its bytes. */
const facts = ({ warnings: _, tail, ...rest }: Model) => ({ ...rest, tail: tail.length });

function readAgain(bytes: Uint8Array): Model {
  try {
    return readModel(bytes, file);
  } catch (error) {
    throw new Fault('WROTE-REFUSED', `litetrim wrote what it refuses: ${(error as Error).message}`);
  }
}

/** Runs a model once on noise. */
async function run(bytes: Uint8Array, pool: SessionPool): Promise<void> {
  await pool.reduce('ranges', bytes, samplesFor(bytes, file, 1).calibration, { file });
}

async function runAgain(bytes: Uint8Array, pool: SessionPool): Promise<void> {
  try {
    await run(bytes, pool);
  } catch (error) {
    if (!(error instanceof NotRunnableError)) throw error;
    throw new Fault(
      'WROTE-REFUSED',
      `LiteRT runs the original and refuses what was written: ${error.message}`,
    );
  }
}

async function optimize(
  bytes: Uint8Array,
  { recipe: name, samples }: Treatment,
  runs: boolean,
  pool: SessionPool,
): Promise<void> {
  const recipe = await loadRecipe(name);
  const dataset = samples > 0 ? samplesFor(bytes, file, samples) : null;
  const result = await optimizeModel({ file, bytes }, recipe, { dataset, effort: 'fast', pool });
  readAgain(result.bytes);
  if (runs) await runAgain(result.bytes, pool);
}
