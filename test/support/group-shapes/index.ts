import { elementwiseShapes } from './elementwise.js';
import { functionShapes } from './functions.js';
import { layerShapes } from './layers.js';
import { moveShapes } from './moves.js';
import type { GroupShape } from './shape.js';

export { buildShape, type GroupShape } from './shape.js';

/** A net for each way in which channels hang together; what each is called is a test's name. */
export const groupShapes: Record<string, GroupShape> = {
  ...layerShapes,
  ...elementwiseShapes,
  ...functionShapes,
  ...moveShapes,
};
