/** Sets of numbers, from 0 on, that are joined: union-find with path halving. */
export class NumberSets {
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

  /** Joins two numbers' sets; returns what they then have in common. */
  join(a: number, b: number): number {
    const [first, second] = [this.root(a), this.root(b)];
    const root = Math.min(first, second);
    this.#parents[Math.max(first, second)] = root;
    return root;
  }
}

/** Sets of objects that are joined, each with what is known of all its members. */
export class DisjointSets<Member extends object, Facts> {
  readonly #sets = new NumberSets();
  readonly #numbers = new Map<Member, number>();
  /** By the sets' roots. */
  readonly #facts: Facts[] = [];

  has(member: Member): boolean {
    return this.#numbers.has(member);
  }

  /** Adds a set of one member. */
  add(member: Member, facts: Facts): void {
    const number = this.#sets.add(1);
    this.#numbers.set(member, number);
    this.#facts[number] = facts;
  }

  /** What is known of a member's set; undefined where the member was not added. */
  facts(member: Member): Facts | undefined {
    const number = this.#numbers.get(member);
    return number === undefined ? undefined : this.#facts[this.#sets.root(number)];
  }

  /** Joins two members' sets; the facts of both are from now on those of `joined`. */
  join(a: Member, b: Member, joined: Facts): void {
    this.#facts[this.#sets.join(this.#numbers.get(a)!, this.#numbers.get(b)!)] = joined;
  }

  /** The facts of all sets, in the order in which each one's first member was added. */
  all(): Facts[] {
    return [...new Set([...this.#numbers.keys()].map((member) => this.facts(member)!))];
  }
}
