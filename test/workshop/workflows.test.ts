import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { allSteps, project, readWorkflow, textOf, workflowNames } from './workflows.js';

describe.each(workflowNames)('%s', (name) => {
  const { workflow, text } = readWorkflow(name);
  const jobs = Object.entries(workflow.jobs);

  it('gives no rights but to the jobs that need them, and says what for', () => {
    expect(workflow.permissions).toEqual({});
    for (const [job, { permissions }] of jobs) expect(Object.keys(permissions ?? {}), job).not.toEqual([]);
    const rights = text.split('\n').filter((line) => /^ +[a-z-]+: (?:read|write)\b/.test(line));
    expect(rights.length).toBeGreaterThan(0);
    for (const right of rights) expect(right).toMatch(/: (?:read|write) # \S/);
  });

  it('bounds every job, and knows what a newer run does to it', () => {
    expect(workflow.concurrency).toMatchObject({ group: expect.any(String) });
    for (const [job, { uses, 'timeout-minutes': minutes }] of jobs) {
      if (uses === undefined) expect(minutes, job).toBeLessThanOrEqual(100);
      else expect(uses, job).toMatch(/^\.\/\.github\/workflows\//);
    }
  });

  it('names actions by their commits, with the release beside', () => {
    const used = [...text.matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(([, what]) => what!);
    const others = used.filter((what) => !what.startsWith('./'));
    for (const what of others) expect(what).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    for (const path of used.filter((what) => what.startsWith('./')))
      expect(existsSync(join(project, path)), path).toBe(true);
  });
});

describe('steps', () => {
  it('leave no token behind in the checkout', () => {
    const checkouts = allSteps().filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThanOrEqual(workflowNames.length);
    for (const { where, step } of checkouts) expect(step.with?.['persist-credentials'], where).toBe(false);
  });

  it('put no text from outside into commands: what GitHub tells goes through the environment', () => {
    for (const { where, step } of allSteps()) expect(step.run ?? '', where).not.toContain('${{');
  });

  it('run what there is: one command each, of scripts that can be tried elsewhere', () => {
    const { scripts } = JSON.parse(textOf('package.json'));
    for (const { where, step } of allSteps()) {
      const run = step.run ?? '';
      expect(run.trim().split('\n'), where).toHaveLength(1);
      for (const [, script] of run.matchAll(/npm run ([\w:-]+)/g))
        expect(scripts, where).toHaveProperty(script!);
      for (const [, path] of run.matchAll(/node (\S+)/g))
        expect(existsSync(join(project, path!)), where).toBe(true);
      for (const [, path] of run.matchAll(/(?:^|&& )((?:scripts|\.ci)\/\S+)/g))
        accessSync(join(project, path!), constants.X_OK);
    }
  });

  it('start the x86-64 Node.js of GitHub’s runners on no other machine', () => {
    const command = readWorkflow('ci.yml').workflow.jobs.arm64!.steps!.at(-1)!.run!;
    const [, args] = /^npm run test:fast -- (.*)$/.exec(command)!;
    const fast = JSON.parse(textOf('package.json')).scripts['test:fast'].split(' && ').at(-1);
    const listing = fast.replace(/^vitest run/, 'node_modules/.bin/vitest list --filesOnly');
    const { stdout } = spawnSync('sh', ['-c', `${listing} ${args}`], { cwd: project, encoding: 'utf8' });
    const files = stdout.trim().split('\n');
    expect(files).toContain('src/base/units.test.ts');
    for (const file of files) expect(textOf(file), file).not.toMatch(/\bactionNode\b/);
  });

  it('use one commit of each action', () => {
    const commits = new Map<string, Set<string>>();
    for (const { step } of allSteps()) {
      const [action, commit] = step.uses?.split('@') ?? [];
      if (!commit) continue;
      const repository = action!.split('/').slice(0, 2).join('/');
      commits.set(repository, (commits.get(repository) ?? new Set()).add(commit));
    }
    for (const [repository, used] of commits) expect([...used], repository).toHaveLength(1);
  });
});

describe('what GitHub reads besides', () => {
  const { updates } = parse(textOf('.github/dependabot.yml'));

  it('waits with what is newly published', () => {
    for (const { 'package-ecosystem': ecosystem, cooldown } of updates)
      expect(cooldown['default-days'], ecosystem).toBeGreaterThanOrEqual(7);
  });

  it('looks after every lock file, and the actions', () => {
    const ecosystems = { 'package-lock.json': 'npm', 'go.sum': 'gomod', 'requirements.txt': 'pip' };
    const inScripts = readdirSync(join(project, 'scripts'), { recursive: true, encoding: 'utf8' });
    const wanted = ['package-lock.json', ...inScripts.map((path) => `scripts/${path}`)].flatMap((path) => {
      const ecosystem = ecosystems[basename(path) as keyof typeof ecosystems];
      return ecosystem ? [`${ecosystem}: ${join('/', dirname(path))}`] : [];
    });
    const named = updates.flatMap(
      (update: { 'package-ecosystem': string; directory?: string; directories?: string[] }) =>
        (update.directories ?? [update.directory]).map(
          (folder) => `${update['package-ecosystem']}: ${folder}`,
        ),
    );
    expect(named.sort()).toEqual([...wanted, 'github-actions: /'].sort());
  });

  it.each(
    readdirSync(join(project, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml'),
  )('asks by a form: %s', (name) => {
    const form = parse(textOf(`.github/ISSUE_TEMPLATE/${name}`));
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const fields = form.body.filter(({ type }: { type: string }) => type !== 'markdown');
    const ids = fields.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(fields.length);
    for (const { type, attributes } of fields) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(attributes.label).toEqual(expect.any(String));
    }
  });

  it('owns paths that exist', () => {
    const owned = textOf('.github/CODEOWNERS').match(/^\/\S+/gm)!;
    for (const path of owned) expect(existsSync(join(project, path)), path).toBe(true);
  });
});

describe('linters', () => {
  const linted = spawnSync(process.execPath, ['scripts/lint-workflows.mjs', '--installed'], {
    cwd: project,
    encoding: 'utf8',
  });
  const skipped = (linter: string) => new RegExp(`^SKIPPED: (${linter} .*)$`, 'm').exec(linted.stdout)?.[1];

  it.each(['actionlint', 'zizmor'])('tell which of them there is: %s', (linter) => {
    expect(linted.stdout).toMatch(new RegExp(`^(?:SKIPPED: )?${linter} \\d+\\.\\d+\\.\\d+\\b`, 'm'));
  });

  for (const linter of ['actionlint', 'zizmor']) {
    const why = skipped(linter);
    it.skipIf(why)(`${linter} finds nothing${why ? ` (SKIPPED: ${why})` : ''}`, () => {
      expect(linted.status, linted.stdout + linted.stderr).toBe(0);
    });
  }
});
