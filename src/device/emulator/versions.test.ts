import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { a64Programs, executable } from '../../../test/support/device/program.js';
import { toolchainForTests } from '../../../test/support/device/toolchain.js';
import { runToEnd } from '../../base/process.js';
import { protocol } from '../../runtime/observer/protocol.js';
import { parseGuestReport } from '../guest-report.js';
import { loadDevice } from '../profile.js';
import { clockPage, emulate, guestFiles, runnerArguments } from './guest.js';
import { machineFile } from './machine-file.js';
import { writeSysroot } from './sysroot.js';

// Parts of different versions of litetrim would misread each other. Each one that reads says so instead.

const { toolchain, note } = await toolchainForTests();
const temporary = mkdtempSync(join(tmpdir(), 'litetrim-versions-'));
afterAll(() => rmSync(temporary, { recursive: true }));
const folder = () => mkdtempSync(join(temporary, 'work-'));

test.each([
  [{ protocol: protocol + 1 }, `protocol ${protocol + 1}`],
  [{ clock: 'device' }, 'protocol unknown'],
  [null, 'protocol unknown'],
])('a report %j', (report, spoken) => {
  expect(() => parseGuestReport(JSON.stringify(report), 'device')).toThrow(
    `runner (${spoken}) and litetrim (protocol ${protocol}) are of different versions. Install litetrim anew.`,
  );
});

describe.skipIf(!toolchain)(`parts of the emulator${note}`, () => {
  test('a machine file of another version', async () => {
    const work = folder();
    const device = await loadDevice('raspberry-pi-4');
    const text = machineFile(device);
    expect(text).toMatch(new RegExp(`^protocol ${protocol}\n`));
    writeFileSync(join(work, guestFiles.machine), text.replace(/^.*/, `protocol ${protocol + 1}`));
    writeFileSync(join(work, 'program'), executable([...a64Programs.hang]), { mode: 0o755 });
    const options = { work, cpu: device.core.emulatedAs, timeoutMs: 900_000 };
    await expect(emulate(toolchain!, options, ['program'])).rejects.toMatchObject({
      status: 70,
      log: 'litetrim plug-in: litetrim and its plug-in are of different versions\n',
    });
  });

  test('a runner beside the page of another plug-in', async () => {
    const work = folder();
    await writeSysroot(join(work, guestFiles.sysroot), await loadDevice('raspberry-pi-4'), toolchain!);
    writeFileSync(join(work, clockPage.name), new Uint8Array(clockPage.bytes));
    writeFileSync(join(work, 'runner'), readFileSync(toolchain!.runner), { mode: 0o755 });
    const machine = ['-L', guestFiles.sysroot, '-cpu', 'cortex-a72', '-E', 'LD_LIBRARY_PATH=/litert:/lib'];
    const { loader, host, qemu } = toolchain!;
    const run = { clock: 'device', warmUps: 1, runs: 1, profile: false } as const;
    const runner = ['runner', ...runnerArguments('no-model', run)];
    const command = [loader, '--library-path', host, qemu, ...machine, ...runner];
    await expect(runToEnd(command, { work, timeoutMs: 900_000 })).rejects.toMatchObject({
      status: 64,
      log: 'litetrim runner: the plug-in and its runner are of different versions\n',
    });
  });
});
