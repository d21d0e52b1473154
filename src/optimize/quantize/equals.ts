import { newTensor } from '../../model/build.js';
import { realValues } from '../../model/dequantize.js';
import { freshName } from '../../model/edit.js';
import type { Model, Operator, Subgraph, Tensor } from '../../model/graph.js';
import { mainSubgraph } from '../../model/interface.js';
import { producers } from '../../model/navigate.js';
import { optionsOf, raiseVersion, ruleOf } from '../../model/operators/index.js';
import {
  ActivationFunctionType,
  BatchMatMulOptionsT,
  BuiltinOperator,
  DivOptionsT,
  FullyConnectedOptionsT,
  MulOptionsT,
  TensorType,
} from '../../model/schema/index.js';
import { bytesOf, elementCount } from '../../model/tensors.js';
import { constantOf, isFloat } from '../constants.js';
import { DerivedConstants, type StoredConstant } from './derived-constants.js';
import type { SchemeChoice } from './rules.js';
import { computesIn, type SchemeOrFloat } from './schemes.js';

/** What an operator becomes; null: it has no equal. */
type Equal = Pick<Operator, 'code' | 'inputs' | 'options'> | null;

/** Where an operator stands. */
interface Place {
  subgraph: Subgraph;
  makers: Map<Tensor, Operator>;
  constants: DerivedConstants;
}

/** Equals that have better kernels for weights in integers. */
const ofWeights: Partial<Record<BuiltinOperator, (operator: Operator, place: Place) => Equal>> = {
  [BuiltinOperator.BATCH_MATMUL]: productAsLayer,
};

/** Equals that have kernels for activations in integers where the operators themselves, in their form, have none. */
const ofActivations: typeof ofWeights = {
  [BuiltinOperator.FULLY_CONNECTED]: layerAsProduct,
  [BuiltinOperator.SQUARE]: ({ inputs: [x] }) => product(x!, x!),
  [BuiltinOperator.NEG]: ({ inputs: [x] }, place) => product(x!, minusOne(place)),
  [BuiltinOperator.DIV]: divisionAsProduct,
};

/**
 * Turns operators into others that compute the same and can be quantized, or quantized better: a
 * product with a constant matrix into a fully connected layer, whose weights have a scale for each
 * channel; a layer with computed weights into a product; SQUARE, NEG and DIV by a constant into MUL.
 * What stays float, and what a rule names, stays as it is.
 */
export function replaceByEquals(model: Model, schemes: SchemeChoice): void {
  const constants = new DerivedConstants();
  let replaced = false;
  for (const subgraph of model.subgraphs) {
    const place: Place = { subgraph, makers: producers(subgraph), constants };
    for (const operator of subgraph.operators) {
      if (schemes.isRuled(operator) || !isFloatThroughout(operator)) continue;
      const equal = equalIn(schemes.of(operator), operator, place, subgraph === mainSubgraph(model));
      if (!equal) continue;
      Object.assign(operator, equal, { version: 1 });
      raiseVersion(operator);
      replaced = true;
    }
  }
  if (replaced) constants.finish(model);
}

function equalIn(scheme: SchemeOrFloat, operator: Operator, place: Place, isMain: boolean): Equal {
  if (scheme === 'float' || scheme === 'float16') return null;
  const { code } = operator;
  if (!ruleOf(operator)) return null;
  if (ofWeights[code]) return ofWeights[code](operator, place);
  const compute = computesIn(scheme);
  if (!isMain || compute === 'float' || compute === 'hybrid') return null;
  const hasKernel = ruleOf(operator)?.kernels[compute] && code !== BuiltinOperator.FULLY_CONNECTED;
  return hasKernel ? null : (ofActivations[code]?.(operator, place) ?? null);
}

function isFloatThroughout({ inputs, outputs }: Operator): boolean {
  return [...inputs, ...outputs].every((tensor) => !tensor || isFloat(tensor));
}

