import { DeviceRunError } from '../../device/errors.js';
import type { DeviceMeasurement } from '../../device/types.js';
import type { Model } from '../../model/graph.js';
import { writeModel } from '../../model/write.js';
import { NotRunnableError } from '../../runtime/errors.js';
import type { Note, TransformContext } from '../types.js';
import { sparsePathObstacle } from './sparse-path.js';

/** What becomes of a model's convolutions on ARM, in a sentence; or why a device can't run it. */
type OnArm = { level: Note['level']; note: string } | { problem: string };

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
      level: 'info',
      note: `Convolutions are no faster for it: XNNPACK's sparse kernels leave the model, since ${obstacle}.`,
    };
  }
  const before = await onDevice?.(dense);
  try {
    const after = before && (await onDevice?.(writeModel(model)));
    return after ? latencyNote(before.latencyMs, after) : { level: 'info', note: unmeasured };
  } catch (error) {
    if (!(error instanceof DeviceRunError || error instanceof NotRunnableError)) throw error;
    return { problem: error.message.replace(/\.$/, '') };
  }
}

const unmeasured =
  'On ARM, XNNPACK computes the 1×1 convolutions with sparse kernels. Measure the model there: some that run elsewhere are refused.';

function latencyNote(before: number, { latencyMs, device }: DeviceMeasurement): OnArm {
  const times = `${latencyMs.toPrecision(3)} ms in place of ${before.toPrecision(3)} ms on ${device}`;
  const note = `XNNPACK computes the 1×1 convolutions with sparse kernels: ${times}.`;
  if (latencyMs <= before) return { level: 'info', note };
  // All 1×1 convolutions go that way, those that kept their weights, too, and these become slower.
  return {
    level: 'warning',
    note: `Stored sparse the model is slower: ${times}. XNNPACK then computes all 1×1 convolutions with sparse kernels, which only pay where most weights are zero: prune them alike ("allocation: uniform", "operators: [CONV_2D]"), or leave "encode-sparse" out.`,
  };
}
