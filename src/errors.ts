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

/**
 * Input from outside (model, config, data set, event, environment) that litetrim can't work with.
 *
 * Its message is one line: `file: place: what is wrong. Way out.` The command line prints it and
 * exits with code 2; anything that isn't an InputError is a defect of litetrim.
 */
export class InputError extends Error {
  readonly details: InputErrorDetails;

  constructor(problem: string, details: InputErrorDetails = {}) {
    const where = [details.file, details.place].filter((part) => part !== undefined && part !== '');
    const hint = details.hint ? ` ${sentence(details.hint)}` : '';
    const text = `${where.map((part) => `${cut(part!, longestPlace)}: `).join('')}${sentence(shortNames(problem))}${hint}`;
    super(oneLine(cut(text, longestMessage)), { cause: details.cause });
    this.name = 'InputError';
    this.details = details;
  }
}

/** Longest name of a file's own, longest place and longest message that are shown in full, in characters. */
const longestName = 120;
const longestPlace = 300;
const longestMessage = 2000;

/** Names in quotation marks, which come from files, cut where they are long. */
function shortNames(text: string): string {
  return text.replace(/"([^"]*)"/g, (_, name: string) => `"${cut(name, longestName)}"`);
}

/** A text with its middle left out where it is longer. */
function cut(text: string, longest: number): string {
  const half = longest / 2;
  return text.length <= longest ? text : `${text.slice(0, half)}…${text.slice(-half)}`;
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** Folds control characters and line breaks, so that hostile names can't forge further lines of output. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
  return text.replace(/[\u0000-\u001f\u007f\u0080-\u009f\u2028\u2029]+/g, ' ').trim();
}

/** The message of anything thrown, in one line. */
export function messageOf(error: unknown): string {
  return oneLine(error instanceof Error ? error.message : String(error));
}
