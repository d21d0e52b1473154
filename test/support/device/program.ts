import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockPage, emulate, guestFiles } from '../../../src/device/emulator/guest.js';
import { machineFile } from '../../../src/device/emulator/machine-file.js';
import type { Counters } from '../../../src/device/guest-report.js';
import type { Device } from '../../../src/device/profile.js';
import type { Toolchain } from '../../../src/device/toolchain/index.js';

// Just enough of an assembler to run loops of known instructions on the emulated machine, where the cycles
// that they take are known. Words after the Arm Architecture Reference Manual (DDI 0487), section C6 and C7.

const three = (base: number) => (d: number, n: number, m: number) => (base | (m << 16) | (n << 5) | d) >>> 0;
const two = (base: number) => (d: number, n: number) => (base | (n << 5) | d) >>> 0;

/** Instruction words by mnemonic; operands are register numbers, `imm` an immediate. */
export const a64 = {
  fmla4s: three(0x4e20cc00),
  fmla2s: three(0x0e20cc00),
  fmul4s: three(0x6e20dc00),
  fadd4s: three(0x4e20d400),
  fdiv4s: three(0x6e20fc00),
  scvtf4s: two(0x4e21d800),
  smlal8h: three(0x0e208000),
  sdot4s: three(0x4e809400),
  mul4s: three(0x4ea09c00),
  add4s: three(0x4ea08400),
  zip4s: three(0x4e803800),
  /** addv Sd, Vn.4S */
  addv4s: two(0x4eb1b800),
  /** sshll Vd.8H, Vn.8B, #0 */
  sxtl8h: two(0x0f08a400),
  /** dup Vd.4S, Wn */
  dup4s: two(0x4e040c00),
  /** umov Wd, Vn.S[0] */
  umov: two(0x0e043c00),
  ldrX: two(0xf9400000),
  /** ldr Xt, [Xn, #imm], a multiple of 8 */
  ldrXAt: (t: number, n: number, imm: number) => (0xf9400000 | ((imm / 8) << 10) | (n << 5) | t) >>> 0,
  /** prfm pldl1keep, [Xn] */
  prfm: (n: number) => (0xf9800000 | (n << 5)) >>> 0,
  /** ldr Xd, [Xn], #0 */
  ldrPost: two(0xf8400400),
  strX: two(0xf9000000),
  ldrD: two(0xfd400000),
  ldrQ: two(0x3dc00000),
  /** ldp Qd, Qd2, [Xn], and its store */
  ldpQ: (d: number, d2: number, n: number) => (0xad400000 | (d2 << 10) | (n << 5) | d) >>> 0,
  stpQ: (d: number, d2: number, n: number) => (0xad000000 | (d2 << 10) | (n << 5) | d) >>> 0,
  /** ld1 {Vd.4S to V(d+3).4S}, [Xn] */
  ld1x4: two(0x4c402800),
  strQ: two(0x3d800000),
  /** ins Vd.D[1], Xn */
  insD1: two(0x4e181c00),
  mulW: three(0x1b007c00),
  mulX: three(0x9b007c00),
  udivX: three(0x9ac00800),
  /** add Xd, Xn, Xm, lsl #12 */
  addShifted: three(0x8b003000),
  add: (d: number, n: number, imm: number) => (0x91000000 | (imm << 10) | (n << 5) | d) >>> 0,
  addX: three(0x8b000000),
  subs: (d: number, n: number, imm: number) => (0xf1000000 | (imm << 10) | (n << 5) | d) >>> 0,
  /** mov Xd, Xm */
  mov: (d: number, m: number) => (0xaa0003e0 | (m << 16) | d) >>> 0,
  movz: (d: number, imm: number) => (0xd2800000 | (imm << 5) | d) >>> 0,
  /** movz Xd, #imm, lsl #16 */
  movz16: (d: number, imm: number) => (0xd2a00000 | (imm << 5) | d) >>> 0,
  /** movz Xd, #imm, lsl #32 */
  movz32: (d: number, imm: number) => (0xd2c00000 | (imm << 5) | d) >>> 0,
  /** movk Xd, #imm, lsl #16 */
  movk16: (d: number, imm: number) => (0xf2a00000 | (imm << 5) | d) >>> 0,
  /** mov Xd, #-1 - imm */
  movn: (d: number, imm: number) => (0x92800000 | (imm << 5) | d) >>> 0,
  /** cbnz Xt, back by `words` */
  cbnzBack: (t: number, words: number) => (0xb5000000 | ((-words & 0x7ffff) << 5) | t) >>> 0,
  /** tbz Xt, #40, over the next instruction */
  skipUnlessBit40: (t: number) => (0xb6400040 | t) >>> 0,
  nop: 0xd503201f,
  clock: 0xaa0c018c,
  isb: 0xd5033fdf,
  svc: 0xd4000001,
};

