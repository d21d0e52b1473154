import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { killChild, ownChild } from './cleanup.js';
import { formatBytes } from './units.js';

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
  /**
   * Memory that it may fill, looked at as it runs, where the system tells. A limit of the system's own is none for
   * QEMU, which never ends where it gets less than its guest asked for.
   */
  maxBytes?: number;
  signal?: AbortSignal | undefined;
  /** Whether it starts others: whatever ends it then ends them, too. */
  group?: boolean;
}

const maxOutput = 64 << 20;
const maxLog = 64 << 10;

const lookEveryMs = 100;

/**
 * Runs a program to its end and returns what it printed. What runs too long, fills too much memory or prints too much
 * is killed, and so it is where this process ends.
 *
 * @throws GuestError, or the signal's reason.
 */
export async function runToEnd(command: readonly string[], options: RunOptions): Promise<string> {
  const { work, env = {}, signal, group = false } = options;
  signal?.throwIfAborted();
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const child = spawn(command[0]!, command.slice(1), { cwd: work, env, stdio, detached: group });
  ownChild(child, { group });
  const kill = () => killChild(child, { group });
  const watch = watchBounds(child, options, kill);
  signal?.addEventListener('abort', kill);
  try {
    const output = collect(child.stdout, (size) => size > maxOutput && kill());
    const log = collect(child.stderr, () => {});
    const [status, killedBy] = await ended(child);
    signal?.throwIfAborted();
    if (status === 0) return output();
    const message = watch.broken ?? ending(killedBy);
    throw new GuestError(message, { status, late: watch.late, log: log().slice(-maxLog) });
  } finally {
    watch.stop();
    signal?.removeEventListener('abort', kill);
  }
}

/** What watches over a process's time and memory. */
interface Watch {
  /** Which bound it broke, as a sentence without its end; null: none. */
  broken: string | null;
  late: boolean;
  stop(): void;
}

function watchBounds(child: ChildProcess, { timeoutMs, maxBytes }: RunOptions, kill: () => void): Watch {
  const end = (broken: string) => {
    watch.broken ??= broken;
    kill();
  };
  const timer = setTimeout(() => {
    watch.late = true;
    end(`it didn't end within ${timeoutMs / 1000} s and was stopped`);
  }, timeoutMs);
  const look = () => {
    if (maxBytes !== undefined && residentBytes(child.pid) > maxBytes)
      end(`it filled more than ${formatBytes(maxBytes)} of memory and was stopped`);
  };
  const clock = maxBytes === undefined ? undefined : setInterval(look, lookEveryMs);
  const stop = () => {
    clearTimeout(timer);
    clearInterval(clock);
  };
  const watch: Watch = { broken: null, late: false, stop };
  return watch;
}

const pageBytes = 4096;

/** Memory that a process fills; 0 where the system doesn't tell. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1] ?? 0) * pageBytes;
  } catch {
    return 0;
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

function ending(killedBy: NodeJS.Signals | null): string {
  if (!killedBy) return 'the process failed';
  if (killedBy !== 'SIGKILL') return `the process was ended by ${killedBy}`;
  return 'the process was killed (SIGKILL), as systems do that run out of memory';
}
