import { DeviceRunError } from '../../device/errors.js';
import type { Model } from '../../model/graph.js';
import { writeModel } from '../../model/write.js';
import { NotRunnableError } from '../../runtime/errors.js';
import type { TransformContext } from '../types.js';
import { sparsePathObstacle } from './sparse-path.js';

/** What becomes of a model's convolutions on ARM, in a sentence; or why a device can't run it. */
export type OnArm = { note: string } | { problem: string };

/**
 * Says whether convolutions become faster for their zeros, too, or why they don't: measured, where there is a
 * device.
 *
 * @param dense the model as it was
 */
export async function convolutionsOnArm(
  model: Model,
  dense: Uint8Array,
  { onDevice }: TransformContext,
): Promise<OnArm> {
  const obstacle = sparsePathObstacle(model);
  if (obstacle) {
    return {
      note: `Convolutions are no faster for it: XNNPACK's sparse kernels leave the model, since ${obstacle}.`,
    };
  }
  const before = await onDevice?.(dense);
  try {
    const after = before && (await onDevice?.(writeModel(model)));
    return { note: after ? textOf(before.latencyMs, after.latencyMs, after.device) : unmeasured };
  } catch (error) {
    if (!(error instanceof DeviceRunError || error instanceof NotRunnableError)) throw error;
    return { problem: error.message.replace(/\.$/, '') };
  }
}

const unmeasured =
  'On ARM, XNNPACK computes the 1×1 convolutions with sparse kernels. Measure the model there: some that run elsewhere are refused.';

function textOf(before: number, after: number, device: string): string {
  const times = `${after.toPrecision(3)} ms in place of ${before.toPrecision(3)} ms`;
  return `XNNPACK computes the 1×1 convolutions with sparse kernels: ${times} on ${device}.`;
}
