import { z } from 'zod';
import { defineFormat } from './format.js';
import { encodingKeys, pathKey } from './keys.js';
import { arraySamples } from './named-arrays.js';
import { openNpy } from './npy-header.js';

/** NPY files: one for each input, one for the labels; read row by row, so they may be larger than memory. */
export const npy = defineFormat({
  name: 'npy',
  files: {
    inputs: z
      .union([pathKey, z.record(z.string(), pathKey)])
      .optional()
      .describe('NPY file with a sample a row; for several inputs a mapping of input name to file'),
    labels: pathKey.optional().describe('NPY file with a class number a sample; left out: no labels'),
  },
  settings: encodingKeys,

  async open(options, context) {
    const { files } = context;
    if (options.inputs === undefined)
      throw files.error('"inputs" is missing', { hint: 'Name the NPY file of the samples' });
    const open = (name: string) => {
      const file = files.file(name);
      return openNpy(name, { file, offset: 0, end: file.bytes }, files);
    };
    const named = typeof options.inputs === 'string' ? { '': options.inputs } : options.inputs;
    const arrays = new Map(Object.entries(named).map(([input, name]) => [input, open(name)]));
    const labels = options.labels === undefined ? null : open(options.labels);
    return arraySamples(arrays, labels, options, context);
  },
});
