import { readWholeNumbers } from './flexbuffer.js';
import type { Model, Operator } from './graph.js';

/** The custom operator that object detectors end with; LiteRT has it, and converters know nothing of it. */
export const detectionOperator = 'TFLite_Detection_PostProcess';

/** Boxes that an operator may make at most; detectors have anchors for some thousands. */
const maxBoxes = 2 ** 20;

/**
 * Gives the outputs of detectors the shapes that LiteRT computes, as `detection_postprocess.cc` does: boxes,
 * classes, scores and the number of boxes. Files say [] mostly, and LiteRT writes beyond such an output's memory.
 *
 * @returns whether one had another shape
 */
export function fillDetectionShapes(model: Model): boolean {
  let isChanged = false;
  for (const operator of model.subgraphs.flatMap(({ operators }) => operators)) {
    const boxes = numberOfBoxes(operator);
    if (boxes === null) continue;
    const shapes = [[1, boxes, 4], [1, boxes], [1, boxes], [1]];
    for (const [i, output] of operator.outputs.slice(0, shapes.length).entries()) {
      if (String(output.shape) === String(shapes[i])) continue;
      output.shape = shapes[i]!;
      isChanged = true;
    }
  }
  return isChanged;
}

/** null: it isn't such an operator, or doesn't say how many. */
function numberOfBoxes({ customCode, customOptions }: Operator): number | null {
  if (customCode !== detectionOperator || !customOptions) return null;
  const options = readWholeNumbers(customOptions);
  const boxes = Number(options?.get('max_detections')) * Number(options?.get('max_classes_per_detection'));
  return Number.isInteger(boxes) && boxes > 0 && boxes <= maxBoxes ? boxes : null;
}
