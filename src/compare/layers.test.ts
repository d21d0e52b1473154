import { describe, expect, test } from 'vitest';
import { measurement } from '../../test/support/example-measurements.js';
import type { DeviceMeasurement, LayerCost } from '../device/types.js';
import { type LayerChange, layerChanges, layerFigures } from './layers.js';

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
        kernel: 'GEMM',
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
    expect(convolution!.base).toMatchObject({ delegated: true, kernel: 'DWConv' });
    expect(convolution!.head).toMatchObject({ delegated: false, kernel: null });
  });

  /** Layers told by their kind's letter and their multiply-accumulates; each costs something else in head. */
  const pairsOf = (base: string, head: string) => {
    const layers = (text: string, factor: number) =>
      measured(
        ...text.split(' ').map((layer, index) => {
          return { operator: layer[0]!, macs: Number(layer.slice(1)), share: (0.01 + index / 1e3) * factor };
        }),
      );
    const named = (layer: LayerCost | null) => (layer ? `${layer.operator}${layer.macs}` : '-');
    const changes = layerChanges(layers(base, 1), layers(head, 3));
    const order = (change: LayerChange) => (change.head ?? change.base)!.index;
    return changes.sort((a, b) => order(a) - order(b)).map((one) => `${named(one.base)}:${named(one.head)}`);
  };

  test.for([
    ['a new layer stands alone', 'c1 c2 f3', 'c1 c9 c2 f3', 'c1:c1 -:c9 c2:c2 f3:f3'],
    ['a layer that is gone, too', 'c1 c9 c2 f3', 'c1 c2 f3', 'c1:c1 c9:- c2:c2 f3:f3'],
    ['a layer that grew is still the same', 'c1 c2 f3', 'c1 c7 f4', 'c1:c1 c2:c7 f3:f4'],
    ['one that grew beside a new one', 'c1 f2', 'q0 c5 f2', '-:q0 c1:c5 f2:f2'],
    ['another kind in its place', 'c1 a0 f2', 'c1 m0 f2', 'c1:c1 a0:- -:m0 f2:f2'],
    ['nothing in common', 'a0', 'm0 m1', 'a0:- -:m0 -:m1'],
  ] as const)('%s', ([, base, head, pairs]) => {
    expect(pairsOf(base, head).sort()).toEqual(pairs.split(' ').sort());
  });

  test('models of thousands of layers are matched by position', () => {
    const many = (operators: string) => Array.from({ length: 2100 }, () => operators).join(' ');
    const pairs = pairsOf(`${many('c1')} f2`, `${many('c1')} m2`);
    expect(pairs.filter((pair) => pair === 'c1:c1')).toHaveLength(2100);
    expect(pairs.filter((pair) => pair !== 'c1:c1').sort()).toEqual(['-:m2', 'f2:-']);
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
