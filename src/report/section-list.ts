import { modelNotes, omissionsOf, problemsOf } from '../compare/report.js';
import { allLayers, changesByLayer, newLayers } from './layer-section.js';
import { unmeasuredOf } from './notes-section.js';
import { quantizationByLayer } from './quantization-section.js';
import type { ListSection, Section, View } from './section.js';
import { zerosByLayer } from './zeros-section.js';

/** The sections of tables, in the order of the views. Who adds one adds it here. */
export const sections: readonly Section[] = [
  changesByLayer,
  newLayers,
  allLayers,
  zerosByLayer,
  quantizationByLayer,
];

/** Those that a view shows. */
export const sectionsFor = (view: View): Section[] => sections.filter(({ views }) => views.includes(view));

/** The sections of sentences, in the order of the views. */
export const listSections: readonly ListSection[] = [
  { title: 'Problems', label: 'problem', sentences: problemsOf },
  { title: 'Not measured', label: 'not measured', sentences: unmeasuredOf },
  { title: 'Of the base', label: 'of the base', sentences: modelNotes },
  { title: 'Left out', label: 'left out', sentences: omissionsOf },
];
