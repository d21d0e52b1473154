import { InputError, oneLine } from '../../src/base/errors.js';
import { NotRunnableError } from '../../src/runtime/errors.js';

/** What litetrim may do with a file. */
export const fineOutcomes = ['fine', 'bad input', 'not runnable'] as const;

/**
 * What it must not do: end by a defect; work for longer, or need more memory, than anything may; write a file that its
 * own verifier or LiteRT refuses though they took the original; read something else than was written; make a result
 * by a recipe that LiteRT refuses, so that nothing is written although the model is sound.
 */
export const faults = ['CRASH', 'HANG', 'MEMORY', 'WROTE-REFUSED', 'DIFFERS', 'UNFIT'] as const;

export type Outcome = (typeof fineOutcomes)[number] | (typeof faults)[number];

export const isFault = (outcome: Outcome): boolean => (faults as readonly string[]).includes(outcome);

/** How one stage of one mutant ended. */
export interface Ending {
  stage: string;
  outcome: Outcome;
  /** Why; empty where it is fine. */
  message: string;
}

/** Is told of each stage that begins. */
export type OnStage = (stage: string) => void;

/** A fault that isn't an error of litetrim's own. */
export class Fault extends Error {
  constructor(
    readonly outcome: Outcome,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The outcome that an error stands for.
 *
 * @param file what its message has to begin with
 */
export function outcomeOf(error: unknown, file = mutantFile): Pick<Ending, 'outcome' | 'message'> {
  if (error instanceof Fault) return { outcome: error.outcome, message: oneLine(error.message) };
  if (error instanceof InputError) {
    const problem = problemOfMessage(error.message, file);
    if (problem) return { outcome: 'CRASH', message: problem };
    if (/makes a model that LiteRT can't run/.test(error.message))
      return { outcome: 'UNFIT', message: error.message };
    return {
      outcome: error instanceof NotRunnableError ? 'not runnable' : 'bad input',
      message: error.message,
    };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { outcome: 'CRASH', message: stack.split('\n').slice(0, 16).join(' | ') };
}

/** Longest message that a person reads to its end. */
const longestMessage = 2001;

/** What is wrong with an error's message; null: nothing. */
function problemOfMessage(message: string, file: string): string | null {
  if (message.includes('\n')) return `a message of several lines: ${message}`;
  if (message.length > longestMessage)
    return `a message of ${message.length} characters: ${message.slice(0, 300)}`;
  if (!message.startsWith(file)) return `a message that names no file: ${message}`;
  return null;
}

/** What each mutant is called, so that messages can be searched for it. */
export const mutantFile = 'mutant';
