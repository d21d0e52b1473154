import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const fromSource = new URL(import.meta.url).pathname.endsWith('.ts');

/** Files that ship beside the bundle, and where each lies when litetrim runs from its sources. */
export const assetSources = {
  'litert.js': 'node_modules/@litertjs/core/wasm/litert_wasm_compat_internal.js',
  'litert.wasm': 'node_modules/@litertjs/core/wasm/litert_wasm_compat_internal.wasm',
  'litert-fused.js': 'node_modules/@litertjs/core/wasm/litert_wasm_internal.js',
  'litert-fused.wasm': 'node_modules/@litertjs/core/wasm/litert_wasm_internal.wasm',
  'litert-x64/observer': 'src/runtime/observer/bin/observer',
  'litert-x64/libLiteRt.so': 'node_modules/ai-edge-litert/libLiteRt.so',
  'tfjs.wasm': 'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  'jpeg.wasm': 'node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  devices: 'src/device/profiles',
  recipes: 'src/optimize/recipes',
  native: 'src/device/emulator/native/bin',
} as const;

type Asset = keyof typeof assetSources;

const placeOf = (asset: Asset): string =>
  fromSource ? join(here, '..', '..', assetSources[asset]) : join(here, asset);

/** Whether a shipped file that litetrim can do without is there. */
export const hasAsset = (asset: Asset): boolean => existsSync(placeOf(asset));

/** Absolute path of a shipped file or folder. */
export function assetPath(asset: Asset): string {
  const path = placeOf(asset);
  if (!existsSync(path))
    throw new Error(`litetrim's own file ${asset} is missing: the installation is incomplete`);
  return path;
}

/** The entry file of LiteRT's worker threads: the bundle's, or the TypeScript source's through tsx. */
export function workerEntry(): string {
  return fromSource ? join(here, '..', 'runtime', 'worker-from-source.mjs') : join(here, 'worker.js');
}

/** The same of the threads that train. */
export function trainingWorkerEntry(): string {
  const source = join(here, '..', 'optimize', 'finetune', 'worker-from-source.mjs');
  return fromSource ? source : join(here, 'training-worker.js');
}
