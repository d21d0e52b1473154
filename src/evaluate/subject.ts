import { createHash } from 'node:crypto';
import { InputError } from '../base/errors.js';
import type { Sample } from '../data/types.js';
import { cloneModel } from '../model/clone.js';
import type { Model } from '../model/graph.js';
import { logitsOf, type ModelInput, mainSubgraph, modelInterface } from '../model/interface.js';
import { graphOf, type ModelFile } from '../model/model-file.js';
import { fixDynamicShapes } from '../model/shapes.js';
import { elementCount, shapeText } from '../model/tensors.js';
import { withObservedTensors } from '../runtime/observe.js';

/** A model as evaluation runs it: with its logits among the outputs. */
export interface Subject {
  file: string;
  sha256: string;
  /** As read. */
  model: Model;
  /** As it is run: with the logits as a further output, where there are some. */
  observed: Model;
  inputs: ModelInput[];
  /** Shapes of the model's own outputs. */
  outputShapes: number[][];
  /** Which output of `observed` the logits are; −1 where there are none. */
  logitsIndex: number;
}

/** What a model made of one sample, as real numbers. */
export interface SampleOutputs {
  outputs: readonly Float32Array[];
  logits: Float32Array | null;
}

/** @throws InputError if the bytes aren't a sound model file */
export function openSubject({ file, bytes }: ModelFile): Subject {
  const model = graphOf({ file, bytes });
  const logits = logitsOf(model);
  const observed = withObservedTensors(model, logits ? [logits] : []);
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    model,
    observed,
    inputs: modelInterface(model).inputs,
    outputShapes: outputShapesOf(model),
    logitsIndex: logits ? mainSubgraph(observed).outputs.indexOf(logits) : -1,
  };
}

function outputShapesOf(model: Model): number[][] {
  const fixed = cloneModel(model);
  fixDynamicShapes(fixed);
  return mainSubgraph(fixed).outputs.map(({ shape }) => shape);
}

/** Tells the outputs of `observed` apart. */
export function splitOutputs(subject: Subject, all: readonly Float32Array[]): SampleOutputs {
  return { outputs: all.slice(0, subject.outputShapes.length), logits: all[subject.logitsIndex] ?? null };
}

/** @throws InputError where the sample doesn't fit the model's inputs */
export function checkSample(sample: Sample, index: number, { file, inputs }: Subject, dataset: string): void {
  const trouble = { file: dataset, place: `sample ${index}`, hint: 'Check the data set against the model' };
  if (sample.inputs.length !== inputs.length) {
    const problem = `${sample.inputs.length} arrays, and ${file} has ${inputs.length} inputs`;
    throw new InputError(problem, trouble);
  }
  for (const [i, { name, shape }] of inputs.entries()) {
    const values = sample.inputs[i]!.length;
    if (values === elementCount(shape)) continue;
    const problem = `${values} values, and input "${name}" ${shapeText(shape)} of ${file} takes ${elementCount(shape)}`;
    throw new InputError(problem, trouble);
  }
}
