import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { assetPath, hasAsset } from '../../base/assets.js';
import type { Model, Subgraph } from '../../model/graph.js';
import { consumers } from '../../model/navigate.js';
import { ruleOf } from '../../model/operators/index.js';
import { TensorType } from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';
import { canFuse, computesInFloat } from '../build.js';
import type { SampleSource } from '../chunks.js';
import { type PreparedModel, prepare } from '../prepare.js';
import { type Ranges, reducers } from '../reducers/index.js';
import { endlessError } from '../running-chunk.js';
import { longestSeconds, numbersPerOutput, Observer, samplesAhead } from './observer.js';
import { probe, probeInput } from './probe.js';

/** Whether there is a native build of LiteRT for this machine: x86-64 Linux whose processor fuses products and sums. */
export function hasNativeBuild(): boolean {
  const { platform, arch } = process;
  const isThere = hasAsset('litert-x64/observer') && hasAsset('litert-x64/libLiteRt.so');
  return platform === 'linux' && arch === 'x64' && isThere && canFuse();
}

/**
 * Whether the native build may measure a model's ranges, since it computes the same bits as the WebAssembly build
 * that fuses: each operator does (`sameBitsNatively`), or is a last one whose integer kernels have one range, such
 * as the SOFTMAX that classifiers end with, so that nobody needs it.
 */
export function computesSameBits(model: Model, subgraph: Subgraph): boolean {
  const readers = consumers(subgraph);
  const isFloat = [...subgraph.inputs, ...subgraph.outputs].every(({ type }) => type === TensorType.FLOAT32);
  const agrees = subgraph.operators.every((operator) => {
    const rule = ruleOf(operator);
    const isLast = operator.outputs.every((output) => !readers.has(output));
    return rule?.sameBitsNatively?.(operator) || (isLast && typeof rule?.kernels.int8?.output === 'object');
  });
  return model.subgraphs.length === 1 && computesInFloat(model) && isFloat && agrees;
}

interface NativeOptions {
  /** Processes that work at once, less where there are few samples. Results don't depend on it. */
  processes: number;
  signal?: AbortSignal | undefined;
  /** Is told how many samples are done. */
  onProgress?: (done: number) => void;
}

/**
 * The reducer `ranges` over samples by LiteRT's native build, in processes of its own, which
 * `bench/quantize/ranges.ts` compares with WebAssembly.
 *
 * @param model for which `computesSameBits`, as a file
 * @returns null where this machine computes other bits, or a process fails: WebAssembly shall do it, or tell why not
 * @throws what reading a sample throws; EndlessError where a sample takes more than a minute; the signal's reason
 */
export async function observeRanges(
  model: Uint8Array,
  samples: SampleSource,
  options: NativeOptions,
): Promise<Ranges | null> {
  return (await probeAgrees()) ? observe(prepare(model, 'model'), samples, options) : null;
}

let probing: Promise<boolean> | undefined;

/**
 * Whether LiteRT's native build has kernels for this processor that compute the bits that are expected, tried once
 * by a small model.
 */
export function probeAgrees(): Promise<boolean> {
  probing ??= tryProbe();
  return probing;
}

/** SHA-256 of the minima and the maxima of the probe's outputs. */
export const expectedOfProbe = '8cabd1fe61db6238806c291ef2dfa78bb6eb99fd897aa123474b78f5ab19ef2a';

async function tryProbe(): Promise<boolean> {
  if (!hasNativeBuild()) return false;
  const sample = async () => ({ inputs: [probeInput()] });
  const ranges = await observe(prepare(probe(), 'probe'), { size: 1, sample }, { processes: 1 });
  return ranges !== null && digest(ranges) === expectedOfProbe;
}

/** Tells ranges apart by all of their bits. */
export function digest({ min, max }: Ranges): string {
  return createHash('sha256').update(bytesOf(min)).update(bytesOf(max)).digest('hex');
}

/** Less aren't worth the start of a process, which is some 10 ms of the main thread. */
const samplesPerProcess = 4;

async function observe(
  model: PreparedModel,
  samples: SampleSource,
  { processes, signal, onProgress = () => {} }: NativeOptions,
): Promise<Ranges | null> {
  if (model.outputs.length === 0) return null;
  const ranges = reducers.ranges.start(model.outputs, undefined);
  let done = 0;
  const onAnswer = (answer: Float32Array) => {
    reducers.ranges.merge(ranges, unpack(answer));
    onProgress(++done);
  };
  const program = assetPath('litert-x64/observer');
  const library = dirname(assetPath('litert-x64/libLiteRt.so'));
  const length = Math.min(processes, Math.ceil(samples.size / samplesPerProcess));
  const observers = Array.from({ length }, () => new Observer({ program, library, model, onAnswer }));
  const kill = () => observers.forEach((observer) => void observer.kill());
  signal?.addEventListener('abort', kill);
  const next = inTurn(samples);
  const sizes = model.inputs.map(({ shape }) => elementCount(shape));
  try {
    const ended = await Promise.all(observers.map((observer) => feed(observer, next, sizes)));
    signal?.throwIfAborted();
    if (observers.some(({ isEndless }) => isEndless)) throw endlessError(model, longestSeconds);
    return ended.every(Boolean) && done === samples.size ? ranges : null;
  } finally {
    kill();
    signal?.removeEventListener('abort', kill);
  }
}

/** Reads a sample into memory; undefined: there are no more. */
type Next = (memory: readonly Float32Array[]) => Promise<readonly Float32Array[] | undefined>;

/** Samples one after the other, whoever asks: of several that can't be read, the first one is told. */
function inTurn(samples: SampleSource): Next {
  let index = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (memory) => {
    const sample = last.then(async () => {
      if (index === samples.size) return undefined;
      return (await samples.sample(index++, memory)).inputs;
    });
    last = sample;
    return sample;
  };
}

/** Gives an observer samples as long as there are some. Returns whether it has answered all. */
async function feed(observer: Observer, next: Next, sizes: readonly number[]): Promise<boolean> {
  const memory = Array.from({ length: samplesAhead }, () => sizes.map((size) => new Float32Array(size)));
  for (let turn = 0; await observer.room(); turn++) {
    const inputs = await next(memory[turn % samplesAhead]!);
    if (!inputs) break;
    observer.give(inputs);
  }
  return observer.end();
}

/** What an observer tells of a sample, as the reducer keeps it. */
function unpack(answer: Float32Array): Ranges {
  const pick = (offset: number) =>
    Float32Array.from(
      { length: answer.length / numbersPerOutput },
      (_, i) => answer[numbersPerOutput * i + offset]!,
    );
  return { min: pick(0), max: pick(1), nan: Uint8Array.from(pick(2)) };
}
