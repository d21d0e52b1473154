import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Dataset } from '../../../src/data/types.js';
import { openSubject as openHalves, type Subject } from '../quantize/table/halves.js';
import type { Row } from './rows.js';

export type { Subject };

export const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
export const isHere = (): boolean => existsSync(shared);

/** Models that are calibrated and judged on halves of one set, which can change places. */
const halved = new Set(['kws']);

/** A reference model with its data, once for each part of the data that judges it. */
export async function subjectsOf({ model, steps, folds }: Row): Promise<Subject[]> {
  const subject = await openHalves(model);
  const trains = steps.some(({ transform }) => transform === 'finetune');
  const wanted = folds ?? (trains ? 1 : 2);
  return wanted === 2 && halved.has(model)
    ? [subject, { ...subject, dataset: swapped(subject.dataset) }]
    : [subject];
}

function swapped(dataset: Dataset): Dataset {
  const { calibration, evaluation, hash } = dataset;
  return { ...dataset, hash: `${hash} swapped`, calibration: evaluation, evaluation: calibration };
}
