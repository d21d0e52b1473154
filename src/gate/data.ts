import type { Notice } from '../compare/types.js';
import { InputError } from '../errors.js';
import type { PullRequest } from '../github/pull-request.js';
import type { OpenData } from '../model-job.js';
import { dataIn } from '../plan.js';
import { listed } from './notices.js';
import type { TouchedFiles } from './touched.js';

export interface GateDataOptions {
  pullRequest: PullRequest;
  workspace: string;
  touched: TouchedFiles;
}

/** The data sets that a pull request is judged on. */
export class GateData {
  readonly #options: GateDataOptions;
  readonly #used = new Set<string>();

  constructor(options: GateDataOptions) {
    this.#options = options;
  }

  /** Opens a data set, by its path from the repository's root. */
  of(dataset: string): OpenData {
    const { pullRequest, workspace } = this.#options;
    const open = dataIn(workspace, dataset);
    return async (model) => {
      if ((await pullRequest.checkout()) === 'no-repository') throw noCheckout(dataset);
      this.#used.add(dataset);
      return open(model);
    };
  }

  /** What the pull request changes of the data sets that were used. */
  async notices(): Promise<Notice[]> {
    const notices: Notice[] = [];
    for (const dataset of [...this.#used].sort()) {
      const files = await this.#options.touched.ofDataset(dataset);
      if (files.length === 0) continue;
      const text = `This pull request changes the data set ${dataset} (${listed(files)}).`;
      notices.push({ verdict: 'warn', text });
    }
    return notices;
  }

  async close(): Promise<void> {}
}

function noCheckout(file: string): InputError {
  const problem = 'data sets are read from a checkout of the repository, and there is none';
  return new InputError(problem, { file, hint: 'Put a step "uses: actions/checkout" before litetrim' });
}
