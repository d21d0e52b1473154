import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mainSubgraph } from '../../../../src/model/interface.js';
import { readModel } from '../../../../src/model/read.js';
import { TensorType } from '../../../../src/model/schema/index.js';
import type { Case } from './single-operator.js';

const folder = fileURLToPath(new URL('../../../../../shared/models/single-op/', import.meta.url));

/** SLICE of a tensor of one element at positions beyond it: whatever lies there in memory comes out. */
const undefinedOnes = ['single_slice.tflite'];

/** Values that every operator of these files is defined for. */
const positive = [0.1, 1] as const;
const any = [0, 1] as const;

/** The files of single operators as cases. */
export function fileCases(): Case[] {
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => !undefinedOnes.includes(file))
    .map((file) => {
      const model = readModel(readFileSync(folder + file), file);
      const { inputs, operators } = mainSubgraph(model);
      const ranges = inputs.map(({ type }) => (type === TensorType.FLOAT32 ? positive : any));
      return { operator: operators.at(-1)!.code, name: file, model, ranges };
    });
}
