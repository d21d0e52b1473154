import { ByteBuffer } from 'flatbuffers';
import { InputError } from '../base/errors.js';
import { cloneModel } from './clone.js';
import { mainSubgraph, modelInterface } from './interface.js';
import { graphOf, type ModelFile } from './model-file.js';
import { list } from './read-tensor.js';
import { Model as ModelTable, type Tensor as TensorTable } from './schema/index.js';
import { shapeText } from './tensors.js';
import { writeModel } from './write.js';

/** By an input's name its shape, the batch included: `{ audio: [1, 16000] }`. */
export type InputShapes = Readonly<Record<string, readonly number[]>>;

/**
 * The model with sizes for dimensions of its inputs that it leaves open: they are written over those that the file has
 * as a default, all else stays byte for byte, and the dimensions stay open.
 *
 * @returns the model itself where nothing changes
 * @throws InputError for a name or a shape that the model's inputs don't have
 */
export function withInputShapes(model: ModelFile, shapes: InputShapes): ModelFile {
  const graph = graphOf(model);
  const { inputs } = modelInterface(graph);
  for (const name of Object.keys(shapes)) {
    if (inputs.some((input) => input.name === name)) continue;
    const hint = `Its inputs are called ${inputs.map((input) => `"${input.name}"`).join(', ')}`;
    throw new InputError(`the model has no input "${name}"`, { file: model.file, hint });
  }
  const changed = inputs.flatMap(({ name, shape, open }, position) => {
    const wanted = shapes[name];
    if (!wanted || isSame(wanted, shape)) return [];
    assertFits(wanted, { name, shape, ...(open && { open }) }, model.file);
    return [{ position, wanted }];
  });
  if (changed.length === 0) return model;
  const bytes = patched(model, changed) ?? rewritten(model, changed);
  return { file: model.file, bytes };
}

/** Whether sizes are such as an input takes: those of its shape, or any where it is open. */
export function fitsOpen(wanted: readonly number[], open: readonly number[]): boolean {
  return (
    wanted.length === open.length &&
    wanted.every((size, axis) =>
      open[axis] === -1 ? Number.isInteger(size) && size > 0 : size === open[axis],
    )
  );
}

function assertFits(
  wanted: readonly number[],
  { name, shape, open = shape }: { name: string; shape: readonly number[]; open?: readonly number[] },
  file: string,
): void {
  const isBatch = open.length > 1 && wanted[0] !== 1 && open[0] === -1;
  if (fitsOpen(wanted, open) && !isBatch) return;
  throw new InputError(`input "${name}" is ${shapeText(open)}, which ${shapeText(wanted)} doesn't fit`, {
    file,
    hint: isBatch
      ? 'Samples are run one by one: the first dimension is 1'
      : 'Only what is -1 has a size to be told',
  });
}

const isSame = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((size, i) => size === b[i]);

/** A shape for the input at a position. */
interface Change {
  position: number;
  wanted: readonly number[];
}

/** The file with other numbers in its inputs' shapes; null: something else in it has the same numbers for its own. */
function patched(model: ModelFile, changes: readonly Change[]): Uint8Array | null {
  const bytes = model.bytes.slice();
  const buffer = new ByteBuffer(bytes);
  const table = ModelTable.getRootAsModel(buffer);
  const tensors = list(table.subgraphsLength(), (i) => table.subgraphs(i)!).flatMap((subgraph) =>
    list(subgraph.tensorsLength(), (i) => subgraph.tensors(i)!),
  );
  const used = tensors.flatMap((tensor) => [placeOf(tensor, shapeField), placeOf(tensor, signatureField)]);
  const graph = graphOf(model);
  const main = table.subgraphs(graph.subgraphs.indexOf(mainSubgraph(graph)))!;
  for (const { position, wanted } of changes) {
    const place = placeOf(main.tensors(main.inputs(position)!)!, shapeField);
    if (used.filter((each) => each === place).length !== 1) return null;
    for (const [axis, size] of wanted.entries()) buffer.writeInt32(place + 4 * axis, size);
  }
  return bytes;
}

/** Numbers of a tensor's fields in the schema's table: 4, and 2 for each field before. */
const shapeField = 4;
const signatureField = 18;

/** Where the numbers of a field lie in the file; 0: nowhere. */
function placeOf({ bb, bb_pos }: TensorTable, field: number): number {
  const offset = bb!.__offset(bb_pos, field);
  return offset ? bb!.__vector(bb_pos + offset) : 0;
}

function rewritten(model: ModelFile, changes: readonly Change[]): Uint8Array {
  const graph = cloneModel(graphOf(model));
  for (const { position, wanted } of changes) mainSubgraph(graph).inputs[position]!.shape = [...wanted];
  return writeModel(graph, model.file);
}
