import type { Unit } from '../base/units.js';
import type { DeviceMeasurement } from '../device/types.js';
import { accuracyUnit } from '../evaluate/metrics/index.js';
import type { Evaluation } from '../evaluate/types.js';
import type { Measurement } from './measurement.js';

export type MetricName = 'size' | 'download' | 'latency' | 'memory' | 'accuracy';

/** One figure of a measurement. */
export interface Reading {
  value: number;
  unit: Unit;
  /** What it is where a metric can be several things: `top-1`, `fidelity`. Only like compares with like. */
  what: string;
}

/** A property of a model that is measured, compared and limited. */
export interface Metric {
  name: MetricName;
  /** Column title. */
  title: string;
  /** True: one figure for each device. */
  perDevice: boolean;
  /** Units that its figures, and so its limits, can have. */
  units: readonly Unit[];
  /** What a model with a larger loss is: "12.3 % slower"; and the opposite. */
  words: { worse: string; better: string };
  /** The figure, or null where it wasn't measured. `device` is null unless `perDevice`. */
  read(measurement: Measurement, device: string | null): Reading | null;
}

/** All metrics, in the order of the report's columns. */
export const metrics: readonly Metric[] = [
  {
    name: 'size',
    title: 'Size',
    perDevice: false,
    units: ['bytes'],
    words: { worse: 'larger', better: 'smaller' },
    read: ({ bytes }) => ({ value: bytes, unit: 'bytes', what: 'size' }),
  },
  {
    name: 'download',
    title: 'Download',
    perDevice: false,
    units: ['bytes'],
    words: { worse: 'larger as a download', better: 'smaller as a download' },
    read: ({ gzipBytes }) => ({ value: gzipBytes, unit: 'bytes', what: 'download' }),
  },
  {
    name: 'latency',
    title: 'Latency',
    perDevice: true,
    units: ['ms'],
    words: { worse: 'slower', better: 'faster' },
    read: onDevice(({ latencyMs, confidence }) => {
      return { value: latencyMs, unit: 'ms', what: confidence === 'measured' ? 'measured' : 'modelled' };
    }),
  },
  {
    name: 'memory',
    title: 'Memory',
    perDevice: true,
    units: ['bytes'],
    words: { worse: 'larger in memory', better: 'smaller in memory' },
    read: onDevice(({ peakMemoryBytes }) => ({ value: peakMemoryBytes, unit: 'bytes', what: 'memory' })),
  },
  {
    name: 'accuracy',
    title: 'Accuracy',
    perDevice: false,
    units: ['ratio', 'dB', 'mse'],
    words: { worse: 'less accurate', better: 'more accurate' },
    read: ({ evaluation }) => (evaluation ? readAccuracy(evaluation) : null),
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

function readAccuracy(evaluation: Evaluation): Reading {
  return { value: evaluation.value.value, unit: accuracyUnit(evaluation), what: evaluation.metric };
}
