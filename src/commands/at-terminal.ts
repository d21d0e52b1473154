import { Option } from 'commander';
import { atWorkbench, type Workbench } from '../job/workbench.js';
import { type Effort, efforts } from '../optimize/types.js';
import { terminalProgress } from './terminal.js';

/** Gives work a workbench with the terminal's progress. */
export function atTerminal<T>(work: (bench: Workbench) => Promise<T>): Promise<T> {
  return atWorkbench({ progress: terminalProgress() }, work);
}

export interface EffortOption {
  effort: Effort;
}

/** How much computing a recipe may spend. */
export function effort(): Option {
  return new Option('-e, --effort <level>', 'how much computing to spend')
    .choices(efforts)
    .default('default');
}
