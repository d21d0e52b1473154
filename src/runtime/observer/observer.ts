import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { killChild, ownChild } from '../../base/cleanup.js';
import { byteCount, bytesOf } from '../../model/tensors.js';
import type { PreparedModel } from '../prepare.js';
import type { TensorInfo } from '../types.js';
import { observerGreeting } from './protocol.js';

/** What an observer tells of one output: its smallest and largest number, and 1 where one is NaN, else 0. */
export const numbersPerOutput = 3;

/** Samples that an observer may have at once: one that it works on, and one that it reads. */
export const samplesAhead = 2;

interface ObserverOptions {
  /** Path of `observer`. */
  program: string;
  /** Folder of LiteRT's library. */
  library: string;
  /** Its inputs and outputs are all float32. */
  model: PreparedModel;
  /** Is given each sample's ranges, in memory that serves again. */
  onAnswer: (ranges: Float32Array) => void;
}

/** Longest time between two answers, in seconds; as with WebAssembly, what takes longer counts as having no end. */
export const longestSeconds = 60;

/** A process that runs a model in LiteRT's native build over samples (`observer.c`). */
export class Observer {
  readonly #process: ChildProcessWithoutNullStreams;
  /** Tells `change`: an answer has come, or the process has ended. */
  readonly #news = new EventEmitter();
  readonly #answer: Float32Array;
  #received = 0;
  #pending = 0;
  /** It was killed since it didn't answer for so long. */
  isEndless = false;
  /** How the process ended; undefined: it runs. */
  #ending: { status: number | null } | undefined;

  constructor({ program, library, model, onAnswer }: ObserverOptions) {
    this.#answer = new Float32Array(numbersPerOutput * model.outputs.length);
    this.#process = spawn(program, [], { cwd: '/', env: { LD_LIBRARY_PATH: library }, stdio: 'pipe' });
    ownChild(this.#process);
    const { stdin, stdout, stderr } = this.#process;
    this.#process.on('error', () => this.#end(null)).on('close', (status) => this.#end(status));
    stdin.on('error', () => {}); // it has ended, and 'close' will say how
    stderr.resume();
    stdout.on('data', (data: Buffer) => this.#receive(data, onAnswer));
    stdin.write(numbers([observerGreeting, model.bytes.length]));
    stdin.write(model.bytes);
    stdin.write(
      numbers([model.inputs, model.outputs].flatMap((ports) => [ports.length, ...ports.map(bytesIn)])),
    );
  }

  /** Waits until it may be given another sample; false: it has ended. */
  async room(): Promise<boolean> {
    while (this.#pending >= samplesAhead && !this.#ending) await this.#change();
    return !this.#ending;
  }

  /** Gives it a sample, whose memory must stay as it is until `samplesAhead` more have found room. */
  give(inputs: readonly Float32Array[]): void {
    this.#pending++;
    for (const input of inputs) this.#process.stdin.write(bytesOf(input));
  }

  /** Waits for what is pending. Returns whether all of it was answered and the process ended well. */
  async end(): Promise<boolean> {
    this.#process.stdin.end();
    while (!this.#ending) await this.#change();
    return this.#ending.status === 0 && this.#pending === 0;
  }

  kill(): void {
    killChild(this.#process);
  }

  /** Waits for news, and kills what has none for too long. */
  async #change(): Promise<void> {
    const clock = setTimeout(() => {
      this.isEndless = true;
      this.kill();
    }, 1000 * longestSeconds);
    await once(this.#news, 'change');
    clearTimeout(clock);
  }

  #end(status: number | null): void {
    this.#ending ??= { status };
    this.#news.emit('change');
  }

  #receive(data: Buffer, onAnswer: (ranges: Float32Array) => void): void {
    const answer = bytesOf(this.#answer);
    for (let at = 0; at < data.length; ) {
      const some = data.subarray(at, at + answer.length - this.#received);
      answer.set(some, this.#received);
      at += some.length;
      this.#received += some.length;
      if (this.#received < answer.length) continue;
      this.#received = 0;
      this.#pending--;
      onAnswer(this.#answer);
      this.#news.emit('change');
    }
  }
}

const bytesIn = ({ type, shape }: TensorInfo): number => byteCount(type, shape)!;

/** As 64 bits each. */
const numbers = (values: readonly number[]): Uint8Array => bytesOf(BigUint64Array.from(values, BigInt));
