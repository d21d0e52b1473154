import { createHash } from 'node:crypto';
import { z } from 'zod';
import { removeUnusedTensors } from '../../model/edit.js';
import type { Model } from '../../model/graph.js';
import { removeDeadOperators } from '../dead-operators.js';
import { defineTransform } from '../transform.js';
import type { Transform } from '../types.js';
import { bypassConversions } from './conversions.js';
import { foldConstants } from './fold-constants.js';
import { bypassIdentities } from './identities.js';
import { stripNames } from './strip-names.js';

export interface CleanOptions {
  /** Remove the names of tensors and subgraphs, the description and the converter's metadata, too. */
  stripNames?: boolean;
}

/**
 * Removes what nobody needs: operators that compute constants or change nothing, conversions from a
 * precision to the same, operators whose results nobody reads, tensors without a reader, and second copies
 * of the same constant. What the model computes stays the same to the bit; inputs and outputs stay.
 *
 * @example
 * await clean({ stripNames: true })(model, context);
 */
export function clean({ stripNames: strips = false }: CleanOptions = {}): Transform {
  return async (model) => {
    const before = sizeOf(model);
    await foldConstants(model);
    for (const subgraph of model.subgraphs) {
      bypassConversions(subgraph);
      bypassIdentities(subgraph);
      removeDeadOperators(subgraph);
    }
    removeUnusedTensors(model);
    shareEqualConstants(model);
    const stripped = strips && stripNames(model);
    return stripped || sizeOf(model) < before;
  };
}

export const cleanTransform = defineTransform({
  name: 'clean',
  description: 'Removes what nobody needs; what the model computes stays the same to the bit.',
  options: z.strictObject({ stripNames: z.boolean().exactOptional() }),
  create: clean,
  // Weights that are computed from constants can be pruned and quantized once they are known.
  prepare: foldConstants,
  readsSparse: true,
  tidies: true,
});

/** Operators, tensors and buffers: everything that cleaning makes fewer. */
function sizeOf({ subgraphs }: Model): number {
  const tensors = subgraphs.flatMap((subgraph) => subgraph.tensors);
  const buffers = new Set(tensors.map(({ data }) => data));
  const operators = subgraphs.reduce((sum, subgraph) => sum + subgraph.operators.length, 0);
  return operators + tensors.length + buffers.size;
}

/** Lets constants of the same bytes share one buffer, which the file then holds once. */
function shareEqualConstants(model: Model): void {
  const known = new Map<string, Uint8Array>();
  const digests = new Map<Uint8Array, string>();
  for (const tensor of model.subgraphs.flatMap(({ tensors }) => tensors)) {
    const { data } = tensor;
    if (!data || data.length === 0) continue;
    const digest = digests.get(data) ?? createHash('sha256').update(data).digest('base64');
    digests.set(data, digest);
    tensor.data = known.get(digest) ?? data;
    known.set(digest, tensor.data);
  }
}
