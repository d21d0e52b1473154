import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { accepted, hostileModels, hostileStreams, mutants } from '../../../test/support/device/hostile.js';
import { oneOperator } from '../../../test/support/device/model.js';
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
} from '../../../test/support/device/sanitizers.js';

// A short form of `npm run sanitize`.

const folder = mkdtempSync(join(tmpdir(), 'litetrim-sanitizers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const base = new URL('../../../fixtures/shapes/base.tflite', import.meta.url);
const cc = sanitizingCompiler(folder);
const note = cc ? '' : ' (SKIPPED: no C compiler with sanitizers)';
const noLitert = hasLitert() ? '' : ' (SKIPPED: LiteRT for x86-64 is not installed)';

/** All ended as they may; what was wrong is shown. */
function expectSound(runs: readonly Run[]): void {
  expect(runs.filter(({ outcome }) => outcome === 'wrong').map(({ status, log }) => [status, log])).toEqual(
    [],
  );
}

describe.skipIf(!cc)(`with sanitizers${note}`, () => {
  test('the plug-in’s parts: hostile machine files, random instructions', async () => {
    const machines = await writeMachineFiles(folder);
    const host = build(cc!, folder, 'parts-host');
    const args = ['1', '20000', '100000', ...machines];
    const run = runSanitized(host, { args, cwd: folder, statuses: [0], timeoutMs: 900_000 });
    expectSound([run]);
    expect(Number(run.output)).toBeGreaterThan(0);
  });

  test('the plug-in: random blocks, and files that are none', async () => {
    const machines = await writeMachineFiles(folder);
    const plugin = build(cc!, folder, 'plugin.so');
    const host = build(cc!, folder, 'plugin-host');
    expectSound(machines.map((machine) => runPlugin(host, plugin, machine, folder)));
    const clock = join(folder, 'short.bin');
    writeFileSync(clock, new Uint8Array(100));
    const refused = (...args: string[]) =>
      runSanitized(host, { args: [plugin, ...args], cwd: folder, statuses: [70] });
    const page = refused(`machine=${machines[0]}`, `clock=${clock}`);
    const runs = [
      page,
      refused(`machine=${folder}`),
      refused('machine=/nowhere'),
      refused('odd=1'),
      refused(),
    ];
    expectSound(runs);
    expect(page.log).toBe("litetrim plug-in: the clock's page has another size\n");
  });

  describe.skipIf(noLitert)(`beside LiteRT${noLitert}`, () => {
    const fixture = { name: 'base', bytes: readFileSync(base) };
    const models = [...hostileModels(), ...accepted(mutants(fixture, 30, 1))];

    test.each(['runner', 'counting-runner'] as const)('the %s: hostile models', (program) => {
      const runner = build(cc!, folder, program);
      const runs = models.map((model) => runModel(runner, model, folder));
      expectSound(runs);
      expect(runModel(runner, { name: 'sound', ...oneOperator(64) }, folder).status).toBe(0);
    });

    test('the observer: streams that lie, end, or are none', () => {
      const observer = build(cc!, folder, 'observer');
      expectSound(hostileStreams().map((stream) => runStream(observer, stream, folder)));
    });
  });
});
