import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDevice } from './profile.js';
import { keepResult, readResult, resultKey } from './result-cache.js';
import type { EmulatedMeasurement } from './types.js';

const result: EmulatedMeasurement = {
  device: 'raspberry-pi-4',
  runtime: 'LiteRT 2.3.0',
  key: 'key',
  confidence: 'derived',
  instructions: 1000,
  cycles: 500,
  latencyMs: 0.5,
  loadMs: 2,
  firstInferenceMs: 0.7,
  peakMemoryBytes: 4096,
  layers: [
    {
      ...{ index: 0, operator: 'ADD', kernel: null, instructions: 900, cycles: 400, share: 0.8 },
      ...{ macs: 0, bound: 'core', misses: [10, 2], delegated: false },
    },
  ],
  notes: [],
};

test('everything that can change a figure changes the key', async () => {
  const pi = await loadDevice('raspberry-pi-4');
  const keys = [
    resultKey(Uint8Array.of(1), pi, 'machine', 'tools'),
    resultKey(Uint8Array.of(2), pi, 'machine', 'tools'),
    resultKey(Uint8Array.of(1), { ...pi, clockMHz: 1800 }, 'machine', 'tools'),
    resultKey(Uint8Array.of(1), pi, 'machin', 'etools'),
    resultKey(Uint8Array.of(1), pi, 'machine', 'others'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(resultKey(Uint8Array.of(1), await loadDevice('raspberry-pi-4'), 'machine', 'tools')).toBe(keys[0]);
});

test('a result is kept until its file is damaged', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'litetrim-results-'));
  expect(await readResult(cache, 'key')).toBeNull();
  await keepResult(cache, 'key', result);
  expect(await readResult(cache, 'key')).toEqual(result);
  expect(readdirSync(join(cache, 'results'))).toEqual(['key.json']);

  const file = join(cache, 'results/key.json');
  const text = readFileSync(file, 'utf8');
  for (const damaged of [text.slice(0, 40), text.replace('"cycles":500', '"cycles":-1'), '{}']) {
    writeFileSync(file, damaged);
    expect(await readResult(cache, 'key')).toBeNull();
  }
});

test('a cache that cannot be written to is no failure', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'litetrim-results-')), 'file');
  writeFileSync(file, '');
  await keepResult(file, 'key', result);
  expect(await readResult(file, 'key')).toBeNull();
});
