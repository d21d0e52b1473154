import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { oneOperator } from '../../../test/support/device/model.js';
import { a64Programs, executable } from '../../../test/support/device/program.js';
import { toolchainForTests } from '../../../test/support/device/toolchain.js';
import type { ModelFile } from '../../model/model-file.js';
import { NotRunnableError, openSession } from '../../runtime/index.js';
import { DeviceRunError } from '../errors.js';
import { loadDevice } from '../profile.js';
import { readOutputs, runGuest } from './guest.js';
import { measureOnDevice, writeGuestFiles } from './measure.js';

const shared = fileURLToPath(new URL('../../../../shared/models', import.meta.url));
const { toolchain, note } = await toolchainForTests();
const skip = !toolchain || !existsSync(shared);
const why = note || (skip ? ` (SKIPPED: ${shared} is not there)` : '');

const temporary = mkdtempSync(join(tmpdir(), 'litetrim-measure-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const sharedModel = (file: string): ModelFile => ({ file, bytes: readFileSync(join(shared, file)) });
const fresh = { toolchain: toolchain!, fresh: true };

describe.skipIf(skip)(`counts of instructions${why}`, () => {
  // Millions, counted by an independent plug-in; they agree with ours but for reading the clock twice.
  test.for([
    ['mlperf-tiny/kws_dynamic_range_google.tflite', 'cortex-a53', 1.729],
    ['mlperf-tiny/kws_dynamic_range_google.tflite', 'cortex-a72', 2.37],
    ['mlperf-tiny/kws_dynamic_range_google.tflite', 'cortex-a76', 1.02],
    ['mlperf-tiny/kws_int8_google.tflite', 'cortex-a53', 1.34],
    ['mlperf-tiny/kws_int8_google.tflite', 'cortex-a72', 1.943],
    ['mlperf-tiny/kws_int8_google.tflite', 'cortex-a76', 0.715],
    ['mlperf-tiny/vww_int8_google.tflite', 'cortex-a53', 4.018],
    ['mlperf-tiny/vww_int8_google.tflite', 'cortex-a76', 1.93],
    ['mlperf-tiny/vww_f32.tflite', 'cortex-a72', 3.63],
  ] as const)('%s on %s: %f million', async ([file, device, millions]) => {
    const { instructions } = await measureOnDevice(sharedModel(file), await loadDevice(device), fresh);
    expect(instructions / 1e6).toBeGreaterThan(millions * 0.9995);
    expect(instructions / 1e6).toBeLessThan(millions * 1.001);
  });

  test('by layer, alike layers cost alike', async () => {
    const model = sharedModel('mlperf-tiny/kws_int8_google.tflite');
    const { layers, cycles } = await measureOnDevice(model, await loadDevice('cortex-a72'), fresh);
    const found = layers.map(({ operator, kernel, instructions }) => [operator, kernel, instructions]);
    const convolution = (kernel: string) => ['Convolution (NHWC, QC8)', kernel] as const;
    const depthwise = [...convolution('DWConv'), found[1]![2]];
    const pointwise = ['Fully Connected (NC, QS8, QC8W)', 'GEMM', found[2]![2]];
    expect(found.slice(0, 9)).toEqual([
      [...convolution('IGEMM'), found[0]![2]],
      ...[depthwise, pointwise, depthwise, pointwise, depthwise, pointwise, depthwise, pointwise],
    ]);
    const counted = [found[0]![2], found[1]![2], found[2]![2]] as number[];
    const published = [1_042_068, 56_981, 163_666];
    for (const [k, count] of counted.entries()) expect(Math.abs(count - published[k]!)).toBeLessThan(100);
    expect(found[9]!.slice(0, 2)).toEqual(['AVERAGE_POOL_2D', null]);
    const sum = layers.reduce((total, layer) => total + layer.cycles!, 0);
    expect(sum / cycles).toBeGreaterThan(0.97);
    expect(sum / cycles).toBeLessThan(1.03);
  });
});

test.skipIf(skip)(`int8 outputs are the very bytes that LiteRT computes as wasm${why}`, async () => {
  const { file, bytes } = sharedModel('mlperf-tiny/kws_int8_google.tflite');
  const session = await openSession(bytes, file);
  const inputs = Int8Array.from({ length: 490 }, (_, index) => ((index * 37) % 255) - 127);
  const [expected] = session.run([inputs]);
  session.close();
  for (const name of ['cortex-a53', 'cortex-a72', 'cortex-a76']) {
    const device = await loadDevice(name);
    const folder = mkdtempSync(join(temporary, 'outputs-'));
    const work = join(folder, 'work');
    await writeGuestFiles(folder, { file, bytes }, device, toolchain!);
    await runGuest(toolchain!, {
      ...{ shared: folder, work, cpu: device.core.emulatedAs, profile: false, timeoutMs: 900_000 },
      inputs: new Uint8Array(inputs.buffer),
      keepOutputs: true,
    });
    expect(new Int8Array(await readOutputs(work)), name).toEqual(expected);
  }
});

describe.skipIf(!toolchain)(`one operator${note}`, () => {
  test('known figures are not measured again, and nothing is left behind', async () => {
    const pi = await loadDevice('raspberry-pi-4');
    const cache = join(temporary, 'cache');
    const kept = { ...toolchain!, cache };
    // Other tests measure at the same time: a folder of one's own shows what this one leaves behind.
    const own = join(temporary, 'own-tmp');
    mkdirSync(own);
    vi.stubEnv('TMPDIR', own);
    const first = await measureOnDevice(oneOperator(64), pi, { toolchain: kept });
    const again = await measureOnDevice(oneOperator(64), pi, { toolchain: { ...kept, runner: '/nowhere' } });
    expect(again).toEqual(first);
    expect(readdirSync(join(cache, 'results'))).toHaveLength(1);
    expect(readdirSync(own)).toEqual([]);
    vi.unstubAllEnvs();
  });

  test('whoever waits is told how far it is', async () => {
    const told: unknown[] = [];
    const progress = {
      stage(name: string, total: number) {
        told.push([name, total]);
        return { update: (done: number) => told.push(done), end: () => told.push('end') };
      },
    };
    await measureOnDevice(oneOperator(4), await loadDevice('cortex-a53'), { ...fresh, progress });
    expect(told).toEqual([['made.tflite on cortex-a53', 2], 1, 2, 'end']);
  });

  test('peak memory grows by what the tensors take', async () => {
    const pi = await loadDevice('raspberry-pi-4');
    const [small, large] = [1 << 12, 1 << 18];
    const peak = async (elements: number) =>
      (await measureOnDevice(oneOperator(elements), pi, fresh)).peakMemoryBytes;
    const growth = (await peak(large)) - (await peak(small));
    // An input and an output of 4 bytes an element; no copies of them.
    expect(growth / ((large - small) * 4)).toBeCloseTo(2, 1);
  });

  test('a model that needs more memory than the device has', async () => {
    const pi = await loadDevice('raspberry-pi-4');
    const small = { ...pi, ramMiB: 16 };
    await expect(measureOnDevice(oneOperator(1 << 21), small, fresh)).rejects.toThrow(
      /^made\.tflite: on Raspberry Pi 4: it needs 1[67] MiB of memory, the device has 16\.$/,
    );
  });

  test('an operator that LiteRT lacks is named', async () => {
    const device = await loadDevice('cortex-a53');
    const refused = async (model: ModelFile) => {
      const error = await measureOnDevice(model, device, fresh).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(NotRunnableError);
      return error.message;
    };
    const custom = oneOperator(4, { customCode: 'Sparkle' });
    expect(await refused(custom)).toBe('made.tflite: LiteRT has no custom operator "Sparkle".');
    const newer = await refused(oneOperator(4, { version: 99 }));
    expect(newer).toMatch(/^made\.tflite: LiteRT can't (read|prepare) it: .*ADD.*99/);
  });

  test('a file that is no model', async () => {
    const png = { file: 'icon.tflite', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10) };
    await expect(measureOnDevice(png, await loadDevice('cortex-a53'), fresh)).rejects.toThrow(
      /^icon\.tflite: /,
    );
  });

  test('a guest that crashes, one that is killed, one of two threads, and one that hangs', async () => {
    const pi = await loadDevice('raspberry-pi-4');
    const runner = (words: number[]) => {
      const path = join(mkdtempSync(join(temporary, 'runner-')), 'runner');
      writeFileSync(path, executable(words));
      return { toolchain: { ...toolchain!, runner: path }, fresh: true };
    };
    const crash = measureOnDevice(oneOperator(4), pi, runner(a64Programs.crash));
    await expect(crash).rejects.toThrow(DeviceRunError);
    await expect(crash).rejects.toThrow('on Raspberry Pi 4: the process was ended by SIGILL');
    const killed = measureOnDevice(oneOperator(4), pi, runner(a64Programs.killItself));
    await expect(killed).rejects.toThrow(
      'made.tflite: on Raspberry Pi 4: the process was killed (SIGKILL), as systems do that run out of memory.',
    );
    const threads = measureOnDevice(oneOperator(4), pi, runner(a64Programs.secondThread));
    await expect(threads).rejects.toThrow(
      'litetrim plug-in: the model started a second thread, and only one can be measured',
    );
    const forever = runner(a64Programs.hang);
    const hang = measureOnDevice(oneOperator(4), pi, { ...forever, timeoutMs: 500 });
    await expect(hang).rejects.toThrow("it didn't end within 0.5 s and was stopped");
    const given = measureOnDevice(oneOperator(4), pi, { ...forever, signal: AbortSignal.timeout(300) });
    await expect(given).rejects.toThrow(/timeout/i);
  });
});

test.skipIf(skip)(`models that LiteRT refuses are told in its words${why}`, async () => {
  const device = await loadDevice('cortex-a53');
  const refused = async (file: string) => {
    const error = await measureOnDevice(sharedModel(file), device, fresh).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(NotRunnableError);
    return error.message;
  };
  expect(await refused('tflm/mnist_lstm_f32.tflite')).toContain('Variable tensors not yet supported.');
  expect(await refused('tflm/person_detect_int8.tflite')).toContain('quantized_dimension must be in range');
});
