import { randomNumbers, streamSeed } from '../../src/base/random-numbers.js';
import { starterConfig } from '../../src/config/starter.js';
import type { Files } from '../support/dataset-fixtures.js';
import { mutateBytes } from './mutate-bytes.js';
import { mutateText } from './mutate-text.js';
import { pick } from './random.js';
import { type SeedData, seedData } from './seed-data.js';

/** Kinds of mutants besides models; their streams of random numbers are others than models'. */
export const dataKinds = ['data', 'config'] as const;
export type DataKind = (typeof dataKinds)[number];
const firstStream = 100;

const randomFor = (kind: DataKind, number: number, seed: number) =>
  randomNumbers(streamSeed(seed, firstStream + dataKinds.indexOf(kind), number));

/** A data set one of whose files is damaged. */
export function dataMutant(number: number, seed: number): SeedData {
  const random = randomFor('data', number, seed);
  const { name, files } = pick(seedData(), random);
  const names = Object.keys(files);
  const changed: Files = { ...files };
  const damaged = random() < 0.4 ? 'dataset.yml' : pick(names, random);
  const content = files[damaged]!;
  changed[damaged] = typeof content === 'string' ? mutateText(content, random) : mutateBytes(content, random);
  return { name: `${name}: ${damaged}`, files: changed };
}

const configurations = [
  starterConfig(),
  `models:
  - { files: "models/**/*.tflite", dataset: eval/kws.yml, recipes: [int8, mine], limits: { size: 10% } }
  - files: ["a.tflite", "!b.tflite"]
devices: [raspberry-pi-4]
recipes:
  mine:
    title: Mine
    calibration: random
    steps:
      - { transform: prune, sparsity: 0.5, pattern: '2:4' }
      - { transform: quantize, scheme: int8, edges: float, rules: [{ index: 3, scheme: float }] }
      - { transform: clean, stripNames: true }
limits: { size: { warn: 5%, fail: 100KB }, accuracy: -1pp, latency: 20ms }
budget: 10m
comment: changes
`,
];

export function configMutant(number: number, seed: number): Uint8Array {
  const random = randomFor('config', number, seed);
  return mutateText(pick(configurations, random), random);
}
