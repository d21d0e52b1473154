import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockPage, emulate, guestFiles } from '../emulator.js';
import type { Counters } from '../guest-report.js';
import { machineFile } from '../machine-file.js';
import type { Device } from '../profile.js';
import type { Toolchain } from '../toolchain/index.js';

// Just enough of an assembler to run loops of known instructions on the emulated machine, where the cycles
// that they take are known. Words after the Arm Architecture Reference Manual (DDI 0487), section C6 and C7.

const three = (base: number) => (d: number, n: number, m: number) => (base | (m << 16) | (n << 5) | d) >>> 0;
const two = (base: number) => (d: number, n: number) => (base | (n << 5) | d) >>> 0;

/** Instruction words by mnemonic; operands are register numbers, `imm` an immediate. */
export const a64 = {
  fmla4s: three(0x4e20cc00),
  fmul4s: three(0x6e20dc00),
  smlal8h: three(0x0e208000),
  sdot4s: three(0x4e809400),
  mul4s: three(0x4ea09c00),
  add4s: three(0x4ea08400),
  /** sshll Vd.8H, Vn.8B, #0 */
  sxtl8h: two(0x0f08a400),
  ldrX: two(0xf9400000),
  strX: two(0xf9000000),
  ldrD: two(0xfd400000),
  ldrQ: two(0x3dc00000),
  /** ins Vd.D[1], Xn */
  insD1: two(0x4e181c00),
  add: (d: number, n: number, imm: number) => (0x91000000 | (imm << 10) | (n << 5) | d) >>> 0,
  subs: (d: number, n: number, imm: number) => (0xf1000000 | (imm << 10) | (n << 5) | d) >>> 0,
  movz: (d: number, imm: number) => (0xd2800000 | (imm << 5) | d) >>> 0,
  /** movz Xd, #imm, lsl #16 */
  movz16: (d: number, imm: number) => (0xd2a00000 | (imm << 5) | d) >>> 0,
  /** cbnz Xt, back by `words` */
  cbnzBack: (t: number, words: number) => (0xb5000000 | ((-words & 0x7ffff) << 5) | t) >>> 0,
  clock: 0xaa0c018c,
  isb: 0xd5033fdf,
  svc: 0xd4000001,
};

/** Programs that end badly, in place of the runner: `executable(a64Programs.hang)`. */
export const a64Programs = {
  /** An instruction that is none: udf. */
  crash: [0],
  hang: [a64.cbnzBack(1, 0)],
  /** kill(getpid(), SIGKILL) by Linux' system calls 172 and 129. */
  killItself: [a64.movz(8, 172), a64.svc, a64.movz(1, 9), a64.movz(8, 129), a64.svc],
};

/** Address of 1 MiB of zeros that a program may use; X1 points there. */
const scratch = 0x800000;
const origin = 0x400000;

/**
 * Counts what one turn of a loop costs on a device, in its steady state: the difference of a long and a
 * short run, by their difference in turns.
 *
 * @param body what is in the loop beside `subs x0, x0, #1` and `cbnz x0`; X0 is taken, X1 points to memory.
 */
export async function perTurn(toolchain: Toolchain, device: Device, body: number[]): Promise<Counters> {
  const [few, many] = [1000, 5000];
  const short = await runProgram(toolchain, device, loop(few, body));
  const long = await runProgram(toolchain, device, loop(many, body));
  const names = Object.keys(long) as (keyof Counters)[];
  const cost = names.map((name) => [name, (long[name] - short[name]) / (many - few)]);
  return Object.fromEntries(cost) as Counters;
}

function loop(turns: number, body: number[]): number[] {
  const end = [a64.subs(0, 0, 1), a64.cbnzBack(0, body.length + 1)];
  return [a64.movz(0, turns), ...body, ...end];
}

/** Runs the words as a program of their own and reads the counters when they are through. */
export async function runProgram(toolchain: Toolchain, device: Device, words: number[]): Promise<Counters> {
  const work = await mkdtemp(join(tmpdir(), 'litetrim-program-'));
  try {
    await mkdir(join(work, guestFiles.sysroot));
    await writeFile(join(work, guestFiles.machine), machineFile(device));
    await writeFile(join(work, 'program'), executable(words));
    await chmod(join(work, 'program'), 0o755);
    await emulate(toolchain, { work, cpu: device.core.emulatedAs, timeoutMs: 60_000 }, ['program']);
    return readCounters(await readFile(join(work, clockPage.name)));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** All counters of a clock's page. */
export function readCounters(page: Buffer): Counters {
  const names = [
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
  ];
  return Object.fromEntries(
    names.map((name, index) => [name, Number(page.readBigUInt64LE(index * 8))]),
  ) as Counters;
}

/** A static ELF executable for arm64: the words, then the memory that they may use. */
export function executable(words: number[]): Buffer {
  const code = [a64.movz16(1, scratch >> 16), ...words, a64.clock, a64.isb];
  const exit = [a64.movz(8, 93), a64.movz(0, 0), a64.svc];
  const text = Buffer.from(Uint32Array.from([...code, ...exit]).buffer);
  const headers = 64 + 56;
  const file = Buffer.alloc(headers + text.length);
  file.write('\x7fELF\x02\x01\x01', 'latin1');
  file.writeUInt16LE(2, 16); // an executable
  file.writeUInt16LE(183, 18); // for AArch64
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(BigInt(origin + headers), 24); // where it starts
  file.writeBigUInt64LE(64n, 32); // program headers
  file.writeUInt16LE(64, 52);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(1, 56);
  file.writeUInt32LE(1, 64); // one segment, readable, writable, executable
  file.writeUInt32LE(7, 68);
  file.writeBigUInt64LE(BigInt(origin), 80);
  file.writeBigUInt64LE(BigInt(origin), 88);
  file.writeBigUInt64LE(BigInt(file.length), 96);
  file.writeBigUInt64LE(BigInt(scratch + (1 << 20) - origin), 104);
  file.writeBigUInt64LE(4096n, 112);
  text.copy(file, headers);
  return file;
}
