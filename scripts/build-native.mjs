// Builds the emulator's runner and plug-in from src/device/emulator/native, and the observer of ranges from
// src/runtime/observer, each into its folder's bin.
//
//   node scripts/build-native.mjs          builds
//   node scripts/build-native.mjs --check  builds elsewhere and compares with what is committed
//
// The compiler is Zig's, from PyPI (ziglang, hash pinned): the same bytes come out on every machine.
// Users never run this: the binaries are committed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const zig = {
  version: '0.16.0',
  sha256: '9fcda73f62b851dd72a54b710ad40a209896db14cfb13649e62191243556342b',
};
const root = fileURLToPath(new URL('..', import.meta.url));
const runtime = join(root, 'src/runtime/observer');
const device = join(root, 'src/device/emulator/native');
/** What is built, and where it is committed. */
const products = {
  observer: join(runtime, 'bin'),
  runner: join(device, 'bin'),
  'plugin.so': join(device, 'bin'),
};
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
    const isCheck = process.argv.includes('--check');
    const target = (name) => join(isCheck ? work : products[name], name);
    for (const folder of Object.values(products)) mkdirSync(folder, { recursive: true });
    buildRunner(cc, work, target('runner'));
    buildObserver(cc, work, target('observer'));
    buildPlugin(cc, target('plugin.so'));
    if (isCheck) compare(work);
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
  return (cwd, args) =>
    execFileSync('python3', ['-m', 'ziglang', 'cc', ...args], { cwd, env, stdio: 'inherit' });
}

/** The guest's program, for an arm64 Linux with glibc 2.27 or later. */
function buildRunner(cc, work, out) {
  const target = ['-target', 'aarch64-linux-gnu.2.27', '-mcpu=generic'];
  const files = ['runner.c', 'heap.c', 'clock.c', join(runtime, 'ports.c'), join(runtime, 'lifetime.c')];
  // LiteRT shall call its malloc, mmap and clock, and find no other names of it.
  const exported = ['-rdynamic', '-fvisibility=hidden'];
  cc(device, [
    ...target,
    ...common,
    ...linked,
    ...exported,
    '-o',
    out,
    ...files,
    litertStub(cc, work, target),
  ]);
  checkHeap(out);
}

/** Page at which the guest's heap starts, right behind the runner's data. */
const heapStart = 0x1035000;

/** A runner whose heap lies elsewhere moves modelled cycles by up to 0.4 %: arrays meet others in the caches. */
function checkHeap(runner) {
  const elf = readFileSync(runner);
  const ends = Array.from({ length: elf.readUInt16LE(56) }, (_, k) => 64 + 56 * k)
    .filter((header) => elf.readUInt32LE(header) === 1) // loaded
    .map((header) => Number(elf.readBigUInt64LE(header + 16) + elf.readBigUInt64LE(header + 40)));
  const start = Math.ceil(Math.max(...ends) / 4096) * 4096;
  if (start === heapStart) return;
  console.error(
    `The heap starts at 0x${start.toString(16)} instead of 0x${heapStart.toString(16)}: cycles move.`,
  );
  process.exitCode = 1;
}

/** The program that observes ranges, for an x86-64 Linux that fuses, with glibc 2.27 or later. */
function buildObserver(cc, work, out) {
  const target = ['-target', 'x86_64-linux-gnu.2.27', '-mcpu=x86_64_v3'];
  const files = ['observer.c', 'ports.c', 'lifetime.c', litertStub(cc, work, target)];
  cc(runtime, [...target, ...common, '-O3', ...linked, '-pthread', '-o', out, ...files]);
}

/** A library with LiteRT's names and nothing else: enough to link against. */
function litertStub(cc, work, target) {
  const source = join(work, 'stub.c');
  const stub = join(work, 'libLiteRt.so');
  writeFileSync(
    source,
    litertNames()
      .map((name) => `void ${name}(void) {}\n`)
      .join(''),
  );
  cc(work, [...target, '-shared', '-fPIC', '-Wl,-soname,libLiteRt.so', '-o', stub, source]);
  return stub;
}

/** The functions that litert.h declares. */
function litertNames() {
  const header = readFileSync(join(runtime, 'litert.h'), 'utf8');
  return [...header.matchAll(/^LiteRtStatus (\w+)\(/gm)].map(([, name]) => name);
}

/** QEMU's plug-in, for an x86-64 Linux with glibc 2.17 or later. */
function buildPlugin(cc, out) {
  const target = ['-target', 'x86_64-linux-gnu.2.17', '-mcpu=x86_64'];
  const files = [
    ...['plugin.c', 'machine.c', 'core.c', 'waits.c', 'cache.c', 'branches.c'],
    ...['decode.c', 'decode_vector.c', join(runtime, 'lifetime.c')],
  ];
  const shared = ['-shared', '-fPIC', '-fvisibility=hidden', '-Wl,-soname,plugin.so'];
  cc(device, [
    ...target,
    ...common,
    ...linked.filter((flag) => flag !== '-Wl,-z,now'),
    ...shared,
    '-o',
    out,
    ...files,
  ]);
}

function compare(built) {
  for (const [name, folder] of Object.entries(products)) {
    if (readFileSync(join(built, name)).equals(readFileSync(join(folder, name)))) continue;
    const file = relative(root, join(folder, name));
    console.error(`${file} is not what its source builds. Run: node scripts/build-native.mjs`);
    process.exitCode = 1;
  }
  if (!process.exitCode) console.log('The native programs are what their sources build.');
}

main();
