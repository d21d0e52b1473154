import { describe, expect, it } from 'vitest';
import { fixtureModel, fixtureSchema } from '../../../test/support/fixture-model.js';
import type { Model } from '../../model/graph.js';
import { lostPartNotes, PartsSqnr, partsOfOutputs } from './parts-sqnr.js';

/** boxes [1, 2, 2] and scores [1, 2, 3] joined along the last axis, turned to [1, 5, 2]; and an output of its own. */
function joined(): Model {
  const copy = (input: string, output: string, shape: number[]) => ({
    operator: 'ABS',
    inputs: [input],
    outputs: { [output]: shape },
  });
  const subgraph = {
    inputs: { x: [1, 2, 2], y: [1, 2, 3] },
    constants: { order: { integers: [0, 2, 1] } },
    operators: [
      copy('x', 'boxes', [1, 2, 2]),
      copy('y', 'scores', [1, 2, 3]),
      {
        operator: 'CONCATENATION',
        inputs: ['boxes', 'scores'],
        outputs: { all: [1, 2, 5] },
        options: { type: 'ConcatenationOptions', axis: -1 },
      },
      { operator: 'TRANSPOSE', inputs: ['all', 'order'], outputs: { out: [1, 5, 2] } },
      copy('boxes', 'own', [1, 2, 2]),
    ],
    outputs: ['out', 'own'],
  };
  return fixtureModel(fixtureSchema.parse({ title: '', steps: [], tolerance: 0, subgraphs: [subgraph] }));
}

describe('parts of outputs', () => {
  it('are what a join put together, wherever it was moved', () => {
    const [out, own] = partsOfOutputs(joined());
    expect(out!.names).toEqual(['boxes', 'scores']);
    expect([...out!.partOf!]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
    expect(own).toEqual({ names: ['own'], partOf: null });
  });

  it('are compared by themselves; one that never changes is dead', () => {
    const sqnr = new PartsSqnr(partsOfOutputs(joined()));
    for (const size of [1, 2]) {
      const boxes = [100, 200, 300, 400].map((value) => value * size);
      const wanted = Float32Array.from([...boxes, ...[1, 0.5, 0.25, 1, 0, 0.5].map((value) => value / size)]);
      const made = Float32Array.from([...boxes.map((value) => value * 1.01), 0, 0.1, 0, 0.2, 0, 0.1]);
      sqnr.add([made, Float32Array.of(1, 2, 3, 4)], [wanted, Float32Array.of(1, 2, 3, 4)]);
    }
    const { parts } = sqnr;
    expect(parts.map(({ name, dead }) => [name, dead])).toEqual([
      ['boxes', false],
      ['scores', true],
      ['own', false],
    ]);
    expect(parts.map(({ sqnrDb }) => Math.round(sqnrDb))).toEqual([40, 1, Infinity]);
    expect(lostPartNotes(parts)).toEqual(['Output "scores" never changes, and the original’s does.']);
  });
});
