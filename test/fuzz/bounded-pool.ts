import { TensorType } from '../../src/model/schema/index.js';
import { NotRunnableError } from '../../src/runtime/errors.js';
import { SessionPool } from '../../src/runtime/pool.js';
import { division } from '../support/runtime-models.js';

/** Seconds that LiteRT gets for a mutant, which may hold a loop without end: less than a stage may take in all. */
const secondsPerModel = 1.5;

/** A pool of one thread that gives up on a model soon, but not on the thread's start, which takes long on a busy machine. */
export class BoundedPool extends SessionPool {
  #isWarm = false;

  constructor() {
    super({ threads: 1 });
  }

  override reduceTogether: SessionPool['reduceTogether'] = async (name, runs, plan, options = {}) => {
    await this.#warm();
    const secondsPerSample = secondsPerModel / Math.max(1, runs[0]!.samples.size);
    return super
      .reduceTogether(name, runs, plan, { ...options, secondsPerSample })
      .catch((error: unknown) => {
        // The thread was ended where the model didn't come to an end, or by a defect.
        this.#isWarm = error instanceof NotRunnableError && !error.problem.includes('come to an end');
        throw error;
      });
  };

  async #warm(): Promise<void> {
    if (this.#isWarm) return;
    const sample = async () => ({ inputs: [Float32Array.of(1), Float32Array.of(1)] });
    const run = { model: division(TensorType.FLOAT32, 1), samples: { size: 1, sample } };
    await super.reduceTogether('ranges', [run], undefined);
    this.#isWarm = true;
  }
}
