import type { z } from 'zod';
import { didYouMean, suggestion } from './suggest.js';

/** One thing that is wrong with a piece of data, and where in the data. */
export interface Problem {
  path: PropertyKey[];
  /** What is wrong, without a final period. */
  message: string;
  /** The way out; null where the message says it. */
  hint: string | null;
  /** Problems of low rank explain those of higher rank: a misspelt key, why another one is missing. */
  rank: 0 | 1 | 2;
}

/** zod's issue, with what `keepKnownKeys` adds. */
type Issue = z.core.$ZodIssue & { known?: string[] };

/**
 * An error map for zod that keeps an object's known keys with an issue about unknown ones, and leaves
 * the message empty, so that `problemsOf` can tell a schema's own message from zod's.
 */
export function keepKnownKeys(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const object = issue.inst as z.ZodObject | undefined;
    Object.assign(issue, { known: Object.keys(object?.shape ?? {}) });
  }
  return '';
}

/**
 * Puts zod's issues into words, best first: unknown keys, wrong values, missing keys.
 *
 * A schema's own message is taken as it is; what follows its first line break is the hint.
 */
export function problemsOf(issues: readonly Issue[]): Problem[] {
  const problems = issues.flatMap((issue) => explain(issue)).sort((a, b) => a.rank - b.rank);
  const misspelt = problems.filter(({ rank }) => rank === 0);
  return problems.filter(
    (problem) => problem.rank < 2 || !misspelt.some((other) => accountsFor(other, problem)),
  );
}

/** Whether a misspelt key is the one that is missing in the same mapping. */
function accountsFor(misspelt: Problem, absent: Problem): boolean {
  const [parent, other] = [misspelt, absent].map(({ path }) => JSON.stringify(path.slice(0, -1)));
  return parent === other && misspelt.hint === didYouMean(String(absent.path.at(-1)));
}

function explain(issue: Issue): Problem[] {
  if (issue.message !== '') return [ownMessage(issue)];
  const problem = (message: string, hint: string | null = null): Problem[] => [
    { path: issue.path, message, hint, rank: 1 },
  ];
  const name = nameOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(issue, key));
    case 'invalid_type':
      return [wrongType(issue, name)];
    case 'invalid_value':
      return problem(`${name} is ${quote(issue.input)}`, choose(issue.input, issue.values));
    case 'too_small':
    case 'too_big':
      return problem(outOfRange(issue, name));
    case 'not_multiple_of':
      return problem(`${name} must be a multiple of ${issue.divisor}`);
    case 'invalid_format':
      return problem(`${name} is ${quote(issue.input)}, not of the form ${issue.pattern ?? issue.format}`);
    case 'invalid_key':
      return problemsOf(below(issue.path, issue.issues));
    case 'invalid_union':
      return explainUnion(issue);
    default:
      return problem(`${name} is not valid`);
  }
}

function ownMessage(issue: Issue): Problem {
  const [message = '', ...hint] = issue.message.split('\n');
  return { path: issue.path, message, hint: hint.join(' ') || null, rank: 1 };
}

function unknownKey(issue: Issue, key: string): Problem {
  const where = issue.path.length > 0 ? ` in ${nameOf(issue.path)}` : '';
  const hint = suggestion(key, issue.known ?? [], 'keys');
  return { path: [...issue.path, key], message: `unknown key ${quote(key)}${where}`, hint, rank: 0 };
}

function wrongType(issue: z.core.$ZodIssueInvalidType, name: string): Problem {
  const expected = typeNames[issue.expected] ?? issue.expected;
  const hint = typeNames[issue.expected] ? `It is ${expected}` : null;
  if (issue.input === undefined && issue.path.length > 0) return missing(issue.path, hint);
  if (issue.input === null && issue.path.length === 0) {
    return { path: [], message: 'the file is empty', hint: null, rank: 1 };
  }
  if (issue.input === null) return { path: issue.path, message: `${name} has no value`, hint, rank: 1 };
  const quotes = issue.expected === 'string' && isScalar(issue.input) ? 'Put it in quotes' : null;
  return {
    path: issue.path,
    message: `${name} must be ${expected}, not ${describe(issue.input, issue.path)}`,
    hint: quotes,
    rank: 1,
  };
}

