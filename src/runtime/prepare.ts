import { InputError } from '../base/errors.js';
import { cloneModel } from '../model/clone.js';
import { contradiction } from '../model/contradictions.js';
import { fillDetectionShapes } from '../model/detections.js';
import type { Model, SignatureTensor, Subgraph, Tensor } from '../model/graph.js';
import { graphOf } from '../model/model-file.js';
import { factsOf } from '../model/operators/index.js';
import { TensorType } from '../model/schema/index.js';
import { fixDynamicShapes, isDynamic } from '../model/shapes.js';
import { byteCount } from '../model/tensors.js';
import { writeModel } from '../model/write.js';
import { copyComputedOutputs } from './computed-outputs.js';
import { NotRunnableError } from './errors.js';
import { refuseTooLarge } from './limits.js';
import { reachableOperators, refuseSilentFailures } from './silent-failures.js';
import type { TensorInfo } from './types.js';

/** What a thread needs to open a session: plain data, which can be posted to a worker. */
export interface PreparedModel {
  /** The file as the user named it, for errors. */
  file: string;
  /** The model with its dynamic dimensions fixed, and copies of outputs that LiteRT would leave empty. */
  bytes: Uint8Array;
  inputs: TensorInfo[];
  outputs: TensorInfo[];
  /** Whether an inference would go on where the one before has ended. */
  isStateful: boolean;
}

/**
 * Makes a model ready for LiteRT: dynamic dimensions become static, and the inputs and outputs of its first
 * signature's subgraph are described, in the subgraph's order, which is LiteRT's.
 *
 * @param file the file as the user named it, for errors.
 * @throws InputError if the bytes aren't a sound model file.
 * @throws NotRunnableError if an input or output has no fixed size, something is too large to be run, or shapes
 *   contradict operators: LiteRT would write behind an output's memory.
 */
export function prepare(source: Uint8Array | Model, file: string): PreparedModel {
  const { model, main, bytes, unknown, inputs, outputs } = makeStatic(source, file);
  const isChanged = copyComputedOutputs(model, main, unknown) || bytes === null;
  const isStateful = reachableOperators(model, main).some((operator) => factsOf(operator).remembers);
  return { file, bytes: isChanged ? writeModel(model, file) : bytes, inputs, outputs, isStateful };
}

/**
 * The bytes of a model for LiteRT on a device, where nobody reads outputs, so that nothing is measured but the
 * model: `prepare` without copies.
 *
 * @throws InputError, NotRunnableError as prepare
 */
export function prepareForDevice(source: Uint8Array, file: string): Uint8Array {
  const { model, bytes } = makeStatic(source, file);
  return bytes ?? writeModel(model, file);
}

interface StaticModel extends Pick<PreparedModel, 'inputs' | 'outputs'> {
  model: Model;
  main: Subgraph;
  /** The file's own bytes; null: they hold something else, or there is no file. */
  bytes: Uint8Array | null;
  /** Tensors whose size isn't known before the model runs, though the file now says one. */
  unknown: Tensor[];
}

/** The model without dynamic dimensions, to change at will. */
function makeStatic(source: Uint8Array | Model, file: string): StaticModel {
  const given = source instanceof Uint8Array ? source : null;
  const model = cloneModel(given ? graphOf({ file, bytes: given }) : (source as Model));
  const dynamic = model.subgraphs.some(({ tensors }) => tensors.some(isDynamic));
  const bytes = fillDetectionShapes(model) || dynamic ? null : given;
  const unknown = bytes ? [] : fixDynamicShapes(model);
  const signature = model.signatures[0];
  const main = signature?.subgraph ?? model.subgraphs[0];
  if (!main) throw new InputError('it has no subgraph to run', { file });
  refuseTooLarge(model, main, file);
  const problem = contradiction(main);
  if (problem) throw new NotRunnableError(problem, { file });
  refuseSilentFailures(model, main, file);
  const inputs = main.inputs.map((tensor) => describe(tensor, signature?.inputs, file));
  const outputs = main.outputs.map((tensor) => describe(tensor, signature?.outputs, file));
  return { model, main, bytes, unknown, inputs, outputs };
}

function describe(tensor: Tensor, names: SignatureTensor[] | undefined, file: string): TensorInfo {
  const name = names?.find((entry) => entry.tensor === tensor)?.name ?? tensor.name;
  const { type, shape } = tensor;
  if (byteCount(type, shape) === null) {
    throw new NotRunnableError(`"${name}" is of type ${TensorType[type]}, which has no fixed size`, { file });
  }
  return { ...tensorInfo(tensor), name };
}

/** A tensor as an input or output of a session. */
export function tensorInfo({ name, type, shape, quantization }: Tensor): TensorInfo {
  const scale = type === TensorType.FLOAT32 ? undefined : quantization?.scale[0];
  return {
    name,
    type,
    shape: [...shape],
    quantization: scale ? { scale, zeroPoint: Number(quantization!.zeroPoint[0] ?? 0n) } : null,
  };
}
