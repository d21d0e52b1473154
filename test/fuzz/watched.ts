import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { News, Task } from './child.js';
import { type Ending, isFault, type Outcome } from './outcome.js';

/** Seconds of computing that a stage may take, and seconds by the clock, where the machine is busy with others. */
const secondsOfWork = 5;
const secondsByClock = 75;

/** Memory that a process may have: itself, LiteRT's and its worker threads'. */
const maxBytes = 2 ** 30;

const lookEveryMs = 50;
const ticksPerSecond = 100;
const pageBytes = 4096;

/** How a task ended. */
export interface Examined {
  endings: Ending[];
  origin: string;
}

/** A process that examines one task after another and is ended where one takes too long, or too much memory. */
export class WatchedProcess {
  #child: ChildProcess | undefined;
  /** Tasks that the present process has done: what it is found to do wrong may be theirs. */
  #done = 0;

  constructor(private readonly settings: { seed: number; models: string | null }) {}

  /** Examines a task; a fault is confirmed in a process that has done nothing else: others may have led to it. */
  async examine(task: Task): Promise<Examined> {
    const first = await this.#try(task);
    const isAlone = this.#done <= (this.#child ? 1 : 0);
    if (isAlone || !first.endings.some(({ outcome }) => isFault(outcome))) return first;
    this.close();
    return this.#try(task);
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #try(task: Task): Promise<Examined> {
    const child = (this.#child ??= await this.#start());
    let [stage, began, work] = ['start', Date.now(), secondsWorked(child)];
    return new Promise((resolve) => {
      const finish = (examined: Examined) => {
        clearInterval(clock);
        child.removeAllListeners();
        resolve(examined);
      };
      const end = (outcome: Outcome, message: string) => {
        this.close();
        finish({ endings: [{ stage, outcome, message }], origin: '' });
      };
      const look = () => {
        if (secondsWorked(child) - work > secondsOfWork || Date.now() - began > 1000 * secondsByClock)
          end('HANG', `more than ${secondsOfWork} s`);
        else if (bytesOfMemory(child) > maxBytes) end('MEMORY', `more than ${maxBytes} bytes`);
      };
      const clock = setInterval(look, lookEveryMs);
      child.on('message', (news: News) => {
        if ('stage' in news) [stage, began, work] = [news.stage, Date.now(), secondsWorked(child)];
        if (!('endings' in news)) return;
        this.#done++;
        finish(news);
      });
      child.on('exit', (code, signal) => end('CRASH', `the process ended: ${signal ?? code}`));
      child.send(task);
    });
  }

  async #start(): Promise<ChildProcess> {
    this.#done = 0;
    const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), [JSON.stringify(this.settings)], {
      execArgv: ['--import', 'tsx', '--max-old-space-size=900'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    return child;
  }
}

/** Seconds that a process's threads have computed; 0 where the system doesn't tell. */
function secondsWorked({ pid }: ChildProcess): number {
  const fields = proc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

function bytesOfMemory({ pid }: ChildProcess): number {
  return Number(proc(pid, 'statm').split(' ')[1] ?? 0) * pageBytes;
}

function proc(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
