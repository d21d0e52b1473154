import { describe, expect, test } from 'vitest';
import { loadDevice } from './profile.js';
import { a64, perTurn, runProgram } from './testing/program.js';
import { toolchainForTests } from './testing/toolchain.js';

const { toolchain, note } = await toolchainForTests();

/** So many copies of an instruction, each with a result register of its own from V8 on. */
const independent = (count: number, word: (d: number) => number) =>
  Array.from({ length: count }, (_, index) => word(8 + index));

const a53Kernel = [a64.ldrD(20, 1), a64.insD1(21, 3), a64.fmla4s(8, 1, 2), a64.ldrX(3, 1)];
const a55Kernel = [a64.fmla4s(8, 1, 2), a64.ldrD(20, 1), a64.fmla4s(9, 1, 2), a64.insD1(21, 3)];

// One turn of a loop also holds SUBS and, waiting for it, CBNZ. Wider cores hide them behind a longer body;
// in order, SUBS pairs with the body's last instruction where there is room, and CBNZ takes a cycle.
const loops: Record<string, number[]> = {
  'FMLA chained by its accumulator': [a64.fmla4s(0, 1, 2)],
  'FMLA chained by a factor': [a64.fmla4s(0, 0, 2)],
  '8 independent FMLA': independent(8, (d) => a64.fmla4s(d, 1, 2)),
  '8 independent SDOT': independent(8, (d) => a64.sdot4s(d, 1, 2)),
  '8 independent SMLAL': independent(8, (d) => a64.smlal8h(d, 1, 2)),
  '8 independent MUL.4s': independent(8, (d) => a64.mul4s(d, 1, 2)),
  '8 independent SXTL': independent(8, (d) => a64.sxtl8h(d, 1)),
  '4 128-bit loads': independent(4, (d) => a64.ldrQ(d, 1)),
  '4 loads, 4 stores': [2, 3, 4, 5].flatMap((r) => [a64.ldrX(r, 1), a64.strX(r + 8, 1)]),
  '3 FMLA with the loads of the A53 kernel': [
    ...a53Kernel,
    a64.fmla4s(9, 1, 2),
    a64.add(5, 6, 8),
    a64.fmla4s(10, 1, 2),
  ],
  '4 FMLA with the loads of the A55 kernel': [
    ...a55Kernel,
    a64.fmla4s(10, 1, 2),
    a64.ldrX(3, 1),
    a64.fmla4s(11, 1, 2),
  ],
};

/** Cycles of one turn, by core: rates and latencies that were measured on silicon (docs/cost-model.md). */
const expected: [loop: string, cycles: Record<string, number>][] = [
  ['FMLA chained by its accumulator', { 'cortex-a53': 4, 'cortex-a55': 4, 'cortex-a72': 3, 'cortex-a76': 2 }],
  ['FMLA chained by a factor', { 'cortex-a53': 8, 'cortex-a55': 4, 'cortex-a72': 7, 'cortex-a76': 4 }],
  ['8 independent FMLA', { 'cortex-a53': 9, 'cortex-a55': 9, 'cortex-a72': 8, 'cortex-a76': 4 }],
  ['8 independent SDOT', { 'cortex-a55': 9, 'cortex-a76': 4 }],
  ['8 independent SMLAL', { 'cortex-a53': 9, 'cortex-a55': 9, 'cortex-a72': 8, 'cortex-a76': 8 }],
  ['8 independent MUL.4s', { 'cortex-a72': 16, 'cortex-a76': 16 }],
  ['8 independent SXTL', { 'cortex-a72': 8, 'cortex-a76': 8 }],
  ['4 128-bit loads', { 'cortex-a53': 10, 'cortex-a55': 10, 'cortex-a72': 4, 'cortex-a76': 2 }],
  ['4 loads, 4 stores', { 'cortex-a53': 9, 'cortex-a55': 6, 'cortex-a72': 4, 'cortex-a76': 4 }],
  ['3 FMLA with the loads of the A53 kernel', { 'cortex-a53': 5 }],
  ['4 FMLA with the loads of the A55 kernel', { 'cortex-a55': 5 }],
];

describe.skipIf(!toolchain)(`issue rules of the modelled cores${note}`, () => {
  for (const [name, cores] of expected) {
    test.for(Object.entries(cores))(`${name} on %s takes %i cycles`, async ([core, cycles]) => {
      const cost = await perTurn(toolchain!, await loadDevice(core), loops[name]!);
      expect(cost.instructions).toBe(loops[name]!.length + 2);
      expect(cost.cycles).toBeCloseTo(cycles, 2);
    });
  }
});

describe.skipIf(!toolchain)(`caches of the modelled cores${note}`, () => {
  /** Reads one word of each line in `bytes` of memory, `rounds` times. */
  const sweep = (bytes: number, rounds: number) => [
    a64.movz(3, rounds),
    a64.add(2, 1, 0),
    a64.movz(0, bytes / 64),
    a64.ldrX(4, 2),
    a64.add(2, 2, 64),
    a64.subs(0, 0, 1),
    a64.cbnzBack(0, 3),
    a64.subs(3, 3, 1),
    a64.cbnzBack(3, 7),
  ];

  const missesPerRound = async (device: string, bytes: number) => {
    const [few, many] = [4, 12];
    const pi = await loadDevice(device);
    const short = await runProgram(toolchain!, pi, sweep(bytes, few));
    const long = await runProgram(toolchain!, pi, sweep(bytes, many));
    return {
      l1: (long.l1_misses - short.l1_misses) / (many - few),
      l2: (long.l2_misses - short.l2_misses) / (many - few),
      stalls: (long.stall_cycles - short.stall_cycles) / (many - few),
    };
  };

  test('what fits stays, what does not is evicted before it is used again', async () => {
    expect(await missesPerRound('raspberry-pi-4', 16 << 10)).toEqual({ l1: 0, l2: 0, stalls: 0 });
    const large = await missesPerRound('raspberry-pi-4', 256 << 10);
    expect(large).toMatchObject({ l1: 4096, l2: 0 });
    // 10 ns at 1.5 GHz, of which a stream waits for 8 %.
    expect(large.stalls / 4096).toBeCloseTo(10 * 1.5 * 0.08, 1);
    expect(await missesPerRound('raspberry-pi-3b-plus', 1 << 20)).toMatchObject({ l1: 16384, l2: 16384 });
  });

  test('a loop that ends every time after the same long count is mispredicted once a round', async () => {
    const pi = await loadDevice('raspberry-pi-4');
    const [few, many] = [100, 300];
    const short = await runProgram(toolchain!, pi, sweep(8 << 10, few));
    const long = await runProgram(toolchain!, pi, sweep(8 << 10, many));
    expect((long.mispredictions - short.mispredictions) / (many - few)).toBeCloseTo(1, 1);
  });
});
