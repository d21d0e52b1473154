import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const fromSource = import.meta.url.endsWith('.ts');

/** Files that ship beside the bundle, and where each lies when litetrim runs from its sources. */
export const assetSources = {
  'litert.js': 'node_modules/@litertjs/core/wasm/litert_wasm_compat_internal.js',
  'litert.wasm': 'node_modules/@litertjs/core/wasm/litert_wasm_compat_internal.wasm',
  'jpeg.wasm': 'node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  devices: 'src/device/profiles',
  recipes: 'src/optimize/recipes',
  native: 'src/device/native/bin',
} as const;

export type Asset = keyof typeof assetSources;

/** Absolute path of a shipped file or folder. */
export function assetPath(asset: Asset): string {
  const path = fromSource ? join(here, '..', assetSources[asset]) : join(here, asset);
  if (!existsSync(path))
    throw new Error(`litetrim's own file ${asset} is missing: the installation is incomplete`);
  return path;
}

/**
 * The entry file of a worker thread and the flags it needs: the bundle's own, or the TypeScript
 * source through tsx where litetrim runs from its sources (tests, scripts).
 */
export function workerEntry(name: string): { path: string; execArgv: string[] } {
  return fromSource
    ? { path: join(here, 'runtime', `${name}.ts`), execArgv: ['--import', 'tsx'] }
    : { path: join(here, `${name}.js`), execArgv: [] };
}
