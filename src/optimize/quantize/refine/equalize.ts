import { logitsOf, mainSubgraph } from '../../../evaluate/model-head.js';
import type { DatasetPart } from '../../../evaluate/types.js';
import { cloneModel } from '../../../model/clone.js';
import { realValues } from '../../../model/dequantize.js';
import type { Model, Tensor } from '../../../model/graph.js';
import { macs } from '../../../model/operators/index.js';
import { bytesOf } from '../../../model/tensors.js';
import { silent } from '../../../progress.js';
import { activations, type Runner } from '../../reconstruct/activations.js';
import type { TransformContext } from '../../types.js';
import { type ChannelGroup, channelGroups, type Linear } from './channel-groups.js';
import type { RefineContext } from './refine.js';

/**
 * Quantizes a model by ranges and rounding.
 *
 * @param headroom how many times its measured range an activation may take
 * @returns how much was changed
 */
export type QuantizePlainly = (model: Model, context: TransformContext, headroom: number) => Promise<number>;

/**
 * How far a group's factors follow its activations' magnitudes a, against those w of the weights that read
 * them: a^α / w^(1−α).
 */
const strengths = [0, 0.25, 0.5];

/** Samples that try the factors of a group out, and multiply-accumulates for that beyond which less are. */
const trialSamples = 200;
const trialCost = 4e9;
const minTrialSamples = 32;

/** Channels that are never active count as if they reached this part of the group's largest value. */
const leastMagnitude = 1e-4;

/**
 * Moves factors between the channels of activations and the weights around them, so that 8 bits serve all
 * channels of a tensor better (Nagel et al. 2019, arXiv:1906.04721; the factors' form: Xiao et al. 2022,
 * arXiv:2211.10438). The model computes the same as before, but for rounding. Each group of activations
 * takes the factors, or none, with which the quantized model comes nearest to the float one on samples
 * that its ranges aren't measured on.
 */
export async function equalize(
  model: Model,
  quantizePlainly: QuantizePlainly,
  headroom: number,
  context: RefineContext,
): Promise<void> {
  const { dataset } = context;
  if (!dataset || dataset.calibration.size < minTrialSamples) return;
  const groups = channelGroups(mainSubgraph(model));
  if (groups.length === 0) return;
  const stage = context.progress.stage('equalizing channels', groups.length);
  try {
    const quantize = (copy: Model, itsContext: TransformContext) =>
      quantizePlainly(copy, itsContext, headroom);
    const trial = await Trial.start(model, quantize, context);
    const largest = await magnitudes(trial.runner, model, groups);
    for (const [i, group] of groups.entries()) {
      await trial.choose(group, largest[i]!);
      stage.update(i + 1);
    }
  } finally {
    stage.end();
  }
}

type Quantize = (copy: Model, context: TransformContext) => Promise<number>;

/** Tries factors by quantizing the model with them and running it on held-out samples. */
class Trial {
  #best = -Infinity;

  private constructor(
    private readonly model: Model,
    private readonly quantize: Quantize,
    private readonly context: TransformContext,
    readonly runner: Runner,
    private readonly heldOut: Runner,
    private readonly expected: Float32Array[],
  ) {}

  static async start(model: Model, quantize: Quantize, context: RefineContext): Promise<Trial> {
    const { calibration } = context.dataset!;
    const cost = mainSubgraph(model).operators.reduce((sum, operator) => sum + macs(operator), 0);
    const most = Math.max(minTrialSamples, Math.min(trialSamples, Math.floor(trialCost / Math.max(1, cost))));
    const size = Math.min(calibration.size, most);
    const pick = (part: (i: number) => boolean): DatasetPart => {
      const indices = Array.from({ length: size }, (_, i) => Math.floor((i * calibration.size) / size));
      const chosen = indices.filter((_, i) => part(i));
      return { size: chosen.length, sample: (i) => calibration.sample(chosen[i]!) };
    };
    const { pool } = context;
    const fitting = pick((i) => i % 2 === 0);
    const dataset = { ...context.dataset!, calibration: fitting };
    const { cache: _, ...rest } = context;
    const quiet: TransformContext = { ...rest, dataset, effort: 'fast', notes: [], progress: silent };
    const heldOut = { pool, samples: pick((i) => i % 2 === 1) };
    const expected: Float32Array[] = [];
    for await (const outputs of resultsOf(heldOut, model)) expected.push(outputs);
    const trial = new Trial(model, quantize, quiet, { pool, samples: fitting }, heldOut, expected);
    trial.#best = await trial.#quality();
    return trial;
  }

