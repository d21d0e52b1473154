import { units } from '../base/units.js';
import { worstVerdict } from '../compare/compare.js';
import type { Measurement } from '../compare/measurement.js';
import { type Metric, metricOf, metrics, type Reading } from '../compare/metrics.js';
import { isImprovement, modelVerdict } from '../compare/report.js';
import type { Comparison, Difference, ModelReport, Report, Verdict } from '../compare/types.js';
import { changeText } from '../compare/wording.js';
import { marks } from './marks.js';

/** A column of figures: a metric, on one device where there is a column for each. */
export interface Column {
  metric: Metric;
  /** null: no device, or the worst of all of them. */
  device: string | null;
  /** Holds figures that say this of a model: `Reading.likeness`; left out: the metric's own. */
  likeness?: string | undefined;
  title: string;
  /** How far all of its figures can be trusted, where that is one word for all: `fitted`. */
  remark?: string;
}

/** A figure as all views show it. */
export interface Cell {
  /** `52.1 KB`; `–` where a limit lacks it. */
  value: string;
  /** `+12.3 %`; null where there is nothing to compare with. */
  change: string | null;
  verdict: Verdict;
  /** How far the figure can be trusted: `top-1, 89.0–93.5 %`; null: it is exact, or its column says it. */
  remark: string | null;
}

/** A model or variant. */
export interface Row {
  file: string;
  recipe: string | null;
  mark: string;
  verdict: Verdict;
  /** All figures are what they were. */
  unchanged: boolean;
  /** One a column; null: not measured. */
  cells: (Cell | null)[];
}

export interface Grid {
  columns: Column[];
  rows: Row[];
}

/** What the report's main table holds: a row a model and variant, each against base. */
export function mainGrid(report: Report): Grid {
  return makeGrid(report, (model) => rowSources(model));
}

/** The second table: each variant against the model that it was made from. */
export function recipeGrid(report: Report): Grid {
  return makeGrid(report, ({ comparisons }) =>
    comparisons.filter(({ kind }) => kind === 'recipe').map((shown) => ({ shown, verdict: shown.verdict })),
  );
}

/** A row's comparison, and the verdict over all comparisons of its model or variant. */
interface RowSource {
  shown: Comparison;
  verdict: Verdict;
}

function rowSources(model: ModelReport): RowSource[] {
  const recipes = [...new Set(model.comparisons.map(({ recipe }) => recipe))];
  return recipes.map((recipe) => {
    const own = model.comparisons.filter((comparison) => comparison.recipe === recipe);
    const shown = own.find(({ kind }) => kind !== 'recipe') ?? withoutChanges(own[0]!);
    const verdict =
      recipe === null && model.problems.length > 0
        ? modelVerdict({ ...model, comparisons: own })
        : worstVerdict(own);
    return { shown, verdict };
  });
}

/** A variant that base has none of: its figures alone. */
function withoutChanges(comparison: Comparison): Comparison {
  const differences = comparison.differences.map((difference) => ({
    ...difference,
    delta: null,
    relative: null,
  }));
  return { ...comparison, kind: 'new', differences };
}

function makeGrid(report: Report, sourcesOf: (model: ModelReport) => RowSource[]): Grid {
  const sources = report.models.flatMap((model) => sourcesOf(model).map((source) => ({ ...source, model })));
  const columns = columnsOf(sources.map(({ shown }) => shown));
  const rows = sources.map(({ shown, verdict, model }) => ({
    file: shown.file,
    recipe: shown.recipe,
    mark: markOf(shown, verdict, model),
    verdict,
    unchanged:
      shown.kind !== 'new' && shown.kind !== 'removed' && shown.differences.every(({ delta }) => delta === 0),
    cells: columns.map((column) => cellOf(shown, column)),
  }));
  return hoistRemarks({ columns, rows });
}

/** What all figures of a column say of themselves stands in its title, once. */
function hoistRemarks({ columns, rows }: Grid): Grid {
  const shared = columns.map((_, index) => {
    const remarks = new Set(
      rows.map(({ cells }) => cells[index]?.remark).filter((text) => text !== notJudged),
    );
    remarks.delete(undefined);
    const [remark = null, ...others] = remarks;
    return others.length === 0 && remark !== null && !remark.includes(',') ? remark : null;
  });
  const titled = columns.map((column, i) => {
    const remark = shared[i];
    return remark == null ? column : { ...column, title: `${column.title} (${remark})`, remark };
  });
  const bare = (cell: Cell | null, i: number) =>
    cell && cell.remark === shared[i] ? { ...cell, remark: null } : cell;
  return { columns: titled, rows: rows.map((row) => ({ ...row, cells: row.cells.map(bare) })) };
}

/** Columns that have a figure somewhere, or lack one that a limit asks for. */
function columnsOf(comparisons: Comparison[]): Column[] {
  const shown = comparisons.flatMap(({ head, differences }) =>
    differences
      .filter(({ head: figure, unmeasured }) => figure !== null || unmeasured !== undefined)
      .map((difference) => ({ difference, likeness: readingOf(difference, head)?.likeness })),
  );
  return metrics.flatMap((metric): Column[] => {
    const own = shown.filter(({ difference }) => difference.metric === metric.name);
    const devices = metric.columnPerDevice ? own.map(({ difference }) => difference.device) : [null];
    const likenesses = [...new Set(own.map(({ likeness }) => likeness))];
    // The metric's own figures come first.
    likenesses.sort((a, b) => (a ?? '').localeCompare(b ?? '', 'en'));
    return likenesses.flatMap((likeness) =>
      [...new Set(devices)].map((device) => ({
        metric,
        device,
        likeness,
        title: `${likeness ?? metric.title}${device === null ? '' : ` on ${device}`}`,
      })),
    );
  });
}

/** What head's figure was read from; null: there is none. */
function readingOf({ metric, device }: Difference, head: Measurement | null): Reading | null {
  return head && metricOf(metric).read(head, device);
}

function cellOf(comparison: Comparison, { metric, device, likeness }: Column): Cell | null {
  const candidates = comparison.differences.filter(
    (difference) =>
      difference.metric === metric.name &&
      (device === null || difference.device === device) &&
      readingOf(difference, comparison.head)?.likeness === likeness,
  );
  const worst = worstVerdict(candidates);
  const [difference] = candidates
    .filter(({ verdict }) => verdict === worst)
    .sort((a, b) => (b.head ?? 0) - (a.head ?? 0));
  if (!difference || (difference.head === null && difference.unmeasured === undefined)) return null;
  return {
    value: difference.head === null ? '–' : units[difference.unit].format(difference.head),
    change: changeText(difference),
    verdict: difference.verdict,
    remark: difference.head === null ? notJudged : (readingOf(difference, comparison.head)?.remark ?? null),
  };
}

/** What stands under a figure that a limit lacks. */
const notJudged = 'not judged';

function markOf(shown: Comparison, verdict: Verdict, { status }: ModelReport): string {
  if (verdict === 'fail' || verdict === 'warn') return marks[verdict];
  if (shown.kind === 'removed') return marks.removed;
  if (shown.kind === 'new' && status === 'added') return marks.added;
  return shown.differences.some(isImprovement) ? marks.improved : marks[verdict];
}
