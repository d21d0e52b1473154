import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { assetPath } from '../../base/assets.js';
import { InputError } from '../../base/errors.js';
import { registerGradients } from './gradients.js';
import { nodePackage, requireFrom } from './node-package.js';

/** What TensorFlow.js computes with; `node` is TensorFlow's own library, by a package that users install. */
export type Backend = 'wasm' | 'node';

/** Makes each backend known to TensorFlow.js, by the name that is returned. */
const backends: Record<Backend, (folder: string) => string> = { wasm: knowWasm, node: knowNode };

const known = new Map<Backend, string>();

/**
 * Makes TensorFlow.js compute with a backend on this thread: WebAssembly gives the same results each time.
 *
 * @param folder that the package of `node` is looked for from
 * @throws InputError where that package isn't there, or doesn't load
 */
export async function startTfjs(backend: Backend = 'wasm', folder = process.cwd()): Promise<void> {
  const name = known.get(backend) ?? backends[backend](folder);
  if (known.size === 0) {
    tf.enableProdMode();
    registerGradients();
  }
  known.set(backend, name);
  if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js can't start its backend ${name}`);
}

function knowWasm(): string {
  const file = assetPath('tfjs.wasm');
  // Every Node.js that litetrim runs on has SIMD, and none of them the backend's own threads.
  setWasmPaths({
    'tfjs-backend-wasm.wasm': file,
    'tfjs-backend-wasm-simd.wasm': file,
    'tfjs-backend-wasm-threaded-simd.wasm': file,
  });
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  return 'wasm';
}

/** All copies of TensorFlow.js in a process share their backends, so that this package's is ours, too. */
function knowNode(folder: string): string {
  const load = requireFrom(folder);
  try {
    load.resolve(nodePackage);
  } catch (cause) {
    throw new InputError(`"backend: node" wants the package ${nodePackage}, which is not installed`, {
      hint: `Run "npm install ${nodePackage}" in ${folder}, or leave "backend" out: WebAssembly needs no package`,
      cause,
    });
  }
  bringBack(load('node:util'));
  // TensorFlow's own log, which is for its developers: errors stay.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  try {
    load(nodePackage);
  } catch (cause) {
    const [reason] = String(cause instanceof Error ? cause.message : cause).split('\n');
    throw new InputError(`"backend: node": ${nodePackage} does not load: ${reason}`, {
      hint: 'Install it anew with the Node.js that litetrim runs on, or leave "backend" out: WebAssembly needs no package',
      cause,
    });
  }
  return 'tensorflow';
}

/** What the package calls of Node.js' `util`, which has it no longer since version 23. */
function bringBack(util: Record<string, unknown>): void {
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  // Still there, with a warning that is nobody's to heed.
  util.isArray = Array.isArray;
}
