import { Command, Option } from 'commander';
import { atWorkbench, type Workbench } from '../job/workbench.js';
import { type Effort, efforts } from '../optimize/types.js';
import { terminalProgress } from './terminal.js';

/** A subcommand that can print its result for programs, too. */
export function command(name: string, summary: string): Command {
  return new Command(name).description(summary).option('--json', 'print the result as JSON');
}

/** Prints what a command found: as JSON where `--json` says so, else as text. */
export function print<T>(result: T, options: { json?: boolean }, text: (result: T) => string): void {
  const output = options.json ? JSON.stringify(result, null, 2) : text(result).trimEnd();
  process.stdout.write(`${output}\n`);
}

/** Gives work a workbench with the terminal's progress. */
export function atTerminal<T>(work: (bench: Workbench) => Promise<T>): Promise<T> {
  return atWorkbench({ progress: terminalProgress() }, work);
}

/** `a,b` and repeated options make one list. */
export function list(value: string, before: readonly string[] = []): string[] {
  const names = value.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
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
