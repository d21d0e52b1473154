import { z } from 'zod';
import { randomDataset } from '../../data/random-dataset.js';
import { newOperator } from '../../model/build.js';
import { freshName, insertBefore, replaceInput } from '../../model/edit.js';
import type { Model, Subgraph, Tensor } from '../../model/graph.js';
import { modelInterface } from '../../model/interface.js';
import { BuiltinOperator, DensifyOptionsT, TensorType } from '../../model/schema/index.js';
import { writeModel } from '../../model/write.js';
import { NotRunnableError } from '../../runtime/errors.js';
import { SessionPool } from '../../runtime/pool.js';
import { tensorLike } from '../edits.js';
import { addNote, count } from '../notes.js';
import { prunableOf, prunableOperators } from '../prune/prunable.js';
import { defineTransform } from '../transform.js';
import type { Transform, TransformContext } from '../types.js';
import { convolutionsOnArm } from './convolutions-on-arm.js';
import { decodeSparse } from './decode-sparse.js';
import { type Form, formOf, saves } from './form.js';

/** Version of FULLY_CONNECTED whose kernels read sparse weights. */
const sparseVersion = 8;

/**
 * Stores weights without their zeros wherever that makes the file smaller: as single values or in blocks of 4
 * or 16 along the input, whichever is smallest, or as a faster kernel wants them (`form.ts`). A DENSIFY unpacks
 * the others when the model is loaded, which any kernel can read then; XNNPACK on ARM computes with sparse
 * kernels where the model allows it (`sparse-path.ts`).
 *
 * The result is run beside the model as it was, and taken back where LiteRT refuses it.
 *
 * @example
 * await encodeSparse()(model, context);
 */
export function encodeSparse(): Transform {
  return async (model, context) => {
    const dense = writeModel(model);
    const wasSparse = model.subgraphs.some(({ tensors }) => tensors.some(({ sparsity }) => sparsity));
    const weights = prunableOf(model, prunableOperators);
    const chosen = weights.flatMap(({ tensor }): Chosen[] => {
      const form = isSharedAlike(model, tensor) ? formOf(tensor, model.subgraphs) : null;
      return form ? [{ tensor, form, saved: saves(form.encoded, tensor.data!) }] : [];
    });
    if (weights.some(({ tensor }) => tensor.type === TensorType.FLOAT16)) {
      const message =
        'Weights in float16 stay dense: LiteRT 2.5 reads them wrongly if they are stored sparse, though 2.3 on ARM does not. Every LiteRT reads 8 bits, as "weight-int8" stores them, which is smaller, too.';
      addNote(context, 'warning', message);
    }
    if (chosen.length === 0) {
      if (!wasSparse) addNote(context, 'info', 'No weights are worth storing sparse: nothing was changed.');
      return false;
    }
    const versions = model.subgraphs.flatMap(({ operators }) =>
      operators.map((operator) => [operator, operator.version] as const),
    );
    for (const { tensor, form } of chosen) store(model, tensor, form);
    const problem = await problemOf(model, dense, context);
    const onArm = problem ? { problem } : await convolutionsOnArm(model, dense, context);
    if ('problem' in onArm) {
      decodeSparse(model);
      for (const [operator, version] of versions) operator.version = version;
      addNote(context, 'warning', `Weights stay dense: stored sparse, ${onArm.problem}.`);
      return false;
    }
    noteSaved(chosen, context);
    addNote(context, onArm.level, onArm.note);
    return true;
  };
}

export const encodeSparseTransform = defineTransform({
  name: 'encode-sparse',
  description: 'Stores weights without their zeros wherever that makes the file smaller.',
  // There are none, since it does what makes the file smaller.
  options: z.strictObject({}),
  create: encodeSparse,
  readsSparse: true,
  // Every other transform is shown sparse constants dense, and would leave them so.
  comesLast: true,
});

/** A constant, how it is stored, and the bytes that saves. */
interface Chosen {
  tensor: Tensor;
  form: Form;
  saved: number;
}

function noteSaved(chosen: readonly Chosen[], context: TransformContext): void {
  const bytes = chosen.reduce((sum, { saved }) => sum + saved, 0);
  const direct = chosen.filter(({ form }) => form.direct).length;
  const sentences = [
    `${count(chosen.length, 'constant')} stored without zeros: ${count(bytes, 'byte')} less.`,
    ...(direct > 0
      ? [`LiteRT's sparse kernels read ${count(direct, 'constant')} of them, which is faster.`]
      : []),
  ];
  addNote(context, 'info', sentences.join(' '));
}

/** Whether all tensors that share a constant's bytes take them for the same: what is stored sparse is so by a shape. */
function isSharedAlike({ subgraphs }: Model, { data, shape, type }: Tensor): boolean {
  const sharing = subgraphs.flatMap(({ tensors }) => tensors).filter((each) => each.data === data);
  return sharing.every((each) => each.type === type && String(each.shape) === String(shape));
}

/** Stores a constant sparse in all subgraphs that read it. */
function store({ subgraphs }: Model, { data }: Tensor, form: Form): void {
  for (const subgraph of subgraphs) {
    for (const tensor of subgraph.tensors.filter((each) => each.data === data)) {
      if (form.direct) readSparse(subgraph, tensor);
      else unpack(subgraph, tensor);
      Object.assign(tensor, { data: form.encoded.data, sparsity: form.encoded.sparsity });
    }
  }
}

function readSparse({ operators }: Subgraph, tensor: Tensor): void {
  for (const operator of operators.filter(({ inputs }) => inputs.includes(tensor))) {
    operator.version = Math.max(operator.version, sparseVersion);
  }
}

/** Lets a constant's readers read what a DENSIFY makes of it. */
function unpack(subgraph: Subgraph, tensor: Tensor): void {
  const readers = subgraph.operators.filter(({ inputs }) => inputs.includes(tensor));
  const [first] = readers;
  if (!first) return;
  const dense = tensorLike(tensor, {
    name: freshName(subgraph, `${tensor.name}_dense`),
    quantization: tensor.quantization,
  });
  replaceInput(subgraph, tensor, dense, readers);
  const densify = { inputs: [tensor], outputs: [dense], options: new DensifyOptionsT() };
  insertBefore(subgraph, first, newOperator(BuiltinOperator.DENSIFY, densify));
}

/** Largest difference of outputs, as part of the largest magnitude: kernels round in other places. */
const tolerance = 0.02;

/** What is wrong with a model beside what it was, run on one sample; null: nothing. */
async function problemOf(model: Model, dense: Uint8Array, context: TransformContext): Promise<string | null> {
  const { dataset, pool: given } = context;
  const { inputs } = modelInterface(model);
  const source = dataset?.calibration.size ? dataset : randomDataset(inputs, { samples: 1 });
  const samples = { size: 1, sample: () => source.calibration.sample(0) };
  const pool = given ?? new SessionPool({ threads: 1 });
  try {
    const [wanted] = await pool.reduce('outputs', dense, samples);
    const [found] = await pool.reduce('outputs', model, samples);
    return wanted!.every((output, i) => isClose(output, found![i]!))
      ? null
      : 'LiteRT computes something else';
  } catch (error) {
    if (error instanceof NotRunnableError) return error.problem;
    throw error;
  } finally {
    if (!given) await pool.close();
  }
}

function isClose(wanted: Float32Array, found: Float32Array): boolean {
  const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return wanted.every((value, i) => Math.abs(value - found[i]!) <= tolerance * largest);
}
