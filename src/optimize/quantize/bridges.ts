import { newQuantization } from '../../model/build.js';
import { freshName } from '../../model/edit.js';
import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { BuiltinOperator, TensorType } from '../../model/schema/index.js';
import { conversion, tensorLike } from '../edits.js';
import { int8ParametersOf } from './activation-plan.js';
import type { AffineParameters } from './affine.js';

/**
 * The conversions between int8 and float, and between int8 at one scale and at another. Each tensor is
 * converted once for each form that somebody reads it in, just before its first reader.
 */
export class Bridges {
  readonly #converted = new Map<Tensor, Map<string, Tensor>>();
  #pending: Operator[] = [];

  /** @param makers what computed each tensor before any bridge was built */
  constructor(
    private readonly subgraph: Subgraph,
    private readonly makers: Map<Tensor, Operator>,
  ) {}

  /** A tensor's values as int8 at the given scale. */
  asInt8(tensor: Tensor, parameters: AffineParameters): Tensor {
    if (isStoredAt(tensor, parameters)) return tensor;
    const maker = this.makers.get(tensor);
    const packed = maker?.code === BuiltinOperator.DEQUANTIZE ? maker.inputs[0] : null;
    if (packed && isStoredAt(packed, parameters)) return packed;
    const { scale, zeroPoint } = parameters;
    return this.#convert(tensor, `int8 ${scale} ${zeroPoint}`, {
      name: `${tensor.name}_int8`,
      type: TensorType.INT8,
      quantization: newQuantization([scale], [zeroPoint]),
    });
  }

  /** The values of a tensor of this quantization as floats; any other tensor as it is. */
  asFloat(tensor: Tensor, stored: ReadonlyMap<Tensor, AffineParameters>): Tensor {
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
    const converted = tensorLike(tensor, { ...different, name: freshName(this.subgraph, different.name) });
    forms.set(form, converted);
    this.subgraph.tensors.push(converted);
    this.#pending.push(conversion(tensor, converted));
    return converted;
  }
}

function isStoredAt(tensor: Tensor, { scale, zeroPoint }: AffineParameters): boolean {
  const stored = int8ParametersOf(tensor);
  return stored?.scale === scale && stored.zeroPoint === zeroPoint;
}
