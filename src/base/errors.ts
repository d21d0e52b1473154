import { isOutOfMemory } from './out-of-memory.js';
import { shorten } from './shorten.js';

/** Where in an outside file something is wrong, and what the user can do about it. */
export interface InputErrorDetails {
  /** The file as the user named it. */
  file?: string;
  /** A position inside the file: `line 12`, `sample 17`, `tensor 3 ("conv1/weights")`, `byte 0x40`. */
  place?: string;
  /** The way out, as an imperative: `Run "git lfs pull"`. */
  hint?: string;
  /** Further problems of the same file, where several were found at once. */
  others?: InputError[];
  cause?: unknown;
}

/** An error that can come of any run (bad input, a missing emulator, no time left); any other is a defect. */
export class ExpectedError extends Error {}

/** Whether an error is one that litetrim's own code is to blame for. */
export function isDefect(error: unknown): boolean {
  return !(error instanceof ExpectedError) && !isOutOfMemory(error);
}

/** Characters of the longest message: a line that people still read, and that no annotation cuts off. */
const maxMessageLength = 1000;

/** Characters of the longest name or value that is quoted within a message. */
const maxQuoteLength = 120;

/**
 * Input from outside (model, config, data set, event, environment) that litetrim can't work with.
 *
 * Its message is one line: `file: place: what is wrong. Way out.` The command line prints it and
 * exits with code 2; anything that isn't an InputError is a defect of litetrim. Whatever is quoted in it is
 * shortened, and so is the line; `details` keep names as they are, for programs.
 */
export class InputError extends ExpectedError {
  readonly details: InputErrorDetails;

  constructor(problem: string, details: InputErrorDetails = {}) {
    const where = [details.file, details.place].filter(isSaid).map((part) => `${shortName(part)}: `);
    const hint = details.hint ? ` ${sentence(shortenQuotes(details.hint))}` : '';
    super(messageLine(`${where.join('')}${sentence(shortenQuotes(problem))}${hint}`), {
      cause: details.cause,
    });
    this.name = 'InputError';
    this.details = details;
  }
}

/** Input that can't be had now and may be at another time: a service didn't answer. */
export class PassingError extends InputError {}

function isSaid(part: string | undefined): part is string {
  return part !== undefined && part !== '';
}

/** A name or value from outside, as messages quote it. */
export function shortName(text: string): string {
  return shorten(text, maxQuoteLength);
}

/** What stands in double quotes is a name or a value from outside. */
function shortenQuotes(text: string): string {
  return text.replace(/"[^"]+"/g, (quoted) => `"${shortName(quoted.slice(1, -1))}"`);
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** Folds control characters and line breaks, so that hostile names can't forge further lines of output. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
  return text.replace(/[\u0000-\u001f\u007f\u0080-\u009f\u2028\u2029]+/g, ' ').trim();
}

/** The message of anything thrown, after which work on something else goes on; a defect is told to be one. */
export function describeError(error: unknown): string {
  return `${isDefect(error) ? 'defect of litetrim: ' : ''}${messageOf(error)}`;
}

/** The message of anything thrown, in one line of bounded length. */
export function messageOf(error: unknown): string {
  return messageLine(error instanceof Error ? error.message : String(error));
}

function messageLine(text: string): string {
  return shorten(oneLine(text), maxMessageLength);
}
