import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetPart } from '../../../../src/data/types.js';
import type { Model } from '../../../../src/model/graph.js';
import { mainSubgraph, modelInterface } from '../../../../src/model/interface.js';
import { readModel } from '../../../../src/model/read.js';
import { TensorType } from '../../../../src/model/schema/index.js';
import { writeModel } from '../../../../src/model/write.js';
import { encodeInput } from '../../../../src/runtime/index.js';
import { npyOf } from './npy.js';
import { algorithms, type PeerJob } from './types.js';

/** A job as `quantize.py` reads it. */
export interface WrittenJob {
  id: string;
  /** Path of the model. */
  model: string;
  scheme: string;
  algorithm: string;
  signature: string;
  /** Path of the samples by input. */
  samples: Record<string, string>;
  /** Where the result goes. */
  out: string;
  /** Tells this job from any other by its content. */
  key: string;
}

interface WrittenModel {
  file: string;
  model: Model;
  digest: string;
}

interface WrittenSamples {
  files: Record<string, string>;
  digest: string;
}

/** Writes what the Python process reads; jobs with the same model, or the same samples, share their files. */
export class JobFolder {
  readonly #models = new Map<Uint8Array, WrittenModel>();
  readonly #samples = new Map<DatasetPart, WrittenSamples>();
  #jobs = 0;

  constructor(private readonly folder: string) {}

  async write({ id, model, scheme, algorithm = algorithms[0], calibration }: PeerJob): Promise<WrittenJob> {
    const source = this.#models.get(model) ?? (await this.#writeModel(model));
    const samples =
      calibration && (this.#samples.get(calibration) ?? (await this.#writeSamples(source, calibration)));
    const identity = [source.digest, samples?.digest, scheme, algorithm].join(' ');
    return {
      id,
      model: source.file,
      scheme,
      algorithm,
      signature: source.model.signatures[0]!.key,
      samples: samples?.files ?? {},
      out: join(this.folder, `out-${this.#jobs++}.tflite`),
      key: digestOf(Buffer.from(identity)),
    };
  }

  async #writeModel(bytes: Uint8Array): Promise<WrittenModel> {
    const file = join(this.folder, `model-${this.#models.size}.tflite`);
    const model = readModel(bytes);
    const content = addSignature(model) ? writeModel(model) : bytes;
    await writeFile(file, content);
    const written = { file, model, digest: digestOf(content) };
    this.#models.set(bytes, written);
    return written;
  }

  async #writeSamples({ model }: WrittenModel, part: DatasetPart): Promise<WrittenSamples> {
    const folder = join(this.folder, `samples-${this.#samples.size}`);
    await mkdir(folder);
    const samples = await Promise.all(Array.from({ length: part.size }, (_, i) => part.sample(i)));
    const written: WrittenSamples = { files: {}, digest: '' };
    for (const [i, { name, shape, type }] of modelInterface(model).inputs.entries()) {
      const info = { name, type: type!, shape: [...shape], quantization: null };
      const values = samples.map(({ inputs }) => encodeInput(info, inputs[i]!));
      const content = npyOf(values, shape, type === TensorType.BOOL);
      const file = join(folder, `${i}.npy`);
      await writeFile(file, content);
      written.files[name] = file;
      written.digest += digestOf(content);
    }
    this.#samples.set(part, written);
    return written;
  }
}

const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Gives a model without a signature one, which Google's quantizer can't calibrate without. */
function addSignature(model: Model): boolean {
  if (model.signatures.length > 0) return false;
  const subgraph = mainSubgraph(model);
  const named = (tensors: typeof subgraph.inputs) => tensors.map((tensor) => ({ name: tensor.name, tensor }));
  const { inputs, outputs } = subgraph;
  model.signatures.push({ key: 'serving_default', subgraph, inputs: named(inputs), outputs: named(outputs) });
  return true;
}
