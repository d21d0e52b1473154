/** Sets of numbers, from 0 on, that are joined: union-find with path halving. */
export class Forest {
  #parents = new Int32Array(1024);
  #size = 0;

  /** Adds sets of one number each; returns the first. */
  add(count: number): number {
    const first = this.#size;
    this.#size += count;
    if (this.#size > this.#parents.length) {
      const grown = new Int32Array(Math.max(this.#size, 2 * this.#parents.length));
      grown.set(this.#parents);
      this.#parents = grown;
    }
    for (let node = first; node < this.#size; node++) this.#parents[node] = node;
    return first;
  }

  /** What all numbers of a set have in common: the smallest of them. */
  root(node: number): number {
    const parents = this.#parents;
    let at = node;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }
}
