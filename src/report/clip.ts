/** "Body is too long (maximum is 65536 characters)". */
export const maxCommentCharacters = 65_536;

/** "Job summaries are isolated between steps and each step is restricted to a maximum size of 1MiB". */
export const maxSummaryBytes = 1024 * 1024;

/**
 * Cuts markdown that is longer than GitHub takes, at a line's end, and closes what the cut left open.
 * Reports drop what matters least by themselves; this is the net below them.
 *
 * @param room the length allowed, in whatever `lengthOf` counts
 */
export function clipMarkdown(markdown: string, room: number, lengthOf = countCharacters): string {
  if (lengthOf(markdown) <= room) return markdown;
  let open: OpenBlocks = { fence: '', details: 0 };
  let used = 0;
  let end = 0;
  for (const line of markdown.split('\n')) {
    const after = blocksAfter(line, open);
    used += lengthOf(line) + 1;
    if (used + lengthOf(ending(after)) > room) break;
    open = after;
    end += line.length + 1;
  }
  return `${markdown.slice(0, end)}${ending(open)}`;
}

function countCharacters(text: string): number {
  return text.length;
}

export function countBytes(text: string): number {
  return Buffer.byteLength(text);
}

/** What is open at a line's end. */
interface OpenBlocks {
  /** The code fence's opening characters; empty outside code. */
  fence: string;
  /** How many `<details>`. */
  details: number;
}

function blocksAfter(line: string, { fence, details }: OpenBlocks): OpenBlocks {
  const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
  if (fence) return { fence: mark.startsWith(fence) ? '' : fence, details };
  if (mark) return { fence: mark, details };
  // Folds begin and end on lines of their own; elsewhere these are words of a text from outside.
  const change = /^<details\b/.test(line) ? 1 : /^<\/details>/.test(line) ? -1 : 0;
  return { fence, details: details + change };
}

/** Closes what is open, and says why the text ends here. */
function ending({ fence, details }: OpenBlocks): string {
  const closing = '\n</details>\n'.repeat(Math.max(0, details));
  const reason = '*The report is longer than GitHub shows: the artifacts have all of it.*';
  return `${fence ? `${fence}\n` : ''}${closing}\n${reason}\n`;
}
