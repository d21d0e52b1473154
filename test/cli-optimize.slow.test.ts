import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LayerDamage } from '../src/optimize/layer-facts.js';
import { litetrim } from './command-line.js';
import { fixturePath } from './demo-scenario.js';
import { toolchainForTests } from './support/device/toolchain.js';

const { toolchain, note } = await toolchainForTests();

const model = fixturePath('base.tflite');
const dataset = fixturePath('dataset.yml');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'litetrim-optimize-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const optimize = (recipe: string, ...more: string[]) => {
  const output = join(folder, `${recipe}.tflite`);
  return litetrim(['optimize', model, '-r', recipe, '-d', dataset, '-o', output, ...more]);
};

describe('litetrim optimize --explain', () => {
  it('tells of each layer how it is stored and what that costs', async () => {
    const { exitCode, stdout, stderr } = await optimize('int8', '--explain', '--json');
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const layers: LayerDamage[] = JSON.parse(stdout).layers;
    expect(layers.map(({ index }) => index)).toEqual([...layers.keys()]);
    expect(layers[0]).toMatchObject({ operator: 'CONV_2D', name: 'stem_0', storage: 'int8' });
    expect(layers.at(-1)).toMatchObject({ operator: 'SOFTMAX', name: 'scores' });
    for (const { outputDb, weightsDb, operator } of layers) {
      expect(outputDb).toBeGreaterThan(15);
      expect(weightsDb !== null).toBe(/CONV|FULLY_CONNECTED/.test(operator));
    }
    expect(layers.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1);
  });

  it('prints them as a table', async () => {
    const { exitCode, stdout } = await optimize('int8', '--explain', '--effort', 'fast');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Layer +Stored as +SQNR of its values +Its weights alone .*Share of the noise$/m);
    expect(stdout).toMatch(/^0 CONV_2D stem_0 +int8( +[\d.]+ dB){3} +[\d.]+ %$/m);
  });

  it('is left out where it is not asked for', async () => {
    const { stdout } = await optimize('int8', '--effort', 'fast', '--json');
    expect(JSON.parse(stdout)).not.toHaveProperty('layers');
  });
});

describe('litetrim optimize --device', () => {
  it.skipIf(!toolchain)(`weighs layers by their latency there, the same each time${note}`, async () => {
    const output = join(folder, 'int8-mixed.tflite');
    const made: Buffer[] = [];
    for (let run = 0; run < 2; run++) {
      const { exitCode, stdout } = await optimize('int8-mixed', '--device', 'cortex-a53', '--json');
      expect(exitCode).toBe(0);
      const [note] = JSON.parse(stdout).notes;
      expect(note).toMatch(/layers stay in float .*Costs were weighed by latency on cortex-a53\.$/);
      made.push(readFileSync(output));
    }
    expect(made[0]!.equals(made[1]!)).toBe(true);
  });

  it('says what the name may have meant, in one line, and writes nothing', async () => {
    const output = join(folder, 'nothing.tflite');
    const args = ['optimize', model, '-r', 'int8-mixed', '-d', dataset, '-o', output];
    const { exitCode, stderr } = await litetrim([...args, '--device', 'cortx-a53']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^litetrim: unknown device "cortx-a53"\. Did you mean "cortex-a53"\?.*\n$/);
    expect(existsSync(output)).toBe(false);
  });
});
