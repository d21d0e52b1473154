import { Help } from 'commander';
import { expect, it } from 'vitest';
import { type CommandName, summaries } from './list.js';
import { programFor } from './program.js';

const names = Object.keys(summaries) as CommandName[];
const help = new Help();

it.each(names)('help lists "%s" as the command itself is', async (name) => {
  const lines = async (words: string[]) => {
    const { commands } = await programFor(words);
    expect(commands.map((command) => command.name())).toEqual(names);
    const [one] = commands.filter((command) => command.name() === name);
    return `${help.subcommandTerm(one!)}  ${help.subcommandDescription(one!)}`;
  };
  expect(await lines([])).toBe(await lines([name]));
});

it.each([
  [['inspect', 'model.tflite']],
  [['help', 'inspect']],
  [['--', 'inspect', 'model.tflite']],
])('%j means the command with its options', async (words) => {
  const { commands } = await programFor(words);
  const [inspect] = commands;
  expect(inspect!.registeredArguments.map(({ description }) => description)).toEqual(['.tflite file']);
});
