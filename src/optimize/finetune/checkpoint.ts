import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { temporaryName } from '../../base/cache-folder.js';
import { bytesOf } from '../../model/tensors.js';
import type { Examples } from './examples.js';
import type { LossOptions } from './loss.js';
import type { TrainOptions, TrainState } from './train.js';

/** Changes when the same inputs lead to other weights. */
const version = 2;

const headerSchema = z.strictObject({
  epoch: z.int().min(0),
  planned: z.int().min(1),
  steps: z.int().min(0),
  /** SHA-256 of what follows. */
  digest: z.string(),
});

/** What training follows from, besides its code. */
export interface TrainingInputs {
  model: Uint8Array;
  examples: Examples;
  options: TrainOptions;
  loss: LossOptions;
}

/** The oldest trainings are removed where there are more, or they take more bytes together. */
const [maxKept, maxKeptBytes] = [16, 2 ** 28];

/** Where a training got to, kept in the cache folder, so that it goes on where it was interrupted. */
export class Checkpoint {
  readonly #path: string;
  #hasKept = false;

  constructor(cache: string, inputs: TrainingInputs) {
    this.#path = join(cache, 'trainings', `${keyOf(inputs)}.bin`);
  }

  /** The state of the last epoch; null where none was kept, or it was damaged. */
  async read(length: number): Promise<TrainState | null> {
    try {
      // Non-blocking, so that a pipe of that name can't hang the read.
      const file = await open(this.#path, constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        const info = await file.stat();
        const limit = 4096 + 12 * length;
        return info.isFile() && info.size <= limit ? stateOf(await file.readFile(), length) : null;
      } finally {
        await file.close();
      }
    } catch {
      return null;
    }
  }

  /** Keeps a state, whole or not at all; failing to is no failure. */
  async keep(state: TrainState): Promise<void> {
    const temporary = temporaryName(this.#path);
    try {
      await mkdir(dirname(this.#path), { recursive: true });
      await writeFile(temporary, contentOf(state), { flag: 'wx' });
      await rename(temporary, this.#path);
      if (!this.#hasKept) await this.#forgetOthers();
      this.#hasKept = true;
    } catch {
      await rm(temporary, { force: true }).catch(() => {});
    }
  }

  /**
   * Removes the states of trainings that are longest ago, but for this one's: an ended one is worth keeping, since
   * the next run then has its result at once, and each change of a model or recipe begins another one.
   */
  async #forgetOthers(): Promise<void> {
    let [kept, bytes] = [0, 0];
    for (const { path, size } of await newestFirst(dirname(this.#path))) {
      kept++;
      bytes += size;
      const isTooMuch = kept > maxKept || bytes > maxKeptBytes;
      if (isTooMuch && path !== this.#path) await rm(path, { force: true }).catch(() => {});
    }
  }
}

/** The files of a folder, those left behind by interrupted writes, too. */
async function newestFirst(folder: string): Promise<{ path: string; size: number; time: number }[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.sort().map(async (name) => {
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    return info?.isFile() ? [{ path, size: info.size, time: info.mtimeMs }] : [];
  });
  return (await Promise.all(files)).flat().sort((a, b) => b.time - a.time);
}

function keyOf({ model, examples, options, loss }: TrainingInputs): string {
  // How long it may take decides where it stops, not how it gets there.
  const { minutes, ...decisive } = options;
  const { samples, variants, seed } = examples;
  const identity = JSON.stringify([version, decisive, loss, samples, variants, seed]);
  const hash = createHash('sha256').update(`${identity.length}:${identity}`).update(model);
  for (const { values } of [...examples.feeds, ...examples.targets]) hash.update(bytesOf(values.slice()));
  if (examples.labels) hash.update(bytesOf(examples.labels.slice()));
  return hash.digest('hex');
}

function contentOf({ epoch, planned, weights, optimizer }: TrainState): Uint8Array {
  const arrays = Buffer.concat([weights, optimizer.mean, optimizer.square].map((values) => bytesOf(values)));
  const header: z.infer<typeof headerSchema> = {
    ...{ epoch, planned, steps: optimizer.steps },
    digest: createHash('sha256').update(arrays).digest('hex'),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), arrays]);
}

function stateOf(content: Buffer, length: number): TrainState | null {
  const end = content.indexOf('\n') + 1;
  const header = headerSchema.safeParse(JSON.parse(content.subarray(0, end).toString())).data;
  const arrays = content.subarray(end);
  if (!header || arrays.length !== 12 * length) return null;
  if (createHash('sha256').update(arrays).digest('hex') !== header.digest) return null;
  const copy = new Float32Array(new Uint8Array(arrays).buffer);
  const [weights, mean, square] = [0, 1, 2].map((k) => copy.slice(k * length, (k + 1) * length));
  const { epoch, planned, steps } = header;
  return { epoch, planned, weights: weights!, optimizer: { mean: mean!, square: square!, steps } };
}
