import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { git } from '../../../test/github/git-repository.js';
import { run } from './command.js';
import { describeState, LocalGit } from './local-git.js';

let folder: string;
let workspace: string;
let first: string;
let second: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'litetrim-git-'));
  workspace = join(folder, 'workspace');
  await mkdir(workspace);
  await git(workspace, ['init', '--quiet', '--initial-branch=main']);
  first = await commit({ 'a.tflite': 'one\n', '.gitattributes': '*.tflite diff=hostile filter=hostile\n' });
  second = await commit({ 'a.tflite': 'two\n' });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function commit(files: Record<string, string>): Promise<string> {
  for (const [path, content] of Object.entries(files)) await writeFile(join(workspace, path), content);
  await git(workspace, ['add', '--all']);
  await git(workspace, ['commit', '--quiet', '--message', 'Change']);
  return (await git(workspace, ['rev-parse', 'HEAD'])).toString('utf8').trim();
}

async function contentAt(local: LocalGit, sha: string): Promise<string | null> {
  const entry = await local.entry(sha, 'a.tflite');
  const bytes = entry && (await local.blob(entry.sha, 100));
  return bytes ? Buffer.from(bytes).toString() : null;
}

async function expectAll(local: LocalGit): Promise<void> {
  expect(await local.state()).toBe('ready');
  expect(await contentAt(local, first)).toBe('one\n');
  expect(await contentAt(local, second)).toBe('two\n');
  expect(await local.changes(first, second)).toEqual([{ basePath: 'a.tflite', headPath: 'a.tflite' }]);
  expect(await local.directory()).toBe(join(workspace, '.git'));
}

describe('a checkout', () => {
  test('is read, and said to be', async () => {
    const local = new LocalGit(workspace);
    await expectAll(local);
    expect(describeState(await local.state())).toBe(
      'Models are read from the checkout; what it lacks comes from GitHub’s API',
    );
  });

  test('of another user is read, too, as in a job’s container', async () => {
    // How git's own tests make every folder another user's.
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    await expect(git(workspace, ['rev-parse', 'HEAD'])).rejects.toThrow('dubious ownership');
    await expectAll(new LocalGit(workspace));
  });

  test.skipIf(process.getuid?.() !== 0)('that does belong to another user is read by root', async () => {
    for (const name of ['.', ...(await readdir(workspace, { recursive: true }))]) {
      await chown(join(workspace, name), 1000, 1000);
    }
    await expectAll(new LocalGit(workspace));
  });

  test('by a relative path is read', async () => {
    await expectAll(new LocalGit(relative(process.cwd(), workspace)));
  });
});

describe('what is no checkout', () => {
  test('is said to be none, even inside of another repository', async () => {
    await mkdir(join(workspace, 'sub'));
    for (const place of [join(workspace, 'sub'), join(folder, 'nowhere'), folder]) {
      const local = new LocalGit(place);
      expect(await local.state()).toBe('no-repository');
      expect(await local.entry(first, 'a.tflite')).toBeUndefined();
      expect(await local.directory()).toBeNull();
    }
    expect(describeState('no-repository')).toBe(
      'Models come from GitHub’s API: the workspace is no git checkout',
    );
  });

  test('is told with git’s own reason', async () => {
    await git(workspace, ['config', 'core.repositoryFormatVersion', '99']);
    const state = await new LocalGit(workspace).state();
    expect(state).toEqual({ refused: expect.stringMatching(/^Expected git repo version <= 1, found 99/) });
    expect(describeState(state)).toMatch(
      /^Models come from GitHub’s API: git can’t read the checkout: Expected/,
    );
  });

  test('is where git isn’t installed', async () => {
    vi.stubEnv('PATH', folder);
    const local = new LocalGit(workspace);
    expect(await local.state()).toBe('no-git');
    expect(await local.changes(first, second)).toBeUndefined();
    expect(describeState('no-git')).toBe('Models come from GitHub’s API: git isn’t installed');
  });
});

