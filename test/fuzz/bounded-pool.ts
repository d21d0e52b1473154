import { SessionPool } from '../../src/runtime/pool.js';

/** Seconds that LiteRT gets for a mutant, which may hold a loop without end: less than a stage may take in all. */
const secondsPerModel = 1.5;

/** A pool of one thread that gives up on a model soon. */
export class BoundedPool extends SessionPool {
  constructor() {
    super({ threads: 1 });
  }

  override reduceTogether: SessionPool['reduceTogether'] = (name, runs, plan, options = {}) => {
    const secondsPerSample = secondsPerModel / Math.max(1, runs[0]!.samples.size);
    return super.reduceTogether(name, runs, plan, { ...options, secondsPerSample });
  };
}