const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
};

function choose(input: unknown, values: readonly unknown[]): string {
  return values.length === 1
    ? `It must be ${quote(values[0])}`
    : suggestion(String(input), values.map(String), 'values');
}

function outOfRange(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, name: string): string {
  const small = issue.code === 'too_small';
  const bound = Number(small ? issue.minimum : issue.maximum);
  const unit = { string: ' characters', array: ' entries' }[issue.origin as string] ?? '';
  if (unit && small && bound === 1) return `${name} must not be empty`;
  const strict = issue.inclusive === false;
  const relation = small ? (strict ? 'more than' : 'at least') : strict ? 'less than' : 'at most';
  return `${name} must ${unit ? 'have' : 'be'} ${relation} ${bound}${unit}`;
}

/** Of the alternatives, the one that the author most likely meant: it went deepest before it failed. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion): Problem[] {
  const options = 'options' in issue ? (issue.options ?? []) : [];
  const name = nameOf(issue.path);
  if (options.length > 0) {
    const input = (issue.input as Record<string, unknown> | undefined)?.[String(issue.path.at(-1))];
    if (input === undefined) return [missing(issue.path, `It is one of: ${options.join(', ')}`)];
    return [
      { path: issue.path, message: `${name} is ${quote(input)}`, hint: choose(input, options), rank: 1 },
    ];
  }
  const branches = issue.errors.map((issues) => problemsOf(below(issue.path, issues)));
  const reachable = branches.filter((problems) =>
    problems.some(({ path }) => path.length > issue.path.length),
  );
  if (reachable.length > 0) return reachable.reduce((a, b) => (b.length < a.length ? b : a));
  const types = issue.errors.flat().every(({ code, message }) => code === 'invalid_type' && message === '');
  const own = types ? undefined : branches.flat().find(({ hint }) => hint !== null);
  return [own ?? mismatch(issue, name)];
}

function mismatch(issue: z.core.$ZodIssueInvalidUnion, name: string): Problem {
  const expected = issue.errors.flat().map((e) => (e.code === 'invalid_type' ? typeNames[e.expected] : null));
  const kinds = [...new Set(expected.filter((kind) => kind != null))].join(' or ') || 'something else';
  if (issue.input === undefined) return missing(issue.path, `It is ${kinds}`);
  return {
    path: issue.path,
    message: `${name} must be ${kinds}, not ${describe(issue.input, issue.path)}`,
    hint: null,
    rank: 1,
  };
}

function missing(path: PropertyKey[], hint: string | null): Problem {
  const where = path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : '';
  return { path, message: `${quote(String(path.at(-1)))} is missing${where}`, hint, rank: 2 };
}

function below(path: PropertyKey[], issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

/** `"recipes[1]"`: the last key of a path, with the list positions (from 1) behind it. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.findLastIndex((step) => typeof step === 'string');
  const positions = path.slice(last + 1).map((step) => ` entry ${Number(step) + 1}`);
  return last < 0 ? `the file${positions.join('')}` : `"${String(path[last])}"${positions.join('')}`;
}

function isScalar(input: unknown): boolean {
  return typeof input === 'number' || typeof input === 'boolean';
}

/** A value under a key is quoted; a file that is nothing but one isn't what was meant, and none of it is told. */
function describe(input: unknown, path: PropertyKey[]): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input !== 'object' && path.length === 0) return 'a single value';
  return typeof input === 'object' ? 'a mapping' : quote(input);
}

function quote(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = String(value);
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return typeof value === 'string' ? `"${short}"` : short;
}
