import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DeviceUnavailable } from '../../../src/device/index.js';
import { checkConformance } from './conformance/run.js';
import { compareMachines } from './identity/run.js';
import { PeerUnavailable } from './peer/environment.js';
import { compareQuantizers } from './table/run.js';

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));

/** The checks of quantization, by the argument of `npm run validate`; each tells whether all is as it shall be. */
export const quantizationChecks: Record<string, (args: readonly string[]) => Promise<boolean>> = {
  quantize: compareQuantizers,
  conformance: checkConformance,
  identity: compareMachines,
};

/**
 * Runs one of the checks; skips, and says so, where this machine lacks what it needs.
 *
 * @param args of `conformance`: names of operators and schemes that it is to keep to; default all
 */
export async function checkQuantization(name: string, args: readonly string[]): Promise<boolean> {
  if (!existsSync(shared)) {
    console.log('SKIPPED: the reference models and data (../shared) are not here.');
    return true;
  }
  try {
    return await quantizationChecks[name]!(args);
  } catch (error) {
    if (!(error instanceof PeerUnavailable || error instanceof DeviceUnavailable)) throw error;
    console.log(`SKIPPED: ${error.message}`);
    return true;
  }
}
