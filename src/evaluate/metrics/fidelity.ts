import { RunningSqnr, wilson } from '../../base/statistics.js';
import type { Classifier } from '../classifier.js';
import type { Accumulator, Metric } from './metric.js';
import { addSqnr } from './reference.js';

/**
 * How closely a model follows the reference where nothing says what is right: the share of samples to
 * which both give the same class, or, without classes, the signal to noise ratio of the outputs in dB.
 * It is no accuracy: a wrong reference is followed, too.
 */
export const fidelity: Metric = {
  name: 'fidelity',
  start({ compared, classifier, samples }) {
    if (!compared) return null;
    return classifier ? agreement(classifier, samples) : signalToNoise();
  },
};

function agreement(classifier: Classifier, samples: number): Accumulator {
  const correct = new Uint8Array(samples);
  let count = 0;
  let hits = 0;
  return {
    add({ outputs, reference }) {
      const hit = classifier.predict(outputs[0]!) === classifier.predict(reference![0]!);
      correct[count++] = hit ? 1 : 0;
      if (hit) hits++;
    },
    finish: () => ({ value: wilson(hits, count), correct, errors: null }),
  };
}

function signalToNoise(): Accumulator {
  const sqnr = new RunningSqnr();
  return {
    add: ({ outputs, reference }) => addSqnr(sqnr, outputs, reference!),
    finish: () => ({ value: sqnr.estimate(), correct: null, errors: null }),
  };
}
