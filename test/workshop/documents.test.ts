import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project, textOf } from './workflows.js';

const documents = ['CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', '.github/pull_request_template.md'];

/** What stands in code, in a sentence or in a block. */
const codeOf = (text: string) =>
  [...text.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].map((found) => found[1] ?? found[2]!);

/** GitHub's anchors of a document's headings. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents)('%s', (name) => {
  const text = textOf(name);

  it('names commands that there are', () => {
    const { scripts } = JSON.parse(textOf('package.json'));
    for (const code of codeOf(text)) {
      for (const [, script] of code.matchAll(/\bnpm run ([\w:-]+)/g))
        expect(scripts).toHaveProperty([script!]);
      for (const [path] of code.matchAll(/\b(?:scripts|src|test|fixtures|docs)\/[\w./-]+\.\w+/g))
        expect(existsSync(join(project, path)), path).toBe(true);
    }
  });

  it('leads to files and headings that there are', () => {
    for (const [, target] of text.matchAll(/\]\((?!https:)([^)]+)\)/g)) {
      const [path, anchor] = target!.split('#');
      const file = join(dirname(name), path!);
      expect(existsSync(join(project, file)), target).toBe(true);
      if (anchor) expect(anchorsOf(textOf(file)), target).toContain(anchor);
    }
  });
});

it('CONTRIBUTING.md tells of the commands that people work with', () => {
  const told = codeOf(textOf('CONTRIBUTING.md')).join('\n');
  for (const command of [
    'npm test',
    'npm run test:fast',
    'npm run check',
    'npm run build',
    'npm run lint:workflows',
  ])
    expect(told).toContain(command);
});

describe('one name everywhere', () => {
  const repository = 'https://github.com/litetrim/litetrim';

  it('package.json says where the project lives', () => {
    const { repository: source, bugs, homepage, version } = JSON.parse(textOf('package.json'));
    expect({ url: source.url, bugs: bugs.url, homepage }).toEqual({
      url: `git+${repository}.git`,
      bugs: `${repository}/issues`,
      homepage: `${repository}#readme`,
    });
    expect(JSON.parse(textOf('package-lock.json')).version).toBe(version);
  });

  it('documents lead to no other repository of this name', () => {
    for (const name of [...documents, 'README.md', '.github/ISSUE_TEMPLATE/config.yml'])
      for (const [, owner] of textOf(name).matchAll(/github\.com\/([\w-]+\/litetrim)\b/g))
        expect(owner, name).toBe('litetrim/litetrim');
  });

  it('the Node.js to work with is one that the package supports', () => {
    const { engines } = JSON.parse(textOf('package.json'));
    const oldest = /^>=(\d+)$/.exec(engines.node)![1];
    expect(textOf('.node-version')).toMatch(new RegExp(`^${oldest}\\.\\d+\\.\\d+\\n$`));
  });
});
