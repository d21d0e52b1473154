import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { stepSchema } from '../transforms.js';
import { PRUNE_DEFAULTS } from './prune.js';

describe('options of prune', () => {
  it.each([
    [{}, 'how much is to be pruned?'],
    [{ sparsity: 1.5 }, '"sparsity" is 1.5, not a part between 0 and 1\nWrite 0.5 for 50 %'],
    [{ sparsity: 50 }, '"sparsity" is 50, not a part between 0 and 1\nWrite 0.5 for 50 %'],
    [{ sparsity: 0 }, '"sparsity" is 0, not a part between 0 and 1\nWrite 0.5 for 50 %'],
    [{ sparsity: -0.5 }, '"sparsity" is -0.5, not a part'],
    [{ sparsity: 0.5, rules: [{ index: 0, sparsity: 1 }] }, '"sparsity" is 1, not a part'],
    [{ sparsity: 0.3, pattern: '2:4' }, '"pattern: 2:4" makes 0.5 of the weights zero'],
    [{ sparsity: 0.5, pattern: '4:2' }, 'there is no pattern "4:2"'],
    [{ sparsity: 0.5, pattern: '3x3' }, 'there is no pattern "3x3"'],
    [{ pattern: '2:4', rules: [{ index: 0, sparsity: 0.2 }] }, '"pattern: 2:4" has a sparsity of its own'],
    [{ sparsity: 0.5, rules: [{ sparsity: 0.2 }] }, 'a rule names either'],
    [{ pattern: '2:4', maxLoss: '1pp' }, '"pattern: 2:4" leaves nothing to search'],
    [{ maxLoss: '1 %' }, '"maxLoss" is a number of percentage points'],
  ])('%j are refused', (options, message) => {
    const { error } = stepSchema.safeParse({ transform: 'prune', ...options });
    expect(z.prettifyError(error!)).toContain(message);
  });

  it('defaults are what the options say', () => {
    expect(stepSchema.parse({ transform: 'prune', sparsity: 0.5, ...PRUNE_DEFAULTS })).toBeTruthy();
  });
});
