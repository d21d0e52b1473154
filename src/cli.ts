import { CommanderError } from 'commander';
import { endWith, watchForTheEnd } from './action/end.js';
import { exitCodes } from './action/exit-code.js';
import { programFor } from './commands/program.js';

watchForTheEnd();
try {
  const program = await programFor(process.argv.slice(2));
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) endWith(error);
  else process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
}
