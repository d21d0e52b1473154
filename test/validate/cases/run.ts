import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDataset } from '../../../src/data/dataset.js';
import { randomDataset } from '../../../src/data/random-dataset.js';
import { modelInterface } from '../../../src/model/interface.js';
import { readModel } from '../../../src/model/read.js';
import { textTable } from '../../../src/report/text-table.js';
import { ensurePeer, type PeerPython, PeerUnavailable } from '../quantize/peer/environment.js';
import { make } from '../real/make.js';
import { decibelsOf, NativeJudge } from '../real/native.js';
import { type Case, cases, type Found } from './list.js';

const folder = fileURLToPath(new URL('../../../../shared/cases/', import.meta.url));
/** Samples that judge. */
const samples = 40;

/**
 * Runs each of the small inputs on which litetrim was wrong once, by the command line, and compares with the right
 * value; what was made is run by LiteRT for this machine.
 *
 * @param args beginnings of names to keep to; none: all
 * @returns whether all are right
 */
export async function checkCases(args: readonly string[]): Promise<boolean> {
  if (!existsSync(folder)) {
    console.log('SKIPPED: the cases (../shared/cases) are not here.');
    return true;
  }
  const work = await mkdtemp(join(tmpdir(), 'litetrim-cases-'));
  try {
    const python = await ensurePeer();
    const lines: string[][] = [];
    let right = true;
    for (const each of cases.filter(
      ({ name }) => args.length === 0 || args.some((arg) => name.includes(arg)),
    )) {
      const judged = await judge(each, work, python);
      right &&= judged.right;
      lines.push([each.name, each.recipe, judged.figure, judged.right ? 'right' : 'WRONG']);
      console.error(lines.at(-1)!.join(' | '));
    }
    console.log(textTable(['case', 'recipe', 'figure', 'verdict'], lines, 4));
    return right;
  } catch (error) {
    if (!(error instanceof PeerUnavailable)) throw error;
    console.log(`SKIPPED: ${error.message}`);
    return true;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function judge(each: Case, work: string, python: PeerPython) {
  const { file, data, recipe } = pathsOf(each);
  const made = await make({ file, data, recipe }, work);
  const found = await runBoth(each, made, python);
  const judged = each.judge(found);
  const said = made.exit === 0 ? '' : ` (exit code ${made.exit}: ${made.notes.join(' ').slice(0, 200)})`;
  return { ...judged, figure: judged.figure + said };
}

function pathsOf({ name, recipe, data }: Case) {
  const isFolder = existsSync(`${folder}${name}/model.tflite`);
  const beside = join(folder, isFolder ? name : join(name, '..'));
  const samplesFile = data ?? (isFolder ? 'data.yml' : undefined);
  return {
    file: isFolder ? join(beside, 'model.tflite') : `${folder}${name}.tflite`,
    data: samplesFile && join(beside, samplesFile),
    recipe: recipe.endsWith('.yml') ? join(beside, recipe) : recipe,
  };
}

async function runBoth(each: Case, made: Found['made'], python: PeerPython): Promise<Found> {
  const { file, data } = pathsOf(each);
  const bytes = await readFile(file);
  const { inputs: own, classes } = modelInterface(readModel(bytes, file));
  const shapes = own.map(({ shape }, k) => each.shapes?.[k] ?? shape.map((size) => Math.max(1, size)));
  const inputs = own.map((input, k) => ({ ...input, shape: shapes[k]! }));
  const dataset = data ? await openDataset(data, { inputs, classes }) : randomDataset(inputs, { samples });
  const native = await NativeJudge.open(dataset.evaluation, samples, shapes, python);
  try {
    // One of the cases is a model that stops LiteRT: what is made of it is still looked at.
    const whole = await native.run(bytes);
    const source = 'error' in whole ? [] : whole;
    const outputs = made.bytes ? await native.run(made.bytes) : [];
    const ran = 'error' in outputs ? [] : outputs;
    return {
      made,
      source,
      outputs: ran,
      decibels: ran.length > 0 && source.length > 0 ? decibelsOf(ran, source) : [],
    };
  } finally {
    await native.close();
  }
}
