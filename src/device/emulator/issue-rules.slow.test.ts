import { beforeAll, describe, expect, test } from 'vitest';
import { a64, perTurn, reading, runProgram } from '../../../test/support/device/program.js';
import { toolchainForTests } from '../../../test/support/device/toolchain.js';
import type { Counters } from '../guest-report.js';
import { type Device, loadDevice } from '../profile.js';

const { toolchain, note } = await toolchainForTests();

const cores = ['a53', 'a55', 'a57', 'a72', 'a73', 'a75', 'a76'] as const;
const lacking = Number.NaN;

/** Words of the `k`-th copy; each copy has a result register of its own. */
type Group = (k: number) => number[];
/** Cycles of one copy on each of `cores`, from what was measured on silicon (docs/cost-model.md). */
type Cycles = [number, number, number, number, number, number, number];
type Rule = [name: string, group: Group, cycles: Cycles];

const vector = (word: (d: number) => number): Group => {
  return (k) => [word(8 + (k % 16))];
};
const general = (word: (d: number) => number): Group => {
  return (k) => [word(4 + (k % 12))];
};

const rates: Rule[] = [
  ['FMLA.4s', vector((d) => a64.fmla4s(d, 1, 2)), [1, 1, 1, 1, 1, 1, 0.5]],
  ['FMLA.2s', vector((d) => a64.fmla2s(d, 1, 2)), [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]],
  ['FADD.4s', vector((d) => a64.fadd4s(d, 1, 2)), [1, 1, 1, 1, 1, 1, 0.5]],
  ['FMUL.4s', vector((d) => a64.fmul4s(d, 1, 2)), [1, 1, 1, 1, 1, 1, 0.5]],
  ['FDIV.4s', vector((d) => a64.fdiv4s(d, 1, 2)), [28, 20, 16, 16, 16, 16, 7]],
  ['SCVTF.4s', vector((d) => a64.scvtf4s(d, 1)), [1, 1, 1, 1, 1, 1, 2]],
  ['SDOT', vector((d) => a64.sdot4s(d, 1, 2)), [lacking, 1, lacking, lacking, lacking, 1, 0.5]],
  ['SMLAL', vector((d) => a64.smlal8h(d, 1, 2)), [1, 1, 1, 1, 1, 1, 1]],
  ['MUL.4s', vector((d) => a64.mul4s(d, 1, 2)), [1, 1, 2, 2, 2, 2, 2]],
  ['ADD.4s', vector((d) => a64.add4s(d, 1, 2)), [1, 1, 0.5, 0.5, 0.5, 0.5, 0.5]],
  ['SXTL', vector((d) => a64.sxtl8h(d, 1)), [1, 1, 1, 1, 1, 1, 1]],
  ['ZIP', vector((d) => a64.zip4s(d, 1, 2)), [1, 1, 0.5, 0.5, 0.5, 0.5, 0.5]],
  ['ADDV', vector((d) => a64.addv4s(d, 1)), [1, 1, 1, 1, 1, 1, 1]],
  ['DUP from a general register', vector((d) => a64.dup4s(d, 2)), [1, 0.5, 1, 1, 1, 2 / 3, 1]],
  ['UMOV', general((d) => a64.umov(d, 1)), [0.5, 0.5, 1, 1, 0.5, 0.5, 1]],
  ['ADD', general((d) => a64.add(d, 1, 1)), [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1 / 3]],
  ['ADD, shifted', general((d) => a64.addShifted(d, 1, 2)), [0.5, 0.5, 1, 1, 0.5, 0.5, 1 / 3]],
  ['MUL of 32 bits', general((d) => a64.mulW(d, 1, 2)), [1, 1, 1, 1, 1, 1, 1]],
  ['MUL of 64 bits', general((d) => a64.mulX(d, 1, 2)), [1, 1, 3, 3, 2, 2, 3]],
  ['UDIV', general((d) => a64.udivX(d, 1, 2)), [8, 8, 12, 12, 12, 12, 5]],
  ['LDR X', general((d) => a64.ldrX(d, 1)), [1, 1, 1, 1, 0.5, 0.5, 0.5]],
  ['LDR D', vector((d) => a64.ldrD(d, 1)), [1, 1, 1, 1, 0.5, 0.5, 0.5]],
  ['LDR Q', vector((d) => a64.ldrQ(d, 1)), [2, 2, 1, 1, 0.5, 0.5, 0.5]],
  ['LDP Q, Q', vector((d) => a64.ldpQ(d, d + 1, 1)), [4, 4, 2, 2, 1, 1, 1]],
  ['LD1 of four registers', vector((d) => a64.ld1x4(d, 1)), [8, 8, 4, 4, 2, 2, 2]],
  ['PRFM, which has no result', () => [a64.prfm(1)], [1, 1, 1, 1, 0.5, 0.5, 0.5]],
  ['STR X', general((d) => a64.strX(d, 1)), [1, 1, 1, 1, 0.5, 0.5, 0.5]],
  ['STR Q', vector((d) => a64.strQ(d, 1)), [1, 1, 2, 2, 0.5, 0.5, 1]],
];

