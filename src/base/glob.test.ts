import { describe, expect, it } from 'vitest';
import { globMatcher, globProblem, globsProblem } from './glob.js';
import { randomNumbers } from './random-numbers.js';

/** Patterns, the paths that they match, and those that they don't: as picomatch 4 does with `dot: true`. */
const cases: [pattern: string, matched: string[], others: string[]][] = [
  ['a.tflite', ['a.tflite'], ['b/a.tflite', 'a.tflit', 'A.tflite', 'xa.tflite', 'a-tflite']],
  ['*.tflite', ['a.tflite', '.hidden.tflite', '.tflite'], ['models/a.tflite', 'a.tflite.bak']],
  ['**/*.tflite', ['a.tflite', 'a/b/c.tflite', '.a/.b.tflite'], ['a.lite', 'a.tflite/b']],
  ['models/**/*.tflite', ['models/a.tflite', 'models/a/b/c.tflite'], ['model/a.tflite', 'x/models/a.tflite']],
  ['models/**', ['models/a', 'models/a/b', 'models/.a'], ['modelsa', 'x/models/a']],
  ['**', ['a', 'a/b', '.a/.b'], []],
  ['**/old/**', ['old/a', 'a/old/b', 'a/b/old/c/d'], ['older/a', 'a/b']],
  ['models/*/*.tflite', ['models/a/b.tflite'], ['models/b.tflite', 'models/a/b/c.tflite']],
  ['models/?.tflite', ['models/a.tflite'], ['models/ab.tflite', 'models/.tflite', 'models//.tflite']],
  ['net-[0-9a].tflite', ['net-3.tflite', 'net-a.tflite'], ['net-b.tflite', 'net-33.tflite', 'net-.tflite']],
  ['net-[^0-9].tflite', ['net-b.tflite'], ['net-3.tflite', 'net-/.tflite']],
  ['*.{tflite,lite}', ['a.tflite', 'b.lite'], ['a.tf', 'a.{tflite,lite}']],
  ['{a,b/c}/*.tflite', ['a/x.tflite', 'b/c/x.tflite'], ['b/x.tflite', 'c/x.tflite']],
  ['{a,{b,c}d}.tflite', ['a.tflite', 'bd.tflite', 'cd.tflite'], ['b.tflite', 'ad.tflite']],
  ['net{1..3}.tflite', ['net1.tflite', 'net3.tflite'], ['net4.tflite', 'net.tflite']],
  ['net{,-int8}.tflite', ['net.tflite', 'net-int8.tflite'], ['net-float.tflite']],
  ['{a}.tflite', ['{a}.tflite'], ['a.tflite']],
  ['./models/*.tflite', ['models/a.tflite'], ['a.tflite']],
  ['net\\*.tflite', ['net*.tflite'], ['net1.tflite']],
  ['net+1@home.tflite', ['net+1@home.tflite'], ['net1home.tflite', 'nett1@home.tflite']],
  ['#net.tflite', ['#net.tflite'], ['net.tflite']],
  ['net[.tflite', ['net[.tflite'], ['net.tflite']],
  ['modèle-🙂?.tflite', ['modèle-🙂1.tflite'], ['modele-🙂1.tflite']],
];

