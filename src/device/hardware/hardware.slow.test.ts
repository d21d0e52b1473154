import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneOperator } from '../../../test/support/device/model.js';
import { a64Programs, executable } from '../../../test/support/device/program.js';
import { toolchainForTests } from '../../../test/support/device/toolchain.js';
import { NotRunnableError } from '../../runtime/index.js';
import { measureOnDevice } from '../emulator/measure.js';
import { writeSysroot } from '../emulator/sysroot.js';
import { DeviceRunError, DeviceUnavailable } from '../errors.js';
import { type Hardware, loadDevice } from '../profile.js';
import { ensureHardware, type HardwareRuntime, hardwareRuntime } from '../toolchain/hardware.js';
import type { LitertWheel } from '../toolchain/litert.js';
import { measureOnHardware } from './hardware.js';

const { toolchain, note } = await toolchainForTests();
const base = {
  file: 'base.tflite',
  bytes: readFileSync(new URL('../../../fixtures/shapes/base.tflite', import.meta.url)),
};
const board: Hardware = { name: 'boards/lab.yml', title: 'Lab board', backend: 'native' };

const temporary = mkdtempSync(join(tmpdir(), 'litetrim-hardware-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** What must hold of any measurement by a real clock. */
async function expectMeasured(runtime: HardwareRuntime): Promise<void> {
  const result = await measureOnHardware(base, board, { runtime });
  expect(result).toMatchObject({
    device: 'boards/lab.yml',
    confidence: 'measured',
    runtime: runtime.runtime,
  });
  expect(result).toMatchObject({ instructions: null, cycles: null });
  const { latencyMs, spread, layers } = result;
  expect(spread!.runs).toBeGreaterThanOrEqual(20);
  expect(spread!.runs).toBeLessThanOrEqual(1000);
  expect(spread!.lowMs).toBeGreaterThan(0);
  expect(spread!.lowMs).toBeLessThanOrEqual(latencyMs);
  expect(latencyMs).toBeLessThanOrEqual(spread!.highMs);
  expect(result.loadMs).toBeGreaterThan(0);
  expect(result.firstInferenceMs).toBeGreaterThan(0);
  expect(layers.length).toBeGreaterThan(3);
  for (const { share, cycles, bound, misses } of layers) {
    expect([cycles, bound, misses]).toEqual([null, null, []]);
    expect(share).toBeGreaterThan(0);
  }
  const sum = layers.reduce((total, { share }) => total + share, 0);
  expect(sum).toBeLessThanOrEqual(1.000001);
}

test.skipIf(process.arch === 'arm64')('a machine that is not arm64 is refused, with a way out', async () => {
  const error = await ensureHardware().catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeviceUnavailable);
  expect(error.message).toMatch(
    /^backend native measures on arm64 Linux, and this is \w+ \(\w+\)\. Run on arm64/,
  );
});

describe.skipIf(!toolchain)(`the arm64 runner as it ships, on a plain QEMU as the machine${note}`, () => {
  let runtime: HardwareRuntime;
  beforeAll(async () => {
    const root = join(temporary, 'root');
    await writeSysroot(root, await loadDevice('cortex-a72'), toolchain!);
    const { loader, host, qemu, runner } = toolchain!;
    const machine = ['-L', root, '-cpu', 'cortex-a72', '-E', 'LD_LIBRARY_PATH=/litert:/lib'];
    const command = [loader, '--library-path', host, qemu, ...machine];
    runtime = { command, env: {}, runner, runtime: 'LiteRT on QEMU', key: 'none' };
  });

  test('is measured by the clock, many times', async () => {
    await expectMeasured(runtime);
  });

  test('finds the layers and the memory that an emulated device has', async () => {
    const emulated = await measureOnDevice(base, await loadDevice('cortex-a72'), {
      toolchain: toolchain!,
      fresh: true,
    });
    const real = await measureOnHardware(base, board, { runtime });
    const facts = (result: typeof real) =>
      result.layers.map(({ operator, kernel, macs }) => [operator, kernel, macs]);
    expect(facts(real)).toEqual(facts(emulated));
    expect(real.peakMemoryBytes).toBe(emulated.peakMemoryBytes);
    expect(real.key).not.toBe(emulated.key);
  });

  test('a model that LiteRT refuses, a killed and a hanging process', async () => {
    const custom = oneOperator(4, { customCode: 'Sparkle' });
    const refused = await measureOnHardware(custom, board, { runtime }).catch((thrown) => thrown);
    expect(refused).toBeInstanceOf(NotRunnableError);
    const instead = (name: keyof typeof a64Programs): HardwareRuntime => {
      const runner = join(temporary, name);
      writeFileSync(runner, executable([...a64Programs[name]]));
      return { ...runtime, runner };
    };
    const killed = await measureOnHardware(base, board, { runtime: instead('killItself') }).catch((e) => e);
    expect(killed).toBeInstanceOf(DeviceRunError);
    expect(killed.message).toContain('base.tflite: on Lab board: the process was killed (SIGKILL)');
    const hanging = measureOnHardware(base, board, { runtime: instead('hang'), timeoutMs: 500 });
    await expect(hanging).rejects.toThrow("it didn't end within 0.5 s and was stopped");
  });
});

/** LiteRT for x86-64, as scripts/install.mjs describes it. */
const installed = new URL('../../../node_modules/ai-edge-litert/package.json', import.meta.url);
const wheel = JSON.parse(readFileSync(installed, 'utf8')) as LitertWheel;
const hasCompiler = spawnSync('cc', ['--version']).status === 0;
const here = process.platform === 'linux' && process.arch === 'x64' && toolchain !== null && hasCompiler;

test.skipIf(!here)(
  `the runner built for this x86-64 machine${here ? '' : ' (SKIPPED: no C compiler)'}`,
  async () => {
    const native = fileURLToPath(new URL('../emulator/native/', import.meta.url));
    const runner = join(temporary, 'runner');
    writeFileSync(runner, '');
    const cache = toolchain!.cache;
    const { env } = await hardwareRuntime(runner, wheel, { cache });
    const library = join(env.LD_LIBRARY_PATH!, 'libLiteRt.so');
    expect(existsSync(library)).toBe(true);
    const shared = ['ports.c', 'lifetime.c'].map((file) => `../../../runtime/observer/${file}`);
    const sources = ['runner.c', 'heap.c', 'clock.c', ...shared].map((file) => join(native, file));
    const built = spawnSync('cc', ['-O2', '-rdynamic', '-o', runner, ...sources, library], {
      encoding: 'utf8',
    });
    expect(built.stderr).toBe('');
    await expectMeasured(await hardwareRuntime(runner, wheel, { cache }));
  },
);
