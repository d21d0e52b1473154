import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cases } from '../../../test/support/operator-nets.js';
import { difference, offWasm, tuned } from '../../../test/support/training.js';
import { startTfjs } from './tfjs.js';

const require = createRequire(import.meta.url);
const nodePackage = '@tensorflow/tfjs-node';

beforeAll(() => startTfjs());

describe("results and gradients of TensorFlow.js' plain backend are those of WebAssembly", () => {
  it.each(Object.keys(cases))('%s', async (name) => {
    expect(await offWasm(name, () => tf.setBackend('cpu'))).toBeLessThan(1e-4);
  });
});

describe('backend: node', () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'litetrim-backend-'));
  });
  afterAll(() => rm(home, { recursive: true }));
  beforeEach(() => {
    vi.restoreAllMocks();
    vi.spyOn(process, 'cwd').mockReturnValue(home);
  });

  /** Puts a package of that name into the user's folder. */
  function install(source: string): void {
    const place = join(home, 'node_modules', nodePackage);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name: nodePackage, main: 'index.cjs' }));
    writeFileSync(join(place, 'index.cjs'), source);
  }

  it('says what to install, before anything else is done', async () => {
    await expect(tuned({ backend: 'node' })).rejects.toThrow(
      `"backend: node" wants the package ${nodePackage}, which is not installed`,
    );
  });

  it('says why the package does not load', async () => {
    install('throw new Error("libtensorflow.so.2: cannot open shared object file\\nfurther lines");');
    await expect(tuned({ backend: 'node' })).rejects.toThrow(
      `${nodePackage} does not load: libtensorflow.so.2: cannot open shared object file`,
    );
  });

  it("trains with the package of the user's folder, to the same weights within tolerance", async () => {
    // TensorFlow's own library can't be had everywhere: this stands in for it, by TensorFlow.js' plain backend.
    const core = JSON.stringify(require.resolve('@tensorflow/tfjs-core'));
    const cpu = JSON.stringify(require.resolve('@tensorflow/tfjs-backend-cpu'));
    install(`
      const tf = require(${core});
      const { MathBackendCPU } = require(${cpu});
      tf.registerBackend('tensorflow', () => new MathBackendCPU());
      tf.copyRegisteredKernels('cpu', 'tensorflow');
      global.standInLoaded = (global.standInLoaded ?? 0) + 1;
    `);
    const wasm = await tuned({});
    const node = await tuned({ backend: 'node' });
    expect((globalThis as { standInLoaded?: number }).standInLoaded).toBe(1);
    expect(tf.getBackend()).toBe('tensorflow');
    expect(difference(wasm, node)).toBeLessThan(1e-3);
  });
});
