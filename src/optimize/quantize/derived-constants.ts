import { freshName, removeUnusedTensors } from '../../model/edit.js';
import type { Model, Subgraph, Tensor } from '../../model/graph.js';
import { BuiltinOperator } from '../../model/schema/index.js';
import { removeDeadOperators } from '../dead-operators.js';
import { tensorLike } from '../edits.js';

/** How a constant is stored after a transform; the rest is as the original has it. */
export type StoredConstant = Pick<Tensor, 'type' | 'data' | 'quantization'> & Partial<Pick<Tensor, 'shape'>>;

/**
 * New forms of constants, each made once: operators that share a constant go on sharing its new form,
 * and tensors that share a buffer, in whatever subgraph, share the new one's.
 */
export class DerivedConstants {
  readonly #stored = new Map<Uint8Array, Map<string, StoredConstant>>();
  readonly #tensors = new Map<Tensor, Map<string, Tensor>>();

  /**
   * A tensor of `subgraph` that holds `original` in another form.
   *
   * @param key identifies the form: the same key means the same bytes and quantization
   * @param suffix of its name, as long as the original is there, too
   */
  derive(
    subgraph: Subgraph,
    original: Tensor,
    key: string,
    suffix: string,
    make: () => StoredConstant,
  ): Tensor {
    const forms = entry(this.#tensors, original);
    const known = forms.get(key);
    if (known) return known;
    const name = freshName(subgraph, `${original.name}_${suffix}`);
    const tensor = tensorLike(original, { ...this.#store(original, key, make), name });
    forms.set(key, tensor);
    subgraph.tensors.push(tensor);
    ownScales(subgraph, tensor);
    return tensor;
  }

  /** Removes the originals that nobody needs any more; a name goes on to the only new form of its owner. */
  finish(model: Model): void {
    for (const subgraph of model.subgraphs) {
      removeDeadOperators(subgraph, ({ code }) => code === BuiltinOperator.DEQUANTIZE);
    }
    removeUnusedTensors(model);
    const present = new Set(model.subgraphs.flatMap(({ tensors }) => tensors));
    for (const [original, forms] of this.#tensors) {
      const [form] = forms.values();
      if (forms.size === 1 && form && present.has(form) && !present.has(original)) form.name = original.name;
    }
  }

  #store(original: Tensor, key: string, make: () => StoredConstant): StoredConstant {
    const forms = entry(this.#stored, original.data!);
    const fullKey = [key, original.type, original.shape, original.quantization?.scale ?? ''].join(' ');
    const stored = forms.get(fullKey) ?? make();
    forms.set(fullKey, stored);
    return stored;
  }
}

/** Scales that are a tensor belong to the subgraph of the tensor that they are for. */
function ownScales(subgraph: Subgraph, tensor: Tensor): void {
  const details = tensor.quantization?.details;
  if (details?.kind !== 'blockwise') return;
  const scales = { ...details.scales, name: freshName(subgraph, details.scales.name) };
  tensor.quantization = { ...tensor.quantization!, details: { ...details, scales } };
  subgraph.tensors.push(scales);
}

function entry<K, V>(map: Map<K, Map<string, V>>, key: K): Map<string, V> {
  const known = map.get(key) ?? new Map<string, V>();
  map.set(key, known);
  return known;
}