/** Flags of clone: memory, files and all else are shared, as threads of one process do. */
const threadFlags = [a64.movz(0, 0x0f00), a64.movk16(0, 0x0005)];

/** Programs that end badly, in place of the runner: `executable(a64Programs.hang)`. */
export const a64Programs = {
  /** An instruction that is none: udf. */
  crash: [0],
  hang: [a64.cbnzBack(1, 0)],
  /** clone (220) of a thread whose stack lies in the memory that programs may use; both then hang. */
  secondThread: [
    ...[...threadFlags, a64.movz16(1, 0x90), a64.movz(2, 0), a64.movz(3, 0), a64.movz(4, 0)],
    ...[a64.movz(8, 220), a64.svc, a64.movz(1, 1), a64.cbnzBack(1, 0)],
  ],
  /** kill(getpid(), SIGKILL) by Linux' system calls 172 and 129. */
  killItself: [a64.movz(8, 172), a64.svc, a64.movz(1, 9), a64.movz(8, 129), a64.svc],
};

/** mmap (222) of 16 GiB, of which it fills page after page. */
export const fillMemory: number[] = [
  ...[a64.movz(0, 0), a64.movz32(1, 4), a64.movz(2, 3), a64.movz(3, 0x22), a64.movn(4, 0), a64.movz(5, 0)],
  ...[a64.movz(8, 222), a64.svc, a64.movz(6, 4096), a64.strX(0, 0), a64.addX(0, 0, 6), a64.cbnzBack(0, 2)],
];

/** Address of 16 MiB of zeros that a program may use; X1 points there. */
const scratch = 0x800000;
const scratchBytes = 16 << 20;
const origin = 0x400000;
const headers = 64 + 56;
const names = 'clock.bin\0readings.bin\0'.padEnd(32, '\0');
const start = origin + headers + names.length;

/** What one turn of each loop costs on a device. */
export async function perTurn(toolchain: Toolchain, device: Device, bodies: number[][]): Promise<Counters[]> {
  const turns = 5000;
  const words: number[] = [];
  for (const body of bodies) {
    const loop = [...body, a64.subs(0, 0, 1), a64.cbnzBack(0, body.length + 1)];
    // QEMU ends a block where a page ends: no loop lies across one.
    const at = start + 4 * (1 + preamble.length + words.length + reading.length + 1);
    const room = (4096 - (at % 4096)) / 4;
    const padding = room < loop.length ? Array<number>(room).fill(a64.nop) : [];
    words.push(...padding, ...reading, a64.movz(0, turns), ...loop, ...reading);
  }
  const readings = await runProgram(toolchain, device, words);
  return bodies.map((_, k) => difference(readings[2 * k]!, readings[2 * k + 1]!, turns));
}

function difference(before: Counters, after: Counters, turns: number): Counters {
  const counts = Object.keys(after) as (keyof Counters)[];
  return Object.fromEntries(counts.map((name) => [name, (after[name] - before[name]) / turns])) as Counters;
}

const call = (number: number) => [a64.movz(8, number), a64.svc];
const [openat, write, exit, mmap] = [56, 64, 93, 222];
const page = 19;
const output = 20;

