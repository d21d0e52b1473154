import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const shipped = ['litert.js', 'litert-fused.js'];
const entries = [
  'action.js',
  'cli.js',
  'command-line.js',
  'index.js',
  'main.js',
  'training-worker.js',
  'worker.js',
];
const files = readdirSync(dist).filter((file) => file.endsWith('.js') && !shipped.includes(file));
const textOf = (file: string) => readFileSync(join(dist, file), 'utf8');

/** What is loaded with a file, by `import` statements. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, other] of textOf(file).matchAll(/^(?:import|export) [^"\n]*"\.\/([^"]+)";$/gm))
    loadedWith(other!, seen);
  return seen;
}

describe('dist/', () => {
  it('has files by names that stay, none of them small but entries', () => {
    const parts = files.filter((file) => !entries.includes(file));
    expect(parts.length).toBeLessThanOrEqual(20);
    expect(parts.filter((file) => !/^[a-z]+(-[a-z]+)*\.js$/.test(file))).toEqual([]);
    expect(parts.filter((file) => statSync(join(dist, file)).size < 20_000)).toEqual([]);
    expect(entries.filter((file) => !files.includes(file))).toEqual([]);
  });

  it.each([
    ['command-line.js', ['command-line.js', 'commander.js', 'start.js']],
    ['action.js', ['action.js', 'start.js', 'system.js']],
    ['report.js', ['commander.js', 'model.js', 'report.js', 'start.js', 'system.js']],
    ['worker.js', ['model.js', 'runtime.js', 'start.js', 'system.js', 'worker.js']],
  ])('%s loads what it needs alone', (file, loaded) => {
    expect([...loadedWith(file)].sort()).toEqual(loaded);
  });

  it('trains, uploads and asks GitHub by what nobody else loads', () => {
    for (const file of files.filter((name) => !name.startsWith('training'))) {
      const others = ['training.js', 'tensorflow.js', 'artifact.js'].filter((name) => name !== file);
      expect(others.filter((name) => file !== 'artifact.js' && loadedWith(file).has(name))).toEqual([]);
    }
    expect(loadedWith('index.js')).not.toContain('octokit.js');
  });
});
