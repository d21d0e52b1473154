import { randomDataset } from '../../../../src/data/random-dataset.js';
import type { Dataset } from '../../../../src/data/types.js';
import { mainSubgraph, modelInterface } from '../../../../src/model/interface.js';
import { operatorName } from '../../../../src/model/operators/index.js';
import { readModel } from '../../../../src/model/read.js';
import { type BuiltinOperator, TensorType } from '../../../../src/model/schema/index.js';
import { writeModel } from '../../../../src/model/write.js';
import type { PeerJob } from '../peer/types.js';
import { concerns, isAboutWeights, isGoogles, type Scheme, schemes } from './schemes.js';
import type { Case } from './single-operator.js';

/** Samples that calibrate, and as many others that judge. */
const samples = 64;

/** A case as both quantizers get it. */
export interface PreparedCase {
  /** `CONV_2D`. */
  operator: string;
  code: BuiltinOperator;
  name: string;
  bytes: Uint8Array;
  dataset: Dataset;
  /** By output: whether it holds real numbers. */
  isReal: boolean[];
  /** The schemes that have to do with it. */
  schemes: Scheme[];
}

export function prepareCase({ operator: code, name, model, ranges }: Case): PreparedCase {
  const bytes = writeModel(model);
  const inputs = modelInterface(readModel(bytes)).inputs.map((input, i) => {
    const range = ranges?.[i];
    return range ? { ...input, range } : input;
  });
  return {
    operator: operatorName({ code, customCode: null }),
    code,
    name,
    bytes,
    dataset: randomDataset(inputs, { samples }),
    isReal: mainSubgraph(model).outputs.map(({ type }) => type === TensorType.FLOAT32),
    schemes: schemes.filter((scheme) => concerns(scheme, model, code)),
  };
}

export const jobId = ({ operator, name }: PreparedCase, scheme: Scheme): string =>
  `${operator} ${name} ${scheme}`;

/** What Google's quantizer is asked to do with it. */
export function jobsOf(prepared: PreparedCase): PeerJob[] {
  const { bytes, dataset } = prepared;
  return prepared.schemes.filter(isGoogles).map((scheme) => ({
    id: jobId(prepared, scheme),
    model: bytes,
    scheme,
    calibration: isAboutWeights(scheme) ? null : dataset.calibration,
  }));
}
