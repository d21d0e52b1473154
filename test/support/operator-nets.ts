import { Network } from '../../src/optimize/finetune/network.js';
import { planTraining } from '../../src/optimize/finetune/plan.js';
import { fixtureModel, fixtureSchema } from './fixture-model.js';

/** An operator behind a trained layer: its gradient by its input shows in that layer's weights. */
export interface Case {
  /** Shape of the operator's first real input, [1, height, width, channels] or [1, channels]. */
  from?: number[];
  to: number[];
  /** Further outputs. */
  more?: number[][];
  options?: Record<string, unknown>;
  /** The operator's inputs; `x` is the layer's output, `y` another layer's, `one` that of one with a single channel. */
  inputs?: string[];
  constants?: Record<string, unknown>;
  /** Added to what the layer computes: for functions of positive numbers. */
  offset?: number;
}

const picture = [1, 5, 4, 3];
const row = [1, 6];
const integers = (...values: number[]) => ({ integers: values });
const noActivation = { fusedActivationFunction: 'NONE' };
const convolution = { type: 'Conv2DOptions', padding: 'SAME', ...noActivation };
const depthwise = { type: 'DepthwiseConv2DOptions', padding: 'SAME', depthMultiplier: 1, ...noActivation };
const pool = { type: 'Pool2DOptions', padding: 'SAME', ...noActivation };
const window2 = { filterHeight: 2, filterWidth: 2 };
const layer = (shape: number[], channels: number) => ({
  inputs: ['x', 'w', 'b'],
  constants: { w: { shape }, b: { shape: [channels], scale: 0.5 } },
});
const unary: Case = { from: row, to: row };
const binary = (type: string): Case => ({ from: row, to: row, inputs: ['x', 'y'], options: { type } });
const repeated = (name: string, type: string, offset = 0): Record<string, Case> => ({
  [`${name}, the second repeated`]: { from: row, to: row, inputs: ['x', 'one'], options: { type }, offset },
  [`${name}, the first repeated`]: { to: picture, inputs: ['one', 'x'], options: { type }, offset },
});
const reducer = { type: 'ReducerOptions', keepDims: false };

