import { join } from 'node:path';
import { buildReport } from './compare/report.js';
import type { Report } from './compare/types.js';
import { type Config, configFile, modelPatterns } from './config/config.js';
import { messageOf } from './errors.js';
import { uploadArtifact } from './github/artifacts.js';
import type { ModelChange } from './github/changes.js';
import { type Environment, type RunEnvironment, readEnvironment } from './github/environment.js';
import { readEvent } from './github/event.js';
import { publish } from './github/publish.js';
import { PullRequest } from './github/pull-request.js';
import { createRunner, type Runner } from './github/runner.js';
import { type ActionInputs, readInputs } from './inputs.js';
import { type JobResult, type ModelJob, runModelJob } from './model-job.js';
import { writeResults } from './output.js';
import { parseBaseConfig, planJob, readConfig } from './plan.js';
import { type Progress, silent } from './progress.js';
import { renderComment, renderSummary } from './report/comment.js';
import { Workbench } from './workbench.js';

/** How a pull request's job ended. */
export interface RunOutcome {
  report: Report;
  /** Problems for which the user's files are to blame. */
  badInput: string[];
  /** Where the reports and the optimized models lie; null: no model changed. */
  folder: string | null;
  commentUrl: string | null;
}

/** What a run stands in. */
interface Run {
  env: Environment;
  environment: RunEnvironment;
  inputs: ActionInputs;
  runner: Runner;
  pullRequest: PullRequest;
  config: Config;
}

/**
 * The whole job of a pull request: finds the models that it changes, optimizes and measures what they
 * were and what they are, compares, reports, and ends the step red where a limit is broken.
 *
 * @param env the environment of GitHub's runner
 * @throws InputError for a wrong configuration, event or environment, before anything is done
 */
export async function runPullRequest(env: Environment, progress: Progress = silent): Promise<RunOutcome> {
  const runner = createRunner(env);
  const environment = readEnvironment(env);
  const inputs = readInputs(env);
  const event = readEvent(env);
  const config = await readConfig(environment.workspace, inputs.configNamed ? inputs.config : null);
  const log = (line: string) => runner.info(line);
  const pullRequest = await PullRequest.open({ event, environment, token: inputs.token, log });
  const run: Run = { env, environment, inputs, runner, pullRequest, config };

  const changed = await pullRequest.changedModels(modelPatterns(config));
  const bench = new Workbench({ progress, budget: config.budget });
  try {
    const results: JobResult[] = [];
    for (const job of await jobsOf(run, changed.models)) {
      runner.info(`${job.file}: ${job.status}`);
      results.push(await runModelJob(job, bench));
    }
    const report = buildReport({
      baseSha: pullRequest.commits.mergeBase,
      headSha: pullRequest.commits.head,
      models: results.map((result) => result.report),
      environment: await bench.versions(),
      omissions: [...changed.omissions, ...bench.omissions],
    });
    return await tell(run, report, results);
  } finally {
    await bench.close();
  }
}

/** The jobs of the changed models that the configuration speaks of. */
async function jobsOf(run: Run, models: readonly ModelChange[]): Promise<ModelJob[]> {
  const { config, pullRequest, environment } = run;
  if (models.length === 0) return [];
  const limits = await limitsOf(run);
  const jobs: ModelJob[] = [];
  for (const { path, status, base, head } of models) {
    const plan = await planJob(path, environment.workspace, config, limits);
    if (!plan) continue;
    const read = (file: ModelChange['base']) => file && (() => pullRequest.files.read(file));
    jobs.push({ ...plan, file: path, status, base: read(base), head: read(head) });
  }
  return jobs;
}

/** The configuration whose limits hold: the base branch's, so that no pull request loosens its own. */
async function limitsOf({ pullRequest, inputs, config, runner }: Run): Promise<Config> {
  const { baseTip } = pullRequest.commits;
  const bytes = await pullRequest.fetchFile(inputs.config, baseTip);
  try {
    const base = await parseBaseConfig(bytes, `${inputs.config} of the base branch`);
    if (base) return base;
    runner.info(`The base branch has no ${configFile}: the limits are those of this pull request`);
  } catch (error) {
    runner.warning(`${messageOf(error)} The limits are those of this pull request.`);
  }
  return config;
}

/** Writes, uploads and publishes the report. */
async function tell(run: Run, report: Report, results: JobResult[]): Promise<RunOutcome> {
  const { env, environment, inputs, runner, pullRequest, config } = run;
  const badInput = results.flatMap((result) => result.badInput);
  const folder = join(env.RUNNER_TEMP || environment.workspace, 'litetrim-results');
  const variants = results.flatMap((result) => result.variants);
  const files = report.models.length > 0 ? await writeResults(folder, report, variants) : null;
  const artifact =
    files &&
    (await uploadArtifact(env, runner, { name: inputs.artifactName, files: files.all, root: folder }));
  const links = {
    ...(environment.runUrl && { runUrl: environment.runUrl }),
    ...(artifact?.url && { artifactUrl: artifact.url }),
  };
  const commentUrl = await publish(pullRequest.client, pullRequest.event, runner, {
    report,
    comment: renderComment(report, links),
    summary: renderSummary(report, links),
    reportPath: files?.json ?? null,
    mode: inputs.comment ?? config.comment,
    key: inputs.commentKey,
    runId: environment.runId,
  });
  runner.info(report.summary);
  const regression = report.verdict === 'fail' && inputs.failOn === 'regression';
  if (regression || badInput.length > 0) runner.fail(report.summary);
  return { report, badInput, folder: files && folder, commentUrl };
}
