import { builder } from 'flatbuffers/js/flexbuffers.js';
import { describe, expect, it } from 'vitest';
import { openSession } from '../runtime/session.js';
import { newModel, newOperator, newSubgraph, newTensor } from './build.js';
import { detectionOperator, fillDetectionShapes } from './detections.js';
import type { Model } from './graph.js';
import { BuiltinOperator, TensorType } from './schema/index.js';
import { bytesOf } from './tensors.js';

const { FLOAT32 } = TensorType;

/** Options as TensorFlow's converter writes them. */
function detectionOptions(boxes: number, classesPerBox = 1): Uint8Array {
  const options = builder();
  options.startMap();
  const ints = {
    max_detections: boxes,
    max_classes_per_detection: classesPerBox,
    detections_per_class: 100,
    num_classes: 2,
  };
  const floats = {
    nms_score_threshold: 0.125,
    nms_iou_threshold: 0.5,
    y_scale: 10,
    x_scale: 10,
    h_scale: 5,
    w_scale: 5,
  };
  for (const [key, value] of Object.entries(ints)) {
    options.addKey(key);
    options.addInt(value);
  }
  for (const [key, value] of Object.entries(floats)) {
    options.addKey(key);
    options.addFloat(value);
  }
  options.end();
  return options.finish();
}

/** A detector of two anchors and two classes; its outputs have the shapes given. */
function detector(customOptions: Uint8Array, shapes: number[][]): Model {
  const boxes = newTensor('boxes', FLOAT32, [1, 2, 4]);
  const scores = newTensor('scores', FLOAT32, [1, 2, 3]);
  const anchors = newTensor('anchors', FLOAT32, [2, 4], {
    data: bytesOf(Float32Array.of(0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 0.5, 0.5)),
  });
  const outputs = shapes.map((shape, i) => newTensor(`output ${i}`, FLOAT32, shape, { hasRank: false }));
  const operator = newOperator(BuiltinOperator.CUSTOM, {
    customCode: detectionOperator,
    customOptions,
    inputs: [boxes, scores, anchors],
    outputs,
  });
  return newModel([newSubgraph([boxes, scores], outputs, [operator])]);
}

const unknown = [[], [], [], []];
const shapesOf = (model: Model) => model.subgraphs[0]!.outputs.map(({ shape }) => shape);

describe('the outputs of a detector', () => {
  it.each([
    ['no shape', unknown],
    ['smaller ones', [[1, 2, 4], [1, 2], [1, 2], [1]]],
  ])('have the shapes that its options say where the file says %s', async (_, shapes) => {
    const session = await openSession(detector(detectionOptions(1000), shapes));
    expect(session.outputs.map(({ shape }) => shape)).toEqual([[1, 1000, 4], [1, 1000], [1, 1000], [1]]);
    const run = session.run([new Float32Array(8), Float32Array.of(0, 0.9, 0.1, 0, 0.2, 0.8)]);
    const [boxes, classes, scores, count] = run as Float32Array[];
    expect(boxes!.subarray(0, 8)).toEqual(Float32Array.of(0, 0, 0.5, 0.5, 0.5, 0.5, 1, 1));
    expect(classes!.subarray(0, 2)).toEqual(Float32Array.of(0, 1));
    expect(scores!.subarray(0, 2)).toEqual(Float32Array.of(0.9, 0.8));
    expect(count).toEqual(Float32Array.of(2));
    session.close();
  });

  it('count each class of a box', () => {
    const model = detector(detectionOptions(10, 3), unknown);
    expect(fillDetectionShapes(model)).toBe(true);
    expect(shapesOf(model)).toEqual([[1, 30, 4], [1, 30], [1, 30], [1]]);
    expect(fillDetectionShapes(model)).toBe(false);
  });

  it.each([
    ['no map', Uint8Array.of(1, 2, 3, 4)],
    ['too short', Uint8Array.of(1)],
    ['cut off', detectionOptions(10).subarray(20)],
    ['of no boxes', detectionOptions(0)],
    ['of a negative number', detectionOptions(-10)],
    ['of more boxes than there can be', detectionOptions(2 ** 30)],
  ])('stay as they are where the options are %s', (_, options) => {
    const model = detector(options, unknown);
    expect(fillDetectionShapes(model)).toBe(false);
    expect(shapesOf(model)).toEqual(unknown);
  });

  it('are never written beyond their memory: LiteRT refuses options that nobody can read', async () => {
    const run = async () => {
      const session = await openSession(detector(Uint8Array.of(1, 2, 3, 4), unknown), 'odd.tflite');
      session.run([new Float32Array(8), new Float32Array(6)]);
    };
    await expect(run()).rejects.toThrow(/^odd\.tflite: LiteRT \S+ \w+/);
  });
});
