import { existsSync } from 'node:fs';
import { readModelFile } from '../../src/base/files.js';
import type { Measurement } from '../../src/compare/measurement.js';
import { openDataset } from '../../src/data/dataset.js';
import { randomDataset } from '../../src/data/random-dataset.js';
import { loadDevice } from '../../src/device/index.js';
import type { Evaluation } from '../../src/evaluate/types.js';
import { measure, type Subject } from '../../src/job/measure.js';
import { Workbench } from '../../src/job/workbench.js';
import { modelInterface } from '../../src/model/interface.js';
import { readModel } from '../../src/model/read.js';
import { optimizeModel } from '../../src/optimize/optimize-model.js';
import { loadRecipe } from '../../src/optimize/recipe.js';
import { textTable } from '../../src/report/text-table.js';
import { models, type ReferenceModel, recipes } from './models.js';

/** The keyword spotter's bounds: accuracy of the float model, and what recipes may cost of it. */
const floatAccuracy = { low: 0.9, high: 0.93 };
const mostLoss: Record<string, number> = {
  float16: 0,
  'dynamic-int8': 0.01,
  int8: 0.01,
  'int8-float-io': 0.01,
};

async function measureAll(model: ReferenceModel, bench: Workbench): Promise<Measurement[]> {
  const bytes = await readModelFile(model.file);
  const source: Subject = { file: model.name, recipe: null, bytes, notes: [] };
  const { inputs, classes } = modelInterface(readModel(bytes, model.file));
  const open = (file: string | null) => (file ? openDataset(file, { inputs, classes }) : null);
  const calibration = await open(model.calibration);
  const judging = (await open(model.judging)) ?? randomDataset(inputs);
  const devices = [await loadDevice('raspberry-pi-4')];
  const measured = [await measure(source, { devices, dataset: judging, reference: source }, bench)];
  for (const name of recipes) {
    const recipe = { ...(await loadRecipe(name)), calibration: 'random' as const };
    const { pool, progress } = bench;
    const made = await optimizeModel({ file: model.file, bytes }, recipe, {
      dataset: calibration,
      pool,
      progress,
    });
    const variant = {
      ...source,
      recipe: name,
      bytes: made.bytes,
      notes: made.notes.map((note) => note.message),
    };
    measured.push(await measure(variant, { devices, dataset: judging, reference: source }, bench));
  }
  return measured;
}

function row({ file, recipe, bytes, devices, evaluation, missing }: Measurement): string[] {
  const [device] = devices;
  return [
    file,
    recipe ?? 'as it is',
    bytes.toLocaleString('en-US'),
    evaluation ? accuracyText(evaluation) : 'none',
    evaluation?.agreement == null ? '–' : `${(evaluation.agreement * 100).toFixed(1)} %`,
    decibels(evaluation?.sqnrDb, evaluation?.identical),
    decibels(evaluation?.logitsSqnrDb, evaluation?.identical),
    device ? device.latencyMs.toFixed(3) : '–',
    device?.instructions?.toLocaleString('en-US') ?? '–',
    device ? `${(device.peakMemoryBytes / 1000).toFixed(1)}` : '–',
    missing.map(({ reason }) => reason).join(' '),
  ];
}

function accuracyText({ metric, value }: Evaluation): string {
  const { value: middle, low, high } = value;
  if (metric === 'mse') return `mse ${middle.toPrecision(4)}`;
  if (metric === 'fidelity') return 'fidelity';
  return `${(middle * 100).toFixed(1)} % (${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)})`;
}

function decibels(value: number | null | undefined, identical = false): string {
  if (identical) return 'equal';
  return value == null ? '–' : value.toFixed(1);
}

/** What of the keyword spotter's figures is out of its bounds. */
function violations(all: Measurement[]): string[] {
  const accuracyOf = (recipe: string | null) =>
    all.find((one) => one.file === 'kws' && one.recipe === recipe)?.evaluation?.value.value ?? Number.NaN;
  const float = accuracyOf(null);
  const found = [];
  if (!(float >= floatAccuracy.low && float <= floatAccuracy.high)) found.push(`kws as it is: ${float}`);
  for (const [recipe, loss] of Object.entries(mostLoss)) {
    const value = accuracyOf(recipe);
    if (!(Math.abs(value - float) <= loss + 1e-9)) found.push(`kws ${recipe}: ${value}, as it is ${float}`);
  }
  for (const { file, recipe, missing } of all) {
    for (const { reason } of missing) found.push(`${file} ${recipe ?? 'as it is'}: ${reason}`);
  }
  return found;
}

/**
 * Prints what each recipe makes of the reference models, as a table. The models and data lie beside the
 * repository and aren't part of it: without them nothing is done, and said so.
 *
 * @returns whether every figure is within its bounds
 */
export async function printRecipeTable(): Promise<boolean> {
  const missing = models.filter(({ file }) => !existsSync(file));
  if (missing.length > 0) {
    console.log(
      `SKIPPED: the reference models (${missing.map(({ name }) => name).join(', ')}) are not here.`,
    );
    return true;
  }
  const bench = new Workbench();
  const all: Measurement[] = [];
  try {
    for (const model of models) all.push(...(await measureAll(model, bench)));
    const header = ['model', 'recipe', 'bytes', 'accuracy (95 %)', 'agreement', 'SQNR dB', 'logits dB'];
    const device = ['Pi 4 ms', 'instructions', 'memory KB', 'problems'];
    console.log(textTable([...header, ...device], all.map(row), 2));
    console.log(
      '\nkws: judged on all 500 samples, calibrated on 100 of them, without labels. resnet8: 500 test images, ' +
        'calibrated on 500 others. mnist: 4,500, calibrated on 500 others.\nvww, ad01: calibrated and judged on ' +
        'seeded noise: agreement and SQNR against the model as it is.',
    );
    for (const omission of bench.omissions) console.log(`Left out: ${omission}`);
    const found = violations(all);
    for (const violation of found) console.log(`OUT OF BOUNDS: ${violation}`);
    return found.length === 0;
  } finally {
    await bench.close();
  }
}
