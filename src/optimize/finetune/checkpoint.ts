import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { type KeptLimits, keepBytes, readKeptBytes } from '../../base/kept-files.js';
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

/**
 * An ended training is worth keeping, since the next run then has its result at once; but each change of a model or
 * recipe begins another one.
 */
const limits: KeptLimits = { files: 16, bytes: 2 ** 28, days: 90 };

/** Where a training got to, kept in the cache folder, so that it goes on where it was interrupted. */
export class Checkpoint {
  readonly #path: string;

  constructor(cache: string, inputs: TrainingInputs) {
    this.#path = join(cache, 'trainings', `${keyOf(inputs)}.bin`);
  }

  /** The state of the last epoch; null where none was kept, or it was damaged. */
  async read(length: number): Promise<TrainState | null> {
    try {
      const content = await readKeptBytes(this.#path, 4096 + 12 * length);
      return content && stateOf(content, length);
    } catch {
      return null;
    }
  }

  /** Keeps a state, whole or not at all; failing to is no failure. */
  async keep(state: TrainState): Promise<void> {
    await keepBytes(this.#path, contentOf(state), limits);
  }
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
