import { type Ending, isFault, type Outcome } from './outcome.js';

/** Counts how stages ended. */
export class Tally {
  mutants = 0;
  faults = 0;
  readonly #counts = new Map<string, Map<Outcome, number>>();

  add(endings: readonly Ending[]): void {
    this.mutants++;
    for (const { stage, outcome } of endings) {
      const counts = this.#counts.get(stage) ?? new Map<Outcome, number>();
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      this.#counts.set(stage, counts);
      if (isFault(outcome)) this.faults++;
    }
  }

  print(): void {
    console.log(`\n${this.mutants} examined, ${this.faults} faults`);
    for (const [stage, counts] of [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const parts = [...counts].map(([outcome, count]) => `${count} ${outcome}`);
      console.log(`  ${stage}: ${parts.join(', ')}`);
    }
  }
}
