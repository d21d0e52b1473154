import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../../base/assets.js';
import { bytesOf } from '../../model/tensors.js';
import { observerGreeting, protocol } from './protocol.js';
import { hasNativeBuild } from './ranges.js';

test('C and TypeScript say the same', () => {
  const header = readFileSync(new URL('protocol.h', import.meta.url), 'utf8');
  expect(header).toContain(`enum { PROTOCOL = ${protocol} };`);
  expect(header).toContain('(UINT64_C(1) << 52) + PROTOCOL');
  expect(observerGreeting).toBe(2 ** 52 + protocol);
});

const here = hasNativeBuild();

describe.skipIf(!here)(
  `the observer as it ships${here ? '' : ' (SKIPPED: x86-64 Linux alone has one)'}`,
  () => {
    const observe = (...numbers: number[]) => {
      const env = { LD_LIBRARY_PATH: dirname(assetPath('litert-x64/libLiteRt.so')) };
      const input = bytesOf(BigUint64Array.from(numbers, BigInt));
      const { status, stderr } = spawnSync(assetPath('litert-x64/observer'), [], { env, input });
      return [status, stderr.toString().trimEnd().split('\n').at(-1)];
    };

    test.each([
      ['a later version', observerGreeting + 1],
      ['a version that told none, but a model’s size', 1000],
    ])('refuses %s', (_, greeting) => {
      const reason = 'litetrim observer: litetrim and its observer are of different versions';
      expect(observe(greeting, 0)).toEqual([64, reason]);
    });

    test('refuses a model that no file can hold, before there is memory for it', () => {
      expect(observe(observerGreeting, 2 ** 62)).toEqual([64, 'litetrim observer: the model is too large']);
    });
  },
);
