// Lints .github/ and action.yml by actionlint and zizmor, of the versions that scripts/ci/tools pins, without the
// network once they are there. Needs no npm package.
//
//   node scripts/lint-workflows.mjs                 fetches them; fails where one can't be had
//   node scripts/lint-workflows.mjs --skip-missing  fetches them; says so where one can't be had
//   node scripts/lint-workflows.mjs --installed     fetches nothing; says so where one is missing
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const pins = 'scripts/ci/tools';
const cache = 'node_modules/.cache';
const workflows = '.github/workflows';

const linters = [
  {
    name: 'actionlint',
    version: pinned('go.mod', /rhysd\/actionlint v(\S+)/),
    program: 'actionlint',
    // go.sum has each module's hash.
    install: (folder) =>
      run('go', [
        ...['build', '-C', pins, '-mod=readonly', '-buildvcs=false', '-o', folder],
        'github.com/rhysd/actionlint/cmd/actionlint',
      ]),
    needs: 'Go 1.25 or later',
    // The scripts in them are short, and machines have different shellchecks or none.
    args: ['-shellcheck=', '-pyflakes=', ...readdirSync(workflows).map((name) => join(workflows, name))],
  },
  {
    name: 'zizmor',
    version: pinned('requirements.txt', /^zizmor==(\S+)/m),
    program: 'bin/zizmor',
    install: (folder) =>
      run('python3', [
        ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--root-user-action=ignore'],
        ...['--no-deps', '--require-hashes', '--only-binary=:all:', '--target', folder],
        ...['-r', join(pins, 'requirements.txt')],
      ]),
    needs: 'Python 3 with pip, on Linux',
    args: ['--offline', '--persona=regular', '--no-progress', '--strict-collection', '.github', 'action.yml'],
  },
];

function main() {
  const [mode] = process.argv.slice(2);
  for (const linter of linters) {
    const program = find(linter, mode !== '--installed');
    if (program) {
      console.log(`${linter.name} ${linter.version}`);
      if (!run(program, linter.args)) process.exitCode = 1;
    } else {
      console.log(`SKIPPED: ${linter.name} ${linter.version} isn't here; it needs ${linter.needs}.`);
      if (mode === undefined) process.exitCode = 1;
    }
  }
}

/** Path of a linter's program, fetched where it may be; null where it can't be had. */
function find({ name, version, program, install }, mayFetch) {
  const folder = join(process.cwd(), cache, `${name}-${version}`);
  if (existsSync(folder)) return join(folder, program);
  if (!mayFetch) return null;
  const fresh = `${folder}-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    if (!install(fresh)) return null;
    renameSync(fresh, folder);
    return join(folder, program);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Whether it ran and ended well, within five minutes. */
function run(program, args) {
  return spawnSync(program, args, { stdio: 'inherit', timeout: 300_000 }).status === 0;
}

function pinned(file, pattern) {
  return pattern.exec(readFileSync(join(pins, file), 'utf8'))[1];
}

main();
