import { wilson } from '../../base/statistics.js';
import type { Metric } from './metric.js';

/** Share of labelled samples whose class the model names first, with Wilson's interval. */
export const top1: Metric = {
  name: 'top-1',
  start({ labelled, synthetic, classifier, samples }) {
    if (!labelled || synthetic || !classifier) return null;
    const correct = new Uint8Array(samples);
    let count = 0;
    let hits = 0;
    return {
      add({ sample, outputs }) {
        const hit = classifier.predict(outputs[0]!) === sample.label;
        correct[count++] = hit ? 1 : 0;
        if (hit) hits++;
      },
      finish: () => ({ value: wilson(hits, count), correct, errors: null }),
    };
  },
};
