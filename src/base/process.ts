import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { killChild, ownChild } from './cleanup.js';

/** A process ended without success. */
export class GuestError extends Error {
  /** Its exit status; null: killed by a signal, or it didn't start. */
  readonly status: number | null;
  /** The end of what it printed as errors. */
  readonly log: string;
  /** Whether it was stopped since it didn't end in time. */
  readonly late: boolean;

  constructor(message: string, end: { status: number | null; log: string; late?: boolean; cause?: unknown }) {
    super(message, { cause: end.cause });
    this.name = 'GuestError';
    this.status = end.status;
    this.log = end.log;
    this.late = end.late ?? false;
  }
}

export interface RunOptions {
  /** Folder that it runs in. */
  work: string;
  /** All of its environment. */
  env?: NodeJS.ProcessEnv;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Whether it starts others: whatever ends it then ends them, too. */
  group?: boolean;
}

const maxOutput = 64 << 20;
const maxLog = 64 << 10;

/**
 * Runs a program to its end and returns what it printed. What runs too long or prints too much is killed, and so it is
 * where this process ends.
 *
 * @throws GuestError, or the signal's reason.
 */
export async function runToEnd(command: readonly string[], options: RunOptions): Promise<string> {
  const { work, env = {}, timeoutMs, signal, group = false } = options;
  signal?.throwIfAborted();
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const child = spawn(command[0]!, command.slice(1), { cwd: work, env, stdio, detached: group });
  ownChild(child, { group });
  const kill = () => killChild(child, { group });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, timeoutMs);
  signal?.addEventListener('abort', kill);
  try {
    const output = collect(child.stdout, (size) => size > maxOutput && kill());
    const log = collect(child.stderr, () => {});
    const [status, killedBy] = await ended(child);
    signal?.throwIfAborted();
    if (status === 0) return output();
    throw new GuestError(ending(killedBy, late, timeoutMs), { status, late, log: log().slice(-maxLog) });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
}

/** Waits until the process is gone, also where it was aborted. */
function ended(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      if (child.pid === undefined)
        reject(
          new GuestError(`it couldn't be started (${error.message})`, {
            status: null,
            log: '',
            cause: error,
          }),
        );
    });
    child.on('close', (...end) => resolve(end));
  });
}

/** Gathers what a stream gives, and tells `onSize` how much it is so far. */
function collect(stream: Readable, onSize: (bytes: number) => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxOutput) chunks.push(chunk);
    onSize(size);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function ending(killedBy: NodeJS.Signals | null, late: boolean, timeoutMs: number): string {
  if (!killedBy) return 'the process failed';
  if (killedBy !== 'SIGKILL') return `the process was ended by ${killedBy}`;
  return late
    ? `it didn't end within ${timeoutMs / 1000} s and was stopped`
    : 'the process was killed (SIGKILL), as systems do that run out of memory';
}
