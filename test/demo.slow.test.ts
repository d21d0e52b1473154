import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toolchainForTests } from './support/device/toolchain.js';

const { toolchain, note } = await toolchainForTests();

const project = fileURLToPath(new URL('..', import.meta.url));

describe('npm run demo', () => {
  it.skipIf(!toolchain)(`shows a red and a green pull request, and writes reports and models${note}`, () => {
    const shown = execFileSync('npm', ['run', 'demo'], { cwd: project }).toString();
    expect(shown).not.toContain('✘');
    expect(shown).toMatch(/❌ \*\*models\/shapes\.tflite.* slower on/);
    for (const name of ['slower', 'mended']) {
      expect(readFileSync(`${project}out/${name}/report.html`, 'utf8')).toContain('shapes.tflite');
      expect(existsSync(`${project}out/${name}/models/shapes.int8.tflite`)).toBe(true);
    }
  });
});
