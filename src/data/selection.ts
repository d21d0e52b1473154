import { suggestion } from '../yaml/suggest.js';
import type { Selection } from './dataset-file.js';
import type { DatasetFiles } from './files.js';
import type { SampleSource } from './formats/format.js';

/**
 * Numbers of the samples that a selection picks, ascending, before its `limit`.
 *
 * @throws InputError where it asks for a part or for more samples than there are
 */
export function select(source: SampleSource, selection: Selection, files: DatasetFiles): number[] {
  const { part, range, first, last, every } = selection;
  let picked = Array.from({ length: source.size }, (_, i) => i);
  const demand = (key: string, count: number) => {
    if (count > picked.length) throw files.error(`"${key}" asks for ${count} of ${picked.length} samples`);
  };
  if (part !== undefined) picked = samplesOfPart(source, part, files);
  if (range !== undefined) {
    demand('range', range[1]);
    picked = picked.slice(range[0], range[1]);
  }
  if (first !== undefined) {
    demand('first', first);
    picked = picked.slice(0, first);
  }
  if (last !== undefined) {
    demand('last', last);
    picked = picked.slice(-last);
  }
  return every === undefined ? picked : picked.filter((_, i) => i % every === 0);
}

function samplesOfPart(source: SampleSource, part: string, files: DatasetFiles): number[] {
  const parts = new Set<string>();
  const picked: number[] = [];
  for (let i = 0; i < source.size; i++) {
    const name = source.part(i);
    if (name !== null) parts.add(name);
    if (name === part) picked.push(i);
  }
  if (picked.length > 0) return picked;
  const hint =
    parts.size > 0 ? suggestion(part, [...parts].sort(), 'parts') : 'Give the labels file a column "part"';
  throw files.error(`no sample belongs to the part "${part}"`, { hint });
}

/** At most `limit` of the samples, spread evenly over them. */
export function spread(samples: number[], limit: number | undefined): number[] {
  if (limit === undefined || samples.length <= limit) return samples;
  return Array.from({ length: limit }, (_, i) => samples[Math.floor((i * samples.length) / limit)]!);
}

/** A selection in words, its limit apart: `the first 500, every 10th`; empty for all samples. */
export function selectionText({ part, range, first, last, every }: Selection): string {
  const words = [
    part && `part "${part}"`,
    range && `numbers ${range[0]} to ${range[1] - 1}`,
    first && `the first ${first}`,
    last && `the last ${last}`,
    every && `every ${ordinal(every)}`,
  ];
  return words.filter(Boolean).join(', ');
}

function ordinal(number: number): string {
  const tens = number % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${suffix}`;
}
