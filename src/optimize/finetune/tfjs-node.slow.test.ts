import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import { cases } from '../../../test/support/operator-nets.js';
import { difference, offWasm, tuned } from '../../../test/support/training.js';
import { startTfjs } from './tfjs.js';

// By itself, since a process keeps the first backend of a name that it loads.

const folder = fileURLToPath(new URL('../../../.cache/tfjs-node', import.meta.url));
const isThere = existsSync(join(folder, 'node_modules'));
const note = isThere ? '' : ' (SKIPPED: "npm run tfjs-node" makes the package)';

describe.skipIf(!isThere)(`backend: node with @tensorflow/tfjs-node${note}`, () => {
  it.each(Object.keys(cases))('%s computes what WebAssembly does', async (name) => {
    expect(await offWasm(name, () => startTfjs('node', folder))).toBeLessThan(1e-5);
  });

  it('trains to the same weights within tolerance', async () => {
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    const wasm = await tuned({});
    const node = await tuned({ backend: 'node' });
    expect(tf.getBackend()).toBe('tensorflow');
    expect(difference(wasm, node)).toBeLessThan(1e-3);
  });
});
