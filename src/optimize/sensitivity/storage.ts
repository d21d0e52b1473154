import type { Operator, Subgraph, Tensor } from '../../model/graph.js';
import { producers } from '../../model/navigate.js';
import { ruleOf } from '../../model/operators/index.js';
import { TensorType } from '../../model/schema/index.js';
import { constantOf } from '../constants.js';

/** How many bits a layer's numbers have; null: as many as a float. */
export interface LayerStorage {
  weights: StoredWeights | null;
  /** Bits of the activations that it writes: 8 or 16. */
  activations: 8 | 16 | null;
  /** Its float input is quantized anew in each inference. */
  dynamic: boolean;
}

export interface StoredWeights {
  /** Position among the operator's inputs. */
  input: number;
  bits: 2 | 4 | 8 | 16;
  /** 16 bits are a half float, all others integers with scales. */
  float: boolean;
  /** Dimension with a scale for each index; null: one scale. */
  axis: number | null;
  /** Elements of a scale's block; null: none. */
  block: number | null;
}

const bitsOf: Partial<Record<TensorType, 2 | 4 | 8 | 16>> = {
  [TensorType.INT2]: 2,
  [TensorType.INT4]: 4,
  [TensorType.INT8]: 8,
  [TensorType.FLOAT16]: 16,
};

/** How an optimized model stores a layer. */
export function storageOf(operator: Operator, subgraph: Subgraph): LayerStorage {
  const [output] = operator.outputs;
  const activations = output?.type === TensorType.INT8 ? 8 : output?.type === TensorType.INT16 ? 16 : null;
  const weights = weightsOf(operator, producers(subgraph));
  const stored = weights && operator.inputs[weights.input];
  return { weights, activations, dynamic: activations === null && stored?.data != null && !weights?.float };
}

function weightsOf(operator: Operator, makers: ReadonlyMap<Tensor, Operator>): StoredWeights | null {
  const place = ruleOf(operator)?.weights?.(operator)[0];
  const given = place && operator.inputs[place.input];
  if (!given) return null;
  const maker = makers.get(given);
  const stored = constantOf(given, makers) ?? maker?.inputs[0] ?? given;
  const bits = bitsOf[stored.type];
  if (!stored.data || !bits) return null;
  const details = stored.quantization?.details;
  return {
    input: place.input,
    bits,
    float: stored.type === TensorType.FLOAT16,
    axis: (stored.quantization?.scale.length ?? 0) > 1 ? stored.quantization!.axis : null,
    block: details && details.kind !== 'custom' && details.blockSize > 0 ? details.blockSize : null,
  };
}

/** `int8`, `int16`, `int4 weights`, `float`: as tables name it. */
export function storageName({ weights, activations }: LayerStorage): string {
  if (activations) {
    const other = weights && weights.bits !== 8 ? `, int${weights.bits} weights` : '';
    return `int${activations}${other}`;
  }
  if (!weights) return 'float';
  return `${weights.float ? 'float16' : `int${weights.bits}`} weights`;
}
