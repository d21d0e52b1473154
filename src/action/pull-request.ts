import { join } from 'node:path';
import { describeError, messageOf } from '../base/errors.js';
import type { Progress } from '../base/progress.js';
import { buildReport } from '../compare/report.js';
import type { Notice, Report } from '../compare/types.js';
import { concernedModels } from '../gate/concerned.js';
import { GateData } from '../gate/data.js';
import { type Gate, openGate } from '../gate/gate.js';
import { fileNotices, leftNotices, patternNotices, strayNotices, workflowNotice } from '../gate/notices.js';
import { planModel } from '../gate/plan-model.js';
import { pairRenamed } from '../gate/renames.js';
import { TouchedFiles } from '../gate/touched.js';
import { createClient, type GitHubClient } from '../github/client.js';
import type { RunEnvironment } from '../github/environment.js';
import { uploadArtifact } from '../github/publish/artifacts.js';
import { postComment } from '../github/publish/comment.js';
import { logProgress } from '../github/publish/log-progress.js';
import { publish } from '../github/publish/publish.js';
import type { ModelChange } from '../github/read/changes.js';
import { describeState } from '../github/read/local-git.js';
import type { FileChange } from '../github/read/objects.js';
import { PullRequest } from '../github/read/pull-request.js';
import { type JobResult, type ModelJob, runModelJob } from '../job/model-job.js';
import { Workbench } from '../job/workbench.js';
import { renderComment, renderSummary } from '../report/comment.js';
import { renderRunFailure } from '../report/run-failure.js';
import type { Links } from '../report/sections.js';
import { isDebugging } from './end.js';
import { exitCodeOf, exitCodes } from './exit-code.js';
import { writeResults } from './output.js';
import type { Start } from './start.js';

/** How a pull request's job ended. */
export interface RunOutcome {
  report: Report;
  /** Problems for which the user's files are to blame. */
  badInput: string[];
  /** Where the reports and the optimized models lie; null: no model changed. */
  folder: string | null;
  commentUrl: string | null;
  exitCode: number;
}

/** What a run stands in. */
interface Run extends Start {
  client: GitHubClient;
}

/** A run that knows what its pull request changes, and what judges it. */
interface OpenRun extends Run {
  pullRequest: PullRequest;
  /** All files that the pull request changes. */
  changes: readonly FileChange[];
  gate: Gate;
  touched: TouchedFiles;
}

/**
 * The whole job of a pull request: finds the models that it changes or concerns, optimizes and measures what they
 * were and what they are, compares, reports, and ends the step red where a limit is broken or could not be judged.
 *
 * @param progress left out: lines in the runner's log
 * @throws InputError for a wrong configuration, before anything is done; an earlier comment then says so
 */
export async function judgePullRequest(start: Start, progress?: Progress): Promise<RunOutcome> {
  const { runner, inputs, environment } = start;
  const log = (line: string) => runner.info(line);
  const client = createClient({ token: inputs.token, apiUrl: environment.apiUrl, log });
  const run: Run = { ...start, client };
  try {
    return await judge(await open(run), progress ?? logProgress(log));
  } catch (error) {
    await reportFailure(run, error);
    throw error;
  }
}

async function open(run: Run): Promise<OpenRun> {
  const { event, environment, inputs, client } = run;
  const pullRequest = await PullRequest.open({ event, environment, token: inputs.token, client });
  run.runner.info(describeState(await pullRequest.checkout()));
  const { changes } = await pullRequest.changedFiles();
  const gate = await openGate({
    pullRequest,
    workspace: environment.workspace,
    configPath: inputs.config,
    isNamed: inputs.configNamed,
    files: changes,
  });
  return { ...run, pullRequest, changes, gate, touched: new TouchedFiles(changes, gate.head.read) };
}

async function judge(run: OpenRun, progress: Progress): Promise<RunOutcome> {
  const { pullRequest, changes, gate, environment, touched } = run;
  const found = await findModels(run);
  const bench = new Workbench({ progress, budget: gate.config.budget });
  const data = new GateData({ pullRequest, workspace: environment.workspace, changes, touched });
  try {
    const results: JobResult[] = [];
    for (const job of await jobsOf(run, found.models, data)) {
      if (job.status === 'unchanged' && !bench.hasTimeFor(job.file)) continue;
      progress.stage(`${job.file}: ${job.status}`, 1).end();
      results.push(await runModelJob(job, bench));
    }
    const report = buildReport({
      baseSha: pullRequest.commits.mergeBase,
      headSha: pullRequest.commits.head,
      models: results.map((result) => result.report),
      environment: await bench.versions(),
      notices: [...found.notices, ...data.notices],
      omissions: [...bench.omissions],
    });
    return await publishReport(run, report, results, bench.defects);
  } finally {
    await bench.close();
    await data.close();
  }
}

