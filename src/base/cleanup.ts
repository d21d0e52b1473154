import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is to be undone where this process ends before it is done; the last one first. */
const duties = new Set<() => void>();

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Has something done when this process ends, by a signal, too: leftovers removed, children killed. It must be quick
 * and synchronous: GitHub gives a cancelled step seconds.
 *
 * @returns to be called once it needn't be done any more
 */
export function atEnd(duty: () => void): () => void {
  if (duties.size === 0) listen();
  duties.add(duty);
  return () => {
    duties.delete(duty);
    if (duties.size === 0) unlisten();
  };
}

function listen(): void {
  for (const signal of signals) process.on(signal, endBy);
  process.on('exit', cleanUp);
}

function unlisten(): void {
  for (const signal of signals) process.off(signal, endBy);
  process.off('exit', cleanUp);
}

/** Ends this process as the signal would have. */
function endBy(signal: NodeJS.Signals): void {
  cleanUp();
  process.kill(process.pid, signal);
}

function cleanUp(): void {
  for (const duty of [...duties].reverse()) {
    try {
      duty();
    } catch {
      // Whoever ends can't mend it, and the others have to be done, too.
    }
  }
  duties.clear();
  unlisten();
}

/** Kills a child where this process ends before it. `group`: with all that it has started (`detached`). */
export function ownChild(child: ChildProcess, { group = false } = {}): void {
  const forget = atEnd(() => killChild(child, { group }));
  // What a group has started may hold its output open.
  child.once(group ? 'close' : 'exit', forget).once('error', () => {
    if (child.pid === undefined) forget();
  });
}

/** Kills a child whose output isn't closed yet. `group`: with all that it has started (`detached`). */
export function killChild(child: ChildProcess, { group = false } = {}): void {
  if (child.pid === undefined) return;
  if (!group) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}

/** Removes a file or folder where this process ends before it does so itself. */
export function ownPath(path: string): () => void {
  return atEnd(() => rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 }));
}

/** Lends a folder of its own to a piece of work, and removes it after. */
export async function inTemporaryFolder<T>(prefix: string, work: (folder: string) => Promise<T>): Promise<T> {
  // At once, so that no signal comes between.
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const forget = ownPath(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget();
  }
}
