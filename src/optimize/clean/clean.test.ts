import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { modelInterface } from '../../evaluate/model-head.js';
import { randomDataset } from '../../evaluate/random-dataset.js';
import { readModel } from '../../model/read.js';
import { writeModel } from '../../model/write.js';
import { silent } from '../../progress.js';
import { encodeInput } from '../../runtime/codec.js';
import { openSession } from '../../runtime/session.js';
import type { TransformContext } from '../types.js';
import { type CleanOptions, clean } from './clean.js';

// Real models, which lie beside developers' checkouts only: cleaning changes no bit of what they compute.

const shared = fileURLToPath(new URL('../../../../shared/models/', import.meta.url));
const isAbsent = !existsSync(shared);
const folders = ['mlperf-tiny', 'mnist', 'single-op', 'quirks', 'tflm'];
const files = isAbsent
  ? []
  : folders.flatMap((folder) =>
      readdirSync(shared + folder)
        .filter((file) => file.endsWith('.tflite') && !file.includes('_slice'))
        .map((file) => `${folder}/${file}`)
        .sort(),
    );

async function cleaned(bytes: Uint8Array, options: CleanOptions): Promise<Uint8Array> {
  const model = readModel(bytes);
  const context: TransformContext = { dataset: null, effort: 'fast', seed: 1, progress: silent, notes: [] };
  await clean(options)(model, context);
  return writeModel(model);
}

/** Outputs of two samples of noise; null where LiteRT doesn't run the model. */
async function outputsOf(bytes: Uint8Array) {
  const session = await openSession(bytes).catch(() => null);
  if (!session) return null;
  const samples = randomDataset(modelInterface(readModel(bytes)).inputs, { samples: 2 }).calibration;
  const runs = [];
  for (let i = 0; i < samples.size; i++) {
    const { inputs } = await samples.sample(i);
    runs.push(session.run(session.inputs.map((info, k) => encodeInput(info, inputs[k]!))));
  }
  session.close();
  return runs;
}

describe.skipIf(isAbsent)('clean on ../shared/models (skipped where that folder is absent)', () => {
  it.each(files)('%s computes the same bits, in a file that is no larger', async (file) => {
    const source = new Uint8Array(readFileSync(shared + file));
    const before = writeModel(readModel(source));
    const wanted = await outputsOf(source);
    for (const options of [{}, { stripNames: true }]) {
      const result = await cleaned(source, options);
      expect(result.length).toBeLessThanOrEqual(before.length);
      expect(await outputsOf(result)).toEqual(wanted);
      expect(Buffer.from(await cleaned(result, options)).equals(result)).toBe(true);
      const names = (bytes: Uint8Array) =>
        readModel(bytes).signatures.map(({ key, inputs, outputs }) => [
          key,
          ...[...inputs, ...outputs].map(({ name }) => name),
        ]);
      expect(names(result)).toEqual(names(source));
    }
  });

  it.each([
    ['mlperf-tiny/kws_f32.tflite', 0.98],
    ['mlperf-tiny/resnet8_f32.tflite', 0.99],
  ])('%s without names is at most %d of its size', async (file, part) => {
    const source = new Uint8Array(readFileSync(shared + file));
    expect((await cleaned(source, { stripNames: true })).length).toBeLessThan(part * source.length);
  });
});