/** The models that are looked at, and what must be known of how they were found. */
async function findModels(run: OpenRun): Promise<{ models: ModelChange[]; notices: Notice[] }> {
  const { pullRequest, changes, gate, touched, env, inputs } = run;
  const listed = await pullRequest.changedModels((path) => gate.isModel(path));
  const { models: changed, strays } = await pairRenamed(listed.models, changes, pullRequest);
  const paths = await pullRequest.listFiles(pullRequest.commits.head);
  const concerned = paths ? await concernedModels(paths, changed, gate, touched, pullRequest) : [];
  const models = [...changed, ...concerned];
  const former = changes.flatMap(({ basePath }) => basePath ?? []);
  const notices = [
    ...gate.notices,
    workflowNotice(env.GITHUB_WORKFLOW_REF, touched),
    ...listed.omissions.map((text): Notice => ({ verdict: 'warn', text })),
    ...leftNotices(changed, gate),
    ...strayNotices(changed, strays),
    ...fileNotices(models, gate, touched),
    ...(paths && gate.isConfigured
      ? patternNotices(gate.head.config, [...paths, ...former], inputs.config)
      : []),
  ];
  return { models, notices: notices.filter((notice) => notice !== null) };
}

/** The jobs of the models that a configuration speaks of, in their order. */
async function jobsOf(
  { pullRequest, gate }: OpenRun,
  models: readonly ModelChange[],
  data: GateData,
): Promise<ModelJob[]> {
  const jobs: ModelJob[] = [];
  for (const change of models) {
    const { path, status, base, head } = change;
    const plan = await planModel(change, gate, (dataset) => data.of(dataset));
    if (!plan) continue;
    const read = (file: ModelChange['base']) => file && (() => pullRequest.files.read(file));
    const renamed = base && head && base.path !== head.path && { formerFile: base.path };
    jobs.push({ ...plan, file: path, status, ...renamed, base: read(base), head: read(head) });
  }
  return jobs;
}

/** Writes, uploads and publishes the report. */
async function publishReport(
  run: OpenRun,
  report: Report,
  results: JobResult[],
  defects: readonly unknown[],
): Promise<RunOutcome> {
  const { env, environment, inputs, runner, pullRequest, gate } = run;
  const badInput = results.flatMap((result) => result.badInput);
  const folder = join(env.RUNNER_TEMP || environment.workspace, 'litetrim-results');
  const variants = results.flatMap((result) => result.variants);
  const files = report.models.length > 0 ? await writeResults(folder, report, variants) : null;
  for (const problem of files?.problems ?? []) runner.warning(problem);
  const artifact =
    files &&
    (await uploadArtifact(env, runner, { name: inputs.artifactName, files: files.all, root: folder }));
  const links = { ...linksOf(environment), ...(artifact?.url && { artifactUrl: artifact.url }) };
  const commentUrl = await publish(pullRequest.client, pullRequest.event, runner, {
    report,
    comment: renderComment(report, links),
    summary: renderSummary(report, links),
    reportPath: files?.json ?? null,
    mode: inputs.comment ?? gate.config.comment,
    key: inputs.commentKey,
    runId: environment.runId,
  });
  runner.info(report.summary);
  for (const defect of defects) reportDefect(run, defect);
  const verdict = inputs.failOn === 'never' ? 'pass' : report.verdict;
  const exitCode = exitCodeOf({ verdict, badInput, defects });
  if (exitCode !== exitCodes.done) runner.fail(report.summary);
  return { report, badInput, folder: files && folder, commentUrl, exitCode };
}

function linksOf({ runUrl }: RunEnvironment): Links {
  return runUrl ? { runUrl } : {};
}

function reportDefect({ env, runner }: Run, defect: unknown): void {
  runner.error(`Defect of litetrim: ${messageOf(defect)}`);
  if (isDebugging(env) && defect instanceof Error) {
    for (const line of (defect.stack ?? '').split('\n')) runner.info(line);
  }
}

/** Says in a comment that is there already, and in the job summary, that a run ended before its report. */
async function reportFailure(run: Run, error: unknown): Promise<void> {
  const { runner, client, event, environment, inputs } = run;
  const body = renderRunFailure(describeError(error), event.headSha, linksOf(environment));
  try {
    await runner.writeSummary(body);
    const options = { body, key: inputs.commentKey, runId: environment.runId, create: false };
    const { url } = await postComment(client, event, options);
    runner.setOutputs({ verdict: 'fail', report: '', 'comment-url': url ?? '' });
  } catch (failed) {
    runner.warning(`The failure could not be told on the pull request: ${messageOf(failed)}`);
  }
}
