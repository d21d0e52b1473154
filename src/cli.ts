import { Command, CommanderError } from 'commander';
import { endWith, watchForTheEnd } from './action/end.js';
import { exitCodes } from './action/exit-code.js';
import { version } from './base/version.js';

/** Loaded by name, since reading the code of all of them takes longer than many a command. */
const commands = new Map<string, () => Promise<Command>>([
  ['inspect', async () => (await import('./commands/inspect.js')).inspect],
  ['optimize', async () => (await import('./commands/optimize.js')).optimize],
  ['bench', async () => (await import('./commands/bench.js')).bench],
  ['evaluate', async () => (await import('./commands/evaluate.js')).evaluate],
  ['diff', async () => (await import('./commands/diff.js')).diff],
  ['run', async () => (await import('./commands/run.js')).run],
  ['devices', async () => (await import('./commands/devices.js')).devices],
  ['recipes', async () => (await import('./commands/recipes.js')).recipes],
  ['doctor', async () => (await import('./commands/doctor.js')).doctor],
  ['init', async () => (await import('./commands/init.js')).init],
]);
const named = commands.get(process.argv[2] ?? '');

watchForTheEnd();
const program = new Command('litetrim')
  .description('Optimizes TensorFlow Lite models and measures them on emulated ARM devices.')
  .version(version)
  .showHelpAfterError('Say "litetrim help" for what there is.');
const loaded = await Promise.all((named ? [named] : [...commands.values()]).map((load) => load()));
for (const command of loaded) program.addCommand(command.exitOverride());
program.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) endWith(error);
  else process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
}