const mixes: Rule[] = [
  [
    'a load and a store',
    (k) => [a64.ldrX(4 + (k % 12), 1), a64.strX(4 + ((k + 6) % 12), 1)],
    [2, 1, 1, 1, 1, 1, 1],
  ],
  [
    'a load beside FMLA.4s, which is two micro-operations but on the A76',
    (k) => [a64.fmla4s(8 + (k % 16), 1, 2), a64.ldrX(4 + (k % 12), 1)],
    [1, 1, 1, 1, 1.5, 1, 0.5],
  ],
  [
    'as many operations as are decoded: ADD, LDR, FMLA.2s',
    (k) => [a64.add(4 + (k % 4), 1, 1), a64.ldrX(9 + (k % 4), 1), a64.fmla2s(8 + (k % 16), 1, 2)],
    [1.5, 1.5, 1, 1, 1.5, 1, 0.75],
  ],
];

const chains: Rule[] = [
  ['FMLA by its accumulator', () => [a64.fmla4s(8, 1, 2)], [4, 4, 4, 3, 3, 3, 2]],
  ['FMLA by a factor', () => [a64.fmla4s(8, 8, 2)], [8, 4, 10, 7, 7, 5, 4]],
  ['FADD', () => [a64.fadd4s(8, 8, 2)], [4, 4, 4, 4, 4, 4, 2]],
  ['FMUL', () => [a64.fmul4s(8, 8, 2)], [4, 4, 4, 4, 4, 4, 3]],
  ['SDOT by its accumulator', () => [a64.sdot4s(8, 1, 2)], [lacking, 1, lacking, lacking, lacking, 1, 1]],
  ['SMLAL by its accumulator', () => [a64.smlal8h(8, 1, 2)], [1, 1, 1, 1, 1, 1, 1]],
  ['SMLAL by a factor', () => [a64.smlal8h(8, 8, 2)], [4, 4, 4, 4, 4, 4, 4]],
  ['MUL.4s', () => [a64.mul4s(8, 8, 2)], [4, 4, 4, 4, 4, 4, 4]],
  ['ADD.4s', () => [a64.add4s(8, 8, 2)], [2, 2, 3, 3, 3, 3, 2]],
  ['SXTL', () => [a64.sxtl8h(8, 8)], [3, 3, 3, 3, 3, 3, 2]],
  ['ZIP', () => [a64.zip4s(8, 8, 2)], [2, 2, 3, 3, 3, 3, 2]],
  ['ADDV', () => [a64.addv4s(8, 8)], [4, 3, 6, 6, 6, 6, 5]],
  ['SCVTF.4s', () => [a64.scvtf4s(8, 8)], [4, 4, 4, 4, 4, 4, 3]],
  ['DUP and UMOV', () => [a64.dup4s(8, 4), a64.umov(4, 8)], [5, 5, 14, 14, 14, 14, 7]],
  ['ADD', () => [a64.add(4, 4, 1)], [1, 1, 1, 1, 1, 1, 1]],
  ['ADD, shifted', () => [a64.addShifted(4, 4, 2)], [2, 2, 2, 2, 2, 2, 1]],
  ['MUL of 32 bits', () => [a64.mulW(4, 4, 2)], [3, 3, 3, 3, 3, 3, 2]],
  ['LDR by its address', () => [a64.ldrX(3, 3)], [3, 3, 4, 4, 4, 4, 4]],
  ['LDR by the address that it writes back', () => [a64.ldrPost(4, 3)], [1, 1, 1, 1, 1, 1, 1]],
];

