import { visible } from '../base/visible.js';

/** Two blanks between columns; the first `left` columns aligned to the left, the others to the right. */
export function textTable(
  header: readonly string[] | null,
  rows: readonly (readonly string[])[],
  left = 1,
): string {
  const lines = [...(header ? [header] : []), ...rows].map((line) => line.map((cell) => visible(cell)));
  const columns = Math.max(0, ...lines.map((line) => line.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((line) => width(line[column] ?? ''))),
  );
  return lines
    .map((line) =>
      widths
        .map((size, column) => pad(line[column] ?? '', size, column < left))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, size: number, left: boolean): string {
  const blanks = ' '.repeat(Math.max(0, size - width(cell)));
  return left ? `${cell}${blanks}` : `${blanks}${cell}`;
}

/** Columns of a terminal that western text and the report's marks take. */
function width(cell: string): number {
  const characters = [...cell.replaceAll('\ufe0f', '')];
  return (
    characters.length + characters.filter((character) => /\p{Extended_Pictographic}/u.test(character)).length
  );
}
