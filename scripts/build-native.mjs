// Builds the emulator's runner and plug-in from src/device/native into src/device/native/bin.
//
//   node scripts/build-native.mjs          builds
//   node scripts/build-native.mjs --check  builds elsewhere and compares with what is committed
//
// The compiler is Zig's, from PyPI (ziglang, hash pinned): the same bytes come out on every machine.
// Users never run this: the binaries are committed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const zig = {
  version: '0.16.0',
  sha256: '9fcda73f62b851dd72a54b710ad40a209896db14cfb13649e62191243556342b',
};
const root = fileURLToPath(new URL('..', import.meta.url));
const sources = join(root, 'src/device/native');
const committed = join(sources, 'bin');
const common = [
  '-O2',
  '-g0',
  '-std=gnu11',
  '-Wall',
  '-Wextra',
  '-Werror',
  '-fno-sanitize=undefined',
  '-fno-stack-protector',
];
const linked = ['-s', '-Wl,--build-id=none', '-Wl,-z,now'];

function main() {
  const work = mkdtempSync(join(tmpdir(), 'litetrim-native-'));
  try {
    const cc = compiler(work);
    const out = process.argv.includes('--check') ? work : committed;
    mkdirSync(out, { recursive: true });
    buildRunner(cc, work, out);
    buildPlugin(cc, out);
    if (out === work) compare(out);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Installs Zig beside node_modules, once, and returns how to call its C compiler. */
function compiler(work) {
  const folder = join(root, 'node_modules/.cache', `ziglang-${zig.version}`);
  if (!existsSync(folder)) {
    const requirements = join(work, 'requirements.txt');
    writeFileSync(requirements, `ziglang==${zig.version} --hash=sha256:${zig.sha256}\n`);
    const target = `${folder}-${process.pid}`;
    const args = [
      '-m',
      'pip',
      'install',
      '-q',
      '--root-user-action=ignore',
      '--no-deps',
      '--require-hashes',
      '--target',
      target,
      '-r',
      requirements,
    ];
    execFileSync('python3', args, { stdio: 'inherit' });
    renameSync(target, folder);
  }
  const cache = join(work, 'zig-cache');
  const env = { ...process.env, PYTHONPATH: folder, ZIG_GLOBAL_CACHE_DIR: cache, ZIG_LOCAL_CACHE_DIR: cache };
  return (args) =>
    execFileSync('python3', ['-m', 'ziglang', 'cc', ...args], { cwd: sources, env, stdio: 'inherit' });
}

/** The guest's program, for an arm64 Linux with glibc 2.27 or later. */
function buildRunner(cc, work, out) {
  const target = ['-target', 'aarch64-linux-gnu.2.27', '-mcpu=generic'];
  const stub = join(work, 'libLiteRt.so');
  writeFileSync(
    join(work, 'stub.c'),
    litertNames()
      .map((name) => `void ${name}(void) {}\n`)
      .join(''),
  );
  cc([...target, '-shared', '-fPIC', '-Wl,-soname,libLiteRt.so', '-o', stub, join(work, 'stub.c')]);
  const files = ['runner.c', 'heap.c', 'clock.c'];
  cc([...target, ...common, ...linked, '-rdynamic', '-o', join(out, 'runner'), ...files, stub]);
}

/** The functions that litert.h declares: enough of the library to link against. */
function litertNames() {
  const header = readFileSync(join(sources, 'litert.h'), 'utf8');
  return [...header.matchAll(/^LiteRtStatus (\w+)\(/gm)].map(([, name]) => name);
}

/** QEMU's plug-in, for an x86-64 Linux with glibc 2.17 or later. */
function buildPlugin(cc, out) {
  const target = ['-target', 'x86_64-linux-gnu.2.17', '-mcpu=x86_64'];
  const files = [
    ...['plugin.c', 'machine.c', 'core.c', 'waits.c', 'cache.c', 'branches.c'],
    ...['decode.c', 'decode_vector.c'],
  ];
  const shared = ['-shared', '-fPIC', '-fvisibility=hidden', '-Wl,-soname,plugin.so'];
  cc([
    ...target,
    ...common,
    ...linked.filter((flag) => flag !== '-Wl,-z,now'),
    ...shared,
    '-o',
    join(out, 'plugin.so'),
    ...files,
  ]);
}

function compare(out) {
  for (const name of ['runner', 'plugin.so']) {
    if (readFileSync(join(out, name)).equals(readFileSync(join(committed, name)))) continue;
    console.error(
      `src/device/native/bin/${name} is not what its source builds. Run: node scripts/build-native.mjs`,
    );
    process.exitCode = 1;
  }
  if (!process.exitCode) console.log('src/device/native/bin is what its source builds.');
}

main();
