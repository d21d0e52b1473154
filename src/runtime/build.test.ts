import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { elementCount } from '../model/tensors.js';
import { canFuse } from './build.js';
import { SessionPool } from './pool.js';
import { openSession } from './session.js';

const model = readFileSync(new URL('../../fixtures/shapes/base.tflite', import.meta.url));

describe.skipIf(!canFuse())('the build that fuses, where the processor can', () => {
  it('computes what the plain one does, to the precision of float32, in threads that have both', async () => {
    const session = await openSession(model);
    const length = elementCount(session.inputs[0]!.shape);
    session.close();
    const inputs = [Float32Array.from({ length }, (_, i) => Math.fround(((i * 7919) % 255) / 255))];
    const samples = { size: 4, sample: async () => ({ inputs }) };
    const pool = new SessionPool({ threads: 2 });
    const outputsOf = async (build: 'plain' | 'fused' | 'any') => {
      const outputs: Float32Array[] = [];
      for await (const [first] of pool.outputs(model, samples, { build })) outputs.push(first!);
      return outputs;
    };
    pool.start('fused');
    const [fused, any, plain] = [await outputsOf('fused'), await outputsOf('any'), await outputsOf('plain')];
    await pool.close();
    expect(any).toEqual(fused);
    expect(fused).toHaveLength(4);
    for (const [i, value] of fused[0]!.entries()) expect(value).toBeCloseTo(plain[0]![i]!, 5);
  });
});
