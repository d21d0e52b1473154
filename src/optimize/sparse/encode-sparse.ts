import { z } from 'zod';
import { modelInterface } from '../../evaluate/model-head.js';
import { randomDataset } from '../../evaluate/random-dataset.js';
import { newOperator } from '../../model/build.js';
import { freshName, insertBefore, replaceInput } from '../../model/edit.js';
import type { Model, Subgraph, Tensor } from '../../model/graph.js';
import { BuiltinOperator, DensifyOptionsT, TensorType } from '../../model/schema/index.js';
import { typedData } from '../../model/tensors.js';
import { NotRunnableError } from '../../runtime/errors.js';
import { SessionPool } from '../../runtime/pool.js';
import { tensorLike } from '../edits.js';
import { count, tell } from '../notes.js';
import { prunableOf, prunableOperators } from '../prune/prunable.js';
import type { Transform, TransformContext } from '../types.js';
import { decodeSparse } from './decode-sparse.js';
import { type Encoded, encode } from './encode.js';
import { tellSparsePath } from './tell-sparse-path.js';

/** The options as recipes write them: there are none, since it does what makes the file smaller. */
export const encodeSparseOptionsSchema = z.strictObject({});

/** Types that LiteRT's DENSIFY unpacks. */
const types = new Set([TensorType.FLOAT32, TensorType.FLOAT16, TensorType.INT8]);

/** Block sizes that kernels know, beside single values. */
const blocks = [1, 4, 16];

/** Bytes that an operator, a tensor and the tables of a sparse constant take beside values and indices. */
const tableBytes = 400;

/**
 * Stores weights without their zeros wherever that makes the file smaller: as single values or in blocks of 4
 * or 16 along the input, whichever is smallest. A DENSIFY unpacks them when the model is loaded, which every
 * kernel can read; XNNPACK on ARM computes with sparse kernels where the model allows it (`sparse-path.ts`).
 *
 * The result is run beside the model as it was, and taken back where LiteRT refuses it.
 *
 * @example
 * await encodeSparse()(model, context);
 */
export function encodeSparse(): Transform {
  return async (model, context) => {
    const before = model.subgraphs.map(({ tensors }) => [...tensors]);
    const saved = prunableOf(model, prunableOperators).flatMap(({ tensor }) => {
      const encoded = smallestOf(tensor);
      return encoded ? [{ tensor, encoded, bytes: store(model, tensor, encoded) }] : [];
    });
    if (saved.length === 0) {
      if (!before.flat().some(({ sparsity }) => sparsity))
        tell(context, 'info', 'No weights are worth storing sparse.');
      return false;
    }
    const problem = await problemOfRunning(model, context);
    if (problem) {
      decodeSparse(model);
      tell(context, 'warning', `Weights stay dense, since LiteRT refuses them stored sparse: ${problem}.`);
      return false;
    }
    const bytes = saved.reduce((sum, each) => sum + each.bytes, 0);
    const text = `${count(saved.length, 'constant')} stored without zeros, ${kindsOf(saved)}: ${count(bytes, 'byte')} less.`;
    tell(context, 'info', text);
    await tellSparsePath(model, context);
    return true;
  };
}

/** The smallest sparse form of a constant; null: none is smaller than it is. */
function smallestOf(tensor: Tensor): Encoded | null {
  const { type, shape, data } = tensor;
  if (!types.has(type) || !data || shape.length < 2 || tensor.quantization?.details) return null;
  const values = typedData(tensor);
  const forms = blocks
    .filter((block) => shape.at(-1)! % block === 0)
    .map((block) => encode(values, shape, block));
  const smallest = forms.reduce((best, form) => (form.bytes < best.bytes ? form : best));
  return smallest.bytes + tableBytes < data.length ? smallest : null;
}

/** Puts a sparse constant and its DENSIFY into all subgraphs that read the dense one; returns the bytes saved. */
function store(model: Model, { data }: Tensor, encoded: Encoded): number {
  for (const subgraph of model.subgraphs) {
    for (const tensor of subgraph.tensors.filter((each) => each.data === data))
      unpack(subgraph, tensor, encoded);
  }
  return data!.length - encoded.bytes - tableBytes;
}

function unpack(subgraph: Subgraph, tensor: Tensor, { data, sparsity }: Encoded): void {
  const readers = subgraph.operators.filter(({ inputs }) => inputs.includes(tensor));
  const [first] = readers;
  if (!first) return;
  const dense = tensorLike(tensor, {
    name: freshName(subgraph, `${tensor.name}_dense`),
    quantization: tensor.quantization,
  });
  replaceInput(subgraph, tensor, dense, readers);
  Object.assign(tensor, { data, sparsity });
  const options = new DensifyOptionsT();
  insertBefore(
    subgraph,
    first,
    newOperator(BuiltinOperator.DENSIFY, { inputs: [tensor], outputs: [dense], options }),
  );
}

function kindsOf(saved: readonly { encoded: Encoded }[]): string {
  const used = blocks.filter((block) => saved.some(({ encoded }) => encoded.block === block));
  return used.map((block) => (block === 1 ? 'value by value' : `in blocks of ${block}`)).join(' and ');
}

/** Why LiteRT can't run a model; null: it can. */
async function problemOfRunning(
  model: Model,
  { dataset, pool: given }: TransformContext,
): Promise<string | null> {
  const { inputs } = modelInterface(model);
  const source = dataset?.calibration.size ? dataset : randomDataset(inputs, { samples: 1 });
  const samples = { size: 1, sample: () => source.calibration.sample(0) };
  const pool = given ?? new SessionPool({ threads: 1 });
  try {
    await pool.reduce('outputs', model, samples);
    return null;
  } catch (error) {
    if (error instanceof NotRunnableError) return error.problem;
    throw error;
  } finally {
    if (!given) await pool.close();
  }
}
