import { newQuantization } from '../../model/build.js';
import { freshName } from '../../model/edit.js';
import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { conversion, tensorLike } from '../edits.js';
import { storedFormOf } from './activation-plan.js';
import { type StoredForm, tensorTypes } from './affine.js';

/**
 * The conversions between integers and floats, and between integers of one type and scale and another's. Each tensor is
 * converted once for each form that somebody reads it in, just before its first reader.
 */
export class Bridges {
  readonly #converted = new Map<Tensor, Map<string, Tensor>>();
  #pending: Operator[] = [];
  readonly #subgraph: Subgraph;
  readonly #makers: Map<Tensor, Operator>;

  /** @param makers what computed each tensor before any bridge was built */
  constructor(subgraph: Subgraph, makers: Map<Tensor, Operator>) {
    this.#subgraph = subgraph;
    this.#makers = makers;
  }

  /** A tensor's values as integers of the given form. */
  asStored(tensor: Tensor, form: StoredForm): Tensor {
    if (isStoredAs(tensor, form)) return tensor;
    const maker = this.#makers.get(tensor);
    const packed = maker?.code === BuiltinOperator.DEQUANTIZE ? maker.inputs[0] : null;
    if (packed && isStoredAs(packed, form)) return packed;
    const { type, scale, zeroPoint } = form;
    return this.#convert(tensor, `${type} ${scale} ${zeroPoint}`, {
      name: `${tensor.name}_${type}`,
      type: tensorTypes[type],
      quantization: newQuantization([scale], [zeroPoint]),
    });
  }

  /** The values of a tensor of this quantization as floats; any other tensor as it is. */
  asFloat(tensor: Tensor, stored: ReadonlyMap<Tensor, StoredForm>): Tensor {
    if (!stored.has(tensor)) return tensor;
    return this.#convert(tensor, 'float', { name: `${tensor.name}_float`, type: TensorType.FLOAT32 });
  }

  /** The conversions asked for since the last call: they belong before the operator that asked. */
  take(): Operator[] {
    const taken = this.#pending;
    this.#pending = [];
    return taken;
  }

  #convert(tensor: Tensor, form: string, different: Partial<Tensor> & { name: string }): Tensor {
    const forms = this.#converted.get(tensor) ?? new Map<string, Tensor>();
    this.#converted.set(tensor, forms);
    const known = forms.get(form);
    if (known) return known;
    const converted = tensorLike(tensor, { ...different, name: freshName(this.#subgraph, different.name) });
    forms.set(form, converted);
    this.#subgraph.tensors.push(converted);
    this.#pending.push(conversion(tensor, converted));
    return converted;
  }
}

function isStoredAs(tensor: Tensor, { type, scale, zeroPoint }: StoredForm): boolean {
  const stored = storedFormOf(tensor);
  return stored?.type === type && stored.scale === scale && stored.zeroPoint === zeroPoint;
}
