import { expect, test } from 'vitest';
import { loadDevice } from '../profile.js';
import { deviceFiles } from './sysroot.js';

const cpu = 'sys/devices/system/cpu';

test('a device is what /proc/cpuinfo says of it', async () => {
  const files = deviceFiles(await loadDevice('raspberry-pi-4'));
  const blocks = files.get('proc/cpuinfo')!.split('\n\n');
  expect(blocks).toHaveLength(4);
  expect(blocks[3]).toBe(`processor\t: 3
BogoMIPS\t: 100.00
Features\t: fp asimd evtstrm crc32 cpuid
CPU implementer\t: 0x41
CPU architecture: 8
CPU variant\t: 0x0
CPU part\t: 0xd08
CPU revision\t: 0
`);
});

test('an A55 is of a revision whose dot products XNNPACK uses', async () => {
  const cpuinfo = deviceFiles(await loadDevice('cortex-a55')).get('proc/cpuinfo')!;
  expect(cpuinfo).toMatch(/^Features\t: .*\basimddp\b/m);
  expect(Number(/^CPU variant\t: (.*)$/m.exec(cpuinfo)![1])).toBeGreaterThanOrEqual(1);
});

test('clock, cores and caches stand where Linux has them', async () => {
  const files = deviceFiles(await loadDevice('raspberry-pi-5'));
  expect(files.get(`${cpu}/possible`)).toBe('0-3\n');
  expect(files.get(`${cpu}/kernel_max`)).toBe('3\n');
  expect(files.get(`${cpu}/cpu2/cpufreq/cpuinfo_max_freq`)).toBe('2400000\n');
  expect(files.get(`${cpu}/cpu2/topology/thread_siblings`)).toBe('4\n');
  expect(files.get(`${cpu}/cpu2/topology/core_siblings`)).toBe('f\n');
  const caches = [0, 1, 2, 3].map((index) => {
    const file = (name: string) => files.get(`${cpu}/cpu2/cache/index${index}/${name}`)!.trim();
    return [file('level'), file('type'), file('size'), file('shared_cpu_list')];
  });
  expect(caches).toEqual([
    ['1', 'Data', '64K', '2'],
    ['1', 'Instruction', '64K', '2'],
    ['2', 'Unified', '512K', '0-3'],
    ['3', 'Unified', '2048K', '0-3'],
  ]);
});

test('a level that the device lacks is there with no size, so that the host’s is not seen', async () => {
  const files = deviceFiles(await loadDevice('raspberry-pi-4'));
  expect(files.get(`${cpu}/cpu0/cache/index3/size`)).toBe('0K\n');
});

test('masks of more than 32 cores come in groups', async () => {
  const device = { ...(await loadDevice('raspberry-pi-4')), cores: 40 };
  const files = deviceFiles(device);
  expect(files.get(`${cpu}/cpu0/topology/core_siblings`)).toBe('ff,ffffffff\n');
  expect(files.get(`${cpu}/cpu33/topology/thread_siblings`)).toBe('2,00000000\n');
});
