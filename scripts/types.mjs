/** The published types: what src/index.ts exports, with all that it needs, in one file without imports. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

/** @returns the text of a `.d.ts` file */
export async function publishedTypes() {
  // Inside the repository, so that the schema's types find those of flatbuffers.
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(join('.cache', 'types-'));
  try {
    const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
    const project = join('scripts', 'tsconfig.types.json');
    execFileSync(process.execPath, [compiler, '-p', project, '--outDir', folder], { stdio: 'inherit' });
    const bundle = await rollup({
      input: join(folder, 'index.d.ts'),
      plugins: [dts({ includeExternal: ['flatbuffers'] })],
      onwarn: ({ message }) => {
        throw new Error(message);
      },
    });
    const [{ code, imports }] = (await bundle.generate({ format: 'es' })).output;
    if (imports.length > 0) throw new Error(`the published types import ${imports.join(', ')}`);
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
