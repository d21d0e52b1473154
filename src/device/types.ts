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
  /** Bytes the process allocates at its peak, loading and running; the mapped model file apart. */
  peakMemoryBytes: number;
  layers: LayerCost[];
}
