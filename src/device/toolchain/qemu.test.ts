import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toolchainForTests } from '../../../test/support/device/toolchain.js';
import { DeviceUnavailable } from '../errors.js';
import { checkPlugin, qemuVersion, toolchainFolder } from './index.js';

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
    'QEMU 7.2.19, which this release has, is built without plug-ins. Run on Debian 12, whose QEMU has plug-ins: in a container (on GitHub "container: debian:bookworm" beside "runs-on"), or on another runner image.',
  );
});

test('a QEMU that does not start is told, with a way out', async () => {
  const folder = standIn('');
  writeFileSync(join(folder, 'host/ld-linux-x86-64.so.2'), '#!/bin/sh\necho no libz >&2; exit 127\n');
  const error = await qemuVersion(folder).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeviceUnavailable);
  expect(error.reason).toBe("this release's QEMU doesn't start (ld-linux-x86-64.so.2 failed: no libz)");
});

test('a QEMU that refuses the plug-in is told, with a way out', async () => {
  const answering = (text: string, status: number) => {
    const folder = standIn('');
    const script = `#!/bin/sh\n[ "$4" = -plugin ] && { echo "${text}" >&2; exit ${status}; }\n`;
    writeFileSync(join(folder, 'host/ld-linux-x86-64.so.2'), script);
    return folder;
  };
  await checkPlugin(answering('litetrim plug-in: no clock=FILE', 70), '10.0');
  const refused =
    'Could not load plugin: plugin requires API version 2, but this QEMU supports only a minimum of 6';
  const error = await checkPlugin(answering(refused, 1), '12.0').catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeviceUnavailable);
  expect(error.reason).toBe(`QEMU 12.0 doesn't load litetrim's plug-in (${refused})`);
});

const { toolchain, note } = await toolchainForTests();
test.skipIf(!toolchain)(`this machine's QEMU loads the plug-in${note}`, async () => {
  await checkPlugin(toolchainFolder(toolchain!.cache), 'of here');
});
