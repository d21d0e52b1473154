import type { Comparison, Difference, Report, Verdict } from '../compare/types.js';
import type { Runner } from './runner.js';

/** Metrics with an output of their own, `size-change` and so on. */
const metrics = ['size', 'download', 'latency', 'memory', 'accuracy'] as const;

/** Units of which less is worse. */
const lessIsWorse: readonly Difference['unit'][] = ['ratio', 'dB'];

/**
 * The step's outputs. `size-change`, `download-change`, `latency-change`, `memory-change` and
 * `accuracy-change` are the worst change of the metric, head against base over all models and
 * variants: a share of base (`0.031` = 3.1 % more), for top-1 accuracy the difference (`-0.012` = 1.2
 * points less), for SQNR dB. Empty where nothing was compared.
 */
export function stepOutputs(report: Report): Record<string, string> {
  const outputs: Record<string, string> = { verdict: report.verdict };
  for (const metric of metrics) outputs[`${metric}-change`] = worstChange(report, metric);
  return outputs;
}

function worstChange(report: Report, metric: string): string {
  let worst: { change: number; badness: number } | null = null;
  for (const { differences } of againstBase(report)) {
    for (const difference of differences) {
      const worse = lessIsWorse.includes(difference.unit);
      const change = worse ? difference.delta : difference.relative;
      if (difference.metric !== metric || change === null) continue;
      const badness = worse ? -change : change;
      if (!worst || badness > worst.badness) worst = { change, badness };
    }
  }
  return worst ? String(Number(worst.change.toPrecision(6))) : '';
}

function againstBase(report: Report): Comparison[] {
  return report.models
    .flatMap((model) => model.comparisons)
    .filter(({ kind }) => kind === 'model' || kind === 'variant');
}

/** "10 warning annotations, 10 error annotations […] per step"; the rest would not be shown. */
const maxAnnotations = 10;

/** Marks broken limits and models that could not be judged at their files in the pull request. */
export function annotate(runner: Runner, report: Report): void {
  const verdicts: Verdict[] = ['fail', 'warn'];
  for (const verdict of verdicts) {
    const say = verdict === 'fail' ? runner.error : runner.warning;
    for (const { message, file } of findings(report, verdict).slice(0, maxAnnotations)) {
      say(message, { title: 'litetrim', file });
    }
  }
}

/** What an annotation says, and of which file. */
interface Finding {
  message: string;
  file: string;
}

function findings(report: Report, verdict: Verdict): Finding[] {
  return report.models.flatMap(({ file, comparisons, problems }) => [
    ...(verdict === 'fail' ? problems : []).map((message) => ({ message, file })),
    ...comparisons.flatMap(({ recipe, differences }) =>
      differences
        .filter((difference) => difference.verdict === verdict)
        .map((difference) => ({ message: `${recipe ? `${recipe}: ` : ''}${describe(difference)}`, file })),
    ),
  ]);
}

function describe({ metric, device, reason }: Difference): string {
  return reason ?? `${metric}${device ? ` on ${device}` : ''} breaks its limit`;
}
