import { z } from 'zod';
import { configSchema } from './schema.js';

/** JSON Schema (draft 7, what editors know best) of `.github/litetrim.yml`. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = configSchema({ recipes: null, devices: null });
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
}
