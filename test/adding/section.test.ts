import { expect, it, vi } from 'vitest';
import { renderComment } from '../../src/report/comment.js';
import { renderHtml } from '../../src/report/html.js';
import type { Section, View } from '../../src/report/section.js';
import { diffText } from '../../src/report/text.js';
import { examples } from '../support/report-examples.js';

// Who adds a section writes what it says, and adds it to the list: every view knows how to show it.

vi.mock('../../src/report/section-list.js', async (original) => {
  const actual = await original<typeof import('../../src/report/section-list.js')>();
  const owners: Section = {
    title: 'Owners by model',
    views: ['comment', 'page', 'text'],
    tables: ({ models }) =>
      models.map(({ file }) => ({
        ...{ subject: file, device: null, header: ['Owner', 'Models'], names: 1 },
        rows: [['ada|b', '3']],
        rest: '2 others own less.',
      })),
    legend: () => 'Owner: who is asked.',
  };
  const sections = [...actual.sections, owners];
  return {
    ...actual,
    sections,
    sectionsFor: (view: View) => sections.filter(({ views }) => views.includes(view)),
  };
});

it('a section of tables is shown by comment, page and terminal', () => {
  const report = examples.fine!();
  const comment = renderComment(report);
  expect(comment).toContain(
    '<summary>Owners by model</summary>\n\n`models/kws.tflite`\n\n| Owner | Models |',
  );
  expect(comment).toContain('| ada&#124;b | 3 |');
  expect(comment).toContain('2 others own less.\n\n<sub>Owner: who is asked.</sub>');
  const page = renderHtml(report);
  expect(page).toContain('<section><h2>Owners by model</h2><h3><code>models/kws.tflite</code></h3>');
  expect(page).toContain('<td class="name">ada|b</td><td>3</td>');
  const text = diffText(report);
  expect(text).toContain('models/kws.tflite, owners by model:\nOwner  Models\n');
  expect(text).toContain('2 others own less.\n\nOwner: who is asked.');
});
