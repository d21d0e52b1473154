import { InputError, messageOf } from '../../../../src/base/errors.js';
import { readModel } from '../../../../src/model/read.js';
import { optimizeModel } from '../../../../src/optimize/optimize-model.js';
import { loadRecipe, type Recipe, shippedRecipes } from '../../../../src/optimize/recipe.js';
import type { SessionPool } from '../../../../src/runtime/index.js';
import type { PeerPython } from '../peer/environment.js';
import type { PeerResult } from '../peer/types.js';
import { type Distance, distance, wrongShare } from './distance.js';
import { outputsOf, roundedFor } from './outputs.js';
import { jobId, type PreparedCase } from './prepared-case.js';
import { isAboutWeights, isCarriedOut, outputScale, type Scheme } from './schemes.js';

/** What became of one operator in one scheme. */
export type Verdict =
  /**
   * Quantized; `factor` is the error as a multiple of Google's, null where that doesn't quantize it, `steps` its
   * root as a multiple of the output's step.
   */
  | { kind: 'ok'; factor: number | null; steps: number }
  /** Quantized, with more error than Google's result has. */
  | { kind: 'worse'; factor: number; steps: number }
  /** Quantized, with an error of too many steps; Google doesn't quantize it. */
  | { kind: 'coarse'; steps: number }
  /** Kept float, and said why. */
  | { kind: 'float'; reason: string; google: 'quantizes' | 'refuses' }
  /** Refused with a reason: LiteRT in WebAssembly, which litetrim calibrates by, doesn't run the float model. */
  | { kind: 'refused'; reason: string }
  | { kind: 'fails'; reason: string };

export interface Checked {
  case: PreparedCase;
  scheme: Scheme;
  verdict: Verdict;
}

/** What a case is checked with. */
export interface Bench {
  google: ReadonlyMap<string, PeerResult>;
  python: PeerPython;
  pool: SessionPool;
}

/** Steps of the output that the error may have where there is nothing to compare with. */
const allowedSteps = 1.5;

/** Share of decisions that may differ from the float operator's on the same rounded inputs. */
const allowedWrong = 0.01;

/** Errors below this part of the signal are float rounding. */
const noError = 1e-12;

/** Errors that differ by less than this part are one: floats that were summed in another order. */
const sameError = 1e-6;

/**
 * Quantizes a case in every scheme that concerns it, and judges the results beside Google's.
 *
 * @throws Error where LiteRT doesn't run the float model
 */
export async function checkCase(prepared: PreparedCase, bench: Bench): Promise<Checked[]> {
  const { evaluation } = prepared.dataset;
  // LiteRT in WebAssembly refuses models with states, which its build for this machine runs.
  let python: PeerPython | null = null;
  let expected = await outputsOf(prepared.bytes, evaluation, python);
  if ('error' in expected) {
    ({ python } = bench);
    expected = await outputsOf(prepared.bytes, evaluation, python);
  }
  if ('error' in expected) throw new Error(`${prepared.operator} ${prepared.name}: ${expected.error}`);
  const judge = new CaseJudge(prepared, expected, python);
  const checked: Checked[] = [];
  for (const scheme of prepared.schemes) {
    const peer = bench.google.get(jobId(prepared, scheme)) ?? { error: 'it has no such scheme' };
    const made = await quantize(prepared, scheme, bench.pool);
    const verdict: Verdict =
      'error' in made
        ? { kind: python && made.isRefusal ? 'refused' : 'fails', reason: made.error }
        : await judge.verdict(made, scheme, peer);
    checked.push({ case: prepared, scheme, verdict });
  }
  return checked;
}

interface Made {
  bytes: Uint8Array;
  notes: string[];
}

async function quantize(
  { operator, bytes, dataset }: PreparedCase,
  scheme: Scheme,
  pool: SessionPool,
): Promise<Made | { error: string; isRefusal: boolean }> {
  if (!shippedRecipes().includes(scheme)) return { error: 'no such recipe yet', isRefusal: false };
  const recipe = withoutMinimum(await loadRecipe(scheme));
  try {
    const made = await optimizeModel({ file: operator, bytes }, recipe, { dataset, pool });
    return { bytes: made.bytes, notes: made.notes.map(({ message }) => message) };
  } catch (error) {
    const isRefusal = error instanceof InputError;
    return { error: isRefusal ? error.message : `a defect: ${messageOf(error)}`, isRefusal };
  }
}