/** A net for each operator, named by it, and by what is special after a space or comma. */
export const cases: Record<string, Case> = {
  CONV_2D: { to: [1, 5, 4, 2], options: convolution, ...layer([2, 3, 3, 3], 2) },
  'CONV_2D with strides': {
    to: [1, 3, 2, 2],
    options: { ...convolution, strideH: 2, strideW: 3, fusedActivationFunction: 'RELU' },
    ...layer([2, 3, 2, 3], 2),
  },
  'CONV_2D, valid, that leaves rows out': {
    from: [1, 6, 5, 2],
    to: [1, 2, 2, 3],
    options: { ...convolution, padding: 'VALID', strideH: 3, strideW: 2, fusedActivationFunction: 'RELU6' },
    ...layer([3, 2, 2, 2], 3),
  },
  'CONV_2D with dilation': {
    to: [1, 5, 4, 2],
    options: { ...convolution, dilationHFactor: 2, dilationWFactor: 2 },
    ...layer([2, 3, 3, 3], 2),
  },
  'CONV_2D of one pixel with strides': {
    to: [1, 3, 2, 4],
    options: { ...convolution, padding: 'VALID', strideH: 2, strideW: 2, fusedActivationFunction: 'TANH' },
    ...layer([4, 1, 1, 3], 4),
  },
  'CONV_2D of one pixel': { to: [1, 5, 4, 2], options: convolution, ...layer([2, 1, 1, 3], 2) },
  'CONV_2D in groups': {
    from: [1, 4, 4, 4],
    to: [1, 4, 4, 6],
    options: convolution,
    ...layer([6, 3, 3, 2], 6),
  },
  DEPTHWISE_CONV_2D: {
    to: [1, 5, 4, 3],
    options: { ...depthwise, fusedActivationFunction: 'RELU' },
    ...layer([1, 3, 3, 3], 3),
  },
  'DEPTHWISE_CONV_2D with strides': {
    from: [1, 6, 6, 3],
    to: [1, 3, 3, 3],
    options: { ...depthwise, strideH: 2, strideW: 2 },
    ...layer([1, 3, 3, 3], 3),
  },
  'DEPTHWISE_CONV_2D, several filters a channel': {
    to: [1, 4, 2, 6],
    options: { ...depthwise, padding: 'VALID', depthMultiplier: 2 },
    ...layer([1, 2, 3, 6], 6),
  },
  'DEPTHWISE_CONV_2D of a large picture': {
    from: [1, 13, 17, 2],
    to: [1, 13, 17, 2],
    options: depthwise,
    ...layer([1, 3, 5, 2], 2),
  },
  TRANSPOSE_CONV: {
    to: [1, 10, 8, 2],
    options: { type: 'TransposeConvOptions', padding: 'SAME', strideH: 2, strideW: 2, ...noActivation },
    inputs: ['size', 'w', 'x'],
    constants: { size: integers(1, 10, 8, 2), w: { shape: [2, 3, 3, 3] } },
  },
  'TRANSPOSE_CONV, valid': {
    to: [1, 7, 6, 2],
    options: { type: 'TransposeConvOptions', padding: 'VALID', ...noActivation },
    inputs: ['size', 'w', 'x'],
    constants: { size: integers(1, 7, 6, 2), w: { shape: [2, 3, 3, 3] } },
  },
  FULLY_CONNECTED: {
    from: row,
    to: [1, 4],
    options: { type: 'FullyConnectedOptions', fusedActivationFunction: 'RELU' },
    ...layer([4, 6], 4),
  },
  BATCH_MATMUL: {
    to: [1, 5, 3, 4],
    options: { type: 'BatchMatMulOptions', adjX: true, adjY: true },
    inputs: ['x', 'w'],
    constants: { w: { shape: [1, 5, 4, 4] } },
  },
  AVERAGE_POOL_2D: { to: [1, 5, 4, 3], options: { ...pool, ...window2 } },
  'AVERAGE_POOL_2D of all': {
    to: [1, 1, 1, 3],
    options: { ...pool, padding: 'VALID', filterHeight: 5, filterWidth: 4 },
  },
  MAX_POOL_2D: { to: [1, 3, 2, 3], options: { ...pool, ...window2, strideH: 2, strideW: 2 } },
  MEAN: { to: [1, 3], inputs: ['x', 'axes'], constants: { axes: integers(1, 2) }, options: reducer },
  SUM: { to: [1, 5, 4], inputs: ['x', 'axes'], constants: { axes: integers(-1) }, options: reducer },
  REDUCE_MAX: { to: [1, 4, 3], inputs: ['x', 'axes'], constants: { axes: integers(1) }, options: reducer },
  REDUCE_MIN: { to: [1, 5, 3], inputs: ['x', 'axes'], constants: { axes: integers(2) }, options: reducer },
  RELU: unary,
  RELU6: { ...unary, offset: 5.5 },
  RELU_N1_TO_1: unary,
  RELU_0_TO_1: unary,
  LEAKY_RELU: { ...unary, options: { type: 'LeakyReluOptions', alpha: 0.2 } },
  PRELU: { ...unary, inputs: ['x', 'slope'], constants: { slope: { shape: [6] } } },
  ELU: unary,
  GELU: unary,
  'GELU by tanh': { ...unary, options: { type: 'GeluOptions', approximate: true } },
  HARD_SWISH: unary,
  LOGISTIC: unary,
  TANH: unary,
  SOFTMAX: { ...unary, options: { type: 'SoftmaxOptions', beta: 1.5 } },
  LOG_SOFTMAX: unary,
  L2_NORMALIZATION: unary,
  ADD: { ...binary('AddOptions'), options: { type: 'AddOptions', fusedActivationFunction: 'RELU' } },
  'ADD of a constant': {
    ...unary,
    inputs: ['x', 'w'],
    constants: { w: { shape: [6] } },
    options: { type: 'AddOptions' },
  },
  SUB: binary('SubOptions'),
  MUL: binary('MulOptions'),
  'MUL by a factor a channel': {
    to: picture,
    inputs: ['x', 'factor'],
    constants: { factor: { shape: [1, 1, 1, 3] } },
    options: { type: 'MulOptions' },
  },
  DIV: { ...binary('DivOptions'), offset: 3 },
  SQUARED_DIFFERENCE: binary('SquaredDifferenceOptions'),
  MAXIMUM: binary('MaximumMinimumOptions'),
  MINIMUM: binary('MaximumMinimumOptions'),
  ...repeated('ADD', 'AddOptions'),
  ...repeated('SUB', 'SubOptions'),
  ...repeated('MUL', 'MulOptions'),
  ...repeated('DIV', 'DivOptions', 4),
  ...repeated('SQUARED_DIFFERENCE', 'SquaredDifferenceOptions'),
  ...repeated('MAXIMUM', 'MaximumMinimumOptions'),
  ...repeated('MINIMUM', 'MaximumMinimumOptions'),
  ABS: unary,
  NEG: unary,
  SQUARE: unary,
  SQRT: { ...unary, offset: 4 },
  RSQRT: { ...unary, offset: 4 },
  EXP: unary,
  LOG: { ...unary, offset: 4 },
  RESHAPE: { to: [1, 60] },
  SQUEEZE: { from: [1, 4, 1, 3], to: [1, 4, 3] },
  EXPAND_DIMS: { from: row, to: [1, 1, 6] },
  TRANSPOSE: { to: [1, 3, 5, 4], inputs: ['x', 'order'], constants: { order: integers(0, 3, 1, 2) } },
  PAD: {
    to: [1, 8, 4, 4],
    inputs: ['x', 'margins'],
    constants: { margins: { integers: [0, 0, 1, 2, 0, 0, 1, 0], shape: [4, 2] } },
  },
  PADV2: {
    to: [1, 6, 4, 3],
    inputs: ['x', 'margins', 'value'],
    constants: {
      margins: { integers: [0, 0, 1, 0, 0, 0, 0, 0], shape: [4, 2] },
      value: { floats: [2], shape: [] },
    },
  },
  MIRROR_PAD: {
    to: [1, 7, 4, 3],
    inputs: ['x', 'margins'],
    constants: { margins: { integers: [0, 0, 1, 1, 0, 0, 0, 0], shape: [4, 2] } },
    options: { type: 'MirrorPadOptions', mode: 'REFLECT' },
  },
  CONCATENATION: {
    from: row,
    to: [1, 12],
    inputs: ['x', 'y'],
    options: { type: 'ConcatenationOptions', axis: -1, ...noActivation },
  },
  SPLIT: {
    to: [1, 5, 2, 3],
    more: [[1, 5, 2, 3]],
    inputs: ['axis', 'x'],
    constants: { axis: { integers: [2], shape: [] } },
    options: { type: 'SplitOptions', numSplits: 2 },
  },
  SPLIT_V: {
    to: [1, 2, 4, 3],
    more: [[1, 3, 4, 3]],
    inputs: ['x', 'sizes', 'axis'],
    constants: { sizes: integers(2, 3), axis: { integers: [1], shape: [] } },
    options: { type: 'SplitVOptions', numSplits: 2 },
  },
  SLICE: {
    to: [1, 3, 4, 2],
    inputs: ['x', 'begin', 'size'],
    constants: { begin: integers(0, 1, 0, 1), size: integers(1, 3, -1, 2) },
  },
  STRIDED_SLICE: {
    to: [1, 2, 3],
    inputs: ['x', 'begin', 'end', 'strides'],
    constants: { begin: integers(0, -1, 1, 0), end: integers(0, 0, 2, 3), strides: integers(1, -2, 1, 1) },
    options: { type: 'StridedSliceOptions', beginMask: 1, endMask: 1, shrinkAxisMask: 4 },
  },
  GATHER: {
    to: [1, 5, 2, 3],
    inputs: ['x', 'indices'],
    constants: { indices: integers(3, 1) },
    options: { type: 'GatherOptions', axis: 2 },
  },
  PACK: {
    from: row,
    to: [1, 2, 6],
    inputs: ['x', 'y'],
    options: { type: 'PackOptions', axis: 1, valuesCount: 2 },
  },
  UNPACK: {
    from: [1, 2, 3, 2],
    to: [1, 3, 2],
    more: [[1, 3, 2]],
    options: { type: 'UnpackOptions', axis: 1, num: 2 },
  },
  RESIZE_BILINEAR: {
    to: [1, 9, 3, 3],
    inputs: ['x', 'size'],
    constants: { size: integers(9, 3) },
    options: { type: 'ResizeBilinearOptions', halfPixelCenters: true },
  },
  RESIZE_NEAREST_NEIGHBOR: {
    to: [1, 10, 7, 3],
    inputs: ['x', 'size'],
    constants: { size: integers(10, 7) },
    options: { type: 'ResizeNearestNeighborOptions' },
  },
};

