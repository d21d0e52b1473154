import { expect, test } from 'vitest';
import type { Counters, Profile } from './guest-report.js';
import { layersOf } from './layers.js';

/** Readings of the clock at these cycles; a tenth as many instructions. */
function report(cycles: number[], events: Profile['events']): Profile {
  const readings = cycles.map(
    (at) =>
      ({
        ...{ cycles: at, instructions: at / 10, core_cycles: Math.min(at, 450) },
        ...{ l1_misses: at / 50, l2_misses: 0, l3_misses: 0 },
      }) as Counters,
  );
  return { readings, events };
}

const inDelegate = (tag: string, elapsed: number) => ({ tag, type: 8, start: 0, elapsed });
const builtIn = (tag: string, start: number, elapsed: number) => ({ tag, type: 2, start, elapsed });

test('operators of delegates are found by their length, in order, others by their start', () => {
  const events = [
    { tag: 'Invoke', type: 1, start: 100, elapsed: 900 },
    inDelegate('Convolution (NHWC, QC8) IGEMM', 200),
    inDelegate('Static Reshape (NC)', 50),
    builtIn('AVERAGE_POOL_2D', 500, 100),
    inDelegate('Fully Connected (NC, QS8, QC8W) GEMM', 200),
  ];
  const layers = layersOf(report([100, 200, 400, 450, 500, 600, 650, 850, 1000], events), 1000);
  expect(layers).toMatchObject([
    {
      index: 0,
      operator: 'Convolution (NHWC, QC8)',
      kernel: 'IGEMM',
      instructions: 20,
      cycles: 200,
      share: 0.2,
    },
    {
      index: 1,
      operator: 'Static Reshape (NC)',
      kernel: 'XNNPACK',
      instructions: 5,
      cycles: 50,
      share: 0.05,
    },
    { index: 2, operator: 'AVERAGE_POOL_2D', kernel: null, instructions: 10, cycles: 100, share: 0.1 },
    {
      index: 3,
      operator: 'Fully Connected (NC, QS8, QC8W)',
      kernel: 'GEMM',
      instructions: 20,
      cycles: 200,
      share: 0.2,
    },
  ]);
  expect(layers.map(({ bound, misses, delegated }) => [bound, misses[0], delegated])).toEqual([
    ['core', 4, true],
    ['core', 1, true],
    ['memory', 2, false],
    ['memory', 4, true],
  ]);
});

test('an operator of several parts has readings inside of it', () => {
  const events = [inDelegate('Split (X)', 30), inDelegate('Copy (X)', 20)];
  const layers = layersOf(report([0, 100, 110, 130, 150], events), 200);
  expect(layers.map(({ cycles, instructions }) => [cycles, instructions])).toEqual([
    [30, 3],
    [20, 2],
  ]);
});

test('what runs inside of an operator is not counted twice', () => {
  const events = [
    builtIn('WHILE', 100, 800),
    builtIn('ADD', 200, 100),
    builtIn('IF', 400, 300),
    builtIn('MUL', 500, 100),
  ];
  const layers = layersOf(report([100, 200, 300, 400, 500, 600, 700, 900], events), 1000);
  expect(layers.map(({ operator, cycles }) => [operator, cycles])).toEqual([
    ['WHILE', 400],
    ['ADD', 100],
    ['IF', 200],
    ['MUL', 100],
  ]);
});

test('shares stay parts of a whole where the layers add up to more than the inference', () => {
  const layers = layersOf(report([0, 600, 1200], [inDelegate('A (X)', 600), inDelegate('B (X)', 600)]), 1000);
  expect(layers.map(({ share }) => share)).toEqual([0.5, 0.5]);
});

test('an operator that fits no reading is an error, never a guess', () => {
  expect(() => layersOf(report([0, 100], [inDelegate('A (X)', 99)]), 100)).toThrow('"A (X)" fits no reading');
  expect(() => layersOf(report([0, 100], [builtIn('ADD', 0, 99)]), 100)).toThrow('"ADD" fits no reading');
});
