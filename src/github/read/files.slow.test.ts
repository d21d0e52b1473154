import { describe, expect, test } from 'vitest';
import type { FileContent } from '../../../test/github/git-repository.js';
import { withPullRequest } from '../../../test/github/open.js';

const isModel = (path: string) => path.endsWith('.tflite');

/** Above the 1 MB that the contents API ends at; every byte differs from its neighbours. */
const large = Buffer.from(Uint8Array.from({ length: 1_500_000 }, (_, index) => (index * 31) >> 3));
const path = 'models/deep/a.tflite';
const change = { base: { [path]: Buffer.from('old') }, head: { [path]: large } };

describe.each(['merge', 'full', 'none'] as const)('files of a pull request, checkout: %s', (checkout) => {
  test('are those of the merge base and of the head, not of the merge', async () => {
    const baseAfter = { 'README.md': 'later', [path]: Buffer.from('later') };
    await withPullRequest({ ...change, baseAfter, checkout }, async ({ pullRequest }) => {
      const { mergeBase, baseTip, head } = pullRequest.commits;
      const bytesAt = async (commit: string) => Buffer.from((await pullRequest.fetchFile(path, commit))!);
      expect((await bytesAt(mergeBase)).toString()).toBe('old');
      expect((await bytesAt(baseTip)).toString()).toBe('later');
      expect((await bytesAt(head)).equals(large)).toBe(true);
    });
  });

  test('that are not there are null', async () => {
    await withPullRequest({ ...change, checkout }, async ({ pullRequest }) => {
      const { head } = pullRequest.commits;
      expect(await pullRequest.fetchFile('models/none.tflite', head)).toBeNull();
      expect(await pullRequest.fetchFile('README.md/a.tflite', head)).toBeNull();
      expect(await pullRequest.fetchFile('../README.md', head)).toBeNull();
    });
  });

  test.each<[string, FileContent, string]>([
    [
      'a symbolic link',
      { symlink: '/etc/passwd' },
      'm.tflite: a symbolic link, which litetrim does not follow.',
    ],
    [
      'a damaged LFS pointer',
      'version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 4\n',
      'm.tflite: a Git LFS pointer that is damaged or uses LFS extensions. Commit the file again with "git lfs track".',
    ],
    [
      'an LFS pointer to more than litetrim reads',
      `version https://git-lfs.github.com/spec/v1\noid sha256:${'1'.repeat(64)}\nsize 99999999999\n`,
      'm.tflite: 100000 MB is more than the 536 MB that litetrim reads.',
    ],
  ])('refuse %s', async (_, content, message) => {
    await withPullRequest({ base: {}, head: { 'm.tflite': content }, checkout }, async ({ pullRequest }) => {
      const { models } = await pullRequest.changedModels(isModel);
      await expect(pullRequest.files.read(models[0]!.head!)).rejects.toThrow(
        expect.objectContaining({ name: 'InputError', message }),
      );
    });
  });
});

test('a folder is no file', async () => {
  await withPullRequest(change, async ({ pullRequest }) => {
    const { head } = pullRequest.commits;
    await expect(pullRequest.fetchFile('models', head)).rejects.toThrow('models: a folder, not a file.');
  });
});

test('the checkout saves downloads: what it has is not asked for', async () => {
  await withPullRequest({ ...change, checkout: 'full' }, async ({ scenario, pullRequest }) => {
    const { models } = await pullRequest.changedModels(isModel);
    await pullRequest.files.read(models[0]!.base!);
    await pullRequest.files.read(models[0]!.head!);
    expect(scenario.fake.requests.filter((request) => request.includes('/git/'))).toEqual([]);
  });
});

test('from a shallow checkout the head’s blob is local, and a folder is listed once', async () => {
  await withPullRequest(change, async ({ scenario, pullRequest }) => {
    const { models } = await pullRequest.changedModels(isModel);
    await pullRequest.files.read(models[0]!.head!);
    await pullRequest.fetchFile('models/deep/none.yml', pullRequest.commits.head);
    const asked = scenario.fake.requests.filter((request) => request.includes('/git/'));
    // Three folders of the base, three of the head.
    expect(asked.map((request) => request.split('/').at(-2))).toEqual(Array(6).fill('trees'));
  });
});

test('a blob that is not what its name says is refused', async () => {
  await withPullRequest({ ...change, checkout: 'none' }, async ({ pullRequest }) => {
    const { models } = await pullRequest.changedModels(isModel);
    const { sha } = models[0]!.base!;
    await expect(
      pullRequest.files.read({ ...models[0]!.head!, sha: sha.replace(/.$/, '0') }),
    ).rejects.toThrow(
      /^models\/deep\/a\.tflite: neither the checkout nor GitHub has its content \(blob \w+\)\. Set "fetch-depth: 0"/,
    );
  });
});
