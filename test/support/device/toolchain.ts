import { DeviceUnavailable } from '../../../src/device/errors.js';
import { ensureToolchain, type Toolchain } from '../../../src/device/toolchain/index.js';

/**
 * The emulator for tests that need it, fetched where it isn't in the cache; null with the reason where this
 * machine can't have it, for the test's name to say why it is skipped.
 */
export async function toolchainForTests(): Promise<{ toolchain: Toolchain | null; note: string }> {
  try {
    return { toolchain: await ensureToolchain(), note: '' };
  } catch (error) {
    if (!(error instanceof DeviceUnavailable)) throw error;
    return { toolchain: null, note: ` (SKIPPED: ${error.message})` };
  }
}
