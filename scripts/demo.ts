/**
 * `npm run demo`: the whole job of a pull request, as GitHub would run it, on the project's own fixture:
 * the committed bundle under the action's Node.js, a git repository in a temporary folder, and a local
 * server that plays GitHub. Writes reports and optimized models to out/.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mendedModel, slowerModel } from '../test/demo-scenario.js';
import { actionNode, createPullRequestScenario, type StepResult } from '../test/github/scenario.js';

const out = fileURLToPath(new URL('../out/', import.meta.url));
const action = {
  node: actionNode,
  args: ['dist/main.js'],
  env: { LITETRIM_CACHE: process.env.LITETRIM_CACHE },
};

function expect(holds: boolean, what: string): void {
  console.log(`${holds ? '✔' : '✘'} ${what}`);
  if (!holds) process.exitCode = 1;
}

/** Writes what a run uploaded, and the comment that it wrote. */
function keep(name: string, { artifacts, comments }: StepResult): void {
  const files = { ...artifacts.litetrim, 'comment.md': comments[0]?.body ?? '' };
  for (const [file, content] of Object.entries(files)) {
    const path = join(out, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

function show(title: string, { exitCode, comments, stderr }: StepResult): void {
  console.log(`\n${'─'.repeat(100)}\n${title}: exit code ${exitCode}\n${'─'.repeat(100)}`);
  console.log(comments[0]?.body ?? '(no comment)');
  if (stderr) console.error(stderr);
}

async function changedModel(): Promise<void> {
  const scenario = await createPullRequestScenario(slowerModel());
  try {
    console.log('A pull request makes models/shapes.tflite slower. The first run fetches the emulator …');
    const red = await scenario.run(action);
    show('The comment', red);
    keep('slower', red);
    expect(red.exitCode === 1, 'the build is red');
    expect(red.comments.length === 1, 'there is one comment');

    await scenario.push(mendedModel());
    const green = await scenario.run(action);
    show('A second push mends it: the comment', green);
    keep('mended', green);
    expect(green.exitCode === 0, 'the build is green');
    expect(
      green.comments.length === 1 && green.comments[0]?.id === red.comments[0]?.id,
      'it is the same comment',
    );
  } finally {
    await scenario.close();
  }
}

async function unchangedModels(): Promise<void> {
  const scenario = await createPullRequestScenario({
    ...slowerModel(),
    head: { 'README.md': 'More words.\n' },
  });
  try {
    const result = await scenario.run(action);
    show('A pull request that changes no model', result);
    expect(result.exitCode === 0 && result.comments.length === 0, 'the build is green, nothing is posted');
  } finally {
    await scenario.close();
  }
}

rmSync(out, { recursive: true, force: true });
await changedModel();
await unchangedModels();
console.log(
  '\nReports and optimized models: out/slower and out/mended (report.html, report.md, report.json).',
);
