import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DeviceUnavailable } from '../errors.js';
import { buildFolder } from './cache-folder.js';
import { run } from './command.js';
import { fetchDebianPackage, fetchDebianParts } from './debian.js';
import { fetchLitert } from './litert.js';

/** The machine's programs, of which each test has some of its own in a folder before all others. */
let programs: string;
let folder: string;
beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), 'litetrim-programs-'));
  folder = mkdtempSync(join(tmpdir(), 'litetrim-fetch-'));
  vi.stubEnv('PATH', `${programs}:${process.env.PATH}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const made of [programs, folder]) rmSync(made, { recursive: true, force: true });
});

const program = (name: string, script: string) =>
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });

/** apt whose update ends as told, and whose packages are there or not. */
function apt(update: string, { packages = true, download = 'touch package.deb' } = {}): void {
  const asked = (action: string) => `case "$*" in *" ${action}"*) `;
  program('apt-get', `${asked('update')} ${update};; esac\n${asked('download')} ${download};; esac`);
  const known = 'for name; do case $name in *-cross|qemu-user) echo $name;; esac; done';
  program('apt-cache', packages ? known : 'echo "E: No packages found" >&2; exit 100');
  const unpack = 'mkdir -p $3/usr/bin $3/usr/aarch64-linux-gnu/lib; touch $3/usr/bin/qemu-aarch64';
  program('dpkg-deb', `case $1 in -W) printf 'package\\t1.0\\n';; -x) ${unpack};; esac`);
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('it succeeded'),
    (error: unknown) => error as DeviceUnavailable,
  );

const dead = `echo "W: Failed to fetch https://dead.example/dists/x/InRelease  Could not connect" >&2
  echo "E: Some index files failed to download." >&2; exit 100`;

describe("the emulator's packages", () => {
  test('come from the sources that there are, whatever others are dead', async () => {
    apt(dead);
    expect(await fetchDebianParts(folder)).toEqual({ package: '1.0' });
    expect(existsSync(join(folder, 'host/qemu-aarch64'))).toBe(true);
  });

  test('a source that is dead is named where they are not to be had without it', async () => {
    const reason =
      "the emulator couldn't be fetched: apt-get failed: W: Failed to fetch https://dead.example/dists/x/InRelease Could not connect";
    for (const lacks of [{ packages: false }, { download: 'exit 1' }]) {
      apt(dead, lacks);
      const error = await failure(fetchDebianParts(folder));
      expect(error).toBeInstanceOf(DeviceUnavailable);
      expect(error.reason.replace(/ +/g, ' ')).toBe(reason);
    }
  });

  test('what fails the first time is tried once more', async () => {
    const once = (name: string) => `[ -e ${folder}/${name} ] || { touch ${folder}/${name}; exit 1; }`;
    apt(once('updated'), { download: `${once('downloaded')}; touch package.deb` });
    expect(await fetchDebianParts(folder)).toEqual({ package: '1.0' });
    apt('exit 0', { download: 'echo "E: Hash Sum mismatch" >&2; exit 1' });
    const error = await failure(fetchDebianPackage('python3-pip-whl', folder));
    expect(error.message).toMatch(
      /^the emulator couldn't be fetched: apt-get failed: E: Hash Sum mismatch\. Check/,
    );
  });

  test('without apt-get there is a way out', async () => {
    vi.stubEnv('PATH', programs);
    const error = await failure(fetchDebianParts(folder));
    expect(error).toBeInstanceOf(DeviceUnavailable);
    expect(error.message).toMatch(/^apt-get isn't installed\. Run on Debian 12/);
  });
});

test('what takes too long is ended with all that it has started', async () => {
  program('hanging', `sleep 600 & echo $! > ${folder}/pid; wait`);
  const error = await failure(run('hanging', [], { timeoutMs: 300 }));
  expect(error).toMatchObject({ message: 'hanging failed: no end after 0.3 s', late: true, missing: false });
});

test('a signal ends it with its reason, and no other way is tried', async () => {
  program('python3', `touch ${folder}/asked-$$; exec sleep 600`);
  const abort = new AbortController();
  const reason = new Error('the time is over');
  const fetching = failure(fetchLitert(folder, abort.signal));
  await vi.waitFor(() => expect(readdirSync(folder).join()).toContain('asked'), { timeout: 600_000 });
  abort.abort(reason);
  expect(await fetching).toBe(reason);
  expect(readdirSync(folder).filter((name) => name.startsWith('asked'))).toHaveLength(1);
});

test('a folder that cannot be filled is told with a way out, and leaves nothing', async () => {
  mkdirSync(join(folder, 'cache'));
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { syscall: 'write' });
  const build = () => Promise.reject(full);
  const error = await failure(buildFolder(join(folder, 'cache/toolchain'), build, async () => false));
  expect(error).toBeInstanceOf(DeviceUnavailable);
  expect(error.mend).toBe('Make room there, or set LITETRIM_CACHE to another folder');
  expect(readdirSync(join(folder, 'cache'))).toEqual([]);
});
