import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { hostileNames } from '../../test/support/report-examples.js';
import { randomNumbers } from '../base/random-numbers.js';
import { visible } from '../base/visible.js';
import { code, commit, escapeMarkdown, maxName, tableCell } from './markdown.js';

/** What a text from outside may be, alone or beside others. */
const pieces = [
  ...['# x', '## x', '- x', '+ x', '* x', '1. x', '12) x', '> x', '=', '===', '---', '- - -', '***', '+'],
  ...['```', '~~~', '`', '``', '~~x~~', '~x~', '*x*', '**x**', '_x_', '__x__', '\\', '\\\\', '|', '\\|'],
  ...['[x](y)', '![x](y)', '[^1]', '[^1]: x', '[x]: /y', '[ ] x', '[x] y', '<b>', '</td>', '<!-- ', '-->'],
  ...[
    'https://a.bc',
    'http://a.bc/d',
    'ftp://a.bc',
    'www.a.bc',
    '_www.a.bc',
    '(www.a.bc',
    'b@a.bc',
    'b.c@a-b.cd',
  ],
  ...['mailto:b@a.bc', 'xmpp:b@a.bc/x', '@ada', '@acme/team', '#1', 'acme/x#12', 'ada#3', 'GH-1', 'gh-22'],
  ...[
    'GHSA-abcd-efgh-ijkl',
    'CVE-2026-1234',
    'acme/x@1f0c9d2',
    '1f0c9d2',
    `${'1f0c9d2a'.repeat(5)}`,
    '1234567',
  ],
  ...[
    ':tada:',
    ':+1:',
    ':a:b:',
    '::',
    '$x^2$',
    '$$x$$',
    '$`x`$',
    '&amp;',
    '&#64;',
    '&lt;',
    '{x}',
    ':-',
    ':-:',
  ],
  ...['a', ' ', '.', ',', '(', ')', '!', '"', "'", '\n', '\r', '\t', '    ', '\u2028', 'é', '💥', '漢', '/'],
  ...['\u200b', '\u202e', '\u2066', '\ufe0f', '\u{e0041}', '\u00ad', '\ud800', '\udc00', '\u0301', '\u0000'],
];

const random = randomNumbers(17);
const pick = () => pieces[Math.floor(random() * pieces.length)]!;
const texts = [
  ...hostileNames,
  ...pieces,
  ...pieces.map((piece) => `x ${piece} y`),
  ...pieces.map((piece) => `${piece}|${piece}`),
  ...Array.from({ length: 1500 }, () => Array.from({ length: 1 + random() * 7 }, pick).join('')),
].filter((text) => visible(text) !== '');

/** A text from outside in all places that reports have for it. */
const page = (text: string) => `**${escapeMarkdown(text)}**

- ${escapeMarkdown(text)}
- ${code(text)}: ${escapeMarkdown(text)}

| x | y |
| :- | -: |
| ${code(text, maxName)} | ${tableCell(text)} |

${code(text)} on ${code(text)}

end`;

const tagsOfPage =
  'p strong /strong /p ul li /li li /li /ul table thead tr th /th th /th /tr /thead tbody tr td /td td /td /tr /tbody /table p /p p /p';

const whole = new Marked();
const withoutCode = new Marked({ renderer: { codespan: () => '' } });

/** What a reader sees of HTML, but for the characters that break links. */
function textOf(html: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, number, name) =>
      number ? String.fromCodePoint(number) : names[name]!,
    );
}
const seen = (html: string) => textOf(html).replaceAll('\u200b', '');

/** What GitHub links in rendered text, wherever it isn't a code span. */
const addresses = /:\/\/|www\.|[\w.+-]@[\w.-]/i;
/** What it makes of text that is no code of either kind. */
const references = /@[\w-]|#\d|(?<![a-z\d])(GH|GHSA|CVE)-\w|:[\w+-]+:|(?<![\da-z])[\da-f]{7,40}(?![\da-z])/i;

describe('text from outside', () => {
  it('is nothing but this text, wherever it stands', () => {
    for (const text of texts) {
      const html = whole.parse(page(text)) as string;
      const tags = [...html.matchAll(/<(\/?\w+)[^>]*>/g)].map(([, tag]) => tag!);
      const own = tags.filter((tag) => !/code|span/.test(tag)).join(' ');
      expect(own, text).toBe(tagsOfPage);
      const [strong] = /<strong>.*<\/strong>/s.exec(html)!;
      expect(seen(strong), text).toBe(visible(text));
      const items = html.match(/<li>.*<\/li>/g)!.map(seen);
      expect(items, text).toEqual([visible(text), `${visible(text)}: ${visible(text)}`]);
      const cells = html.match(/<td.*<\/td>/g)!.map(seen);
      expect(cells, text).toEqual([visible(text, maxName), visible(text, maxName)]);
    }
  });

  it('links, mentions and refers to nothing, and is no emoji and no formula', () => {
    for (const text of texts) {
      const html = withoutCode.parse(page(text)) as string;
      expect(textOf(html), text).not.toMatch(addresses);
      expect(textOf(html.replace(/<code>.*?<\/code>/gs, '')), text).not.toMatch(references);
      expect(html.replaceAll('<span>$</span>', '').replace(/<code>.*?<\/code>/gs, ''), text).not.toContain(
        '$',
      );
    }
  });

  it('is code without a hidden character where it can be, so that it can be copied', () => {
    expect(code('models/@octocat #1 www.evil.example.tflite')).toBe(
      '`models/@octocat #1 www.evil.example.tflite`',
    );
    expect(code('')).toBe('`(empty)`');
  });
});

describe('a commit', () => {
  const sha = '1f0c9d2a7f4be0c6b2b5f3f8c1d9a0b3c4d5e6f7';

  it('is linked by GitHub; what only looks like one is text', () => {
    expect(commit(sha)).toBe(sha);
    expect(commit(`${sha} @ada`)).toBe(escapeMarkdown(`${sha} @ada`));
  });
});
