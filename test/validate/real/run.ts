import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModelFile } from '../../../src/base/files.js';
import { loadDevice } from '../../../src/device/index.js';
import { Workbench } from '../../../src/job/workbench.js';
import { modelInterface } from '../../../src/model/interface.js';
import { readModel } from '../../../src/model/read.js';
import { ensurePeer, type PeerPython, PeerUnavailable } from '../quantize/peer/environment.js';
import { quantizeByGoogle } from '../quantize/peer/google.js';
import type { PeerResult, Scheme } from '../quantize/peer/types.js';
import { NativeJudge } from './native.js';
import { latenciesOf, type Places, type Row, rowOf, type Source } from './row.js';
import { pathOf, type RealModel, realModels, samplesOf } from './subjects.js';
import { lineOf, page, terminalText } from './text.js';

const document = fileURLToPath(new URL('../../../docs/real-models.md', import.meta.url));
const recipes = ['float16', 'dynamic-int8', 'int8', 'int8-mixed', 'weight-int8', 'prune-50', 'int16x8'];
/** The peer's scheme for a recipe; the mixed recipe is what its plain one has to be measured by. */
const schemes: Record<string, Scheme> = {
  float16: 'float16',
  'dynamic-int8': 'dynamic-int8',
  int8: 'int8',
  'int8-mixed': 'int8',
  'weight-int8': 'weight-int8',
  int16x8: 'int16x8',
};
/** One without and one with instructions for dot products. */
const deviceNames = ['raspberry-pi-4', 'raspberry-pi-5'];
/** Samples that judge. */
const samples = 8;

/**
 * Applies recipes to models as teams commit them, by the command line; judges each result, and that of Google's
 * quantizer, output by output in LiteRT for this machine, and measures it on two devices. Prints a table, and writes
 * docs/real-models.md.
 *
 * @param args names of models and recipes to keep to, `no-latency` to measure none; then nothing is written
 * @returns whether every row is as it shall be
 */
export async function checkRealModels(args: readonly string[]): Promise<boolean> {
  const models = chosen(args, realModels, ({ name }) => name);
  if (!models.every(({ name }) => existsSync(pathOf(name)))) {
    console.log('SKIPPED: the real models (../shared/models/real) are not here.');
    return true;
  }
  try {
    const rows = await rowsOfAll(models, args, await ensurePeer());
    console.log(terminalText(rows, deviceNames));
    if (args.length === 0) await writeFile(document, page(rows, deviceNames));
    for (const { model, recipe, shortfalls } of rows) {
      for (const text of shortfalls) console.log(`NOT AS IT SHALL BE: ${model} ${recipe}: ${text}`);
    }
    return rows.every(({ shortfalls }) => shortfalls.length === 0);
  } catch (error) {
    if (!(error instanceof PeerUnavailable)) throw error;
    console.log(`SKIPPED: ${error.message}`);
    return true;
  }
}

function chosen<T>(args: readonly string[], all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const named = all.filter((one) => args.includes(nameOf(one)));
  return named.length > 0 ? named : all;
}

async function rowsOfAll(models: readonly RealModel[], args: readonly string[], python: PeerPython) {
  const folder = await mkdtemp(join(tmpdir(), 'litetrim-real-made-'));
  const bench = new Workbench();
  const devices = args.includes('no-latency') ? [] : await Promise.all(deviceNames.map(loadDevice));
  const rows: Row[] = [];
  try {
    for (const model of models) {
      const wanted = chosen(args, recipes, (name) => name);
      rows.push(...(await rowsOf(model, wanted, python, { bench, devices, folder })));
    }
    return rows;
  } finally {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function rowsOf(
  model: RealModel,
  wanted: readonly string[],
  python: PeerPython,
  places: Places,
): Promise<Row[]> {
  const bytes = await readModelFile(pathOf(model.name));
  const dataset = await samplesOf(model, bytes);
  const { inputs } = modelInterface(readModel(bytes));
  const shapes = inputs.map(({ shape }) => shape.map((size) => Math.max(1, size)));
  const judge = await NativeJudge.open(dataset.evaluation, samples, shapes, python);
  try {
    const source = await sourceOf(model, bytes, judge, places);
    const jobs = [...new Set(wanted.map((recipe) => schemes[recipe]))]
      .filter((scheme) => scheme !== undefined)
      .map((scheme) => ({ id: scheme, model: bytes, scheme, calibration: dataset.calibration }));
    const peers = await quantizeByGoogle(jobs, python).catch(() => new Map<string, PeerResult>());
    const rows: Row[] = [];
    for (const recipe of wanted) {
      const row = await rowOf(source, recipe, peers.get(schemes[recipe] ?? '') ?? null, places);
      console.log(lineOf(row));
      rows.push(row);
    }
    return rows;
  } finally {
    await judge.close();
  }
}

async function sourceOf(
  model: RealModel,
  bytes: Uint8Array,
  judge: NativeJudge,
  places: Places,
): Promise<Source> {
  const outputs = await judge.run(bytes);
  if ('error' in outputs) console.log(`${model.name}: LiteRT can't run the source: ${outputs.error}`);
  const latencies = await latenciesOf(model.name, bytes, places);
  return { model, bytes, judge, outputs: 'error' in outputs ? [] : outputs, latencies };
}
