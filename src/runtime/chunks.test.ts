import { expect, it } from 'vitest';
import { InputError } from '../errors.js';
import { ChunkMemory, type Part, readChunk } from './chunks.js';

it('an input that no memory holds is refused before any is taken', async () => {
  const model = { inputs: [{ shape: [1, 2 ** 30, 2 ** 18] }] } as Part['model'];
  const samples = { size: 1, sample: () => Promise.reject(new Error('it was read')) };
  const problem = readChunk({ modelId: 0, model, samples }, 0, 1, new ChunkMemory());
  await expect(problem).rejects.toThrow("the model's input of 281474976710656 values can't be run.");
  await expect(problem).rejects.toBeInstanceOf(InputError);
});
