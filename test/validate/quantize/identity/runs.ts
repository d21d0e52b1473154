import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOutputs, runGuest } from '../../../../src/device/emulator/guest.js';
import { writeGuestFiles } from '../../../../src/device/emulator/measure.js';
import type { Device, Toolchain } from '../../../../src/device/index.js';
import { emulatorSlots } from '../../../../src/device/slots.js';
import { openSession } from '../../../../src/runtime/index.js';
import { joined, type Runnable } from '../peer/native.js';

/** By sample, the bytes of all outputs after one another. */
export type Outputs = Uint8Array[];

export async function runInWasm({ bytes, samples }: Runnable): Promise<Outputs> {
  const session = await openSession(bytes);
  try {
    return samples.map((inputs) => joined(session.run(inputs)));
  } finally {
    session.close();
  }
}

/** Runs a model on an emulated device, a process a sample. */
export async function runOnDevice(
  { bytes, samples }: Runnable,
  device: Device,
  toolchain: Toolchain,
): Promise<Outputs> {
  const shared = await mkdtemp(join(tmpdir(), 'litetrim-identity-'));
  try {
    await writeGuestFiles(shared, { file: 'model', bytes }, device, toolchain);
    const runs = samples.map((inputs, i) =>
      emulatorSlots.use(async () => {
        const work = join(shared, `run-${i}`);
        const options = { shared, work, cpu: device.core.emulatedAs, profile: false, timeoutMs: 600_000 };
        await runGuest(toolchain, { ...options, inputs: joined(inputs), keepOutputs: true });
        return readOutputs(work);
      }),
    );
    await Promise.allSettled(runs);
    return await Promise.all(runs);
  } finally {
    await rm(shared, { recursive: true, force: true });
  }
}
