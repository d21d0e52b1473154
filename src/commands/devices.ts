import { listDevices, loadDevice } from '../device/index.js';
import { command, print } from './command.js';

export const devices = command('devices', 'list the devices that can be emulated').action(
  async (options: { json?: boolean }) => {
    const all = await Promise.all((await listDevices()).map((name) => loadDevice(name)));
    print(all, options, (list) =>
      list
        .map(({ name, title, clockMHz, confidence }) => `${name}: ${title}, ${clockMHz} MHz (${confidence})`)
        .join('\n'),
    );
  },
);
