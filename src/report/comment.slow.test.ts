import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { examples, hostileNames } from '../../test/support/report-examples.js';
import { visible } from '../base/visible.js';
import { maxCommentCharacters } from './clip.js';
import { renderComment, renderSummary, renderWithin } from './comment.js';
import { maxName } from './markdown.js';
import { mainGrid } from './rows.js';

const links = {
  runUrl: 'https://github.com/acme/models/actions/runs/1',
  artifactUrl: 'https://github.com/acme/models/actions/runs/1/artifacts/2',
};

const comments = Object.entries(examples).map(
  ([name, report]) => [name, renderComment(report(), links)] as const,
);
const commentOf = (name: string) => comments.find(([other]) => other === name)![1];

/** HTML that the report writes itself. */
const ownTags = /^<\/?(details|summary|sub|br|code|span)>$/;

function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => void tokens.push(token));
  return tokens;
}

/** What a reader sees: the text of rendered HTML. */
function textOf(html: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(lt|gt|amp|quot));/g, (_, code, name) =>
      code ? String.fromCodePoint(code) : entities[name]!,
    );
}

describe('the comment', () => {
  it.each(
    comments.filter(([name]) => !['long', 'many-slower'].includes(name)),
  )('%s', async (name, comment) => {
    await expect(comment).toMatchFileSnapshot(`golden/comment-${name}.golden.md`);
  });

  it('says one cause once, and names every model above the fold', () => {
    const comment = commentOf('slower');
    const visibly = comment.replace(/<details>[\s\S]*?<\/details>/g, '');
    expect(visibly.length).toBeLessThan(6000);
    expect(visibly.match(/^- .*slower/gm)).toHaveLength(3);
    for (const { file } of examples.slower!().models) {
      expect(comment.slice(0, comment.indexOf('<details>'))).toContain(`- ❌ ${file}`);
    }
  });

  it('is short before its first fold, however many models there are', () => {
    expect(commentOf('many-slower').indexOf('<details>')).toBeLessThan(20_000);
  });

  it.each(comments)('%s: is sound markdown', (_, comment) => {
    const tokens = tokensOf(comment);
    const html = tokens.filter((token): token is Tokens.HTML => token.type === 'html');
    for (const { raw } of html) {
      const tags = raw.match(/<[^>]*>/g) ?? [];
      expect(tags.filter((tag) => !ownTags.test(tag))).toEqual([]);
    }
    const urls = tokens
      .filter((token): token is Tokens.Link => token.type === 'link')
      .map(({ href }) => href);
    expect(urls).toEqual([links.runUrl, links.artifactUrl]);
    expect(
      tokens.filter(({ type }) => type === 'image' || type === 'heading' || type === 'blockquote'),
    ).toEqual([]);
    expect(comment.match(/<details>/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
  });

  it.each(comments)('%s: has a cell a column in every row', (name, comment) => {
    const { columns, rows } = mainGrid(examples[name]!());
    const [first] = tokensOf(comment).filter((token): token is Tokens.Table => token.type === 'table');
    const devices = new Set(columns.map(({ device }) => device).filter((device) => device !== null));
    const folded = Math.max(0, devices.size - 2);
    expect(first?.header.length).toBe(rows.length > 0 ? 3 + columns.length - folded : undefined);
    for (const table of comment.match(/(^\|.*\n)+/gm) ?? []) {
      const delimiters = table
        .trim()
        .split('\n')
        .map((line) => line.split('|').length);
      expect(new Set(delimiters).size, table).toBe(1);
    }
  });

  it('begins with the verdict and why', () => {
    expect(commentOf('failure')).toMatch(
      /^❌ \*\*models\/kws\.tflite breaks limits \(latency, accuracy\)\.\*\*\n\n- ❌ models\/kws\.tflite became 12\.3 % slower on/,
    );
    expect(commentOf('fine')).toMatch(/^✅ /);
    expect(commentOf('warning')).toMatch(/^⚠️ /);
  });

  it('says how far each latency can be trusted, and what it stands for', () => {
    const comment = commentOf('fine');
    expect(comment).toContain('| Latency on raspberry-pi-4 (fitted) | Latency on cortex-a55 (derived) |');
    expect(comment).toContain('fitted: the model of this core was fitted');
    expect(comment).toContain('XNNPACK, one thread');
  });

  it('calls fidelity by its name', () => {
    expect(commentOf('problems')).toContain('97.6 %<br><sub>fidelity, 95.9–98.6 %</sub>');
  });
});

describe('text from outside', () => {
  const comment = commentOf('hostile');
  const tables = tokensOf(comment).filter((token): token is Tokens.Table => token.type === 'table');
  const cells = tables[0]!.rows.map((row) => textOf(marked.parseInline(row[1]!.text) as string));

  it.each(hostileNames)('%j is shown as it is, in its own cell', (name) => {
    expect(cells.map((cell) => cell.replaceAll('\u200b', ''))).toContain(visible(name, maxName));
  });

  it('is the same in sentences, but for invisible characters', () => {
    const shown = textOf(marked.parse(comment) as string).replaceAll('\u200b', '');
    for (const name of hostileNames.filter(({ length }) => length < 150)) {
      expect(shown).toContain(visible(name));
    }
    expect(shown.match(/became 15\.2 % larger/g)).toHaveLength(10);
  });

  it('mentions nobody, refers to nothing and links nowhere outside of code', () => {
    const outside = (marked.parse(comment) as string)
      .replace(/<code>.*?<\/code>/gs, '')
      .replace(/<a [^>]*>.*?<\/a>/gs, '');
    expect(textOf(outside)).not.toMatch(/@\w|#\d|GH-\d|https?:\/\/|www\.|\n\s*## /);
  });
});

describe('too long a report', () => {
  it('leaves detail out first, then rows, and says so', () => {
    const comment = commentOf('long');
    expect(comment.length).toBeLessThanOrEqual(maxCommentCharacters - 500);
    expect(comment.length).toBeGreaterThan(maxCommentCharacters * 0.7);
    expect(comment).toContain('❌ | `models/generated/family-0350/model.tflite`');
    expect(comment).toMatch(
      /left out: changes by layer, notes, what each recipe makes of its model, \d+ rows of the table\./,
    );
    expect(comment).toContain(links.artifactUrl);
  });

  it('keeps notes and layers in the job summary, which has more room', () => {
    const summary = renderSummary(examples.long!(), links);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
    expect(summary).toMatch(/^## litetrim\n\n❌ /);
    expect(summary).toContain('drifts by 3 %');
  });

  it('leaves out one kind of detail after the other', () => {
    const lengths = [400_000, 300_000, 150_000, 80_000, 20_000, 5_000].map((room) => {
      const text = renderWithin(examples.long!(), links, room, ({ length }) => length);
      expect(text.length).toBeLessThanOrEqual(room);
      return text.includes('rows of the table');
    });
    expect(lengths.at(0)).toBe(false);
    expect(lengths.at(-1)).toBe(true);
  });

  it.each([
    'x|`@',
    '$',
    '|',
    '</details>\\',
  ])('fits even where all names and sentences are pages of %j', (text) => {
    const page = text.repeat(20_000);
    const [model] = examples.failure!().models;
    const models = Array.from({ length: 30 }, () => ({
      ...model!,
      file: page,
      problems: Array.from({ length: 30 }, () => page),
      comparisons: model!.comparisons.map((comparison) => ({ ...comparison, file: page })),
    }));
    const report = { ...examples.failure!(), summary: page, models, omissions: models.map(() => page) };
    const comment = renderComment(report, links);
    expect(comment.length).toBeLessThanOrEqual(maxCommentCharacters - 500);
    expect(comment.match(/^<details>/gm)?.length).toBe(comment.match(/^<\/details>/gm)?.length);
  });
});
