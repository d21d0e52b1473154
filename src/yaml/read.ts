import type { z } from 'zod';
import { InputError } from '../base/errors.js';
import { FileProblem, readPlainFile } from '../base/plain-file.js';
import { maxYamlBytes, readYaml, type YamlDocument } from './document.js';
import { keepKnownKeys, type Problem, problemsOf } from './issues.js';

/**
 * Reads a YAML (or JSON) file from outside by a zod schema. Config, data-set files, recipes and
 * device profiles all come through here, so that their errors read alike:
 *
 *     eval/kws.yml: line 3: unknown key "lables". Did you mean "labels"?
 *
 * Use `z.strictObject` so that misspelt keys are found. A schema's own message (`z.string().regex(r,
 * 'problem')`, `ctx.addIssue({ code: 'custom', path, message })`) is printed as it is; what follows
 * its first line break is the way out: `'unknown recipe "int9"\nDid you mean "int8"?'`
 * (`suggestion()` in suggest.ts writes such ways out).
 *
 * @param source the text, or the bytes as read: UTF-8, at most 256 KiB
 * @param file the file as the user named it
 * @returns the schema's output, defaults and transforms applied
 * @throws InputError with file, line, problem and way out of the worst problem; the file's further
 *   problems are in `details.others`.
 */
export function parseYaml<S extends z.ZodType>(
  schema: S,
  source: string | Uint8Array,
  file: string,
): z.output<S> {
  const document = readYaml(source, file);
  const result = schema.safeParse(document.data, { error: keepKnownKeys, reportInput: true });
  if (result.success) return result.data;
  throw combine(linesOf(problemsOf(result.error.issues), document), file);
}

/**
 * Checks data that a program gives as `parseYaml` checks a file's: errors name the place by its path in the data.
 *
 * @param name how errors call the data
 * @throws InputError as `parseYaml`
 */
export function checkData<S extends z.ZodType>(schema: S, data: unknown, name: string): z.output<S> {
  const result = schema.safeParse(data, { error: keepKnownKeys, reportInput: true });
  if (result.success) return result.data;
  throw combine(pathsOf(problemsOf(result.error.issues)), name);
}

/**
 * Reads the bytes of a YAML file from outside: a plain file of at most 256 KiB.
 *
 * @param path as the user named it, for errors
 * @param root folder that it must lie in, symbolic links followed: the repository, where a pull request
 *   brings the file or its name, so that nothing else is read, let alone told. null: wherever
 * @throws InputError where there is no such file
 */
export function readYamlBytes(path: string, root: string | null = null): Uint8Array {
  try {
    return readPlainFile(path, maxYamlBytes, root);
  } catch (cause) {
    if (!(cause instanceof FileProblem)) throw cause;
    const problem = cause.code === 'ENOENT' ? 'there is no such file' : cause.message;
    const outside = { hint: "Commit it, and name it from the repository's root" };
    throw new InputError(problem, { file: path, ...(cause.code === 'OUTSIDE' && outside), cause });
  }
}

/** More than these help nobody, and finding the lines of a hostile file's thousands takes time. */
const maxProblems = 20;

/** A problem, and where it is: `line 3`, `steps[0]`. */
type Placed = Problem & { place: string };

/** Those of a file, in its order. */
function linesOf(problems: Problem[], document: YamlDocument): Placed[] {
  const placed = problems
    .slice(0, maxProblems)
    .map((problem) => ({ ...problem, line: document.lineOf(problem.path) }));
  placed.sort((a, b) => a.rank - b.rank || a.line - b.line);
  return placed.map((problem) => ({ ...problem, place: `line ${problem.line}` }));
}

function pathsOf(problems: Problem[]): Placed[] {
  return problems.slice(0, maxProblems).map((problem) => ({ ...problem, place: pathText(problem.path) }));
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** One error for the first problem, which knows the others. */
function combine(placed: Placed[], file: string): InputError {
  const [first, ...others] = placed.map(({ message, hint, place }) => {
    return { message, details: { file, place, ...(hint && { hint }) } };
  });
  const followers = others.map(({ message, details }) => new InputError(message, details));
  return new InputError(first!.message, {
    ...first!.details,
    ...(followers.length > 0 && { others: followers }),
  });
}
