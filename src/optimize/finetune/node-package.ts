import { createRequire } from 'node:module';
import { join } from 'node:path';

/** TensorFlow.js with TensorFlow's own library, which users install for `backend: node`. */
export const nodePackage = '@tensorflow/tfjs-node';

/** A `require` that looks from a folder on. */
export const requireFrom = (folder: string): NodeJS.Require => createRequire(join(folder, 'package.json'));

/** What there is of the package for who runs in a folder: a clause for `litetrim doctor`. */
export function describeNodePackage(folder: string): string {
  try {
    const { version } = requireFrom(folder)(`${nodePackage}/package.json`) as { version: string };
    return `${nodePackage} ${version}`;
  } catch {
    return `${nodePackage} is not installed here; only recipes with "backend: node" want it ("npm install ${nodePackage}")`;
  }
}
