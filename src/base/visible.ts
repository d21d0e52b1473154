import { oneLine } from './errors.js';
import { shorten } from './shorten.js';

/** Longer texts from outside are cut: a name as long as a page hides the rest of it. */
const maxText = 400;

/**
 * Characters that are not seen, or not told from a blank: default-ignorable ones (zero-width, bidi,
 * soft hyphens, tags, variation selectors), other format characters (interlinear annotation), halves
 * of surrogate pairs, blanks but the plain one. An emoji may say that it is one.
 */
const unseen =
  /(?! )(?!(?<=\p{Extended_Pictographic})\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Zs}\u2800]/gu;

/** More marks on one letter than any script has are there to cover other lines. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * A text from outside as all views show it: one line, at most `max` characters, every one of them seen.
 * Hidden ones stand by number, `\u{202E}`, so that no two names look the same and none reorders its line.
 */
export function visible(text: string, max = maxText): string {
  // Of a text that is pages long the middle is never seen: don't work on it.
  const few = text.length > 8 * max ? `${text.slice(0, 4 * max)}…${text.slice(-4 * max)}` : text;
  return shorten(oneLine(few).replace(unseen, byNumber).replace(piledMarks, '$1\ufffd'), max);
}

/** `\u{202E}`. */
function byNumber(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16).toUpperCase()}}`;
}
