import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LayerZeros } from '../src/optimize/layer-facts.js';
import { litetrim } from './command-line.js';
import { fixturePath } from './demo-scenario.js';

const model = fixturePath('base.tflite');
const dataset = fixturePath('dataset.yml');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'litetrim-pruning-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a recipe of one step, a line a key, and says whether it wrote anything. */
async function optimize(step: Record<string, unknown>, source = model, more: string[] = []) {
  const lines = Object.entries(step).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  writeFileSync(join(folder, 'own.yml'), `steps:\n  - ${lines.join('\n    ')}\n`);
  const output = join(folder, 'made.tflite');
  rmSync(output, { force: true });
  const args = ['optimize', source, '-r', 'own.yml', '-o', output, '--effort', 'fast', ...more];
  const ended = await litetrim(args, { cwd: folder });
  return { ...ended, wrote: existsSync(output) };
}

describe('what litetrim optimize says of a pruned model', () => {
  it('zeros by layer, sizes and accuracy', async () => {
    const step = { transform: 'prune', sparsity: 0.5 };
    const { exitCode, stdout } = await optimize(step, model, ['-d', dataset, '--json']);
    expect(exitCode).toBe(0);
    const { zeros, notes, gzipBytes } = JSON.parse(stdout);
    const layers: LayerZeros[] = zeros;
    const pruned = layers.filter(({ operator }) => operator !== 'DEPTHWISE_CONV_2D');
    const sum = (key: 'weights' | 'zeros') => pruned.reduce((total, layer) => total + layer[key], 0);
    expect(sum('zeros')).toBe(Math.round(sum('weights') / 2));
    expect(gzipBytes).toBeGreaterThan(1000);
    expect(notes).toContainEqual(expect.stringMatching(/^The file takes .* compressed, as a download/));
    expect(notes).toContainEqual(
      expect.stringMatching(/^On \d+ evaluation samples: top-1 .*, the source's /),
    );
  });

  it('is a table on a terminal', async () => {
    const { stdout } = await optimize({ transform: 'prune', sparsity: 0.5 });
    expect(stdout).toMatch(/^Layer +Stored +Weights +Zero +Pruned +Zero before +Rounded to zero$/m);
    expect(stdout).toContain('note: Accuracy was not measured: there is no data set');
  });
});

describe('what nobody can prune ends in one line, and writes nothing', () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      'more than all',
      { sparsity: 1.5 },
      '"sparsity" is 1.5, not a part between 0 and 1. Write 0.5 for 50 %.',
    ],
    ['percent', { sparsity: 70 }, '"sparsity" is 70, not a part between 0 and 1. Write 0.7 for 70 %.'],
    [
      'less than nothing',
      { sparsity: -0.5 },
      '"sparsity" is -0.5, not a part between 0 and 1. Write 0.5 for 50 %.',
    ],
    ['words', { sparsity: 'half' }, '"sparsity" must be a number, not "half".'],
    [
      'an unknown pattern',
      { pattern: '3x4' },
      'there is no pattern "3x4". Write unstructured, 2:4 (2 of 4 stay), 1x4 or 4x1.',
    ],
    [
      'a wrong rule',
      { rules: [{ index: 0, sparsity: 2 }] },
      '"sparsity" is 2, not a part between 0 and 1. Write 0.02 for 2 %.',
    ],
    [
      'a misspelt key',
      { sparsty: 0.5 },
      'unknown key "sparsty" in "steps" entry 1. Did you mean "sparsity"?',
    ],
  ])('%s', async (_, options, problem) => {
    const first = 'sparsity' in options || 'sparsty' in options ? {} : { sparsity: 0.5 };
    const { exitCode, stderr, stdout, wrote } = await optimize({ transform: 'prune', ...first, ...options });
    const line = 'sparsity' in first ? 4 : 3;
    expect(stderr).toBe(`litetrim: own.yml: line ${line}: ${problem}\n`);
    expect([exitCode, stdout, wrote]).toEqual([2, '', false]);
  });

  it('training without samples', async () => {
    const output = join(folder, 'trained.tflite');
    const { exitCode, stderr } = await litetrim(['optimize', model, '-r', 'prune-50-finetune', '-o', output]);
    expect(stderr).toBe(
      `litetrim: ${model}: fine-tuning has no samples, and needs 16 at least. Name a data set with more calibration samples, some hundred if possible.\n`,
    );
    expect([exitCode, existsSync(output)]).toEqual([2, false]);
  });
});

describe('a model that is int8 already', () => {
  it.each([
    [
      'prune',
      { sparsity: 0.5 },
      /can't be pruned, being quantized already: prune the float model, then quantize it\./,
    ],
    ['finetune', {}, /Nothing was fine-tuned: .*Put "finetune" before "quantize", on the float model\./],
  ])('%s says what is possible, and leaves it as it is', async (transform, options, note) => {
    const int8 = join(folder, 'int8.tflite');
    if (!existsSync(int8))
      await litetrim(['optimize', model, '-r', 'int8', '-d', dataset, '-e', 'fast', '-o', int8]);
    const { exitCode, stdout } = await optimize({ transform, ...options }, int8, ['-d', dataset]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(note);
    expect(stdout).toContain('(±0 %;');
  });
});