describe('a pattern', () => {
  it.each(cases)('%s', (pattern, matched, others) => {
    const matches = globMatcher([pattern]);
    expect(globProblem(pattern)).toBeNull();
    expect(matched.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  it('that begins with ! takes paths out of the others', () => {
    const matches = globMatcher(['**/*.tflite', '!models/old/**', '!./b.tflite']);
    const paths = ['a.tflite', 'b.tflite', 'models/c.tflite', 'models/old/d.tflite'];
    expect(paths.filter(matches)).toEqual(['a.tflite', 'models/c.tflite']);
    expect(globMatcher(['!a'])('b')).toBe(false);
    expect(globMatcher([])('b')).toBe(false);
  });
});

describe('random patterns', () => {
  it('match what their meaning says', () => {
    const random = randomNumbers(11);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const some = <T>(from: readonly T[], most: number) =>
      Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(from));
    const pieces = ['a', 'b', '.a', 'ab', '*', '?', '[ab]', '[^a]', '[a-c]', '{a,bc}', '{b,*a}'];
    const differences: unknown[] = [];
    let matched = 0;
    for (let round = 0; round < 3000; round++) {
      const segments = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
        random() < 0.3 ? '**' : some(pieces, 3).join(''),
      );
      const pattern = [...segments, some(pieces, 3).join('')].join('/');
      const matches = globMatcher([pattern]);
      for (let k = 0; k < 10; k++) {
        const path = some(['a', 'b', 'c', 'ab', '.a', 'cab', 'bc.a'], 4).join('/');
        const result = matches(path);
        if (result !== means(pattern, path)) differences.push([pattern, path, result]);
        if (result) matched++;
      }
    }
    expect(differences).toEqual([]);
    expect(matched).toBeGreaterThan(500);
  });
});

/** What a pattern of those pieces means, by trying everything: for short ones alone. */
function means(pattern: string, path: string): boolean {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (braces) {
    const [whole, inner] = braces;
    return inner!.split(',').some((one) =>
      means(
        pattern.replace(whole, () => one),
        path,
      ),
    );
  }
  return segmentsMatch(pattern.split('/'), path.split('/'));
}

function segmentsMatch([first, ...rest]: string[], path: string[]): boolean {
  if (first === undefined) return path.length === 0;
  if (first === '**' && rest.length === 0) return path.length > 0;
  if (first === '**') return path.some((_, i) => segmentsMatch(rest, path.slice(i)));
  return path.length > 0 && segmentMatches(first, path[0]!) && segmentsMatch(rest, path.slice(1));
}

function segmentMatches(pattern: string, name: string): boolean {
  if (pattern === '') return name === '';
  if (pattern[0] === '*') {
    const rest = pattern.replace(/^\*+/, '');
    return Array.from({ length: name.length + 1 }, (_, i) => name.slice(i)).some((end) =>
      segmentMatches(rest, end),
    );
  }
  const [piece] = /^(?:\[[^\]]+\]|.)/.exec(pattern)!;
  const isOne =
    piece === '?' || (piece[0] === '[' ? new RegExp(piece).test(name[0] ?? '') : piece === name[0]);
  return name !== '' && isOne && segmentMatches(pattern.slice(piece.length), name.slice(1));
}

describe('hostile patterns', () => {
  // Each took picomatch, or another matcher by regular expressions, longer than anyone waits.
  it.each([
    [`${'*a'.repeat(12)}b`, 'a'.repeat(200)],
    [`${'*a'.repeat(499)}b`, 'a'.repeat(4000)],
    [`${'*[ab]?'.repeat(160)}c`, 'ab'.repeat(2000)],
    [`${'**/'.repeat(300)}b`, `${'a/'.repeat(2000)}c`],
    [`${'**/*a*/'.repeat(100)}b`, `${'aa/'.repeat(1300)}c`],
    [`${'{a,a*}*'.repeat(6)}b`, 'a'.repeat(4000)],
  ])('%s ends', (pattern, path) => {
    expect(globProblem(pattern)).toBeNull();
    expect(globMatcher([pattern])(path)).toBe(false);
  });

  it('are too many together, unless they are paths', () => {
    const magic = Array.from({ length: 35 }, (_, i) => `${'a*'.repeat(480)}${i}`);
    expect(globsProblem(magic)).toMatch(/^the patterns have more than 32768 characters in all\n/);
    expect(globsProblem(magic.slice(0, 30))).toBeNull();
    expect(globsProblem(magic.map((pattern) => pattern.replaceAll('*', 'b')))).toBeNull();
    const braces = '{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}/**/*.tflite';
    expect(globsProblem(Array.from({ length: 13 }, () => braces))).not.toBeNull();
  });
});
