import type { Progress } from '../base/progress.js';

/** What every function that works for a while takes. */
export interface CallOptions {
  /**
   * Gives the work up: threads and processes end, temporary files go, and the call throws the signal's reason. What
   * the calling thread computes itself is finished first, which takes seconds with large models.
   */
  signal?: AbortSignal;
  /** Is told how far the work is; default: nobody. Nothing is ever printed. */
  progress?: Progress;
}