/** The network of a case: two trained layers, and the operator behind them. */
export function networkOf(name: string, test: Case): Network {
  const operator = operatorOf(name);
  const { from = picture, to, more = [], options, inputs = ['x'], constants = {}, offset = 0 } = test;
  const channels = from.at(-1)!;
  const dense = from.length === 2;
  const widthOf = (name: string) => (name === 'one' ? 1 : channels);
  const shapeOf = (name: string) => (dense ? [widthOf(name), channels] : [widthOf(name), 1, 1, channels]);
  const names = ['x', 'y', ...(inputs.includes('one') ? ['one'] : [])];
  const layerOptions = dense ? { type: 'FullyConnectedOptions' } : { ...convolution, padding: 'VALID' };
  const first = names.map((name) => ({
    operator: dense ? 'FULLY_CONNECTED' : 'CONV_2D',
    inputs: ['input', `${name}-weights`, `${name}-bias`],
    outputs: { [name]: [...from.slice(0, -1), widthOf(name)] },
    options: layerOptions,
  }));
  const layers = Object.fromEntries(
    names.flatMap((name) => [
      [`${name}-weights`, { shape: shapeOf(name), scale: 1 }],
      [`${name}-bias`, { shape: [widthOf(name)], scale: 0.5, offset }],
    ]),
  );
  const outputs = Object.fromEntries([to, ...more].map((size, i) => [`output_${i}`, size]));
  const subgraph = {
    inputs: { input: from },
    constants: { ...constants, ...layers },
    operators: [...first, { operator, inputs, outputs, ...(options && { options }) }],
    outputs: Object.keys(outputs),
  };
  const fixture = fixtureSchema.parse({
    title: operator,
    steps: [{ transform: 'clean' }],
    tolerance: 1,
    subgraphs: [subgraph],
  });
  const plan = planTraining(fixtureModel(fixture));
  if (plan.blocking.length > 0) throw new Error(`${name}: ${plan.blocking[0]!.reason}`);
  return new Network(plan);
}

/** The operator that a case is about. */
export const operatorOf = (name: string): string => name.split(/[ ,]/)[0]!;
