import type { z } from 'zod';
import type { Model } from '../../model/graph.js';

/**
 * What a model says itself of what was pruned before, as JSON in an entry of its metadata: without it, a recipe
 * would prune its own result further each time.
 */
export class ModelRecord<T> {
  readonly #name: string;
  readonly #schema: z.ZodType<T>;

  /**
   * @param name of the metadata entry
   * @param schema what others may have written is checked by
   */
  constructor(name: string, schema: z.ZodType<T>) {
    this.#name = name;
    this.#schema = schema;
  }

  /** @returns null where there is no such entry, or it isn't as `write` writes it */
  read({ metadata }: Model): T | null {
    const entry = metadata.find(({ name }) => name === this.#name);
    if (!entry) return null;
    try {
      return this.#schema.parse(JSON.parse(new TextDecoder().decode(entry.data)));
    } catch {
      return null;
    }
  }

  /** Replaces what the model says. */
  write(model: Model, record: T): void {
    const data = new TextEncoder().encode(JSON.stringify(record));
    const others = model.metadata.filter(({ name }) => name !== this.#name);
    model.metadata = [...others, { name: this.#name, data }];
  }
}
