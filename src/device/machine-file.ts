import { type Calibration, calibration } from './calibration.js';
import { type Core, operationNames } from './core.js';
import type { Device } from './profile.js';

/** Costs are given to the plug-in in 1/256 cycles. */
const units = 256;

/**
 * The device as the text file that the plug-in reads (native/machine.c): one `key value…` a line.
 *
 * Cost of a line that a miss brings in, in cycles. Scattered: the place's latency. Streamed, from a
 * cache: `exposure` of that; from memory: its bytes by the bandwidth, at least what a cache would cost.
 */
export function machineFile(device: Device, numbers: Calibration = calibration[device.core.order]): string {
  const { core, caches } = device;
  const lines = [
    `core ${core.order} ${core.width} ${core.mispredict} ${core.loadBytes} ${core.storeBytes}`,
    `overlap ${Math.round(numbers.overlap * units)}`,
    `pipes ${core.pipes.join(' ')}`,
    ...operationNames.map((name) => operationLine(name, core)),
    ...caches.map((cache) => {
      const cost = lineCost(cache.latencyNs ?? 0, 0, device, numbers);
      return `cache ${cache.sizeKiB * 1024} ${cache.ways} ${cache.line} ${cost}`;
    }),
    `memory ${lineCost(device.memory.latencyNs, transferNs(device), device, numbers)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function operationLine(name: (typeof operationNames)[number], core: Core): string {
  const { latency, forward, alone, busy, on, wide } = core.operations[name];
  const narrow = `${busy} ${on}`;
  const fields = [latency, forward ?? 0, alone ? 1 : 0, narrow, wide ? `${wide.busy} ${wide.on}` : narrow];
  return `operation ${name} ${fields.join(' ')}`;
}

function transferNs({ caches, memory }: Device): number {
  return caches[0]!.line / memory.bandwidthGBs;
}

function lineCost(latencyNs: number, transfer: number, device: Device, { exposure }: Calibration): string {
  const cycles = (ns: number) => Math.round((ns * device.clockMHz * units) / 1000);
  const streamed = transfer || latencyNs * exposure;
  return `${cycles(latencyNs)} ${cycles(Math.min(streamed, latencyNs))}`;
}
