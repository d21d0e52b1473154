/**
 * `npm run test:repeat -- N [--busy K]`: what a new user sees: a fresh clone of what is committed, without anything
 * beside it, tested N times (1) by a user without rights of their own, beside K busy loops (0). Prints a line for each
 * run; ends with 1 where one failed, whose output is shown.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { busy: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const repository = fileURLToPath(new URL('..', import.meta.url));
/** Where root runs this, tests run as `nobody`. */
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const folder = mkdtempSync(join(tmpdir(), 'litetrim-repeat-'));
const clone = join(folder, 'litetrim');
const home = join(folder, 'home');
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|LITETRIM|NODE_OPTIONS|CI$)/.test(name)),
  ),
  ...{ HOME: home, TMPDIR: join(folder, 'tmp') },
};

function prepare() {
  execFileSync('git', ['clone', '--quiet', repository, clone]);
  for (const each of [home, env.TMPDIR]) mkdirSync(each);
  if (user.uid) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  run(['node', 'scripts/install.mjs']);
}

function run([command, ...args]) {
  return spawnSync(command, args, { cwd: clone, env, encoding: 'utf8', maxBuffer: 2 ** 28, ...user });
}

let failed = 0;
const loops = Array.from({ length: Number(values.busy) }, () => spawn('node', ['-e', 'for(;;);']));
try {
  prepare();
  const runs = Number(positionals[0] ?? 1);
  for (let number = 1; number <= runs; number++) {
    const began = Date.now();
    const { status, stdout, stderr } = run(['npm', 'test']);
    const counts = /^\s*Tests .*$/m.exec(stdout)?.[0].trim() ?? 'no test ran';
    console.log(
      `${number} of ${runs}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - began) / 1000)} s: ${counts}`,
    );
    if (status !== 0) {
      failed++;
      console.log(stdout.slice(-20_000), stderr.slice(-20_000));
    }
  }
} finally {
  for (const loop of loops) loop.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;
