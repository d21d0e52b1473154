import { oneLine } from '../base/errors.js';
import { formatInteger } from '../base/units.js';
import type { Operator } from '../model/graph.js';
import { operatorName } from '../model/operators/index.js';
import type { Note, TransformContext } from './types.js';

/** Tells the reader of the result something about it, once. */
export function addNote(
  context: Pick<TransformContext, 'notes'>,
  level: Note['level'],
  message: string,
): void {
  const line = oneLine(message);
  if (!context.notes.some((note) => note.message === line)) context.notes.push({ level, message: line });
}

/** Longer names, as converters make of fused operators, are cut in their middle. */
const maxName = 60;

/** The operator as notes name it: `CONV_2D "conv1/Relu"`, by what it computes. */
export function nameOf(operator: Operator): string {
  const name = operator.outputs[0]?.name;
  const half = (maxName - 1) / 2;
  const output =
    name && name.length > maxName
      ? `${name.slice(0, Math.ceil(half))}…${name.slice(-Math.floor(half))}`
      : name;
  return output ? `${operatorName(operator)} "${output}"` : operatorName(operator);
}

/** `3 operators`, `1 operator`. */
export function count(number: number, noun: string): string {
  return `${formatInteger(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** How many operators of a kind a note names before it counts the rest. */
const maxNamed = 3;

/** `CONV_2D "a", CONV_2D "b", CONV_2D "c" and 4 more`. */
export function listOf(names: readonly string[]): string {
  const rest = names.length - maxNamed;
  const shown = names.slice(0, maxNamed).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
