import { InputError, isDefect, messageOf, PassingError } from '../base/errors.js';
import { someOf } from '../base/shorten.js';
import type { Notice } from '../compare/types.js';
import type { OpenData } from '../data/for-model.js';
import type { Dataset, DatasetPart } from '../data/types.js';
import type { FileChange } from '../github/read/objects.js';
import type { PullRequest } from '../github/read/pull-request.js';
import { dataIn } from '../job/plan.js';
import { BaseFiles } from './base-files.js';
import { maxNamed } from './notices.js';
import type { TouchedFiles } from './touched.js';

interface GateDataOptions {
  pullRequest: PullRequest;
  /** Where the repository is checked out, if it is. */
  workspace: string;
  /** What the pull request changes. */
  changes: readonly FileChange[];
  touched: TouchedFiles;
}

type Model = Parameters<OpenData>[0];

/** The data sets that a pull request is judged on: as they are on base, where it changes them and they can be had. */
export class GateData {
  readonly #options: GateDataOptions;
  readonly #base: BaseFiles;
  /** What was found out of the data sets that the pull request changes, by their paths. */
  readonly #notices = new Map<string, Notice>();

  constructor(options: GateDataOptions) {
    this.#options = options;
    this.#base = new BaseFiles(options.changes, options.pullRequest);
  }

  /** What the pull request changes of the data sets that were used. */
  get notices(): Notice[] {
    return [...this.#notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
  }

  /** Opens a data set, by its path from the repository's root. */
  of(dataset: string): OpenData {
    return async (model) => {
      const { pullRequest, touched } = this.#options;
      if ((await pullRequest.checkout()) === 'no-repository') throw noCheckout(dataset);
      const files = await touched.ofDataset(dataset);
      try {
        const judging = await this.#base.with(() => this.#open(dataset, model, this.#base));
        if (files.length > 0) await this.#noteChange(dataset, model, files, judging);
        return judging;
      } catch (error) {
        if (files.length === 0 || isDefect(error)) throw error;
        return await this.#openHead(dataset, model, files, error);
      }
    };
  }

  #open(dataset: string, model: Model, other?: BaseFiles): Promise<Dataset> {
    return dataIn(this.#options.workspace, dataset, other && { other })(model);
  }

  async #noteChange(dataset: string, model: Model, files: string[], judging: Dataset): Promise<void> {
    if (this.#notices.has(dataset)) return;
    const what = await this.#open(dataset, model).then(
      (head) => differences(judging, head),
      (error: unknown) => [`which can't be used as it is: ${messageOf(error)}`],
    );
    const text = `This pull request changes the data set ${dataset} (${[someOf(files, maxNamed), ...what].join('; ')}). The base branch’s data judge.`;
    this.#notices.set(dataset, { verdict: 'warn', text });
  }

  /** @throws where neither the base's data can be had nor the head's be used */
  async #openHead(dataset: string, model: Model, files: string[], error: unknown): Promise<Dataset> {
    if (error instanceof PassingError) throw error;
    const opened = await this.#open(dataset, model);
    const why = messageOf(error).replace(/\.$/, '');
    const size = `${opened.evaluation.size} samples judge`;
    const text = `This pull request is judged on data that it changes: ${dataset} (${someOf(files, maxNamed)}; ${size}), since the base branch’s can't be had (${why}).`;
    this.#notices.set(dataset, { verdict: 'warn', text });
    return opened;
  }

  async close(): Promise<void> {
    await this.#base.close();
  }
}

function noCheckout(file: string): InputError {
  const problem = 'data sets are read from a checkout of the repository, and there is none';
  return new InputError(problem, { file, hint: 'Put a step "uses: actions/checkout" before litetrim' });
}

/** How the samples of two states of a data set differ, a clause each. */
async function differences(base: Dataset, head: Dataset): Promise<string[]> {
  const parts = [
    ['that judge', base.evaluation, head.evaluation],
    ['that calibrate', base.calibration, head.calibration],
  ] as const;
  const sizes = parts.flatMap(([what, before, after]) =>
    before.size === after.size ? [] : [`${before.size} → ${after.size} samples ${what}`],
  );
  const labels = await changedLabels(base.evaluation, head.evaluation);
  return [...sizes, ...(labels > 0 ? [`labels of ${labels} samples differ`] : [])];
}

/** More samples than these are not compared one by one. */
const maxCompared = 2000;

async function changedLabels(base: DatasetPart, head: DatasetPart): Promise<number> {
  const size = Math.min(base.size, head.size, maxCompared);
  let changed = 0;
  for (let index = 0; index < size; index++) {
    const [before, after] = [await base.sample(index), await head.sample(index)];
    if (before.label !== after.label) changed++;
  }
  return changed;
}
