import { Command } from 'commander';
import { type CommandName, summaries } from './list.js';

/** A subcommand that can print its result for programs, too. */
export function command(name: CommandName): Command {
  return new Command(name).description(summaries[name].does).option('--json', 'print the result as JSON');
}

/** Prints what a command found: as JSON where `--json` says so, else as text. */
export function print<T>(result: T, options: { json?: boolean }, text: (result: T) => string): void {
  const output = options.json ? JSON.stringify(result, null, 2) : text(result).trimEnd();
  process.stdout.write(`${output}\n`);
}

/** `a,b` and repeated options make one list. */
export function list(value: string, before: readonly string[] = []): string[] {
  const names = value.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}
