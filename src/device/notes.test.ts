import { describe, expect, test } from 'vitest';
import { newModel, newSubgraph } from '../model/build.js';
import { deviceNotes } from './notes.js';
import type { LayerCost } from './types.js';

const subgraph = newSubgraph([], [], []);
const signature = (key: string) => ({ key, subgraph, inputs: [], outputs: [] });
const model = (...keys: string[]) => ({ ...newModel([subgraph]), signatures: keys.map(signature) });
const layer = (operator: string, share: number, delegated: boolean) =>
  ({ operator, share, delegated }) as LayerCost;

describe('a reader is told', () => {
  test('that only the first of several signatures was measured', () => {
    expect(deviceNotes(model('add', 'multiply'), [], 'pi')).toEqual([
      'Of its 2 signatures only the first was measured on devices: "add".',
    ]);
    expect(deviceNotes(model('add'), [], 'pi')).toEqual([]);
    expect(deviceNotes(model(), [], 'pi')).toEqual([]);
  });

  test('what fell out of the delegate, where it takes a tenth of the time', () => {
    const layers = [
      layer('CONV_2D', 0.3, false),
      layer('Add (ND, F32)', 0.6, true),
      layer('ABS', 0.05, false),
    ];
    expect(deviceNotes(model(), layers, 'pi')).toEqual([
      "On pi XNNPACK left 2 layers to LiteRT's own kernels, 35 % of the time: ABS, CONV_2D.",
    ]);
    expect(deviceNotes(model(), layers.slice(1), 'pi')).toEqual([]);
  });
});
