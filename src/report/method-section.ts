import type { Measurement } from '../compare/measurement.js';
import type { Report } from '../compare/types.js';
import { code, commit, details } from './markdown.js';

/** What the figures rest on, as name and value; values are text from outside. */
export function methodFacts(report: Report): { name: string; value: string }[] {
  const measurements = report.models.flatMap(({ comparisons }) =>
    comparisons.flatMap(({ base, head }) => [base, head]),
  );
  const measured = measurements.filter((measurement) => measurement !== null);
  return [
    ...(report.baseSha === null ? [] : [{ name: 'Base', value: report.baseSha }]),
    ...(report.headSha === null ? [] : [{ name: 'Head', value: report.headSha }]),
    ...unique(measured.flatMap(deviceFacts)),
    ...unique(measured.flatMap(dataFacts)),
    ...report.environment.map(({ name, version }) => ({ name, value: version })),
  ];
}

function deviceFacts({ devices }: Measurement): { name: string; value: string }[] {
  return devices.map(({ device, confidence, runtime, spread }) => ({
    name: device,
    value: `${confidence}${spread ? ' by the clock of the machine itself' : ''}; ${runtime}`,
  }));
}

function dataFacts({ evaluation }: Measurement): { name: string; value: string }[] {
  if (!evaluation) return [];
  const { dataset, samples, metric } = evaluation;
  return [{ name: dataset, value: `${samples} samples, ${metric}` }];
}

function unique<T>(facts: T[]): T[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

/** How it was measured, folded away. */
export function methodSection(report: Report): string {
  const shown = methodFacts(report).slice(0, maxFacts);
  const lines = shown.map(({ name, value }) => `- ${code(name)}: ${commit(value)}`);
  return details('How this was measured', lines.join('\n'));
}

/** Devices, data sets and versions: more than these are many models of many owners. */
const maxFacts = 40;
