// Lints .github/ and action.yml by actionlint and zizmor, of the versions that scripts/ci/tools pins, without the
// network once they are there. Needs no npm package.
//
//   node scripts/lint-workflows.mjs                 fetches them
//   node scripts/lint-workflows.mjs --skip-missing  fetches those whose client is there; says so where one isn't
//   node scripts/lint-workflows.mjs --installed     fetches nothing; says so where one is missing
//
// A client that is there and can't bring what is pinned is a failure in any case: it may have been another's file.
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
    client: ['go', ['list', '-C', pins, '-m']], // fails for a Go that is too old for go.mod
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
    client: ['python3', ['-m', 'pip', '--version']],
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
    const title = `${linter.name} ${linter.version}`;
    const folder = join(process.cwd(), cache, title.replace(' ', '-'));
    if (isHere(linter, folder, mode === '--installed')) {
      console.log(title);
      if (!run(join(folder, linter.program), linter.args)) process.exitCode = 1;
    } else {
      console.log(`SKIPPED: ${title} isn't here; it needs ${linter.needs}.`);
      if (mode === undefined) process.exitCode = 1;
    }
  }
}

/** Whether a linter is in its folder, fetched where it may be and its client is there. */
function isHere({ client, install }, folder, isOffline) {
  if (existsSync(folder)) return true;
  if (isOffline || spawnSync(...client, { timeout: 60_000 }).status !== 0) return false;
  const fresh = `${folder}-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    if (install(fresh)) renameSync(fresh, folder);
    else process.exitCode = 1;
    return existsSync(folder);
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
