import { InvalidArgumentError, Option } from 'commander';
import { atWorkbench, type Workbench } from '../job/workbench.js';
import type { InputShapes } from '../model/input-shapes.js';
import { type Effort, efforts } from '../optimize/types.js';
import { terminalProgress } from './terminal.js';

/** Gives work a workbench with the terminal's progress. */
export function atTerminal<T>(work: (bench: Workbench) => Promise<T>): Promise<T> {
  return atWorkbench({ progress: terminalProgress() }, work);
}

export interface EffortOption {
  effort: Effort;
}

export interface InputsOption {
  input: InputShapes;
}

/** Shapes of inputs that the model leaves open. */
export function inputs(): Option {
  return new Option(
    '-i, --input <name=shape>',
    'shape of an input that the model leaves open, "audio=1,16000"; for several, say it again',
  )
    .argParser(addShape)
    .default({}, 'as its samples');
}

function addShape(text: string, known: InputShapes): InputShapes {
  const [, name, sizes] = /^(.+)=([\d,x ]+)$/.exec(text) ?? [];
  const shape = sizes?.split(/[,x]/).map(Number);
  if (name && shape?.every((size) => Number.isInteger(size) && size > 0)) return { ...known, [name]: shape };
  throw new InvalidArgumentError('It is written like "audio=1,16000".');
}

/** How much computing a recipe may spend. */
export function effort(): Option {
  return new Option('-e, --effort <level>', 'how much computing to spend')
    .choices(efforts)
    .default('default');
}
