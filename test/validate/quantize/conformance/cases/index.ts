import type { Case } from '../single-operator.js';
import { activations } from './activation.js';
import { convolutions } from './convolution.js';
import { elementwise } from './elementwise.js';
import { matrices } from './matrix.js';
import { reductions } from './pooling.js';
import { recurrent } from './recurrent.js';
import { shapes } from './shape.js';

/** The generated cases, by family as in the operator table. */
export const generatedCases: Case[] = [
  ...convolutions,
  ...matrices,
  ...reductions,
  ...activations,
  ...elementwise,
  ...shapes,
  ...recurrent,
];
