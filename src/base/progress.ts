/**
 * Tells whoever waits how far a long piece of work is. A terminal draws it; a log and `--json` stay
 * quiet. Work reports through this interface and never writes to the terminal itself.
 */
export interface Progress {
  /** Starts a named stage of `total` steps (0: unknown) and returns how to advance and end it. */
  stage(name: string, total: number): ProgressStage;
}

export interface ProgressStage {
  /** Sets how many of the total steps are done. */
  update(done: number): void;
  end(): void;
}

/** Progress that nobody sees: the default of every function that takes one. */
export const silent: Progress = {
  stage: () => ({ update: () => {}, end: () => {} }),
};
