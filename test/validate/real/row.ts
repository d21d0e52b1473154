import { describeError, isDefect } from '../../../src/base/errors.js';
import type { Target } from '../../../src/device/index.js';
import type { Workbench } from '../../../src/job/workbench.js';
import type { PeerResult } from '../quantize/peer/types.js';
import { type Made, make } from './make.js';
import { decibelsOf, type NativeJudge, type NativeOutput } from './native.js';
import { pathOf, type RealModel } from './subjects.js';

/** How far a recipe's output may stay behind the peer's, dB: another order of sums does as much. */
const allowedBehind = 0.5;
/** Recipes that promise speed, not only bytes. */
const forSpeed = ['dynamic-int8', 'int8', 'int8-mixed'];
/** As much longer as another layout of the same file makes a latency. */
const sameLatency = 1.01;

/** dB by output, or why there are none. */
export type Decibels = number[] | { error: string };

/** A source model, run natively, and what its variants are compared by. */
export interface Source {
  model: RealModel;
  bytes: Uint8Array;
  judge: NativeJudge;
  outputs: NativeOutput[];
  /** Latencies, ms, by device; null: it can't be measured. */
  latencies: (number | null)[];
}

/** What a recipe made of a real model. */
export interface Row {
  model: string;
  recipe: string;
  sourceBytes: number;
  bytes: number | null;
  decibels: Decibels;
  /** null: the peer has no such scheme. */
  peer: Decibels | null;
  peerBytes: number | null;
  /** As parts of the source's, by device; null: not measured. */
  latencies: (number | null)[];
  notes: string[];
  /** What isn't as it shall be. */
  shortfalls: string[];
}

export interface Places {
  bench: Workbench;
  devices: readonly Target[];
  /** For what is written. */
  folder: string;
}

/** Applies one recipe and judges the result beside the peer's. */
export async function rowOf(
  source: Source,
  recipe: string,
  peer: PeerResult | null,
  places: Places,
): Promise<Row> {
  const made = await make(
    { file: pathOf(source.model.name), data: source.model.data, recipe },
    places.folder,
  );
  const { bytes, notes } = made;
  const latencies = bytes ? await latenciesOf(source.model.name, bytes, places) : [];
  const parts = latencies.map((ms, i) => (ms && source.latencies[i] ? ms / source.latencies[i] : null));
  const row = {
    model: source.model.name,
    recipe,
    sourceBytes: source.bytes.length,
    bytes: bytes?.length ?? null,
    decibels: bytes ? await judged(source, bytes) : { error: 'nothing was made' },
    peer: peer && ('error' in peer ? peer : await judged(source, peer.bytes)),
    peerBytes: peer && 'bytes' in peer ? peer.bytes.length : null,
    latencies: parts,
    notes,
  };
  return { ...row, shortfalls: [...failuresOf(source.model, made, recipe), ...shortfallsOf(row)] };
}

/** Latencies on the devices, ms; null where a model can't be measured. */
export async function latenciesOf(
  file: string,
  bytes: Uint8Array,
  { bench, devices }: Places,
): Promise<(number | null)[]> {
  const measured: (number | null)[] = [];
  for (const device of devices) {
    try {
      measured.push((await bench.measureOn({ file, bytes }, device))?.latencyMs ?? null);
    } catch (error) {
      if (isDefect(error)) throw error;
      console.log(`${file} on ${device.name}: ${describeError(error)}`);
      measured.push(null);
    }
  }
  return measured;
}

async function judged({ judge, outputs }: Source, bytes: Uint8Array): Promise<Decibels> {
  const found = await judge.run(bytes);
  return 'error' in found ? found : decibelsOf(found, outputs);
}

/** What is wrong with how the command line ended. */
function failuresOf({ refused = {} }: RealModel, { exit, bytes, notes }: Made, recipe: string): string[] {
  const expected = refused[recipe] ?? refused.all;
  if (exit === null) return ['it hangs, or a signal ended it'];
  if (expected && exit === 2 && expected.test(notes.join(' '))) return [];
  if (exit === 2) return [`refused: ${notes.join(' ')}`];
  if (exit !== 0) return [`exit code ${exit}: ${notes.join(' ')}`];
  return bytes ? [] : ['no file was written'];
}

function shortfallsOf(row: Omit<Row, 'shortfalls'>): string[] {
  const { recipe, bytes, decibels, latencies, notes } = row;
  if (bytes === null) return [];
  if ('error' in decibels) return [`LiteRT can't run it: ${decibels.error}`];
  const found = [];
  for (const [i, wanted] of toReach(row).entries()) {
    const value = decibels[i]!;
    if (value < wanted - allowedBehind) {
      found.push(`output ${i}: ${value.toFixed(1)} dB, the peer's ${wanted.toFixed(1)}`);
    }
  }
  const slower = latencies.some((part) => part !== null && part > sameLatency);
  const told = notes.some((note) => /slower/.test(note));
  if (forSpeed.includes(recipe) && slower && !told) found.push('slower than its source, and no note says so');
  return found;
}

/** The peer's dB by output; empty where it made no file that runs, or left the model as it is: nothing was made then. */
function toReach({ peer, peerBytes, sourceBytes }: Omit<Row, 'shortfalls'>): number[] {
  if (!peer || 'error' in peer) return [];
  const untouched = peer.every((value) => value === Infinity) && peerBytes! > 0.98 * sourceBytes;
  return untouched ? [] : peer;
}
