import { ExpectedError } from './errors.js';

/** The time that the whole run may take is over: what was being done is left out, and nobody is to blame. */
export class BudgetUsedUp extends ExpectedError {
  constructor(seconds: number) {
    super(`the budget of ${durationText(seconds)} was used up`);
    this.name = 'BudgetUsedUp';
  }
}

/** As a configuration has it: `90s` is `1m30s`. */
function durationText(seconds: number): string {
  const parts = { h: Math.floor(seconds / 3600), m: Math.floor(seconds / 60) % 60, s: seconds % 60 };
  const text = Object.entries(parts).map(([unit, count]) => (count > 0 ? `${count}${unit}` : ''));
  return text.join('') || '0s';
}

/** The longest time that timers can count, in seconds. */
const longest = (2 ** 31 - 1) / 1000;

/** Time that work is given: `signal` says, amid it, that it is over. */
export class Budget {
  readonly #abort = new AbortController();
  readonly #seconds: number;
  readonly #deadline: number;
  readonly #timer: NodeJS.Timeout | undefined;

  /** @param seconds from now; Infinity: no limit */
  constructor(seconds: number) {
    this.#seconds = seconds;
    this.#deadline = performance.now() + seconds * 1000;
    if (seconds <= longest) this.#timer = setTimeout(() => this.#end(), seconds * 1000).unref();
  }

  /** Aborted, by a BudgetUsedUp, when the time is over. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  isUsedUp(): boolean {
    // The timer may be late, where this thread is busy.
    if (performance.now() >= this.#deadline) this.#end();
    return this.signal.aborted;
  }

  #end(): void {
    this.#abort.abort(new BudgetUsedUp(this.#seconds));
  }

  /** The time needn't be watched any more. */
  close(): void {
    clearTimeout(this.#timer);
  }
}
