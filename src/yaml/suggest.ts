import leven from 'leven';

/**
 * The known names that `name` is most likely a misspelling of, all that are equally near; none where none is
 * close: at most a third of its characters differ (Levenshtein), case and separators apart; else the shortest
 * name that contains it.
 */
export function nearestNames(name: string, known: readonly string[]): string[] {
  const wanted = normalize(name);
  const limit = Math.floor((wanted.length + 1) / 3);
  const distances = known.map((candidate) => distanceOf(wanted, normalize(candidate), limit + 1));
  const least = Math.min(limit + 1, ...distances);
  if (least > limit) return shortestContaining(wanted, known);
  return known.filter((_, index) => distances[index] === least);
}

/** Letters in another order are one mistake, not two or more. */
function distanceOf(wanted: string, candidate: string, maxDistance: number): number {
  const swapped = [...wanted].sort().join('') === [...candidate].sort().join('');
  return swapped ? Math.min(1, leven(wanted, candidate)) : leven(wanted, candidate, { maxDistance });
}

/** `pi-4` means `raspberry-pi-4`. */
function shortestContaining(wanted: string, known: readonly string[]): string[] {
  const matches = known.filter((name) => wanted.length > 2 && normalize(name).includes(wanted));
  return matches.sort((a, b) => a.length - b.length).slice(0, 1);
}

/** More names that are equally near are no help. */
const maxNear = 6;

/**
 * Way out of an unknown name: the nearest known ones, else all of them. `what` is the plural of what
 * they are ("recipes").
 */
export function suggestion(name: string, known: readonly string[], what: string): string {
  const nearest = nearestNames(name.slice(0, maxNameLength), known);
  if (nearest.length > 0) return didYouMean(...nearest.slice(0, maxNear));
  return known.length > 0 ? `Known ${what}: ${known.join(', ')}` : `There are no ${what} here`;
}

export function didYouMean(...names: string[]): string {
  const [last, ...others] = names.map((name) => `"${name}"`).reverse();
  const first = others.reverse().join(', ');
  return `Did you mean ${first ? `${first} or ${last}` : last}?`;
}

/** Longer names are no misspelling of anything, and comparing them costs time. */
const maxNameLength = 100;

function normalize(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '');
}
