import { describe, expect, test } from 'vitest';
import { clipMarkdown, countBytes, maxCommentCharacters } from './clip.js';

const notice = '*The report is longer than GitHub shows: the artifacts have all of it.*\n';

describe('clipMarkdown', () => {
  test('leaves what fits as it is', () => {
    const text = 'x'.repeat(maxCommentCharacters);
    expect(clipMarkdown(text, maxCommentCharacters)).toBe(text);
  });

  test('cuts at a line’s end and says so', () => {
    const text = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
    expect(clipMarkdown(text, 100)).toBe(`line 0\nline 1\nline 2\n\n${notice}`);
  });

  test('closes code and folds that the cut left open', () => {
    const text = `# Report\n<details><summary>Layers</summary>\n\n\`\`\`\`text\n\`\`\`\n${'<details>\n'.repeat(90)}`;
    const clipped = clipMarkdown(text, 180);
    expect(clipped).toBe(
      `# Report\n<details><summary>Layers</summary>\n\n\`\`\`\`text\n\`\`\`\n${'<details>\n'.repeat(3)}\`\`\`\`\n\n</details>\n\n${notice}`,
    );
  });

  test('closes nothing twice', () => {
    const text = `<details>\n</details>\n~~~\ncode\n~~~\n${'word\n'.repeat(90)}`;
    expect(clipMarkdown(text, 120)).toBe(`<details>\n</details>\n~~~\ncode\n~~~\nword\nword\n\n${notice}`);
  });

  test('takes no words of a text for a fold', () => {
    const text = `- \\<details> \\</details\\>\n- see <details\n${'word\n'.repeat(90)}`;
    expect(clipMarkdown(text, 125)).toBe(
      `- \\<details> \\</details\\>\n- see <details\nword\nword\n\n${notice}`,
    );
  });

  test('counts bytes where GitHub does', () => {
    const clipped = clipMarkdown('ü'.repeat(60).concat('\n').repeat(10), 200, countBytes);
    expect(clipped).toBe(`${'ü'.repeat(60)}\n\n${notice}`);
    expect(countBytes(clipped)).toBeLessThanOrEqual(200);
  });

  test('one endless line leaves the notice alone', () => {
    expect(clipMarkdown('x'.repeat(300), 100)).toBe(`\n${notice}`);
  });
});
