import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LfsFile } from '../../../test/github/git-repository.js';
import { withPullRequest } from '../../../test/github/open.js';
import { parseLfsPointer } from './lfs-pointer.js';
import type { PullRequest } from './pull-request.js';

const isModel = (path: string) => path.endsWith('.tflite');

afterEach(() => void vi.unstubAllEnvs());

const path = 'models/a.tflite';
const lfs = (content: string, stored = true): LfsFile => ({ lfs: Buffer.from(content.repeat(50)), stored });
const change = { base: { [path]: lfs('old') }, head: { [path]: lfs('new') } };

/** Both sides of the one changed model, as text. */
async function readBoth(pullRequest: PullRequest): Promise<string[]> {
  const { models } = await pullRequest.changedModels(isModel);
  const sides = [
    await pullRequest.files.read(models[0]!.base!),
    await pullRequest.files.read(models[0]!.head!),
  ];
  return sides.map((bytes) => Buffer.from(bytes).toString());
}

const both = ['old'.repeat(50), 'new'.repeat(50)];
const isLfsRequest = (request: string) => request.includes('lfs');

describe('a model in Git LFS', () => {
  test('comes from GitHub’s LFS server where the checkout has only pointers', async () => {
    await withPullRequest(change, async ({ scenario, pullRequest }) => {
      expect(await readBoth(pullRequest)).toEqual(both);
      expect(scenario.fake.requests.filter(isLfsRequest)).toHaveLength(4);
    });
  });

  test('comes from a checkout with `lfs: true` where that has it', async () => {
    await withPullRequest({ ...change, lfs: true }, async ({ scenario, pullRequest }) => {
      expect(await readBoth(pullRequest)).toEqual(both);
      // Only the base's object is not in the checkout.
      expect(scenario.fake.requests.filter(isLfsRequest)).toHaveLength(2);
    });
  });

  test('comes from the working tree alone, if it is the file that the pointer means', async () => {
    await withPullRequest({ ...change, lfs: true }, async ({ scenario, pullRequest }) => {
      await rm(join(scenario.workspace, '.git', 'lfs'), { recursive: true });
      expect(await readBoth(pullRequest)).toEqual(both);
      expect(scenario.fake.requests.filter(isLfsRequest)).toHaveLength(2);
      await writeFile(join(scenario.workspace, path), 'NEW'.repeat(50));
      expect(await readBoth(pullRequest)).toEqual(both);
      expect(scenario.fake.requests.filter(isLfsRequest)).toHaveLength(6);
    });
  });

  test('is not read through a link out of the working tree', async () => {
    await withPullRequest({ ...change, lfs: true }, async ({ scenario, pullRequest }) => {
      await rm(join(scenario.workspace, '.git', 'lfs'), { recursive: true });
      await rm(join(scenario.workspace, path));
      await symlink('/dev/zero', join(scenario.workspace, path));
      expect(await readBoth(pullRequest)).toEqual(both);
    });
  });

  test('comes from `git lfs` where that is installed', async () => {
    await withPullRequest(
      { ...change, base: { [path]: lfs('old', false) } },
      async ({ scenario, pullRequest }) => {
        const programs = join(scenario.folder, 'bin');
        await mkdir(programs);
        // Stands for git-lfs with a server of the repository's own: pointer in, object out.
        const script = `#!/bin/sh
[ "$1 $2" = "smudge --" ] && [ "$3" = "${path}" ] || exit 1
oid=$(sed -n 's/^oid sha256://p')
for word in old new; do
  content=$(printf "$word%.0s" $(seq 50))
  [ "$(printf %s "$content" | sha256sum | cut -d' ' -f1)" = "$oid" ] && printf %s "$content"
done
exit 0`;
        await writeFile(join(programs, 'git-lfs'), script);
        await chmod(join(programs, 'git-lfs'), 0o755);
        vi.stubEnv('PATH', `${programs}${delimiter}${process.env.PATH}`);
        expect(await readBoth(pullRequest)).toEqual(both);
        expect(scenario.fake.requests.filter(isLfsRequest)).toEqual([]);
      },
    );
  });

  const wayOut =
    'Set "lfs: true" in actions/checkout, and see that the object was pushed ("git lfs push --all").';

  test('that was never pushed is one clear line', async () => {
    const options = { base: { [path]: lfs('old') }, head: { [path]: lfs('new', false) } };
    await withPullRequest(options, async ({ pullRequest }) => {
      await expect(readBoth(pullRequest)).rejects.toMatchObject({
        name: 'InputError',
        message:
          `${path}: a Git LFS pointer whose object can't be had ` +
          `(the LFS server says: Object does not exist on the server). ${wayOut}`,
      });
    });
  });

  test.each([
    ['refuses', 403, 'the LFS server answered 403'],
    ['is over its quota', 509, 'the LFS server answered 509'],
  ])('on a server that %s is one clear line', async (_, status, reason) => {
    await withPullRequest(change, async ({ scenario, pullRequest }) => {
      scenario.fake.failNext({ method: 'POST', path: /objects\/batch$/, status, message: 'No', times: 1 });
      await expect(readBoth(pullRequest)).rejects.toThrow(`can't be had (${reason}). ${wayOut}`);
    });
  });

  test('with other bytes than the pointer says is refused', async () => {
    await withPullRequest(change, async ({ scenario, pullRequest }) => {
      const { lfsObjects } = scenario.fake.state;
      for (const oid of lfsObjects.keys()) lfsObjects.set(oid, Buffer.from('OLD'.repeat(50)));
      await expect(readBoth(pullRequest)).rejects.toThrow("can't be had (wrong content)");
      for (const oid of lfsObjects.keys()) lfsObjects.set(oid, Buffer.alloc(10_000));
      await expect(readBoth(pullRequest)).rejects.toThrow(
        "can't be had (the LFS server sends more than it should)",
      );
    });
  });
});

describe('parseLfsPointer', () => {
  const oid = '4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393';
  const parse = (text: string) => parseLfsPointer(Buffer.from(text), 'a.tflite');

  test('reads the specification’s example', () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 12345\n`;
    expect(parse(pointer)).toEqual({ oid, size: 12345 });
  });

  test.each([
    ['nothing', ''],
    ['a model', '\x1c\0\0\0TFL3'],
    [
      'text that speaks of it',
      `# version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 12345\n`,
    ],
    ['a long file', `version https://git-lfs.github.com/spec/v1\n${'x'.repeat(1024)}`],
  ])('sees that %s is none', (_, text) => {
    expect(parse(text)).toBeNull();
  });

  test.each([
    ['a short hash', 'oid sha256:4d7a\nsize 12345\n'],
    ['another hash', `oid sha1:${oid}\nsize 12345\n`],
    ['a negative size', `oid sha256:${oid}\nsize -1\n`],
    ['no line end', `oid sha256:${oid}\nsize 1`],
    ['Windows line ends', `oid sha256:${oid}\r\nsize 1\r\n`],
    ['an extension', `ext-0-foo sha256:${oid}\noid sha256:${oid}\nsize 1\n`],
  ])('refuses %s', (_, rest) => {
    expect(() => parse(`version https://git-lfs.github.com/spec/v1\n${rest}`)).toThrow(
      /^a\.tflite: a Git LFS/,
    );
  });
});
