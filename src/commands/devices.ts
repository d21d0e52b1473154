import { listTargets, loadTarget, type Target } from '../device/index.js';
import { command, print } from './command.js';

export const devices = command('devices').action(async (options: { json?: boolean }) => {
  const all = await Promise.all((await listTargets()).map((name) => loadTarget(name)));
  print(all, options, (list) => list.map(deviceText).join('\n'));
});

/** A line of what it is, and one each of what is assumed of its caches and its memory. */
function deviceText(device: Target): string {
  if (device.backend === 'native')
    return `${device.name}: ${device.title}, by its own clock, not emulated (arm64 Linux)`;
  const { name, title, core, clockMHz, cores, ramMiB, caches, memory, confidence } = device;
  const levels = caches.map(({ sizeKiB, ways, latencyNs }, level) => {
    const latency = latencyNs === undefined ? '' : `, +${latencyNs} ns`;
    return `L${level + 1} ${sizeKiB} KiB (${ways}-way${latency})`;
  });
  const order = core.order === 'in-order' ? 'in order' : 'out of order';
  return [
    `${name}: ${title}, ${clockMHz} MHz (${confidence})`,
    `  ${cores} × ${core.title}, ${core.width} wide, ${order}; ${levels.join(', ')}`,
    `  ${ramMiB} MiB of memory: ${memory.latencyNs} ns, ${memory.bandwidthGBs} GB/s`,
  ].join('\n');
}
