import { type Unit, units } from '../base/units.js';
import type { DeviceMeasurement } from '../device/types.js';
import { accuracyUnit } from '../evaluate/metrics/index.js';
import type { Evaluation } from '../evaluate/types.js';
import { type Evidence, type EvidenceTest, spreadEvidence } from './evidence.js';
import type { Measurement } from './measurement.js';
import type { Promised } from './promised.js';

export type MetricName = 'size' | 'download' | 'latency' | 'memory' | 'accuracy';

/** One figure of a measurement. */
export interface Reading {
  value: number;
  unit: Unit;
  /** What it is where a metric can be several things: `top-1`, `fidelity`. Only like compares with like. */
  what: string;
  /**
   * Set where the figure says how closely a model follows the one it is compared with, not how good it is: the title
   * of a column of its own. Limits don't judge such a change from base.
   */
  likeness?: string;
  /** How far it can be trusted: `fitted`, `top-1, 89.0–93.5 %`; left out: it is exact. */
  remark?: string | undefined;
}

/** A property of a model that is measured, compared and limited: all that there is to know of it. */
export interface Metric {
  /** In configurations (`limits:`), and with `-change` behind it as the action's output (action.yml). */
  name: MetricName;
  /** Column title. */
  title: string;
  /** True: one figure for each device. */
  perDevice: boolean;
  /** A column for each device; else its column shows the worst of all. */
  columnPerDevice?: boolean;
  /** Units that its figures, and so its limits, can have. */
  units: readonly Unit[];
  /** What a model with a larger loss is: "12.3 % slower"; and the opposite. */
  words: { worse: string; better: string };
  /** A limit as an example of how one is written. */
  example: string;
  /** From where on a change is marked in a configuration that sets no limits; left out: it isn't. */
  warnsAt?: string;
  /** Its improvements are no news beside another metric's. */
  follows?: MetricName;
  /** From where on a change from a variant's source is marked where no limit says otherwise. */
  variantsWarnAt?: string;
  /** Whether the configuration has it measured; left out: always. */
  isPromised?(promise: Promised): boolean;
  /** What the report's legend says of it, with the first words of all remarks in the table. */
  legend?(remarks: readonly string[]): string;
  /** What those words mean. */
  remarks?: Readonly<Record<string, string>>;
  /** What the legend says of its unit, at the end. */
  unitNote?: string;
  /** The figure, or null where it wasn't measured. `device` is null unless `perDevice`. */
  read(measurement: Measurement, device: string | null): Reading | null;
  /** Whether a change is more than chance; left out, or null: its figures are exact. */
  evidence?(base: Measurement, head: Measurement, device: string | null, test: EvidenceTest): Evidence | null;
}

/** What stands behind a latency. */
const confidences = {
  fitted: 'the model of this core was fitted to measurements of it',
  derived: 'modelled after cores of its class',
  extrapolated: 'a rough guess: neither this core nor its class was fitted',
  measured: 'not emulated: median on the real machine, with the quartiles of its runs',
};

const accuracies = {
  'top-1': 'share of samples with the right class, with its 95 % interval',
  mse: 'mean squared error, with its 95 % interval',
  fidelity:
    'how closely the outputs follow those of the model it was made from (as committed: those of base), not how right they are',
};

/** All metrics, in the order of the report's columns. */
export const metrics: readonly Metric[] = [
  {
    name: 'size',
    title: 'Size',
    perDevice: false,
    units: ['bytes'],
    words: { worse: 'larger', better: 'smaller' },
    example: '+5%',
    warnsAt: '+5%',
    unitNote: '1 KB is 1000 bytes, download is gzip',
    read: ({ bytes }) => ({ value: bytes, unit: 'bytes', what: 'size' }),
  },
  {
    name: 'download',
    title: 'Download',
    perDevice: false,
    units: ['bytes'],
    words: { worse: 'larger as a download', better: 'smaller as a download' },
    example: '+5%',
    follows: 'size',
    read: ({ gzipBytes }) => ({ value: gzipBytes, unit: 'bytes', what: 'download' }),
  },
  {
    name: 'latency',
    title: 'Latency',
    perDevice: true,
    columnPerDevice: true,
    units: ['ms'],
    words: { worse: 'slower', better: 'faster' },
    example: '+5%',
    warnsAt: '+3%',
    // Small models gain or lose a few percent by where their tensors come to lie in the caches.
    variantsWarnAt: '+3%',
    legend: (remarks) => {
      const isEmulated = remarks.some((remark) => remark in confidences && remark !== 'measured');
      return `Latency: one inference on the CPU (XNNPACK, one thread)${isEmulated ? ' of an emulated device' : ''}`;
    },
    remarks: confidences,
    read: onDevice((measured) => ({
      value: measured.latencyMs,
      unit: 'ms',
      what: measured.confidence === 'measured' ? 'measured' : 'modelled',
      remark: trustIn(measured),
    })),
    evidence: (base, head, device) => {
      const spread = ({ devices }: Measurement) => devices.find((one) => one.device === device)?.spread;
      return spreadEvidence(spread(base), spread(head));
    },
  },
  {
    name: 'memory',
    title: 'Memory',
    perDevice: true,
    units: ['bytes'],
    words: { worse: 'larger in memory', better: 'smaller in memory' },
    example: '+5%',
    warnsAt: '+5%',
    legend: () => 'Memory: peak of one inference without the model file',
    read: onDevice(({ peakMemoryBytes }) => ({ value: peakMemoryBytes, unit: 'bytes', what: 'memory' })),
  },
  {
    name: 'accuracy',
    title: 'Accuracy',
    perDevice: false,
    units: ['ratio', 'dB', 'mse'],
    words: { worse: 'less accurate', better: 'more accurate' },
    example: '-1pp',
    warnsAt: '-1pp',
    isPromised: ({ accuracy }) => accuracy,
    remarks: accuracies,
    read: ({ evaluation }) => (evaluation ? readAccuracy(evaluation) : null),
    evidence: (base, head, _device, test) =>
      base.evaluation && head.evaluation ? test(base.evaluation, head.evaluation) : null,
  },
];

export function metricOf(name: string): Metric {
  const metric = metrics.find((candidate) => candidate.name === name);
  if (!metric) throw new RangeError(`no metric "${name}"`);
  return metric;
}

function onDevice(read: (measurement: DeviceMeasurement) => Reading): Metric['read'] {
  return ({ devices }, device) => {
    const measurement = devices.find((candidate) => candidate.device === device);
    return measurement ? read(measurement) : null;
  };
}

/** `derived`; of a measured latency with its quartiles: `measured, 1.98–2.10 ms`. */
function trustIn({ confidence, spread }: DeviceMeasurement): string {
  return spread ? `${confidence}, ${interval('ms', spread.lowMs, spread.highMs)}` : confidence;
}

function readAccuracy(evaluation: Evaluation): Reading {
  const { metric, value } = evaluation;
  const unit = accuracyUnit(evaluation);
  return {
    value: value.value,
    unit,
    what: metric,
    remark: value.low === value.high ? metric : `${metric}, ${interval(unit, value.low, value.high)}`,
    ...(metric === 'fidelity' && { likeness: 'Fidelity' }),
  };
}

/** `89.0–93.5 %`. */
function interval(unit: Unit, low: number, high: number): string {
  const { format } = units[unit];
  return `${format(low).replace(/ .*/, '')}–${format(high)}`;
}
