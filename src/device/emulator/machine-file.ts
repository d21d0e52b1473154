import { protocol } from '../../runtime/observer/protocol.js';
import { type Core, operationNames } from '../core.js';
import type { Device } from '../profile.js';
import { type Calibration, calibration } from './calibration.js';

/** Costs are given to the plug-in in 1/256 cycles. */
const units = 256;

/**
 * The device as the text file that the plug-in reads (native/machine.c): one `key value…` a line, the first
 * one being the protocol's version.
 *
 * What a line that a miss brings in costs, in 1/256 cycles: the place's latency, `exposure` of that as the most
 * that the core waits in a recognised stream; from memory, besides, the time that its bytes take.
 */
export function machineFile(device: Device, numbers: Calibration = calibration[device.core.order]): string {
  const { core, caches, memory } = device;
  const cost = (ns: number) => Math.round((ns * device.clockMHz * units) / 1000);
  const waits = (latencyNs: number) => `${cost(latencyNs)} ${cost(latencyNs * numbers.exposure)}`;
  const transferNs = caches[0]!.line / memory.bandwidthGBs;
  const { width, microOps = width, mispredict, loadBytes, storeBytes, linefills } = core;
  const widths = [width, microOps, mispredict, loadBytes, storeBytes, linefills];
  const lines = [
    `protocol ${protocol}`,
    `core ${core.order} ${widths.join(' ')}`,
    `pipes ${core.pipes.join(' ')}`,
    ...operationNames.map((name) => operationLine(name, core)),
    ...caches.map(
      ({ sizeKiB, ways, line, latencyNs = 0 }) =>
        `cache ${sizeKiB * 1024} ${ways} ${line} ${waits(latencyNs)}`,
    ),
    `memory ${waits(memory.latencyNs)} ${cost(transferNs)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function operationLine(name: (typeof operationNames)[number], core: Core): string {
  const { latency, forward, alone, busy, on, wide } = core.operations[name];
  const narrow = `${busy} ${on}`;
  const fields = [latency, forward ?? 0, alone ? 1 : 0, narrow, wide ? `${wide.busy} ${wide.on}` : narrow];
  return `operation ${name} ${fields.join(' ')}`;
}
