import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { assetPath } from '../../assets.js';
import { registerGradients } from './gradients.js';

let started: Promise<void> | undefined;

/** Makes TensorFlow.js compute in WebAssembly: on this thread, with the same results each time. */
export function startTfjs(): Promise<void> {
  return (started ??= start());
}

async function start(): Promise<void> {
  const file = assetPath('tfjs.wasm');
  // Every Node.js that litetrim runs on has SIMD, and none of them the backend's own threads.
  setWasmPaths({
    'tfjs-backend-wasm.wasm': file,
    'tfjs-backend-wasm-simd.wasm': file,
    'tfjs-backend-wasm-threaded-simd.wasm': file,
  });
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  tf.enableProdMode();
  registerGradients();
  if (!(await tf.setBackend('wasm'))) throw new Error(`TensorFlow.js can't start from ${file}`);
}
