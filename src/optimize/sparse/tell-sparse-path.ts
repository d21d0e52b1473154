import type { Model } from '../../model/graph.js';
import { tell } from '../notes.js';
import type { TransformContext } from '../types.js';
import { sparsePathObstacle } from './sparse-path.js';

/** Tells whether convolutions become faster for their zeros, too, or why they don't. */
export function tellSparsePath(model: Model, context: TransformContext): void {
  const obstacle = sparsePathObstacle(model);
  const message = obstacle
    ? `Convolutions are no faster for it: XNNPACK's sparse kernels leave the model, since ${obstacle}.`
    : 'On ARM, XNNPACK computes the 1×1 convolutions with sparse kernels. Measure the model there: some that run elsewhere are refused.';
  tell(context, 'info', message);
}
