import { code, escapeMarkdown } from './markdown.js';
import { marks } from './marks.js';
import { footer, type Links } from './sections.js';

/** What stands in place of a report where a run ended before there was one: an earlier verdict doesn't hold any more. */
export function renderRunFailure(reason: string, headSha: string, links: Links): string {
  const blocks = [
    `${marks.fail} **litetrim could not judge this pull request: ${escapeMarkdown(reason)}**`,
    `Nothing was measured at ${code(headSha)}, and what was said of earlier commits does not hold for it.`,
    footer(links, null),
  ];
  return `${blocks.join('\n\n')}\n`;
}
