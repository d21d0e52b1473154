import leven from 'leven';

/**
 * The known name that `name` is most likely a misspelling of, or null where none is close: at most a
 * third of its characters differ (Levenshtein), case and separators apart; else the shortest name
 * that contains it.
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = normalize(name);
  const limit = Math.floor((wanted.length + 1) / 3);
  let best: { name: string; distance: number } | null = null;
  for (const candidate of known) {
    const distance = distanceOf(wanted, normalize(candidate), limit + 1);
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { name: candidate, distance };
  }
  return best?.name ?? shortestContaining(wanted, known);
}

/** Letters in another order are one mistake, not two or more. */
function distanceOf(wanted: string, candidate: string, maxDistance: number): number {
  const swapped = [...wanted].sort().join('') === [...candidate].sort().join('');
  return swapped ? Math.min(1, leven(wanted, candidate)) : leven(wanted, candidate, { maxDistance });
}

/** `pi-4` means `raspberry-pi-4`. */
function shortestContaining(wanted: string, known: readonly string[]): string | null {
  const matches = known.filter((name) => wanted.length > 2 && normalize(name).includes(wanted));
  return matches.sort((a, b) => a.length - b.length)[0] ?? null;
}

/**
 * Way out of an unknown name: the nearest known one, else all of them. `what` is the plural of what
 * they are ("recipes").
 */
export function suggestion(name: string, known: readonly string[], what: string): string {
  const nearest = nearestName(name.slice(0, maxNameLength), known);
  if (nearest !== null) return didYouMean(nearest);
  return known.length > 0 ? `Known ${what}: ${known.join(', ')}` : `There are no ${what} here`;
}

export function didYouMean(name: string): string {
  return `Did you mean "${name}"?`;
}

/** Longer names are no misspelling of anything, and comparing them costs time. */
const maxNameLength = 100;

function normalize(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '');
}
