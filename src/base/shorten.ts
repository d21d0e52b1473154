/** A character that belongs to the one before it: a combining mark, a skin tone. */
const isMark = (character: string | undefined): boolean =>
  character !== undefined && /^[\p{M}\p{Emoji_Modifier}]$/u.test(character);

/**
 * Cuts a text in its middle, since paths differ at their ends: `models/gener…/model.tflite`.
 *
 * @param max characters (code points) that are left, `…` among them; surrogates stay in pairs, and
 *   letters keep their combining marks
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max || (text.length <= 2 * max && [...text].length <= max)) return text;
  const tail = Math.floor((max - 1) / 2);
  return `${first(text, max - 1 - tail)}…${last(text, tail)}`;
}

/** Names in a sentence: at most `most` of them, the others as a number. */
export function someOf(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

function first(text: string, count: number): string {
  // As many units as that may have, and the character after it.
  const characters = [...text.slice(0, 2 * count + 2)];
  let end = count;
  while (end > 0 && isMark(characters[end])) end--;
  return characters.slice(0, end).join('');
}

function last(text: string, count: number): string {
  if (count <= 0) return '';
  const characters = [...text.slice(-2 * count)].slice(-count);
  let start = 0;
  while (isMark(characters[start])) start++;
  return characters.slice(start).join('');
}
