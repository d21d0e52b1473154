// Runs the C of src/device/emulator/native and src/runtime/observer, built with sanitizers, over hostile inputs: made ones, and
// those that lie beside the repository.
//
//   npm run sanitize                     some 5 minutes
//   npm run sanitize -- 20 7             20 times as many made inputs, other ones
//
// Ends with 1 where a sanitizer found something in our code, or a program ended as it may not.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  accepted,
  type Hostile,
  hostileModels,
  hostileStreams,
  mutants,
} from '../test/support/device/hostile.js';
import {
  build,
  hasLitert,
  type Run,
  runModel,
  runPlugin,
  runSanitized,
  runStream,
  sanitizingCompiler,
  writeMachineFiles,
} from '../test/support/device/sanitizers.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const [times, seed] = [process.argv[2] ?? 1, process.argv[3] ?? 1].map(Number) as [number, number];
const folder = mkdtempSync(join(tmpdir(), 'litetrim-sanitize-'));

try {
  const cc = sanitizingCompiler(folder);
  if (cc) await sanitize(cc);
  else console.log('SKIPPED: there is no C compiler with sanitizers for x86-64 Linux.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function sanitize(cc: string): Promise<void> {
  await sanitizePlugin(cc);
  if (hasLitert()) sanitizePrograms(cc);
  else console.log('SKIPPED: runner and observer, since LiteRT for x86-64 is not installed.');
}

async function sanitizePlugin(cc: string): Promise<void> {
  const machines = await writeMachineFiles(folder);
  const [files, words] = [100_000 * times, 2_000_000 * times];
  const args = [seed, files, words].map(String).concat(machines);
  const parts = runSanitized(build(cc, folder, 'parts-host'), {
    ...{ args, cwd: folder, statuses: [0], timeoutMs: 600_000 * times },
  });
  const accepted = `${parts.output}`.trim() || 'none';
  tell(`the plug-in's parts: ${machines.length} × ${words} random words, ${files} machine files`, [parts]);
  console.log(`  (${accepted} of these were accepted)`);
  const plugin = build(cc, folder, 'plugin.so');
  const host = build(cc, folder, 'plugin-host');
  tell(
    'the plug-in, random blocks',
    machines.map((machine) => runPlugin(host, plugin, machine, folder)),
  );
}

function sanitizePrograms(cc: string): void {
  const broken = changed(150 * times);
  const made = [...hostileModels(), ...accepted(broken)];
  const beside = [...filesBeside('cases/hostile'), ...filesBeside('models/real')];
  const runner = build(cc, folder, 'runner');
  const run = (what: string, models: Hostile[], program = runner) =>
    tell(
      what,
      models.map((model) => runModel(program, model, folder)),
      models,
    );
  run('the runner, models that litetrim accepts', made);
  run('the same, counting its memory', made, build(cc, folder, 'counting-runner'));
  run('the runner, broken files that litetrim never gives it', broken.slice(0, 50 * times));
  if (beside.length) run('the runner, models beside the repository', beside);
  else console.log('SKIPPED: models beside the repository, which are not there.');
  const observer = build(cc, folder, 'observer');
  const streams = hostileStreams();
  tell(
    'the observer, made streams',
    streams.map((stream) => runStream(observer, stream, folder)),
    streams,
  );
}

/** Copies of fixtures, changed here and there. */
function changed(count: number): Hostile[] {
  const fixtures = ['shapes/base.tflite', 'signals/autoencoder.tflite'];
  const copies = fixtures.map((name, k) =>
    mutants({ name, bytes: readFileSync(join(root, 'fixtures', name)) }, count, 2 * seed + k),
  );
  return copies[0]!.flatMap((copy, k) => copies.map((other) => other[k] ?? copy));
}

function filesBeside(path: string): Hostile[] {
  const from = join(root, '../shared', path);
  if (!existsSync(from)) return [];
  const names = readdirSync(from, { recursive: true }).map(String).sort();
  return names
    .filter((name) => name.endsWith('.tflite'))
    .map((name) => ({ name, bytes: readFileSync(join(from, name)) }));
}

/** Prints how many runs ended how, and what was wrong. */
function tell(what: string, runs: Run[], inputs: readonly { name: string }[] = []): void {
  const counts = new Map<string, number>();
  for (const { outcome } of runs) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  console.log(`${what}: ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`);
  for (const [k, { outcome, log, status }] of runs.entries()) {
    if (outcome !== 'wrong') continue;
    console.error(`  ${inputs[k]?.name ?? what}: status ${status}\n${log.slice(-4000)}`);
    process.exitCode = 1;
  }
}