/** What gemmlowp's kernels rely on; the loads of an FMLA's operands alternate between two registers. */
const kernels: Rule[] = [
  [
    '3 FMLA in 4 cycles of an A53, with the loads that they need',
    () => [
      ...[a64.ldrD(20, 1), a64.insD1(21, 4), a64.fmla4s(8, 1, 2), a64.ldrX(4, 1)],
      ...[a64.fmla4s(9, 1, 2), a64.add(5, 6, 8), a64.fmla4s(10, 1, 2)],
    ],
    [4, lacking, lacking, lacking, lacking, lacking, lacking],
  ],
  [
    '3 FMLA in 3 cycles of an A55, with the loads that they need',
    (k) => [
      ...[a64.fmla4s(8 + 3 * (k % 2), 1, 2), a64.ldrD(20, 1)],
      ...[a64.fmla4s(9 + 3 * (k % 2), 1, 2), a64.insD1(21, 4 + (k % 2))],
      ...[a64.fmla4s(10 + 3 * (k % 2), 1, 2), a64.ldrX(4 + (k % 2), 1)],
    ],
    [lacking, 3, lacking, lacking, lacking, lacking, lacking],
  ],
];

/** What a copy adds to a loop: the difference of 32 copies and 8, so that the loop's own end is not in it. */
async function cyclesPerCopy(device: Device, groups: Group[]): Promise<number[]> {
  const copies = (group: Group, count: number) => Array.from({ length: count }, (_, k) => group(k)).flat();
  const bodies = groups.flatMap((group) => [copies(group, 8), copies(group, 32)]);
  const costs = await perTurn(toolchain!, device, bodies);
  // Whole cycles, but for the first turn.
  const added = (k: number) => Math.round(costs[2 * k + 1]!.core_cycles - costs[2 * k]!.core_cycles);
  return groups.map((_, k) => added(k) / 24);
}

const sets: [set: string, rules: Rule[]][] = [
  ['rate', rates],
  ['together', mixes],
  ['one after the other', chains],
  ['kernel', kernels],
];

describe.skipIf(!toolchain)(`issue rules of the modelled cores${note}`, () => {
  describe.each(cores)('cortex-%s', (core) => {
    const rules = sets.flatMap(([set, rules]) =>
      rules.map(([name, group, cycles]) => ({
        name: `${set}: ${name}`,
        group,
        cycles: cycles[cores.indexOf(core)]!,
      })),
    );
    const known = rules.filter(({ cycles }) => !Number.isNaN(cycles));
    let costs: number[];

    beforeAll(async () => {
      const device = await loadDevice(`cortex-${core}`);
      costs = await cyclesPerCopy(
        device,
        known.map(({ group }) => group),
      );
    });

    test.each(known)('$name: $cycles', ({ name, cycles }) => {
      expect(costs[known.findIndex((rule) => rule.name === name)]).toBeCloseTo(cycles, 5);
    });
  });

  test.each([
    ['cortex-a53', 9],
    ['cortex-a55', 8],
    ['cortex-a57', 15],
    ['cortex-a72', 15],
    ['cortex-a73', 11],
    ['cortex-a75', 11],
    ['cortex-a76', 11],
  ])('a mispredicted branch of %s costs %i cycles', async (name, cycles) => {
    const device = await loadDevice(name);
    const free = { ...device, core: { ...device.core, mispredict: 0 } };
    // A linear congruential generator, one of whose bits no predictor guesses.
    const random = [a64.mulX(5, 5, 6), a64.add(5, 5, 57), a64.skipUnlessBit40(5), a64.nop];
    const body = [a64.movz(6, 0x9e3d), ...random];
    const [cost] = await perTurn(toolchain!, device, [body]);
    const [without] = await perTurn(toolchain!, free, [body]);
    expect(cost!.mispredictions).toBeGreaterThan(0.3);
    expect(cost!.mispredictions).toBeLessThan(0.7);
    const lost = cost!.core_cycles - without!.core_cycles;
    expect(lost / cost!.mispredictions).toBeCloseTo(cycles, 1);
  });
});

