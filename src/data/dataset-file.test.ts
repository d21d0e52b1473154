import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { datasetJsonSchema } from './dataset-file.js';

it('a data-set file has a schema for editors, which agrees with the one that reads', async () => {
  const validate = new Ajv({ strict: false }).compile(datasetJsonSchema());
  const folder = new URL('../../test/validate/datasets/', import.meta.url);
  const files = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const examples = [...files, 'format: images\nfolder: x\ncrop: center\nresize: [3, 4]\nmean: [0.1, 1/2, 3]'];
  for (const text of examples) expect(validate(parse(text)), text).toBe(true);
  for (const text of ['format: npzz', 'format: raw\nlables: x', 'format: raw\ncalibration: {evry: 2}']) {
    expect(validate(parse(text)), text).toBe(false);
  }
});
