import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const architecture = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

/** Folders of src/ from the ground up, as the table in docs/architecture.md lists them. */
const floors = [...section('## The floors').matchAll(/^\| `([a-z]+)\/` \|/gm)].map(([, name]) => name!);

/** Sources, tests apart: they may look wherever they like. */
const sources = readdirSync(join(root, 'src'), { recursive: true })
  .map((file) => posix.join(...String(file).split('\\')))
  .filter((file) => /\.(ts|mjs)$/.test(file) && !file.endsWith('.test.ts') && !file.includes('generated/'));

function section(heading: string): string {
  const start = architecture.indexOf(`${heading}\n`);
  return architecture.slice(start, architecture.indexOf('\n## ', start + 1));
}

/** What a source file imports of src/, as paths within it. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, 'src', file), 'utf8');
  const found = text.matchAll(/(?:\bfrom|\bimport)[\s(]*'(\.{1,2}\/[^']+)'/g);
  return [...found].map(([, specifier]) => posix.join(dirname(file), specifier!));
}

const floorOf = (file: string): string | undefined => (file.includes('/') ? file.split('/')[0] : undefined);

describe('the floors of src/', () => {
  it('are the folders that docs/architecture.md lists, and nothing stands beside them but entries', () => {
    const entries = readdirSync(join(root, 'src'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect([...floors].sort()).toEqual(folders.sort());
    const loose = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    expect(loose.filter((name) => !['cli.ts', 'index.ts', 'main.ts'].includes(name))).toEqual([]);
  });

  it('import downwards only, and nothing that only tests use', () => {
    const imports = sources.flatMap((file) => importsOf(file).map((target) => [file, target] as const));
    expect(imports.length).toBeGreaterThan(1000);
    const wrong = imports.filter(([file, target]) => {
      const [from, to] = [floorOf(file), floorOf(target)];
      if (from === undefined) return to === undefined || !floors.includes(to);
      return to === undefined || floors.indexOf(to) > floors.indexOf(from) || !floors.includes(to);
    });
    expect(wrong.map(([file, target]) => `${file} → ${target}`)).toEqual([]);
  });

  it('are drawn as they stand', () => {
    const drawing = /```mermaid\n([^`]*)```/.exec(section('## The floors'))![1]!;
    expect([...new Set(drawing.match(/\b[a-z]{3,}\b/g))].filter((name) => name !== 'graph').sort()).toEqual(
      [...floors].sort(),
    );
    for (const line of drawing.split('\n').filter((each) => each.includes('-->'))) {
      const steps = line
        .split('-->')
        .map((step) => step.split('&').map((name) => floors.indexOf(name.trim())));
      for (const [i, step] of steps.slice(1).entries())
        expect(Math.max(...steps[i]!), line).toBeLessThan(Math.min(...step));
    }
  });
});

describe('the walks in docs/architecture.md', () => {
  const walks = section('## The way of the data').match(/^- \*\*.*$/gm)!;
  it.each(walks)('%s', (walk) => {
    const files = [...walk.matchAll(/`([a-z/-]+\.(?:ts|c))`/g)].map(([, file]) => file!);
    expect(files.length).toBeGreaterThan(3);
    expect(files.length).toBeLessThanOrEqual(7);
    for (const file of files) expect(() => readFileSync(join(root, 'src', file)), file).not.toThrow();
  });
});
