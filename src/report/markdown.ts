import { markdownTable } from 'markdown-table';
import { oneLine } from '../errors.js';

/** Breaks what GitHub would link, without being seen. */
const joiner = '\u200b';

/** Characters that reorder a line as it is shown, so that names look like others. */
const reordering = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Longer texts from outside are cut in their middle: a name as long as a page hides the rest of it. */
const maxText = 400;

/**
 * Text from outside (a path, a tensor's name, an error message) as markdown that shows just this text:
 * no markup, no HTML, no link, no mention (`@name`), no reference (`#1`), in tables, too.
 *
 * Backslashes stop markup. What GitHub links after rendering needs an invisible character in it.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>~&$]/g, '\\$&')
    .replace(/@(?=[\w-])/g, `@${joiner}`)
    .replace(/#(?=\d)/g, `#${joiner}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${joiner}`)
    .replaceAll('://', `:${joiner}//`)
    .replace(/\b(www)\./gi, `$1${joiner}.`)
    .replaceAll('|', '&#124;');
}

/** A name from outside as code: nothing inside is markup, a link or a mention. */
export function code(text: string): string {
  const name = visible(text) || '(empty)';
  if (!/[`|\\<>&]/.test(name)) return `\`${name}\``;
  return `<code>${name.replace(/[^\w ./+-]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`;
}

/** One line without tricks, of at most `length` characters. */
export function visible(text: string, length = maxText): string {
  // Of a text that is pages long the middle is never seen: don't work on it.
  const seen = text.length > 8 * length ? `${text.slice(0, 4 * length)}${text.slice(-4 * length)}` : text;
  const line = oneLine(seen).replace(reordering, '\ufffd');
  const characters = [...line];
  if (characters.length <= length) return line;
  const half = Math.floor((length - 1) / 2);
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}

/** A link; plain text where the address is none of the web. */
export function link(text: string, url: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(url) ? `[${text}](<${url}>)` : text;
}

/** A table; all columns but the first `left` are aligned to the right. */
export function table(header: string[], rows: string[][], left: number): string {
  const align = header.map((_, index) => (index < left ? 'l' : 'r'));
  return markdownTable([header, ...rows], { align, alignDelimiters: false, padding: true });
}

/** A part that is folded until clicked. `title` is markdown-free. */
export function details(title: string, content: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}
