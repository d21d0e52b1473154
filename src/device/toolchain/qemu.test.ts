import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DeviceUnavailable } from '../errors.js';
import { qemuVersion } from './index.js';

/** A folder whose loader stands in for QEMU: it answers --help with these lines, and anything else with a version. */
function standIn(help: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'litetrim-qemu-'));
  mkdirSync(join(folder, 'host'));
  const script = `#!/bin/sh
case "$4" in
  --help) printf '%s\\n' '${help}' ;;
  *) echo 'qemu-aarch64 version 7.2.19 (Debian 1:7.2+dfsg-7)' ;;
esac
`;
  writeFileSync(join(folder, 'host/ld-linux-x86-64.so.2'), script, { mode: 0o755 });
  return folder;
}

test('a QEMU with plug-ins tells its version', async () => {
  expect(await qemuVersion(standIn('-plugin    [file=]<file>'))).toBe('7.2.19');
});

test('a QEMU without plug-ins is told, with a way out', async () => {
  const error = await qemuVersion(standIn('-cpu    model')).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeviceUnavailable);
  expect(error.message).toBe(
    "this release's QEMU is built without plug-ins. Run on Debian 12 (its container image will do), whose QEMU has them.",
  );
});
