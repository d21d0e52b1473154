import { InputError } from '../../../base/errors.js';
import { nameOf } from '../../notes.js';
import type { ChannelGroup } from './groups.js';
import { type Evidence, placeOf, type Ranking, weighed } from './ranking.js';

/**
 * Ranks a group's channels by how much the model's results would change without them, to second order: half
 * of the mean square of the slopes that `slopesOf` tells, those of all readers of a channel added up.
 *
 * @returns null where the model can't be run
 * @throws InputError where a reader has no gradient
 */
export async function rankByTaylor(group: ChannelGroup, evidence: Evidence): Promise<Ranking | null> {
  const slopes = await evidence.slopes();
  if (!slopes) return null;
  const damage = new Float64Array(group.channels.length);
  const readers = [...new Map(group.readers.map((reader) => [reader.tensor, reader])).values()];
  const rows = readers.map((reader) => {
    const found = slopes.get(reader.tensor);
    if (found) return { reader, found, place: placeOf(group, reader) };
    throw new InputError(`importance "taylor" needs gradients, and ${nameOf(reader.operator)} has none`, {
      hint: 'An operator behind it can\'t be trained through; choose importance "reconstruction"',
    });
  });
  const samples = rows[0]!.found.length;
  for (let sample = 0; sample < samples; sample++) {
    group.channels.forEach((indices, channel) => {
      let slope = 0;
      for (const { found, place } of rows)
        for (const index of indices[place]!) slope += found[sample]![index]!;
      damage[channel]! += (slope * slope) / (2 * samples);
    });
  }
  const order = Array.from(damage, (_, i) => i).sort((a, b) => damage[a]! - damage[b]! || a - b);
  const lost = Float64Array.from(order, (channel) => damage[channel]!);
  const whole = lost.reduce((sum, each) => sum + each, 0);
  return weighed(order, lost, whole || 1);
}
