import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The repository's root. */
export const project = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the repository, as text. */
export const textOf = (path: string) => readFileSync(join(project, path), 'utf8');

export interface Step {
  id?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
  'continue-on-error'?: boolean;
}

export interface Job {
  uses?: string;
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  steps?: Step[];
}

export interface Workflow {
  permissions: unknown;
  concurrency: unknown;
  jobs: Record<string, Job>;
}

/** A workflow's content, and its text with the comments that the content lacks. */
export function readWorkflow(name: string): { workflow: Workflow; text: string } {
  const text = textOf(`.github/workflows/${name}`);
  return { workflow: parse(text), text };
}

/** File names of all workflows. */
export const workflowNames = readdirSync(join(project, '.github/workflows')).sort();

/** Steps of all jobs of all workflows, each with where it stands. */
export function allSteps(): { where: string; step: Step }[] {
  return workflowNames.flatMap((name) =>
    Object.entries(readWorkflow(name).workflow.jobs).flatMap(([job, { steps = [] }]) =>
      steps.map((step, k) => ({ where: `${name}: ${job}: step ${k + 1}`, step })),
    ),
  );
}
