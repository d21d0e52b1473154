/**
 * The smallest step that does what litetrim does with GitHub: finds changed models, uploads their
 * bytes, publishes a report. The scenario's own test runs it as a process of its own.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvironment } from '../../src/github/environment.js';
import { readEvent } from '../../src/github/event.js';
import { uploadArtifact } from '../../src/github/publish/artifacts.js';
import { publish } from '../../src/github/publish/publish.js';
import { createRunner } from '../../src/github/publish/runner.js';
import { PullRequest } from '../../src/github/read/pull-request.js';
import { comparison, difference, report } from './reports.js';

const { env } = process;
const runner = createRunner(env);
const environment = readEnvironment(env);
const pullRequest = await PullRequest.open({
  event: readEvent(env),
  environment,
  token: env.INPUT_TOKEN ?? '',
});
const { models } = await pullRequest.changedModels((path) => path.startsWith('models/'));
const files: string[] = [];
for (const { path, head } of models) {
  const file = join(env.RUNNER_TEMP ?? '.', path.replaceAll('/', '_'));
  await writeFile(file, head ? await pullRequest.files.read(head) : '');
  files.push(file);
}
const root = env.RUNNER_TEMP ?? '.';
const artifact = await uploadArtifact(env, runner, { name: 'litetrim', files, root });
const made = report(
  models.map(() => comparison('model', [difference('size', { verdict: 'fail', reason: 'became larger' })])),
);
await publish(pullRequest.client, pullRequest.event, runner, {
  report: made,
  comment: `Node.js ${process.versions.node.split('.')[0]}, [files](${artifact?.url})`,
  summary: `# ${models.length} models\n`,
  reportPath: null,
  mode: 'always',
  key: 'litetrim',
  runId: environment.runId,
});
if (made.verdict === 'fail') runner.fail(made.summary);
