import { expect, test } from 'vitest';
import { withThreads } from './threads.js';
import type { DeviceMeasurement, LayerCost } from './types.js';

const layer = (share: number, parts: Partial<LayerCost> = {}): LayerCost => ({
  ...{ index: 0, operator: 'A', kernel: 'GEMM', instructions: 1, cycles: 1, share },
  ...{ macs: null, bound: 'core', misses: [], delegated: true, ...parts },
});

test('only what XNNPACK runs and the core binds is shared out', () => {
  const layers = [layer(0.6), layer(0.2, { bound: 'memory' }), layer(0.1, { delegated: false })];
  const measured = { latencyMs: 10, layers } as DeviceMeasurement;
  expect(withThreads(measured, 1).latencyMs).toBe(10);
  expect(withThreads(measured, 2).latencyMs).toBeCloseTo(7);
  expect(withThreads(measured, 4)).toEqual({ threads: 4, latencyMs: 5.5, confidence: 'extrapolated' });
});
