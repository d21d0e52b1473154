import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { project } from './workflows.js';

const temporary = mkdtempSync(join(tmpdir(), 'litetrim-workshop-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Nothing of the machine's own configuration of git, which may sign tags or run hooks. */
const gitEnvironment = {
  PATH: process.env.PATH,
  HOME: temporary,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

const script = (name: string, args: string[], { cwd = project, env = {} } = {}) =>
  spawnSync(join(project, 'scripts/ci', name), args, {
    cwd,
    env: { ...gitEnvironment, ...env },
    encoding: 'utf8',
  });

/** A clone with a bare repository behind it, both empty. */
class Clone {
  readonly folder: string;
  readonly upstream: string;

  constructor(name: string) {
    this.folder = join(temporary, name);
    this.upstream = `${this.folder}.git`;
    mkdirSync(this.folder);
    execFileSync('git', ['init', '--quiet', '--bare', this.upstream], { env: gitEnvironment });
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('remote', 'add', 'origin', this.upstream);
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder, env: gitEnvironment, encoding: 'utf8' }).trim();
  }

  /** Commits files to main and pushes it; tags the commit. */
  commit(files: Record<string, string>, tag?: string): string {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text);
    this.git('add', '.');
    this.git('commit', '--quiet', '--allow-empty', '--message', 'Change');
    if (tag) this.git('tag', '--annotate', tag, '--message', tag);
    this.git('push', '--quiet', '--tags', 'origin', 'main');
    return this.git('rev-parse', 'HEAD');
  }

  /** What a name of the bare repository leads to. */
  upstreamCommit(name: string): string {
    return execFileSync('git', ['rev-parse', name], {
      cwd: this.upstream,
      env: gitEnvironment,
      encoding: 'utf8',
    }).trim();
  }
}

let clones = 0;
let clone: Clone;

describe('assert-step.sh', () => {
  const assertStep = (wanted: string, OUTCOME: string, VERDICT: string, REPORT = '') =>
    script('assert-step.sh', [wanted], { env: { OUTCOME, VERDICT, REPORT } }).status;

  it.each([
    ['success', 'success', 'pass', ''],
    ['success', 'success', 'noise', ''],
    ['success', 'success', 'warn', 'report.json'],
    ['failure', 'failure', 'fail', ''],
    ['failure-where-models-changed', 'failure', 'fail', 'report.json'],
    ['failure-where-models-changed', 'success', 'pass', ''],
  ])('%s: %s with the verdict %s', (wanted, outcome, verdict, report) => {
    expect(assertStep(wanted, outcome, verdict, report)).toBe(0);
  });

  it.each([
    ['success', 'failure', 'fail', ''],
    ['success', 'success', 'fail', ''],
    ['success', 'success', '', ''],
    ['failure', 'success', 'fail', ''],
    ['failure', 'failure', '', ''],
    ['failure', 'skipped', '', ''],
    ['failure-where-models-changed', 'success', 'pass', 'report.json'],
    ['failure-where-models-changed', 'failure', 'fail', ''],
    ['sucess', 'success', 'pass', ''],
  ])('%s: not %s with the verdict "%s"', (wanted, outcome, verdict, report) => {
    expect(assertStep(wanted, outcome, verdict, report)).toBe(1);
  });
});

