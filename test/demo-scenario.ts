import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScenarioOptions } from './github/scenario.js';

const shapes = fileURLToPath(new URL('../fixtures/shapes/', import.meta.url));

/** A file of the fixture that knows shapes. */
export function fixture(name: string): Uint8Array {
  return readFileSync(join(shapes, name));
}

/** Path of a file of the fixture that knows shapes. */
export function fixturePath(name: string): string {
  return join(shapes, name);
}

/** The fixture's samples, as a repository keeps them in `eval/`. */
export function dataFiles(): Record<string, Uint8Array> {
  const names = readdirSync(shapes).filter((name) => /\.(yml|idx)$/.test(name));
  return Object.fromEntries(names.map((name) => [`eval/${name}`, fixture(name)]));
}

export const demoConfig = `models:
  - files: models/*.tflite
    dataset: eval/dataset.yml
    recipes: [float16, int8, prune-10+int8]
devices: [raspberry-pi-4, cortex-a55]
limits:
  size: { warn: +5%, fail: +50% }
  latency: { warn: +1%, fail: +3% }
  accuracy: { fail: -2pp }
recipes:
  prune-10: { steps: [{ transform: prune, sparsity: 0.1 }] }
  prune-10+int8: { limits: { accuracy: { fail: -5pp } } }
`;

/** A pull request that makes the model slower than its limit allows. */
export function slowerModel(): ScenarioOptions {
  return {
    base: { 'models/shapes.tflite': fixture('base.tflite'), ...dataFiles() },
    head: { 'models/shapes.tflite': fixture('slower.tflite') },
    config: demoConfig,
  };
}

/** The push that mends it. */
export function mendedModel(): Record<string, Uint8Array> {
  return { 'models/shapes.tflite': fixture('head.tflite') };
}
