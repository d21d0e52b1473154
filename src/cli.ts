#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { bench } from './commands/bench.js';
import { devices } from './commands/devices.js';
import { diff } from './commands/diff.js';
import { doctor } from './commands/doctor.js';
import { evaluate } from './commands/evaluate.js';
import { init } from './commands/init.js';
import { inspect } from './commands/inspect.js';
import { optimize } from './commands/optimize.js';
import { recipes } from './commands/recipes.js';
import { run } from './commands/run.js';
import { InputError, messageOf } from './errors.js';
import { exitCodeOf, exitCodes } from './exit-code.js';
import { version } from './version.js';

const commands = [inspect, optimize, bench, evaluate, diff, run, devices, recipes, doctor, init];

const program = new Command('litetrim')
  .description('Optimizes TensorFlow Lite models and measures them on emulated ARM devices.')
  .version(version)
  .showHelpAfterError('Say "litetrim help" for what there is.');
for (const command of commands) program.addCommand(command);
for (const command of [program, ...commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  } else {
    const defect = !(error instanceof InputError);
    console.error(`litetrim: ${defect ? 'defect: ' : ''}${messageOf(error)}`);
    if (defect && process.env.DEBUG) console.error(error);
    process.exitCode = exitCodeOf(error);
  }
}
