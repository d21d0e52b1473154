import { InputError, type InputErrorDetails } from '../base/errors.js';

/** A sound model file that LiteRT refuses, or on which it fails. Its message carries LiteRT's own words. */
export class NotRunnableError extends InputError {
  /** What is wrong, without file and way out. */
  readonly problem: string;

  constructor(problem: string, details: InputErrorDetails = {}) {
    super(problem, details);
    this.name = 'NotRunnableError';
    this.problem = problem;
  }
}

/** A model that works on one sample for so long that it counts as one that never ends: a loop in it may have no end. */
export class EndlessError extends NotRunnableError {
  constructor(problem: string, details: InputErrorDetails = {}) {
    super(problem, details);
    this.name = 'EndlessError';
  }
}
