/** How far a modelled latency can be trusted: fitted on this core, derived from its class, or neither. */
export type Confidence = 'fitted' | 'derived' | 'extrapolated';

/** One operator as the runtime executed it on the emulated device. */
export interface LayerCost {
  index: number;
  /** TFLite's or XNNPACK's operator name. */
  operator: string;
  /** Micro-kernel family that the runtime chose, as its profiler says; null outside the delegate. */
  kernel: string | null;
  instructions: number;
  cycles: number;
  /** Part of the inference's cycles, 0..1. */
  share: number;
  /** Multiply-accumulates, 0 where it has none; null where the layer can't be told apart in the model. */
  macs: number | null;
  /** What took most of its cycles: the core's own work, or waiting for lines of memory. */
  bound: 'core' | 'memory';
  /** Lines that weren't found in the level 1 cache, level 2 cache, and so on, as many levels as there are. */
  misses: number[];
  /** Whether XNNPACK ran it; false: it fell out of the delegate, and LiteRT's own kernel did. */
  delegated: boolean;
}

/** One model on one device, one thread, steady state (second inference or later). */
export interface DeviceMeasurement {
  device: string;
  /** Versions of everything the figures depend on, for reading: `LiteRT 2.3.0, QEMU 7.2.19, …`. */
  runtime: string;
  confidence: Confidence;
  instructions: number;
  cycles: number;
  latencyMs: number;
  /** benchmark_model's "Init": preparing the model and its delegate; reading the file apart. */
  loadMs: number;
  /** benchmark_model's "First inference". `latencyMs` is its "Inference (avg)". */
  firstInferenceMs: number;
  /** Bytes the process allocates at its peak, loading and running; the mapped model file apart. */
  peakMemoryBytes: number;
  layers: LayerCost[];
}
