import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Model } from '../../src/model/graph.js';
import { TensorType } from '../../src/model/schema/index.js';
import { writeModel } from '../../src/model/write.js';
import { parseYaml } from '../../src/yaml/read.js';
import { fixtureModel, fixtureSchema } from '../support/fixture-model.js';
import { chain, division, quantizer } from '../support/runtime-models.js';
import { sampleModels } from '../support/sample-models.js';

/** A sound model that mutants are made of. */
export interface SeedModel {
  name: string;
  bytes: Uint8Array;
}

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Larger ones take long and show no more. */
const maxBytes = 1 << 16;

/**
 * The models that mutants are made of: those that tests build in code, the fixtures, and those of a folder where one
 * is given.
 */
export function seedModels(folder: string | null): SeedModel[] {
  const built = Object.entries({ ...sampleModels(), ...runtimeModels() });
  const models = built.map(([name, model]) => ({ name, bytes: writeModel(model) }));
  const files = [fixtures, ...(folder === null ? [] : [folder])].flatMap(filesOf);
  return [...models, ...transformModels(), ...files].filter(({ bytes }) => bytes.length <= maxBytes);
}

function runtimeModels(): Record<string, Model> {
  return {
    'a chain': chain(4),
    'a division': division(TensorType.INT32, 3),
    'a quantizer': quantizer(TensorType.INT8, 0.5, 3, 4),
  };
}

function transformModels(): SeedModel[] {
  const folder = join(fixtures, 'transforms');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort();
  return names.map((name) => {
    const fixture = parseYaml(fixtureSchema, readFileSync(join(folder, name)), name);
    return { name, bytes: writeModel(fixtureModel(fixture)) };
  });
}

/** The models of a folder and of the folders in it, by name. */
export function filesOf(folder: string): SeedModel[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const models = paths.filter((path) => path.endsWith('.tflite') && statSync(path).isFile()).sort();
  return models.map((path) => ({ name: relative(folder, path), bytes: new Uint8Array(readFileSync(path)) }));
}