/** X1 to the memory, X3 to 8 bytes of it that hold their own address. */
const registers = [a64.movz16(1, scratch >> 16), a64.add(3, 1, 2048), a64.strX(3, 3)];

/** Opens both files, and maps the clock's page as the runner does. */
const preamble = [
  ...[a64.movn(0, 99), a64.movz16(1, origin >> 16), a64.add(1, 1, headers), a64.movz(2, 0), ...call(openat)],
  ...[a64.mov(4, 0), a64.movz(0, 0), a64.movz(1, clockPage.bytes), a64.movz(2, 1), a64.movz(3, 1)],
  ...[a64.movz(5, 0), ...call(mmap), a64.mov(page, 0)],
  ...[a64.movn(0, 99), a64.movz16(1, origin >> 16), a64.add(1, 1, headers + 10), a64.movz(2, 0o1101)],
  ...[a64.movz(3, 0o600), ...call(openat), a64.mov(output, 0), ...registers],
];

const counterNames = [
  'instructions',
  'cycles',
  'core_cycles',
  'stall_cycles',
  'transfer_cycles',
  'mispredictions',
  'accesses',
  'l1_misses',
  'l2_misses',
  'l3_misses',
] as const;
const readingBytes = 8 * counterNames.length;

/** Asks for the time, and writes all counters to the file. */
export const reading = [
  ...[a64.clock, a64.isb, a64.mov(0, output), a64.mov(1, page), a64.movz(2, readingBytes), ...call(write)],
  ...registers,
];

/** Runs the words as a program of their own; returns the counters of each `reading` among them. */
export async function runProgram(toolchain: Toolchain, device: Device, words: number[]): Promise<Counters[]> {
  const work = await mkdtemp(join(tmpdir(), 'litetrim-program-'));
  try {
    await mkdir(join(work, guestFiles.sysroot));
    await writeFile(join(work, guestFiles.machine), machineFile(device));
    await writeFile(join(work, 'program'), executable([...preamble, ...words]));
    await chmod(join(work, 'program'), 0o755);
    await emulate(toolchain, { work, cpu: device.core.emulatedAs, timeoutMs: 60_000 }, ['program']);
    const readings = await readFile(join(work, 'readings.bin'));
    const count = readings.length / readingBytes;
    return Array.from({ length: count }, (_, k) => readCounters(readings.subarray(k * readingBytes)));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The counters at the start of the clock's page, or of a copy of it. */
export function readCounters(copy: Buffer): Counters {
  const counts = counterNames.map((name, index) => [name, Number(copy.readBigUInt64LE(index * 8))]);
  return Object.fromEntries(counts) as Counters;
}

/** A static ELF executable for arm64: the words, then the memory that they may use. */
export function executable(words: number[]): Buffer {
  const end = [a64.movz(0, 0), ...call(exit)];
  const first = a64.movz16(1, scratch >> 16);
  const code = Buffer.from(Uint32Array.from([first, ...words, ...end]).buffer);
  const text = Buffer.concat([Buffer.from(names, 'latin1'), code]);
  const file = Buffer.alloc(headers + text.length);
  file.write('\x7fELF\x02\x01\x01', 'latin1');
  file.writeUInt16LE(2, 16); // an executable
  file.writeUInt16LE(183, 18); // for AArch64
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(BigInt(start), 24); // where it starts
  file.writeBigUInt64LE(64n, 32); // program headers
  file.writeUInt16LE(64, 52);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(1, 56);
  file.writeUInt32LE(1, 64); // one segment, readable, writable, executable
  file.writeUInt32LE(7, 68);
  file.writeBigUInt64LE(BigInt(origin), 80);
  file.writeBigUInt64LE(BigInt(origin), 88);
  file.writeBigUInt64LE(BigInt(file.length), 96);
  file.writeBigUInt64LE(BigInt(scratch + scratchBytes - origin), 104);
  file.writeBigUInt64LE(4096n, 112);
  text.copy(file, headers);
  return file;
}
