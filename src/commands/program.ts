import { Command } from 'commander';
import { version } from '../base/version.js';
import { command } from './command.js';
import { type CommandName, summaries } from './list.js';

/** Loaded by name, since reading the code of all of them takes longer than many a command. */
const commands: Record<CommandName, () => Promise<Command>> = {
  inspect: async () => (await import('./inspect.js')).inspect,
  optimize: async () => (await import('./optimize.js')).optimize,
  bench: async () => (await import('./bench.js')).bench,
  evaluate: async () => (await import('./evaluate.js')).evaluate,
  diff: async () => (await import('./diff.js')).diff,
  run: async () => (await import('./run.js')).run,
  devices: async () => (await import('./devices.js')).devices,
  recipes: async () => (await import('./recipes.js')).recipes,
  doctor: async () => (await import('./doctor.js')).doctor,
  init: async () => (await import('./init.js')).init,
};

/**
 * The command line with the one subcommand that its words ask for, and what help lists of the others.
 *
 * @param words what follows the program's name
 */
export async function programFor(words: readonly string[]): Promise<Command> {
  const program = new Command('litetrim')
    .description('Optimizes TensorFlow Lite models and measures them on emulated ARM devices.')
    .version(version)
    .showHelpAfterError('Say "litetrim help" for what there is.');
  const [first, second] = words.filter((word) => !word.startsWith('-'));
  const asked = first === 'help' ? second : first;
  for (const name of Object.keys(commands) as CommandName[]) {
    const subcommand = name === asked ? await commands[name]() : listed(name);
    program.addCommand(subcommand.exitOverride());
  }
  return program.exitOverride();
}

/** A subcommand as help lists it. */
function listed(name: CommandName): Command {
  const { takes } = summaries[name];
  return takes === '' ? command(name) : command(name).arguments(takes);
}
