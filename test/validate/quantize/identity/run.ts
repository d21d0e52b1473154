import { messageOf } from '../../../../src/base/errors.js';
import { readModelFile } from '../../../../src/base/files.js';
import { openDataset } from '../../../../src/data/dataset.js';
import { randomDataset } from '../../../../src/data/random-dataset.js';
import { ensureToolchain, listDevices, loadDevice } from '../../../../src/device/index.js';
import { modelInterface } from '../../../../src/model/interface.js';
import { readModel } from '../../../../src/model/read.js';
import { optimizeModel } from '../../../../src/optimize/optimize-model.js';
import { loadRecipe } from '../../../../src/optimize/recipe.js';
import { textTable } from '../../../../src/report/text-table.js';
import { encodeInput, SessionPool } from '../../../../src/runtime/index.js';
import { prepare } from '../../../../src/runtime/prepare.js';
import { models } from '../../models.js';
import { ensurePeer } from '../peer/environment.js';
import { type Runnable, runNatively } from '../peer/native.js';
import { type Outputs, runInWasm, runOnDevice } from './runs.js';

/** Samples of each model. */
const count = 3;

/** Where a model is run: a column of the table. */
interface Place {
  name: string;
  run(subject: Runnable): Promise<Outputs>;
}

/**
 * Runs the int8 form of every reference model in WebAssembly, in LiteRT for this machine and on each emulated
 * ARM core, and compares the outputs' bytes with those of WebAssembly, which litetrim judges by.
 *
 * @returns whether all are the same
 * @throws PeerUnavailable; DeviceUnavailable
 */
export async function compareMachines(): Promise<boolean> {
  const places = await allPlaces();
  const pool = new SessionPool();
  const rows: string[][] = [];
  let same = true;
  try {
    for (const model of models) {
      const subject = await int8Of(model, pool);
      const expected = await runInWasm(subject);
      const verdicts: string[] = [];
      for (const place of places) verdicts.push(await verdictOf(place, subject, expected));
      same &&= verdicts.every((verdict) => verdict === 'same');
      rows.push([model.name, ...verdicts]);
    }
  } finally {
    await pool.close();
  }
  console.log(textTable(['int8', ...places.map(({ name }) => name)], rows));
  console.log(
    `\n${count} samples of each model; WebAssembly's outputs are what the others are compared with.`,
  );
  return same;
}

async function allPlaces(): Promise<Place[]> {
  const python = await ensurePeer();
  const toolchain = await ensureToolchain();
  const devices = await Promise.all((await listDevices()).map(loadDevice));
  const cores = [...new Map(devices.map((device) => [device.core.title, device])).values()];
  return [
    { name: 'x86-64', run: (subject) => runNatively(subject, python) },
    ...cores.map((device) => ({
      name: device.core.title,
      run: (subject: Runnable) => runOnDevice(subject, device, toolchain),
    })),
  ];
}

async function int8Of({ file, calibration, judging }: (typeof models)[number], pool: SessionPool) {
  const source = await readModelFile(file);
  const { inputs, classes } = modelInterface(readModel(source, file));
  const open = (name: string | null) =>
    name ? openDataset(name, { inputs, classes }) : randomDataset(inputs);
  const recipe = { ...(await loadRecipe('int8')), calibration: 'random' as const };
  const options = { dataset: await open(calibration), pool };
  const made = await optimizeModel({ file, bytes: source }, recipe, options);
  const prepared = prepare(made.bytes, file);
  const { evaluation } = await open(judging);
  const samples = await Promise.all(Array.from({ length: count }, (_, i) => evaluation.sample(i)));
  const encode = (values: readonly Float32Array[]) =>
    prepared.inputs.map((info, k) => encodeInput(info, values[k]!));
  return { bytes: prepared.bytes, samples: samples.map((sample) => encode(sample.inputs)) };
}

async function verdictOf(place: Place, subject: Runnable, expected: Outputs): Promise<string> {
  try {
    return difference(expected, await place.run(subject));
  } catch (error) {
    return `fails: ${messageOf(error)}`;
  }
}

/** `same`, or how many of the outputs' bytes differ. */
function difference(expected: Outputs, actual: Outputs): string {
  const [one, other] = [Buffer.concat(expected), Buffer.concat(actual)];
  if (one.length !== other.length) return `${other.length} bytes, not ${one.length}`;
  const differing = one.filter((byte, i) => byte !== other[i]).length;
  return differing === 0 ? 'same' : `${differing} of ${one.length} bytes differ`;
}
