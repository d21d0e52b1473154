import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Has a folder and a child, tells both, and waits for good; with "exit" it ends by itself, amid its work. */
const program = `
  import { spawn } from 'node:child_process';
  import { inTemporaryFolder, ownChild } from ${JSON.stringify(new URL('cleanup.ts', import.meta.url).href)};
  await inTemporaryFolder('litetrim-own-', async (folder) => {
    const child = spawn('sh', ['-c', 'echo begun; sleep 600 & wait'], { detached: true });
    ownChild(child, { group: true });
    child.stdout.on('data', () => {
      console.log(JSON.stringify({ folder, pid: child.pid }));
      if (process.argv[2] === 'exit') process.exit(5);
    });
    await new Promise(() => {});
  });
`;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'litetrim-cleanup-'));
  writeFileSync(join(folder, 'program.mts'), program);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(
  ...args: string[]
): Promise<{ parent: ChildProcess; ended: Promise<unknown[]>; made: Made }> {
  const command = ['--import', import.meta.resolve('tsx'), join(folder, 'program.mts'), ...args];
  const env = { ...process.env, TMPDIR: folder };
  const parent = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(parent, 'close');
  const [line] = await once(parent.stdout!, 'data');
  return { parent, ended, made: JSON.parse(line) };
}

interface Made {
  folder: string;
  pid: number;
}

/** Waits until a group of processes is gone: what is killed isn't reaped at once. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(-pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test.each([
  'SIGTERM',
  'SIGINT',
  'SIGHUP',
] as const)('%s ends what was started, removes what was made, and then the process as it would have', async (signal) => {
  const { parent, ended, made } = await start();
  expect(existsSync(made.folder)).toBe(true);
  parent.kill(signal);
  expect(await ended).toEqual([null, signal]);
  await gone(made.pid);
  expect(readdirSync(folder).filter((name) => name.startsWith('litetrim-own-'))).toEqual([]);
});

test('so does an end amid the work', async () => {
  const { ended, made } = await start('exit');
  expect(await ended).toEqual([5, null]);
  await gone(made.pid);
  expect(existsSync(made.folder)).toBe(false);
});
