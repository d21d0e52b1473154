import type { Scheme } from '../peer/types.js';

/**
 * What a scheme shall reach on a model. The peers' figures were measured once, on other samples of the same
 * data: TensorFlow's converter can't be run here. Google's quantizer is run on the same samples beside.
 */
export interface Goal {
  scheme: Scheme;
  /** Highest SQNR of the logits in dB that a peer reached, and who. */
  peer: { name: string; logitsDb: number };
  /** The smallest file that a peer made, bytes. */
  smallest: number;
  logitsDb: number;
  /** Share of samples with the same class as the float model. */
  agreement: number;
  /** Largest file, bytes; left out: 1 % above the smallest peer's. */
  largest?: number;
}

const goal = (
  scheme: Scheme,
  peer: [name: string, logitsDb: number, smallest: number],
  [logitsDb, agreement, largest]: [logitsDb: number, agreement: number, largest?: number],
): Goal => ({
  scheme,
  peer: { name: peer[0], logitsDb: peer[1] },
  smallest: peer[2],
  logitsDb,
  agreement: agreement / 100,
  ...(largest !== undefined && { largest }),
});

/** By reference model, with the schemes in reading order. */
export const goals: Record<'kws' | 'resnet8' | 'mnist', Goal[]> = {
  kws: [
    goal('int8', ['TF 2.19', 29.5, 48112], [36, 99]),
    goal('int16x8', ['AEQ', 18.3, 50568], [50, 99.8]),
    goal('dynamic-int8', ['TF 2.19', 36.0, 40496], [36.7, 99.4]),
    goal('weight-int8', ['AEQ', 41.4, 41584], [50, 99.6]),
    goal('dynamic-int4', ['AEQ', 16.3, 34328], [27.5, 98.4, 31000]),
  ],
  resnet8: [
    goal('int8', ['Google', 26.2, 95336], [35, 98.3]),
    goal('int16x8', ['AEQ', 21.1, 96720], [46, 99.6]),
    goal('dynamic-int8', ['AEQ', 33.0, 90288], [39.5, 99]),
    goal('weight-int8', ['AEQ', 33.7, 91392], [46, 99.6]),
    goal('dynamic-int4', ['AEQ', 6.6, 51608], [24, 93.5, 52000]),
  ],
  mnist: [
    goal('int8', ['AEQ', 19.4, 54680], [39, 99.6]),
    goal('int16x8', ['AEQ', 24.0, 54840], [55, 99.9]),
    goal('dynamic-int8', ['AEQ', 41.3, 53944], [44.5, 99.8]),
    goal('weight-int8', ['AEQ', 44.2, 54280], [55, 99.9]),
    goal('dynamic-int4', ['AEQ', 19.8, 28664], [32, 99.5, 29000]),
  ],
};