describe.skipIf(!toolchain)(`caches of the modelled cores${note}`, () => {
  /** Runs the words, which work on the address in X2, on each `step` bytes of `bytes` of memory, `rounds` times. */
  const sweep = (bytes: number, step: number, rounds: number, body: readonly number[]) => [
    a64.movz(7, rounds),
    a64.add(2, 1, 0),
    a64.movz(0, bytes / step),
    a64.movz(5, step),
    ...body,
    a64.addX(2, 2, 5),
    a64.subs(0, 0, 1),
    a64.cbnzBack(0, body.length + 2),
    a64.subs(7, 7, 1),
    a64.cbnzBack(7, body.length + 7),
  ];

  const load = a64.ldrX(4, 2);

  const perRoundOn = async (device: Device, bytes: number, step: number, ...body: readonly number[]) => {
    const [few, many] = [4, 12];
    const part = (rounds: number) => [...reading, ...sweep(bytes, step, rounds, body), ...reading];
    const words = [part(few), part(few), part(many)].flat();
    const [, , from, to, start, end] = await runProgram(toolchain!, device, words);
    const spent = (key: keyof Counters) => (end![key] - start![key] - (to![key] - from![key])) / (many - few);
    return {
      l1: spent('l1_misses'),
      l2: spent('l2_misses'),
      cycles: spent('cycles'),
      stalls: spent('stall_cycles'),
      transfers: spent('transfer_cycles'),
      mispredictions: spent('mispredictions'),
    };
  };

  const perRound = async (name: string, bytes: number, step = 64, word = load) =>
    await perRoundOn(await loadDevice(name), bytes, step, word);

  test('what fits stays, what does not is evicted before it is used again', async () => {
    expect(await perRound('raspberry-pi-4', 16 << 10)).toMatchObject({ l1: 0, l2: 0, stalls: 0 });
    expect(await perRound('raspberry-pi-4', 256 << 10)).toMatchObject({ l1: 4096, l2: 0 });
    expect(await perRound('raspberry-pi-3b-plus', 1 << 20)).toMatchObject({ l1: 16384, l2: 16384 });
  });

  test('a stream waits for a part of the latency, scattered reads for all of it, stores not at all', async () => {
    // 10 ns at 1.5 GHz, of which a stream waits for 8 %.
    const stream = await perRound('raspberry-pi-4', 256 << 10);
    expect(stream.stalls / stream.l1).toBeCloseTo(10 * 1.5 * 0.08, 1);
    const scattered = await perRound('raspberry-pi-4', 1 << 20, 1024);
    expect(scattered).toMatchObject({ l1: 1024, l2: 0 });
    expect(scattered.stalls / scattered.l1).toBeCloseTo(10 * 1.5, 1);
    const stores = await perRound('raspberry-pi-3b-plus', 1 << 20, 64, a64.strX(4, 2));
    expect(stores).toMatchObject({ l1: 16384, l2: 16384, stalls: 0 });
    // 64 bytes at 2.2 GB/s and 1.4 GHz.
    expect(stores.transfers / stores.l2).toBeCloseTo((64 / 2.2) * 1.4, 1);
  });

  describe.each(['cortex-a53', 'cortex-a55'])('%s, which issues in order', (name) => {
    /** Cycles that one miss of level 1 stalls for, where every line lies in level 2 and no stream brings it. */
    const stall = async (...body: readonly number[]) => {
      const device = await loadDevice(name);
      const { l1, l2, stalls } = await perRoundOn(device, 128 << 10, 1024, ...body);
      expect(l1).toBeGreaterThanOrEqual(128);
      expect(l2).toBe(0);
      return stalls / l1;
    };
    const latency = async () => {
      const { caches, clockMHz } = await loadDevice(name);
      return (caches[1]!.latencyNs! * clockMHz) / 1000;
    };
    const use = (t: number) => a64.add(t + 5, t, 1);
    /** So many cycles of work that needs nothing. */
    const work = (cycles: number) => Array.from({ length: cycles }, (_, k) => a64.fmla4s(8 + (k % 16), 1, 2));

    test('waits for a line from the first use of what was loaded', async () => {
      expect(await stall(load, use(4))).toBeCloseTo(await latency(), 1);
      const [some, more] = [await stall(load, ...work(6), use(4)), await stall(load, ...work(10), use(4))];
      expect(some - more).toBeCloseTo(4, 1);
      expect(more).toBeGreaterThan(0);
      expect(await stall(load, ...work(40), use(4))).toBe(0);
    });

    test('waits for a use in the next turn of a loop as well', async () => {
      expect(await stall(use(4), load, ...work(40))).toBe(0);
      expect(await stall(use(4), ...work(40), load)).toBeCloseTo(await latency(), -1);
    });

    test('waits for lines that were asked for one behind the other at the same time', async () => {
      const both = await stall(load, a64.ldrXAt(5 + 8, 2, 512), use(4), use(5 + 8));
      expect(2 * both).toBeCloseTo(await latency(), 1);
    });

    test('has as many lines on their way as it has linefills', async () => {
      const device = await loadDevice(name);
      const one = { ...device, core: { ...device.core, linefills: 1 } };
      const body = work(40).flatMap((word, k) => (k < 4 ? [word, a64.ldrXAt(8 + k, 2, 256 * k)] : [word]));
      const apart = await perRoundOn(one, 128 << 10, 1024, ...body);
      // Four lines in a turn: three wait for the one before.
      expect(apart.stalls / 128).toBeCloseTo(3 * (await latency()), 0);
      expect((await perRoundOn(device, 128 << 10, 1024, ...body)).stalls).toBe(0);
    });

    test('waits for no line of PRFM', async () => {
      const device = await loadDevice(name);
      expect(await perRoundOn(device, 128 << 10, 1024, a64.prfm(2))).toMatchObject({ l1: 0, stalls: 0 });
    });

    test('waits for a part of the latency at most where a stream brings the line', async () => {
      const device = await loadDevice(name);
      const { l1, stalls } = await perRoundOn(device, 128 << 10, 64, load, use(4));
      expect(stalls / l1).toBeCloseTo((await latency()) * 0.25, 1);
      expect((await perRoundOn(device, 128 << 10, 64, load, ...work(40), use(4))).stalls).toBeLessThan(
        l1 / 100,
      );
    });
  });

  test('lines whose addresses have the same low bits share a set of level 1 alone', async () => {
    // 32 lines at 32 KiB: one set of 4 ways in level 1, and without a hash one of 16 in level 2.
    const strided = await perRound('raspberry-pi-3b-plus', 1 << 20, 32 << 10);
    expect(strided).toMatchObject({ l1: 32, l2: 0 });
  });

  test.each([
    ['raspberry-pi-3b-plus', 1.1],
    ['raspberry-pi-zero-2-w', 1.3],
    ['raspberry-pi-4', 2.2],
    ['raspberry-pi-5', 6.0],
  ])('%s copies %d GB/s, as measured', async (name, measured) => {
    const device = await loadDevice(name);
    const bytes = 4 << 20;
    const words = [
      ...[a64.add(2, 1, 0), a64.movz16(5, bytes >> 16), a64.addX(6, 1, 5), a64.movz16(0, bytes >> 22)],
      ...[a64.ldpQ(0, 1, 2), a64.add(2, 2, 32), a64.ldpQ(2, 3, 2), a64.add(2, 2, 32)],
      ...[a64.stpQ(0, 1, 6), a64.add(6, 6, 32), a64.stpQ(2, 3, 6), a64.add(6, 6, 32)],
      ...[a64.subs(0, 0, 1), a64.cbnzBack(0, 9)],
    ];
    const [from, to] = await runProgram(toolchain!, device, [...reading, ...words, ...reading]);
    const seconds = (to!.cycles - from!.cycles) / (device.clockMHz * 1e6);
    expect(bytes / seconds / 1e9 / measured).toBeCloseTo(1, 1);
  });

  test('a loop that ends every time after the same long count is mispredicted once a round', async () => {
    expect((await perRound('raspberry-pi-4', 8 << 10)).mispredictions).toBeCloseTo(1, 1);
  });
});
