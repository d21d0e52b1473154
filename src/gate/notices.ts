import { globMatcher, isNegated } from '../base/glob.js';
import { someOf } from '../base/shorten.js';
import type { Notice } from '../compare/types.js';
import type { Config } from '../config/config.js';
import type { ModelChange } from '../github/read/changes.js';
import { type Gate, planOf } from './gate.js';
import type { TouchedFiles } from './touched.js';

/** More names than these are told as a number. */
export const maxNamed = 5;

/** What a pull request changes of the recipe and device files that its models are judged by. */
export function fileNotices(models: readonly ModelChange[], gate: Gate, touched: TouchedFiles): Notice[] {
  const plans = models.map((model) => planOf(gate.base, model)).filter((plan) => plan !== null);
  const kinds = [
    ['recipe', 'Its models are judged by the base branch’s steps, and the changed ones are tried besides.'],
    ['device', 'Its models are measured on it as the base branch describes it.'],
  ] as const;
  return kinds.flatMap(([kind, rule]): Notice[] => {
    const names = touched.among([...new Set(plans.flatMap((plan) => plan[`${kind}s`]))]);
    if (names.length === 0) return [];
    const text = `This pull request changes the ${kind} ${someOf(names, maxNamed)}. ${rule}`;
    return [{ verdict: 'warn', text }];
  });
}

/** Patterns that no file of the repository matches: a name that was misspelt looks like a model that never changes. */
export function patternNotices(config: Config, paths: readonly string[], file: string): Notice[] {
  return config.models.flatMap((model, index) =>
    model.files
      .filter((pattern) => !isNegated(pattern) && !paths.some(globMatcher([pattern])))
      .map((pattern): Notice => {
        const text = `${file}: models[${index}].files: "${pattern}" matches no file of the repository.`;
        return { verdict: 'warn', text };
      }),
  );
}

/**
 * That the pull request changes the workflow that runs litetrim, whose inputs GitHub then takes from it.
 *
 * @param workflowRef GITHUB_WORKFLOW_REF: `octo/models/.github/workflows/models.yml@refs/pull/7/merge`
 */
export function workflowNotice(workflowRef: string | undefined, touched: TouchedFiles): Notice | null {
  const path = /^[^/]+\/[^/]+\/([^@]+)@/.exec(workflowRef ?? '')?.[1];
  if (path === undefined || !touched.has(path)) return null;
  const text = `This pull request changes ${path}, the workflow that runs litetrim: its steps and inputs are the pull request’s.`;
  return { verdict: 'warn', text };
}

/** Models that are removed while others come to where no pattern looks. */
export function strayNotices(models: readonly ModelChange[], strays: readonly string[]): Notice[] {
  const removed = models.filter(({ status }) => status === 'removed').map(({ path }) => path);
  if (removed.length === 0 || strays.length === 0) return [];
  const text = `This pull request removes ${someOf(removed, maxNamed)} and adds ${someOf(strays, maxNamed)}, where no pattern of the configuration looks: nothing judges what is there.`;
  return [{ verdict: 'warn', text }];
}

/** Models that were renamed to where no pattern looks. */
export function leftNotices(models: readonly ModelChange[], gate: Gate): Notice[] {
  const left = models.filter(({ base, head }) => {
    return base && head && base.path !== head.path && gate.isModel(base.path) && !gate.isModel(head.path);
  });
  return left.map(({ base, head }): Notice => {
    const text = `This pull request moves ${base!.path} to ${head!.path}, where no pattern of the configuration looks: nothing judges it from then on.`;
    return { verdict: 'warn', text };
  });
}
