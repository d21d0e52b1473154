/**
 * Whether a whole name matches a pattern: `*` stands for any characters, slashes and semicolons too, `?`
 * for one. Takes time of name × pattern at most, whatever the pattern: it comes from outside.
 */
export function matchesPattern(name: string, pattern: string): boolean {
  let [at, position] = [0, 0];
  // Where to try again: the last star takes one character more.
  let [star, taken] = [-1, 0];
  while (at < name.length) {
    if (pattern[position] === '*') {
      star = position++;
      taken = at;
    } else if (pattern[position] === '?' || pattern[position] === name[at]) {
      position++;
      at++;
    } else if (star >= 0) {
      position = star + 1;
      at = ++taken;
    } else return false;
  }
  while (pattern[position] === '*') position++;
  return position === pattern.length;
}
