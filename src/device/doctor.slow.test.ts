import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toolchainForTests } from '../../test/support/device/toolchain.js';
import { diagnose } from './doctor.js';

const temporary = mkdtempSync(join(tmpdir(), 'litetrim-doctor-test-'));
afterAll(() => rmSync(temporary, { recursive: true }));

let bin: string;
let cache: string;

/** A machine whose package clients are these scripts. */
beforeEach(() => {
  bin = mkdtempSync(join(temporary, 'bin-'));
  cache = join(bin, 'cache');
  vi.stubEnv('PATH', `${bin}:${process.env.PATH}`);
  program('apt-get', 'echo "apt 2.6.1 (amd64)"');
  program(
    'apt-cache',
    `printf '%s\\n' qemu-user libc6-arm64-cross libstdc++6-arm64-cross libgcc-s1-arm64-cross`,
  );
  program('dpkg-deb', 'echo "Debian dpkg-deb 1.21"');
  program('python3', 'echo "pip 23.0.1 from here"');
});
afterEach(() => vi.unstubAllEnvs());

function program(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

/** Lets apt and dpkg-deb bring a QEMU that answers `--help` with these words. */
function archiveWith(help: string): void {
  const root = join(bin, 'root');
  mkdirSync(join(root, 'lib64'), { recursive: true });
  mkdirSync(join(root, 'usr/bin'), { recursive: true });
  writeFileSync(join(root, 'usr/bin/qemu-aarch64'), '');
  const answer = `case "$4" in --help) echo '${help}' ;; *) echo 'qemu-aarch64 version 10.0.2 (Debian)' ;; esac`;
  writeFileSync(join(root, 'lib64/ld-linux-x86-64.so.2'), `#!/bin/sh\n${answer}\n`, { mode: 0o755 });
  program('apt-get', 'case "$*" in *" download "*) touch qemu.deb ;; *) echo "apt 2.6.1 (amd64)" ;; esac');
  program('dpkg-deb', `[ "$1" = -x ] && cp -r ${root}/. "$3" || printf 'qemu-user\\t1:10.0.2'`);
}

async function failure() {
  const checks = await diagnose({ cache });
  const { name, ok, detail, mend } = checks.at(-1)!;
  expect(ok).toBe(false);
  expect(checks.slice(0, -1).every((check) => check.ok)).toBe(true);
  return { name, detail, mend };
}

const container = expect.stringContaining('on GitHub "container: debian:bookworm" beside "runs-on"');

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('doctor tells apart', () => {
  test('a machine without apt', async () => {
    program('apt-get', 'exit 127');
    expect(await failure()).toMatchObject({ name: 'apt', mend: container });
  });

  test('an archive without QEMU', async () => {
    program('apt-cache', 'echo "E: No packages found" >&2; exit 100');
    const { detail, mend } = await failure();
    expect(detail).toMatch(/^this machine's apt has no package qemu-user, libc6-arm64-cross/);
    expect(mend).toMatch(/^Add the part of the archive .*"universe" on Ubuntu.* Or: Run on Debian 12/);
  });

  test('an archive that has only a part of it', async () => {
    program('apt-cache', 'echo qemu-user');
    expect((await failure()).detail).toMatch(/^this machine's apt has no package libc6-arm64-cross, /);
  });

  test('an archive that is not reached', async () => {
    program(
      'apt-get',
      'case "$*" in *" update"*) echo "E: Failed to fetch x" >&2; exit 100 ;; *) echo apt ;; esac',
    );
    const { detail, mend } = await failure();
    expect(detail).toBe("the emulator couldn't be fetched: apt-get failed: E: Failed to fetch x");
    expect(mend).toBe("Check that this machine reaches its package archive (apt's sources and proxy)");
  });

  test('a QEMU without plug-ins', async () => {
    archiveWith('-cpu model');
    expect(await failure()).toEqual({
      name: 'emulator and LiteRT',
      detail: 'QEMU 10.0.2, which this release has, is built without plug-ins',
      mend: container,
    });
  });

  test('a machine without Python', async () => {
    program('python3', 'exit 1');
    program('apt-cache', 'exit 1');
    program('apt-get', 'case "$*" in *" download "*) exit 100 ;; *) echo "apt 2.6.1" ;; esac');
    expect(await failure()).toMatchObject({ name: 'python3 and pip' });
  });

  test('a cache folder that cannot be written to', async () => {
    writeFileSync(cache, '');
    expect(await failure()).toMatchObject({
      name: 'cache folder',
      mend: expect.stringContaining('LITETRIM_CACHE'),
    });
  });
});

const { toolchain, note } = await toolchainForTests();
test.skipIf(!toolchain)(`a machine where all is well${note}`, async () => {
  const checks = await diagnose({ cache: toolchain!.cache });
  expect(checks.map(({ ok }) => ok)).toEqual(checks.map(() => true));
  expect(checks.at(-1)!.detail).toMatch(/^\d+ instructions on cortex-a53, \d+ instructions on cortex-a55/);
});

test.skipIf(process.platform !== 'linux')(
  'on arm64 it is this machine that is tried, without an emulator',
  async () => {
    const { arch } = process;
    Object.defineProperty(process, 'arch', { value: 'arm64' });
    try {
      vi.unstubAllEnvs();
      const checks = await diagnose(toolchain ? { cache: toolchain.cache } : { cache });
      expect(checks.slice(0, 3).map(({ name, ok }) => [name, ok])).toEqual([
        ['machine', true],
        ['cache folder', true],
        ['python3 and pip', true],
      ]);
      const last = checks.at(-1)!;
      // Elsewhere than on arm64 the runner that was fetched can't be started.
      if (arch !== 'arm64' && toolchain) {
        expect(last).toMatchObject({ name: 'a test inference', ok: false });
        expect(last.detail).toMatch(/^test model: on This machine: /);
      }
    } finally {
      Object.defineProperty(process, 'arch', { value: arch });
    }
  },
);
