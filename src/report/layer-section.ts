import type { Report } from '../compare/types.js';
import { changedLayers, costliestLayers, type LayerTable, legendOf } from './layer-table.js';
import type { Section, View } from './section.js';

/** Which layers became slower or faster. */
export const changesByLayer = sectionOf('Changes by layer', ['comment', 'page', 'text'], changedLayers);

/** The costliest layers of models without a base. */
export const newLayers = sectionOf('Layers of what is new', ['comment'], (report) =>
  costliestLayers(report, 'new'),
);

/** The costliest layers of all models and variants. */
export const allLayers = sectionOf('Layers', ['page'], (report) => costliestLayers(report, 'all'));

function sectionOf(
  title: string,
  views: readonly View[],
  tablesOf: (report: Report) => LayerTable[],
): Section {
  return { title, views, tables: tablesOf, legend: (report) => legendOf(tablesOf(report)) };
}
