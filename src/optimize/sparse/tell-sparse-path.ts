import type { Model } from '../../model/graph.js';
import { tell } from '../notes.js';
import type { TransformContext } from '../types.js';
import { sparsePathObstacle } from './sparse-path.js';

/** Tells whether the model becomes faster for its zeros, too, or why it doesn't. */
export async function tellSparsePath(model: Model, context: TransformContext): Promise<void> {
  const obstacle = sparsePathObstacle(model);
  const message = obstacle
    ? `The file is smaller, the model no faster: XNNPACK's sparse kernels leave it, since ${obstacle}.`
    : 'On ARM, XNNPACK computes its 1×1 convolutions with sparse kernels: measure it there, some runtimes refuse such models.';
  tell(context, 'info', message);
}