describe('move-major-tag.sh', () => {
  beforeEach(() => {
    clone = new Clone(`major-${++clones}`);
  });
  const move = (tag: string) => script('move-major-tag.sh', [tag], { cwd: clone.folder });

  it('makes the tag, and moves it with each release', () => {
    for (const tag of ['v1.9.0', 'v1.10.0']) {
      const commit = clone.commit({}, tag);
      expect(move(tag).status).toBe(0);
      expect(clone.upstreamCommit('v1')).toBe(commit);
    }
  });

  it('does not move it back for a mended older release', () => {
    const latest = clone.commit({}, 'v1.10.0');
    expect(move('v1.10.0').status).toBe(0);
    clone.commit({}, 'v1.9.1');
    const { status, stdout } = move('v1.9.1');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'v1 stays where it is: of its releases, v1.10.0 is the latest, not v1.9.1.\n',
    });
    expect(clone.upstreamCommit('v1')).toBe(latest);
  });

  it('does not look at other majors, nor at tags that are no releases', () => {
    clone.commit({}, 'v10.0.0');
    clone.commit({}, 'v1.99.0-beta');
    const commit = clone.commit({}, 'v1.0.0');
    expect(move('v1.0.0').status).toBe(0);
    expect(clone.upstreamCommit('v1')).toBe(commit);
  });

  it.each(['v1', '1.2.3', 'v1.2.3-rc.1', 'v01.2.3', '--force'])('refuses %s', (tag) => {
    expect(move(tag)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('release-notes.mjs', () => {
  const files = {
    'package.json': '{ "version": "1.2.3" }',
    'package-lock.json': '{ "version": "1.2.3" }',
    'CHANGELOG.md':
      '# Changelog\n\n## [Unreleased]\n\n- Later.\n\n## [1.2.3] - 2026-12-01\n\n### Added\n\n- A device.\n\n' +
      '## [1.2.2] - 2026-11-01\n\n- Before.\n\n[1.2.3]: https://example.org\n',
  };
  const notes = (tag: string) => script('release-notes.mjs', [tag], { cwd: clone.folder });
  beforeEach(() => {
    clone = new Clone(`notes-${++clones}`);
    clone.commit(files, 'v1.2.3');
  });

  it('prints the section of the version', () => {
    expect(notes('v1.2.3')).toMatchObject({ status: 0, stdout: '### Added\n\n- A device.\n', stderr: '' });
  });

  it('says all that keeps a tag from being released', () => {
    clone.commit({ ...files, 'package-lock.json': '{ "version": "1.2.2" }' });
    clone.git('checkout', '--quiet', '--orphan', 'elsewhere');
    clone.git('commit', '--quiet', '--message', 'Elsewhere');
    clone.git('tag', 'v1.2.4');
    const { status, stdout, stderr } = notes('v1.2.4');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      'v1.2.4: package.json has version 1.2.3.',
      'v1.2.4: package-lock.json has version 1.2.2.',
      'v1.2.4: main does not hold it.',
      'v1.2.4: CHANGELOG.md has no section "## [1.2.4] - YYYY-MM-DD", or an empty one.',
      '',
    ]);
  });

  it.each(['', 'v1.2', '1.2.3', '--help'])('refuses "%s"', (tag) => {
    expect(notes(tag)).toMatchObject({ status: 1, stdout: '' });
  });

  it('wants a date, and something under it', () => {
    for (const heading of [
      '## [1.2.3]\n\n- Something.\n',
      '## [1.2.3] - 2026-12-01\n\n## [1.2.2] - 2026-11-01\n',
    ]) {
      clone.commit({ 'CHANGELOG.md': heading });
      expect(notes('v1.2.3').stderr).toContain('CHANGELOG.md has no section');
    }
  });
});

describe('lint-workflows.mjs, where nothing was fetched yet', () => {
  const folder = join(temporary, 'linted');
  const bin = join(folder, 'bin');
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    for (const path of ['scripts/lint-workflows.mjs', 'scripts/ci/tools', '.github/workflows', 'action.yml'])
      cpSync(join(project, path), join(folder, path), { recursive: true });
    mkdirSync(bin);
  });

  const lint = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/lint-workflows.mjs', ...args], {
      cwd: folder,
      env: { PATH: bin },
      encoding: 'utf8',
    });

  /** A program of the machine, by what it does with its arguments. */
  const machineHas = (name: string, body: string) =>
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });

  it('says what it skips without Go and Python', () => {
    for (const args of [['--skip-missing'], ['--installed'], []]) {
      const { status, stdout } = lint(...args);
      expect(status).toBe(args.length === 0 ? 1 : 0);
      expect(stdout).toMatch(/^SKIPPED: actionlint \S+ isn't here; it needs Go .*\nSKIPPED: zizmor .*\n$/);
    }
  });

  it('fails where a client is there and brings something else than what is pinned', () => {
    machineHas('go', '[ "$1" = list ]');
    const { status, stdout } = lint('--skip-missing');
    expect({ status, stdout }).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('SKIPPED: actionlint'),
    });
  });

  it('fails where a linter finds something, and keeps what it fetched', () => {
    // `go build -C … -o FOLDER …`
    const program = '#!/bin/sh\\necho found; exit 3\\n';
    machineHas(
      'go',
      `[ "$1" = list ] || { printf '${program}' > "$7/actionlint"; /bin/chmod +x "$7/actionlint"; }`,
    );
    const first = lint('--skip-missing');
    expect(first.status).toBe(1);
    expect(first.stdout).toMatch(/^actionlint \S+\nfound\nSKIPPED: zizmor /);
    rmSync(join(bin, 'go'));
    expect(lint('--installed').stdout).toBe(first.stdout);
  });
});
