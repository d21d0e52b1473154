import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError } from '../base/errors.js';
import { protocol } from '../runtime/observer/protocol.js';
import { machineFile } from './emulator/machine-file.js';
import { listDevices, listTargets, loadDevice, loadTarget } from './profile.js';

const board = `title: My board
core: cortex-a72
clockMHz: 1800
cores: 4
ramMiB: 2048
caches:
  - { sizeKiB: 32, ways: 2, line: 64 }
  - { sizeKiB: 512, ways: 16, line: 64, latencyNs: 9 }
memory: { latencyNs: 120, bandwidthGBs: 5 }
`;

function boardFile(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'litetrim-profile-')), 'board.yml');
  writeFileSync(path, text);
  return path;
}

async function problemOf(nameOrFile: string): Promise<string> {
  const error = await loadDevice(nameOrFile).then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(InputError);
  return error.message.replace(/^\/.*\//, '');
}

describe('devices that ship', () => {
  test('are these', async () => {
    expect(await listDevices()).toEqual([
      'cortex-a53',
      'cortex-a55',
      'cortex-a57',
      'cortex-a72',
      'cortex-a73',
      'cortex-a75',
      'cortex-a76',
      'pixel',
      'pixel-2',
      'pixel-3a',
      'raspberry-pi-3b-plus',
      'raspberry-pi-4',
      'raspberry-pi-5',
      'raspberry-pi-zero-2-w',
    ]);
  });

  test('say what they are and how far they can be trusted', async () => {
    const devices = await Promise.all((await listDevices()).map((name) => loadDevice(name)));
    const facts = devices.map(({ name, core, clockMHz, confidence }) => [
      name,
      core.title,
      clockMHz,
      confidence,
    ]);
    expect(facts).toEqual([
      ['cortex-a53', 'Cortex-A53', 1500, 'derived'],
      ['cortex-a55', 'Cortex-A55', 1800, 'fitted'],
      ['cortex-a57', 'Cortex-A57', 1900, 'derived'],
      ['cortex-a72', 'Cortex-A72', 1500, 'derived'],
      ['cortex-a73', 'Cortex-A73', 2457.6, 'fitted'],
      ['cortex-a75', 'Cortex-A75', 2000, 'fitted'],
      ['cortex-a76', 'Cortex-A76', 2400, 'extrapolated'],
      ['pixel', 'Kryo', 2150, 'extrapolated'],
      ['pixel-2', 'Cortex-A73', 2457.6, 'fitted'],
      ['pixel-3a', 'Cortex-A75', 2000, 'fitted'],
      ['raspberry-pi-3b-plus', 'Cortex-A53', 1400, 'derived'],
      ['raspberry-pi-4', 'Cortex-A72', 1500, 'derived'],
      ['raspberry-pi-5', 'Cortex-A76', 2400, 'extrapolated'],
      ['raspberry-pi-zero-2-w', 'Cortex-A53', 1000, 'derived'],
    ]);
  });
});

describe("a user's own device", () => {
  test('is loaded from its file, and trusted least', async () => {
    const file = boardFile(board);
    const device = await loadDevice(file);
    expect(device).toMatchObject({ name: file, title: 'My board', confidence: 'extrapolated' });
    expect(device.core.part).toBe(0xd08);
  });

  test('may bring a core of its own', async () => {
    const file = boardFile(board.replace('core: cortex-a72', 'core: ./own.yml'));
    const { core } = await loadDevice('cortex-a72');
    writeFileSync(join(file, '../own.yml'), JSON.stringify({ ...core, part: 0xd09, title: 'Own' }));
    expect((await loadDevice(file)).core).toEqual({ ...core, part: 0xd09, title: 'Own' });
    writeFileSync(join(file, '../own.yml'), JSON.stringify({ ...core, width: 'two' }));
    expect(await problemOf(file)).toBe('own.yml: line 1: "width" must be a number, not "two".');
  });

  test.for<[what: string, change: [RegExp, string], problem: string]>([
    [
      'a misspelt key',
      [/clockMHz/, 'clockMhz'],
      'board.yml: line 3: unknown key "clockMhz". Did you mean "clockMHz"?',
    ],
    [
      'an unknown core',
      [/cortex-a72/, 'cortex-a73x'],
      'unknown core "cortex-a73x". Did you mean "cortex-a73"? A file of your own ends in .yml.',
    ],
    ['an impossible clock', [/1800/, '-3'], 'board.yml: line 3: "clockMHz" must be at least 10.'],
    [
      'an impossible number of cores',
      [/cores: 4/, 'cores: 1.5'],
      'board.yml: line 4: "cores" must be a whole number, not 1.5.',
    ],
    [
      'sets that are no power of two',
      [/sizeKiB: 512/, 'sizeKiB: 500'],
      'board.yml: line 8: 500 KiB in 16 ways of 64-byte lines is no possible cache. Its number of sets must be a power of two.',
    ],
    [
      'caches in the wrong order',
      [/sizeKiB: 512/, 'sizeKiB: 16'],
      'board.yml: line 8: a cache must be larger than the one before it.',
    ],
    [
      'an outer cache without latency',
      [/, latencyNs: 9/, ''],
      'board.yml: line 8: "latencyNs" is missing. Only the level 1 cache goes without.',
    ],
    [
      'no memory',
      [/memory.*\n/, ''],
      'board.yml: line 1: "memory" is missing. It is a mapping of keys to values.',
    ],
    ['no YAML', [/title/, '\t'], 'board.yml: line 1: not valid YAML'],
  ])('%s is told with its line and a way out', async ([, [from, to], problem]) => {
    expect(await problemOf(boardFile(board.replace(from, to)))).toContain(problem);
  });

  test('a file that is not there', async () => {
    expect(await problemOf('/nowhere/board.yml')).toBe('board.yml: there is no such file.');
  });
});

describe('real hardware', () => {
  test('has a name, or a file of its own, and nothing to assume', async () => {
    expect(await loadTarget('native')).toEqual({ name: 'native', title: 'This machine', backend: 'native' });
    const file = boardFile('title: Lab board\nbackend: native\n');
    expect(await loadTarget(file)).toEqual({ name: file, title: 'Lab board', backend: 'native' });
    expect(await listTargets()).toEqual([...(await listDevices()), 'native']);
  });

  test('takes no figures of an emulated device, nor its place', async () => {
    const file = boardFile('title: Lab board\nbackend: native\nclockMHz: 1800\n');
    const error = await loadTarget(file).catch((thrown) => thrown);
    expect(error.message).toContain('board.yml: line 3: unknown key "clockMHz". Known keys: title, backend.');
    expect(await problemOf('native')).toBe('"native" is real hardware, where an emulated device is needed.');
    expect(await problemOf(boardFile(`backend: nativ\n${board}`))).toContain('Did you mean "native"?');
  });
});

describe('an unknown device', () => {
  test('near to none is answered with all of them', async () => {
    expect(await problemOf('toaster')).toMatch(
      /^unknown device "toaster"\. Known devices: cortex-a53, .*native\. A/,
    );
  });

  test.for([
    ['rasberry-pi-4', 'raspberry-pi-4'],
    ['pi-5', 'raspberry-pi-5'],
    ['Cortex_A53', 'cortex-a53'],
  ])('%s is answered with %s', async ([name, nearest]) => {
    const message = await problemOf(name!);
    expect(message).toContain(`Did you mean "${nearest}"?`);
  });
});

test('a core names only pipes that it has', async () => {
  const file = boardFile(board.replace('core: cortex-a72', 'core: ./own.yml'));
  const { core } = await loadDevice('cortex-a72');
  const operations = { ...core.operations, load: { latency: 4, on: 'L|L9' } };
  writeFileSync(join(file, '../own.yml'), JSON.stringify({ ...core, operations }));
  expect(await problemOf(file)).toContain('unknown pipe "L9". Known pipes: I0, I1, M, B, L, S, F0, F1.');
});

test('the machine file gives costs in 1/256 cycles', async () => {
  const lines = machineFile(await loadDevice('raspberry-pi-4'), { exposure: 0.5 }).split('\n');
  expect(lines[0]).toBe(`protocol ${protocol}`);
  expect(lines[1]).toBe('core out-of-order 3 3 15 16 8 8');
  expect(lines).toContain('operation float-fma 7 3 0 1 F0|F1 1 F0+F1');
  // 10 ns are 15 cycles at 1.5 GHz, 137 ns are 205.5; 64 bytes at 4.4 GB/s take 21.8 cycles.
  expect(lines).toContain('cache 1048576 16 64 3840 1920');
  expect(lines).toContain('memory 52608 26304 5585');
});
