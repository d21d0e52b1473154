import { braceExpand, Minimatch, type MinimatchOptions } from 'minimatch';

/** Alternatives that the braces of one pattern may stand for. */
const maxAlternatives = 100;

/**
 * Patterns of paths, as a configuration gives them: `*` (within a folder), `**` (folders), `?`, `[a-z]`, `[!a]`,
 * `{a,b}`, `{1..3}`; names that begin with a dot are like others.
 *
 * minimatch matches by sets of states, never by backtracking: in polynomial time, whatever the pattern.
 */
const options: MinimatchOptions = {
  dot: true,
  nocomment: true,
  // A leading ! takes out of the other patterns here; minimatch would take all but those files.
  nonegate: true,
  noext: true,
  platform: 'linux',
  braceExpandMax: maxAlternatives + 1,
};

/** Characters of all patterns of a configuration together, those that stand for themselves apart. */
const maxPatternCharacters = 2 ** 15;

/**
 * A test of paths, with `/` and from the repository's root: whether one of the patterns matches, and none of
 * those that begin with `!`.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const [taken, left] = [false, true].map((negated) =>
    patterns.filter((pattern) => isNegated(pattern) === negated).map(compile),
  );
  const matches = (globs: Minimatch[], path: string) => globs.some((glob) => glob.match(path));
  return (path) => matches(taken!, path) && !matches(left!, path);
}

export function isNegated(pattern: string): boolean {
  return pattern.startsWith('!');
}

/** What is wrong with a pattern, and after a line break the way out; null: nothing. */
export function globProblem(pattern: string): string | null {
  const group = /(?<!\\)(?:[?*+@!]\(|\([^()]*\|)/.exec(pattern.replace(/^!/, ''));
  if (group) return 'a pattern can have no groups in parentheses\nWrite {a,b} for a or b';
  if (alternativesOf(pattern) <= maxAlternatives) return null;
  return `the pattern stands for more than ${maxAlternatives} others\nWrite fewer braces, or * for them`;
}

/** What is wrong with all patterns of a configuration together, as `globProblem` says it. */
export function globsProblem(patterns: readonly string[]): string | null {
  const lengths = patterns.filter(isMagic).map((pattern) => pattern.length * alternativesOf(pattern));
  if (lengths.reduce((sum, length) => sum + length, 0) <= maxPatternCharacters) return null;
  return `the patterns have more than ${maxPatternCharacters} characters in all\nWrite fewer, or shorter ones`;
}

function isMagic(pattern: string): boolean {
  return /[*?[{]/.test(pattern);
}

function alternativesOf(pattern: string): number {
  return braceExpand(pattern, options).length;
}

function compile(pattern: string): Minimatch {
  return new Minimatch(pattern.replace(/^!/, '').replace(/^(?:\.\/)+/, ''), options);
}
