import { describe, expect, test } from 'vitest';
import type { DeviceMeasurement, LayerCost } from '../device/types.js';
import { measurement } from '../report/example-measurements.js';
import { layerChanges, layerFigures } from './layers.js';

/** A measurement of 1 ms whose layers, told by `operator: share`, take these parts of it. */
function measured(
  ...layers: (Partial<LayerCost> & { operator: string; share: number })[]
): DeviceMeasurement {
  const [device] = measurement({ latencyMs: 1 }).devices;
  const common: Partial<LayerCost> = {
    kernel: 'GEMM',
    instructions: 10,
    macs: 100,
    bound: 'core',
    misses: [8, 1],
    delegated: true,
  };
  return {
    ...device!,
    layers: layers.map((layer, index) => {
      return { ...common, index, cycles: layer.share * 1000, ...layer } as LayerCost;
    }),
  };
}

const names = (base: DeviceMeasurement, head: DeviceMeasurement) =>
  layerChanges(base, head).map((change) => [change.base?.operator ?? null, change.head?.operator ?? null]);

describe('layers of two models', () => {
  test('what changed, the largest change first, with all that is known of it', () => {
    const dense = { operator: 'Fully Connected (NC, F32)', share: 0.3 };
    const base = measured({ operator: 'Softmax (NC, F32)', share: 0.1 }, dense);
    const head = measured(
      { operator: 'Softmax (NC, F32)', share: 0.15 },
      { ...dense, share: 0.5, bound: 'memory', misses: [90, 80] },
    );
    const [first, ...others] = layerChanges(base, head);
    expect(first).toMatchObject({
      base: {
        operator: 'Fully Connected (NC, F32)',
        index: 1,
        ms: 0.3,
        cycles: 300,
        bound: 'core',
        misses: [8, 1],
      },
      head: {
        ms: 0.5,
        share: 0.5,
        cycles: 500,
        macs: 100,
        bound: 'memory',
        misses: [90, 80],
        kernels: ['GEMM'],
      },
    });
    expect(others.map(({ head: layer }) => layer!.operator)).toEqual(['Softmax (NC, F32)']);
  });

  test('layers that cost the same are left out', () => {
    const base = measured({ operator: 'Add (ND, F32)', share: 0.5 }, { operator: 'Softmax', share: 0.1 });
    const head = measured({ operator: 'Add (ND, F32)', share: 0.50001 }, { operator: 'Softmax', share: 0.1 });
    expect(layerChanges(base, head)).toEqual([]);
  });

  test('a layer is found again whatever its type, also where it fell out of the delegate', () => {
    const base = measured(
      { operator: 'Convolution (NHWC, F32)', share: 0.2, kernel: 'DWConv' },
      { operator: 'Fully Connected (NC, F32)', share: 0.3 },
      { operator: 'Average Pooling (NHWC, F32)', share: 0.1 },
    );
    const outside = { kernel: null, delegated: false };
    const head = measured(
      { operator: 'DEPTHWISE_CONV_2D', share: 0.5, ...outside },
      { operator: 'Fully Connected (NC, QS8, QC8W)', share: 0.1 },
      { operator: 'AVERAGE_POOL_2D', share: 0.11, ...outside },
    );
    expect(names(base, head)).toEqual([
      ['Convolution (NHWC, F32)', 'DEPTHWISE_CONV_2D'],
      ['Fully Connected (NC, F32)', 'Fully Connected (NC, QS8, QC8W)'],
      ['Average Pooling (NHWC, F32)', 'AVERAGE_POOL_2D'],
    ]);
    const [convolution] = layerChanges(base, head);
    expect(convolution!.base).toMatchObject({ delegated: true, kernels: ['DWConv'] });
    expect(convolution!.head).toMatchObject({ delegated: false, kernels: [] });
  });

  test('a kind of which one model has more is taken together; others stay single', () => {
    const add = { operator: 'Add (ND, F32)', share: 0.1 };
    const pad = { operator: 'Constant Pad (ND, X32)', share: 0.2, macs: 0 };
    const base = measured(add, add, pad);
    const head = measured(
      { ...add, bound: 'memory' },
      { ...add, kernel: 'VAdd' },
      { ...add, macs: null },
      { ...pad, share: 0.21 },
    );
    expect(names(base, head)).toEqual([
      ['add', 'add'],
      ['Constant Pad (ND, X32)', 'Constant Pad (ND, X32)'],
    ]);
    const [together] = layerChanges(base, head);
    expect(together!.base).toMatchObject({
      layers: 2,
      index: null,
      macs: 200,
      bound: 'core',
      misses: [16, 2],
    });
    expect(together!.head).toMatchObject({ layers: 3, macs: null, bound: null, kernels: ['GEMM', 'VAdd'] });
    expect(together!.head!.ms).toBeCloseTo(0.3);
  });

  test('a kind that only one model has', () => {
    const base = measured({ operator: 'Add', share: 0.1 });
    expect(names(base, measured({ operator: 'PAD', share: 0.3 }))).toEqual([
      [null, 'PAD'],
      ['Add', null],
    ]);
  });
});

test('layers of one model, the costliest first', () => {
  const order = layerFigures(
    measured({ operator: 'A', share: 0.1 }, { operator: 'B', share: 0.4 }, { operator: 'C', share: 0.1 }),
  );
  expect(order.map(({ operator, index, ms }) => [operator, index, ms])).toEqual([
    ['B', 1, 0.4],
    ['A', 0, 0.1],
    ['C', 2, 0.1],
  ]);
});
