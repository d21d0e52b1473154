/**
 * Writes `schema/litetrim.schema.json`, by which editors check and complete `.github/litetrim.yml`.
 *
 *     npx tsx scripts/generate-json-schema.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { configJsonSchema } from '../src/config/json-schema.js';

const folder = new URL('../schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('litetrim.schema.json', folder), `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
