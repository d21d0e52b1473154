import type { Progress } from '../../base/progress.js';

/**
 * Progress as lines of a log: what is begun, and how many seconds of the run had passed.
 *
 * @param print is given one line at a time
 */
export function logProgress(print: (line: string) => void): Progress {
  const began = performance.now();
  let last = '';
  return {
    stage(name) {
      // Layers and rounds of one step are stages of the same name: one line tells of all.
      if (name !== last) print(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${name}`);
      last = name;
      return { update: () => {}, end: () => {} };
    },
  };
}
