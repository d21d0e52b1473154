import { markdownTable } from 'markdown-table';
import { visible } from '../base/visible.js';

/** Breaks what GitHub would link, without being seen. */
const joiner = '\u200b';

/** Longer names are cut where rows of a table show them; the page and the JSON have them whole. */
export const maxName = 80;

/**
 * Text from outside (a path, a tensor's name, an error message) as markdown that shows just this text,
 * wherever it stands: no markup, heading or list, no HTML, no link, mention, reference, emoji or formula.
 *
 * Backslashes stop markup. What GitHub makes of text after rendering needs an invisible character in it.
 */
export function escapeMarkdown(text: string, max?: number): string {
  return inline(text, max)
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2');
}

/** The same in a cell of a table, where nothing begins a block. */
export function tableCell(text: string): string {
  return inline(text, maxName);
}

function inline(text: string, max?: number): string {
  return unlinked(visible(text, max))
    .replace(/[\\`*_[\]<>~&]/g, '\\$&')
    .replaceAll('$', '<span>$</span>')
    .replaceAll('|', '&#124;');
}

/** A name from outside as code: nothing inside is markup, a link or a mention. */
export function code(text: string, max?: number): string {
  const name = visible(text, max) || '(empty)';
  if (!/[`|\\<>&]/.test(name)) return `\`${name}\``;
  // Inside of this element GitHub reads markdown as everywhere, and links addresses.
  const inert = unlinked(name).replace(/[^A-Za-z0-9 ./+\u200b-]/gu, (character) => {
    return `&#${character.codePointAt(0)};`;
  });
  return `<code>${inert}</code>`;
}

/** A commit of the repository, which GitHub links; anything else as text. */
export function commit(sha: string): string {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? sha : escapeMarkdown(sha);
}

/**
 * Text in which GitHub finds no address, e-mail, mention, issue, advisory, commit or emoji.
 * https://github.github.com/gfm/#autolinks-extension-
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
function unlinked(text: string): string {
  return text
    .replace(/@(?=\S)/g, `@${joiner}`)
    .replace(/#(?=\d)/g, `#${joiner}`)
    .replace(/(?<![A-Z\d])(GH|GHSA|CVE)-(?=\w)/gi, `$&${joiner}`)
    .replaceAll('://', `:${joiner}//`)
    .replace(/www(?=\.)/gi, `$&${joiner}`)
    .replace(/:(?=[\w+-]+:)/g, `:${joiner}`)
    .replace(/(?<![\da-z])[\da-f]{7,}(?![\da-z])/gi, (hash) => hash.replace(/.{6}(?=.)/g, `$&${joiner}`));
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
