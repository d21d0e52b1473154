import { formatBytes, units } from '../base/units.js';
import { type TradeOff, tradeOffs } from '../compare/trade-offs.js';
import type { ModelReport } from '../compare/types.js';
import { accuracyUnit } from '../evaluate/metrics/index.js';
import { type Html, html } from './html-template.js';

/** The picture's size and the margin for its labels, in its own units. */
const width = 640;
const height = 320;
const margin = 56;

/** The ends of a range of values; one where they are the same. */
function ticks(values: number[]): number[] {
  return [...new Set([Math.min(...values), Math.max(...values)])];
}

/** A choice as it is drawn: x is what it costs, y what it is worth. */
interface Point {
  choice: TradeOff;
  x: number;
  y: number;
}

/**
 * A model's variants as points, latency (size, where no device measured) against accuracy; filled ones
 * are beaten by no other. null where there is nothing to choose between.
 */
export function tradeOffPicture(model: ModelReport): Html | null {
  const choices = tradeOffs(model);
  const byLatency = choices.every(({ latencyMs }) => latencyMs !== null);
  const points = choices.flatMap((choice) => {
    const x = byLatency ? choice.latencyMs! : choice.measurement.bytes;
    return choice.accuracy !== null && Number.isFinite(choice.accuracy)
      ? [{ choice, x, y: choice.accuracy }]
      : [];
  });
  if (points.length < 2) return null;
  const formatX = byLatency ? units.ms.format : formatBytes;
  // The source comes first and may have none of its own: a variant's fidelity is to the source.
  const evaluation = points.at(-1)!.choice.measurement.evaluation!;
  const unit = units[accuracyUnit(evaluation)];
  const toX = scale(
    points.map(({ x }) => x),
    margin,
    width - margin,
  );
  const rising = unit.better === 'higher';
  const toY = scale(
    points.map(({ y }) => y),
    rising ? height - margin : margin,
    rising ? margin : height - margin,
  );
  return html`<figure><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label(points, byLatency)}">
<path class="axis" d="M${margin} ${margin / 2}V${height - margin / 2}H${width - margin / 2}"/>
<text x="${width - 4}" y="${height - margin / 2 - 6}" text-anchor="end">${byLatency ? 'latency' : 'size'} →</text>
<text x="4" y="14">${evaluation.metric}, better ↑</text>
${ticks(points.map(({ x }) => x)).map((x) => html`<text class="tick" x="${toX(x).toFixed(1)}" y="${height - 12}" text-anchor="middle">${formatX(x)}</text>`)}
${ticks(points.map(({ y }) => y)).map((y) => html`<text class="tick" x="${margin - 6}" y="${(toY(y) + 4).toFixed(1)}" text-anchor="end">${unit.format(y)}</text>`)}
${points.map(({ choice, x, y }) => dot(choice, toX(x), toY(y), `${formatX(x)}, ${unit.format(y)}`))}
</svg></figure>`;
}

function dot({ recipe, best, measurement }: TradeOff, x: number, y: number, figures: string): Html {
  const name = recipe ?? 'as committed';
  const anchor = x > width / 2 ? 'end' : 'start';
  return html`<g class="${best ? 'best' : 'beaten'}"><title>${name}: ${figures}, ${formatBytes(measurement.bytes)}</title>
<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="6"/>
<text x="${(x + (anchor === 'end' ? -10 : 10)).toFixed(1)}" y="${(y - 8).toFixed(1)}" text-anchor="${anchor}">${name}</text></g>`;
}

function label(points: Point[], byLatency: boolean): string {
  const best = points
    .filter(({ choice }) => choice.best)
    .map(({ choice }) => choice.recipe ?? 'as committed');
  return `${byLatency ? 'Latency' : 'Size'} against accuracy; not beaten: ${best.join(', ')}`;
}

/** Maps the values' range linearly to pixels; a single value to the middle. */
function scale(values: number[], from: number, to: number): (value: number) => number {
  const low = Math.min(...values);
  const range = Math.max(...values) - low;
  return (value) => (range === 0 ? (from + to) / 2 : from + ((value - low) / range) * (to - from));
}