/** x · M for a constant matrix M: a layer whose weights are M with its rows as columns. */
function productAsLayer(operator: Operator, place: Place): Equal {
  const { inputs, outputs } = operator;
  const [x, right] = [inputs[0]!, inputs[1]!];
  const matrix = constantOf(right, place.makers);
  const { adjX, adjY } = optionsOf(operator, BatchMatMulOptionsT);
  if (!matrix || adjX || constantOf(x, place.makers) || matrix.shape.length < 2) return null;
  const rank = x.shape.length;
  if (rank < 2 || outputs[0]!.shape.length !== rank) return null;
  if (elementCount(matrix.shape.slice(0, -2)) !== 1) return null;
  const weights = adjY && matrix.shape.length === 2 ? right : rowsOf(matrix, adjY, place);
  const layer = new FullyConnectedOptionsT();
  layer.keepNumDims = rank > 2;
  return { code: BuiltinOperator.FULLY_CONNECTED, inputs: [x, weights, null], options: layer };
}

/** A matrix as a layer's weights: [outputs, inputs]. */
function rowsOf(matrix: Tensor, isTurned: boolean, { subgraph, constants }: Place): Tensor {
  const [rows, columns] = matrix.shape.slice(-2) as [number, number];
  const make = (): StoredConstant => {
    const values = realValues(matrix);
    const shape = isTurned ? [rows, columns] : [columns, rows];
    return floats(isTurned ? values : transposed(values, rows, columns), shape);
  };
  return constants.derive(subgraph, matrix, isTurned ? 'flat' : 'turned', 'weights', make);
}

function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) turned[column * rows + row] = values[i++]!;
  }
  return turned;
}

/** A layer without bias whose weights are computed: x · Wᵀ. */
function layerAsProduct(operator: Operator, { makers }: Place): Equal {
  const { inputs, outputs } = operator;
  const [x, weights, bias] = inputs;
  const { fusedActivationFunction, keepNumDims } = optionsOf(operator, FullyConnectedOptionsT);
  if (bias || fusedActivationFunction !== ActivationFunctionType.NONE) return null;
  if (constantOf(weights, makers) || weights!.data || weights!.isVariable) return null;
  const rank = x!.shape.length;
  if (outputs[0]!.shape.length !== rank || (rank !== 2 && !keepNumDims)) return null;
  const product = new BatchMatMulOptionsT(false, true);
  return { code: BuiltinOperator.BATCH_MATMUL, inputs: [x!, weights!], options: product };
}

/** x / c: x times the reciprocal of c, where that is finite. */
function divisionAsProduct(operator: Operator, place: Place): Equal {
  const [x, right] = operator.inputs;
  const divisor = constantOf(right, place.makers);
  if (!divisor) return null;
  const reciprocals = realValues(divisor).map((value) => 1 / value);
  if (!reciprocals.every(Number.isFinite)) return null;
  const factor = place.constants.derive(place.subgraph, divisor, 'reciprocal', 'reciprocal', () =>
    floats(reciprocals, divisor.shape),
  );
  return product(x!, factor, optionsOf(operator, DivOptionsT).fusedActivationFunction);
}

function product(left: Tensor, right: Tensor, activation = ActivationFunctionType.NONE): Equal {
  return { code: BuiltinOperator.MUL, inputs: [left, right], options: new MulOptionsT(activation) };
}

const floats = (values: Float32Array, shape: readonly number[]): StoredConstant => ({
  type: TensorType.FLOAT32,
  data: bytesOf(values),
  quantization: null,
  shape: [...shape],
});

function minusOne({ subgraph }: Place): Tensor {
  const name = freshName(subgraph, 'minus_one');
  const tensor = newTensor(name, TensorType.FLOAT32, [], { data: bytesOf(Float32Array.of(-1)) });
  subgraph.tensors.push(tensor);
  return tensor;
}
