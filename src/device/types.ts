/**
 * How far a latency can be trusted: modelled after measurements of this core, after its class, or after neither;
 * or measured by the clock of the machine itself.
 */
export type Confidence = 'fitted' | 'derived' | 'extrapolated' | 'measured';

/** One operator as the runtime executed it on the device. */
export interface LayerCost {
  index: number;
  /** TFLite's or XNNPACK's operator name. */
  operator: string;
  /** Micro-kernel family that the runtime chose, as its profiler says; null outside the delegate. */
  kernel: string | null;
  /** null where nothing counted them, as for cycles and what follows from these. */
  instructions: number | null;
  cycles: number | null;
  /** Part of the inference's time, 0..1. */
  share: number;
  /** Multiply-accumulates, 0 where it has none; null where the layer can't be told apart in the model. */
  macs: number | null;
  /** As many of them as are by weights that aren't zero, where a sparse kernel ran, which leaves out the others. */
  effectiveMacs?: number;
  /** What took most of its cycles: the core's own work, or waiting for lines of memory. */
  bound: 'core' | 'memory' | null;
  /** Lines that weren't found in the level 1 cache, level 2 cache, and so on, as many levels as are counted. */
  misses: number[];
  /** Whether XNNPACK ran it; false: it fell out of the delegate, and LiteRT's own kernel did. */
  delegated: boolean;
}

/** One model on one device, one thread, steady state (second inference or later). */
export interface DeviceMeasurement {
  device: string;
  /** Versions of everything the figures depend on, for reading: `LiteRT 2.3.0, QEMU 7.2.19, …`. */
  runtime: string;
  /** Names everything that the figures depend on (result-cache.ts): equal keys, equal figures, where modelled. */
  key: string;
  confidence: Confidence;
  /** null where nothing counted them: on a machine that isn't emulated. */
  instructions: number | null;
  cycles: number | null;
  /** Of one inference; of many measured ones the median. */
  latencyMs: number;
  /** How far measured inferences lie apart; left out where a latency is modelled, which is exact. */
  spread?: Spread;
  /** benchmark_model's "Init": preparing the model and its delegate; reading the file apart. */
  loadMs: number;
  /** benchmark_model's "First inference". `latencyMs` is its "Inference (avg)". */
  firstInferenceMs: number;
  /** Bytes the process allocates at its peak, loading and running; the mapped model file apart. */
  peakMemoryBytes: number;
  layers: LayerCost[];
  /** What a reader should know of the figures, a sentence each. */
  notes: string[];
}

/** Of the measured times of one inference. */
export interface Spread {
  /** How many inferences were measured. */
  runs: number;
  /** Quartiles: half of all runs lie between them. */
  lowMs: number;
  highMs: number;
}

/** One model on an emulated device: everything is counted. */
export type EmulatedMeasurement = DeviceMeasurement & { instructions: number; cycles: number };