test('a checkout’s configuration makes git run nothing', async () => {
  const ran = join(folder, 'ran');
  const program = join(folder, 'program');
  await writeFile(program, `#!/bin/sh\necho "$0 $*" >> ${ran}\nexit 1\n`);
  await chmod(program, 0o755);
  const configuration: [string, string][] = [
    ...(['core.fsmonitor', 'core.sshCommand', 'core.pager', 'core.askPass', 'diff.external'] as const).map(
      (key): [string, string] => [key, program],
    ),
    ['core.hooksPath', folder],
    ['diff.hostile.command', program],
    ['diff.hostile.textconv', program],
    ['filter.hostile.smudge', program],
    ['filter.hostile.process', program],
    ['credential.helper', program],
    ['alias.ls-tree', `!${program}`],
    ['pager.ls-tree', program],
    // A partial clone fetches what it lacks, by whatever program its remote names.
    ['core.repositoryFormatVersion', '1'],
    ['extensions.partialClone', 'origin'],
    ['remote.origin.promisor', 'true'],
    ['remote.origin.url', `ext::${program}`],
    ['remote.origin.uploadpack', program],
    ['remote.origin.vcs', 'hostile'],
    ['protocol.allow', 'always'],
    ['protocol.ext.allow', 'always'],
    ['protocol.file.allow', 'always'],
  ];
  for (const [key, value] of configuration) await git(workspace, ['config', key, value]);
  await writeFile(join(folder, 'git-remote-hostile'), `#!/bin/sh\nexec ${program}\n`);
  await chmod(join(folder, 'git-remote-hostile'), 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  await expectAll(new LocalGit(workspace));
  const missing = '1'.repeat(40);
  for (const [key, value] of [
    ['remote.origin.vcs', 'hostile'],
    ['remote.origin.url', `ext::${program}`],
    ['remote.origin.url', 'ssh://host.invalid/x'],
    ['remote.origin.url', pathToFileURL(folder).href],
  ] as const) {
    if (key !== 'remote.origin.vcs')
      await git(workspace, ['config', '--unset-all', 'remote.origin.vcs']).catch(() => {});
    await git(workspace, ['config', key, value]);
    const local = new LocalGit(workspace);
    expect(await local.blob(missing, 100)).toBeUndefined();
    expect(await local.entry(missing, 'a.tflite')).toBeUndefined();
    expect(await local.changes(missing, second)).toBeUndefined();
  }
  expect(await readdir(folder)).not.toContain('ran');
});

describe('a program', () => {
  const options = { cwd: tmpdir(), maxBytes: 100, timeoutMs: 200 };
  const late = { stdout: null, missing: false, reason: "it didn't end within 0.2 s" };

  test('that doesn’t end is ended', async () => {
    expect(await run('sleep', ['60'], options)).toEqual(late);
  });

  test('that won’t be ended is killed', async () => {
    expect(await run('sh', ['-c', 'trap "" TERM; while :; do sleep 1; done'], options)).toEqual(late);
  });

  test('that says too much, fails or isn’t there is no defect', async () => {
    const patient = { ...options, timeoutMs: 60_000 };
    expect(await run('yes', [], patient)).toMatchObject({ stdout: null, missing: false });
    expect(await run('sh', ['-c', 'echo "fatal: no\u202e" >&2; exit 3'], patient)).toEqual({
      stdout: null,
      missing: false,
      reason: 'no\\u{202E}',
    });
    expect(await run('no-such-program', [], patient)).toMatchObject({ stdout: null, missing: true });
    const folder = await mkdtemp(join(tmpdir(), 'litetrim-path-'));
    await writeFile(join(folder, 'no-such-program'), '', { mode: 0o644 });
    const env = { PATH: folder };
    expect(await run('no-such-program', [], { ...patient, env })).toMatchObject({ missing: true });
    await rm(folder, { recursive: true });
  });
});