/** The recipe for layers as small as these, which it would leave float otherwise. */
function withoutMinimum(recipe: Recipe): Recipe {
  const steps = recipe.steps.map((step) => {
    const hasMinimum = step.transform === 'quantize' && isAboutWeights(step.scheme as Scheme);
    return hasMinimum ? { ...step, minElements: 1 } : step;
  });
  return { ...recipe, steps };
}

/** Judges what was made of one case. */
class CaseJudge {
  /** @param python where the models are run; null: in this process */
  constructor(
    private readonly prepared: PreparedCase,
    private readonly expected: Float32Array[][],
    private readonly python: PeerPython | null,
  ) {}

  async verdict({ bytes, notes }: Made, scheme: Scheme, peer: PeerResult): Promise<Verdict> {
    const { operator, code, dataset, isReal } = this.prepared;
    const google = await this.#google(peer, scheme);
    const result = readModel(bytes);
    const actual = await outputsOf(bytes, dataset.evaluation, this.python);
    if ('error' in actual) return { kind: 'fails', reason: actual.error };
    if (!isCarriedOut(scheme, result, code)) {
      const reason = notes.find((note) => note.includes(operator));
      if (!reason) return { kind: 'fails', reason: 'it stays float without a note that names it' };
      const { steps } = compare(distance(this.expected, actual, isReal), null, null, scheme);
      if (steps > allowedSteps) return { kind: 'coarse', steps };
      return { kind: 'float', reason, google: google ? 'quantizes' : 'refuses' };
    }
    const wrong = await this.#wrongShare(bytes, actual);
    if (wrong > allowedWrong) {
      return { kind: 'fails', reason: `${(wrong * 100).toFixed(1)} % of its decisions are wrong` };
    }
    return compare(distance(this.expected, actual, isReal), google, outputScale(result, code), scheme);
  }

  /** How far Google's result is from the float model; null: it fails, or leaves the operator float. */
  async #google(peer: PeerResult, scheme: Scheme): Promise<Distance | null> {
    const { code, dataset, isReal } = this.prepared;
    if ('error' in peer || !isCarriedOut(scheme, readModel(peer.bytes), code)) return null;
    const actual = await outputsOf(peer.bytes, dataset.evaluation, this.python);
    if ('error' in actual) return null;
    const found = distance(this.expected, actual, isReal);
    // LiteRT runs some models without writing their outputs: more error than there is signal.
    const isSound = found.relative < 1 && (await this.#wrongShare(peer.bytes, actual)) <= allowedWrong;
    return isSound ? found : null;
  }

  /** Share of decisions that differ from the float operator's on inputs that are rounded as the result's are. */
  async #wrongShare(bytes: Uint8Array, actual: Float32Array[][]): Promise<number> {
    const { bytes: float, dataset, isReal } = this.prepared;
    if (isReal.every(Boolean)) return 0;
    const wanted = await outputsOf(float, roundedFor(bytes, dataset.evaluation), this.python);
    return 'error' in wanted ? 1 : wrongShare(wanted, actual, isReal);
  }
}

type Compared = Extract<Verdict, { steps: number }>;

function compare(own: Distance, google: Distance | null, scale: number | null, scheme: Scheme): Compared {
  if (own.relative <= noError) return { kind: 'ok', factor: google && 1, steps: 0 };
  const levels = /int4|x4/.test(scheme) ? 15 : 255;
  const step = Math.max(isAboutWeights(scheme) ? 0 : (scale ?? 0), own.range / levels);
  const steps = Math.sqrt(own.mse) / step;
  if (google) {
    const factor = own.mse / google.mse;
    return { kind: factor <= 1 + sameError ? 'ok' : 'worse', factor, steps };
  }
  return steps <= allowedSteps ? { kind: 'ok', factor: null, steps } : { kind: 'coarse', steps };
}