  async choose(group: ChannelGroup, largest: Float32Array): Promise<void> {
    let chosen: Float32Array | null = null;
    for (const strength of strengths) {
      const factors = factorsOf(group, largest, strength);
      const undo = applyFactors(group, factors);
      const quality = await this.#quality();
      undo();
      if (!(quality > this.#best)) continue;
      this.#best = quality;
      chosen = factors;
    }
    if (chosen) applyFactors(group, chosen);
  }

  /** Ratio of signal to noise of the quantized model's results; what is off on average is easily mended. */
  async #quality(): Promise<number> {
    const copy = cloneModel(this.model);
    await this.quantize(copy, this.context);
    const size = this.expected[0]!.length;
    const [bias, squares] = [new Float64Array(size), new Float64Array(size)];
    let signal = 0;
    let sample = 0;
    for await (const outputs of resultsOf(this.heldOut, copy)) {
      const expected = this.expected[sample++]!;
      for (let i = 0; i < size; i++) {
        const error = outputs[i]! - expected[i]!;
        bias[i]! += error;
        squares[i]! += error * error;
        signal += expected[i]! * expected[i]!;
      }
    }
    const noise = squares.reduce((sum, square, i) => sum + square - (bias[i]! * bias[i]!) / sample, 0);
    return signal / Math.max(noise, Number.MIN_VALUE);
  }
}

/** What a model computes, before a final SOFTMAX. */
async function* resultsOf(runner: Runner, model: Model): AsyncGenerator<Float32Array> {
  const subgraph = mainSubgraph(model);
  const result = logitsOf(model) ?? subgraph.outputs[0]!;
  for await (const [values] of activations(runner, model, subgraph, [result])) yield values!;
}

/** For each group the largest magnitude of each channel. */
async function magnitudes(runner: Runner, model: Model, groups: ChannelGroup[]): Promise<Float32Array[]> {
  const largest = groups.map(({ channels }) => new Float32Array(channels));
  const tensors = groups.flatMap((group, i) =>
    group.tensors.map((tensor) => ({ tensor, into: largest[i]! })),
  );
  const observed = tensors.map(({ tensor }) => tensor);
  for await (const values of activations(runner, model, mainSubgraph(model), observed)) {
    for (const [i, { into }] of tensors.entries()) extend(into, values[i]!);
  }
  return largest;
}

function extend(largest: Float32Array, values: Float32Array): void {
  for (let i = 0; i < values.length; i++) {
    const magnitude = Math.abs(values[i]!);
    const channel = i % largest.length;
    if (magnitude > largest[channel]!) largest[channel] = magnitude;
  }
}

/** What each channel is divided by: of geometric mean 1. */
function factorsOf(
  { readers, channels }: ChannelGroup,
  largest: Float32Array,
  strength: number,
): Float32Array {
  const weights = new Float32Array(channels);
  for (const reader of readers) {
    const values = realValues(reader.weights);
    eachWeight(reader, channels, (at, _, input) => {
      weights[input] = Math.max(weights[input]!, Math.abs(values[at]!));
    });
  }
  const logs = Array.from(largest, (magnitude, channel) => {
    const a = Math.log(Math.max(magnitude, leastMagnitude));
    return strength * a - (1 - strength) * Math.log(Math.max(weights[channel]!, leastMagnitude));
  });
  const mean = logs.reduce((sum, log) => sum + log, 0) / channels;
  return Float32Array.from(logs, (log) => Math.exp(log - mean));
}

/** Divides a group's channels by factors; returns what undoes it. */
function applyFactors({ writers, readers, channels }: ChannelGroup, factors: Float32Array): () => void {
  const before = new Map<Tensor, Uint8Array>();
  const change = (tensor: Tensor, edit: (values: Float32Array) => void): void => {
    if (!before.has(tensor)) before.set(tensor, tensor.data!);
    const values = realValues(tensor).slice();
    edit(values);
    tensor.data = bytesOf(values);
  };
  for (const writer of writers) {
    change(writer.weights, (values) => {
      eachWeight(writer, channels, (at, output) => {
        values[at]! /= factors[output]!;
      });
    });
    if (writer.bias)
      change(writer.bias, (values) =>
        values.forEach((_, i) => {
          values[i]! /= factors[i % channels]!;
        }),
      );
  }
  for (const reader of readers) {
    change(reader.weights, (values) => {
      eachWeight(reader, channels, (at, _, input) => {
        values[at]! *= factors[input]!;
      });
    });
  }
  return () => {
    for (const [tensor, data] of before) tensor.data = data;
  };
}

/** Visits each weight with the channels, modulo their number in the group, that it writes and reads. */
function eachWeight(
  { patches }: Linear,
  channels: number,
  visit: (at: number, output: number, input: number) => void,
): void {
  const { groups, rows, columns, depth, stride, offset } = patches;
  for (let channel = 0; channel < groups * rows; channel++) {
    const start = offset(channel);
    const first = Math.floor(channel / rows) * depth;
    for (let i = 0; i < columns; i++) {
      visit(start + i * stride, channel % channels, (first + (i % depth)) % channels);
    }
  }
}
