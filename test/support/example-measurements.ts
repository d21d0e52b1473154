import { wilson } from '../../src/base/statistics.js';
import type { Measurement, MissingFigure } from '../../src/compare/measurement.js';
import type { DeviceMeasurement, LayerCost } from '../../src/device/types.js';
import type { Evaluation } from '../../src/evaluate/types.js';
import type { LayerDamage, LayerZeros } from '../../src/optimize/layer-facts.js';

/** What a made-up model is like; everything else follows. */
export interface Figures {
  file?: string;
  recipe?: string | null;
  bytes?: number;
  latencyMs?: number;
  memory?: number;
  /** Samples of 500 that the model gets right; null: not evaluated. */
  right?: number | null;
  devices?: string[];
  /** Measured on real hardware: quartiles in parts of the median. */
  spread?: [low: number, high: number];
  notes?: string[];
  quantization?: LayerDamage[];
  zeros?: LayerZeros[];
  missing?: MissingFigure[];
}

const samples = 500;

export function measurement(figures: Figures = {}): Measurement {
  const { file = 'models/kws.tflite', recipe = null, bytes = 52_100, right = 457 } = figures;
  const devices = figures.devices ?? ['raspberry-pi-4', 'cortex-a55'];
  return {
    file,
    recipe,
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    bytes,
    gzipBytes: Math.round(bytes * 0.81),
    devices: devices
      .map((device) => deviceMeasurement(device, figures))
      .map((device) => (figures.spread ? onHardware(device, figures.spread) : device)),
    evaluation: right === null ? null : evaluation(right),
    notes: figures.notes ?? [],
    ...(figures.quantization && { quantization: figures.quantization }),
    ...(figures.zeros && { zeros: figures.zeros }),
    missing: figures.missing ?? [],
  };
}

/** A convolution that makes most of the noise, a dense layer that makes the rest, and a SOFTMAX kept float. */
export function layerDamage(name = 'conv/Relu'): LayerDamage[] {
  return [
    {
      index: 0,
      operator: 'CONV_2D',
      name,
      storage: 'int8',
      macs: 2_000_000,
      outputDb: 33.52,
      weightsDb: 41.03,
      activationsDb: 38.9,
      share: 0.826,
    },
    {
      index: 1,
      operator: 'FULLY_CONNECTED',
      name: 'dense/BiasAdd',
      storage: 'int8, int4 weights',
      macs: 768,
      outputDb: 31.2,
      weightsDb: 43.5,
      activationsDb: Infinity,
      share: 0.174,
    },
    {
      index: 2,
      operator: 'SOFTMAX',
      name: '',
      storage: 'float',
      macs: 0,
      outputDb: 30.2,
      weightsDb: null,
      activationsDb: null,
      share: 0,
    },
  ];
}

/** A pruned convolution, and a dense layer stored sparse that has zeros of its own. */
export function layerZeros(name = 'conv/Relu'): LayerZeros[] {
  return [
    {
      ...{ index: 0, operator: 'CONV_2D', name, storage: 'dense' },
      ...{ weights: 20_480, zeros: 10_650, before: 0, pruned: 10_240 },
    },
    {
      ...{ index: 1, operator: 'FULLY_CONNECTED', name: 'dense/BiasAdd', storage: 'unpacked' },
      ...{ weights: 768, zeros: 96, before: 12, pruned: 84 },
    },
  ];
}

/** On a device that isn't emulated nothing is counted. */
function onHardware(emulated: DeviceMeasurement, [low, high]: [number, number]): DeviceMeasurement {
  const { latencyMs, layers } = emulated;
  return {
    ...emulated,
    runtime: 'LiteRT 2.3.0 on Raspberry Pi 4 Model B Rev 1.4, Linux 6.1.21',
    confidence: 'measured',
    instructions: null,
    cycles: null,
    spread: { runs: 1000, lowMs: latencyMs * low, highMs: latencyMs * high },
    layers: layers.map((layer) => {
      return { ...layer, instructions: null, cycles: null, bound: null, misses: [] };
    }),
  };
}

function deviceMeasurement(device: string, { latencyMs = 2, memory = 120_000 }: Figures): DeviceMeasurement {
  const cycles = Math.round(latencyMs * 1.5e6);
  const layer = (index: number, operator: string, kernel: string | null, share: number): LayerCost => {
    return {
      index,
      operator,
      kernel,
      instructions: Math.round(cycles * share * 1.4),
      cycles: Math.round(cycles * share),
      share,
      macs: operator === 'SOFTMAX' ? 0 : Math.round(cycles * share * 2),
      bound: operator === 'FULLY_CONNECTED' ? 'memory' : 'core',
      misses: [Math.round(cycles * share * 0.01), Math.round(cycles * share * 0.002)],
      delegated: kernel !== null,
    };
  };
  return {
    device,
    runtime: 'LiteRT 2.3.0, QEMU 7.2.19',
    key: '2c624232cc0ffdb5b7a1c1e1a1f7b7a8c0b7b4d3f1d0a4b6f4e8b5f0b3a1c2d4',
    confidence: device === 'raspberry-pi-4' ? 'fitted' : 'derived',
    instructions: Math.round(cycles * 1.4),
    cycles,
    latencyMs,
    loadMs: latencyMs * 4,
    firstInferenceMs: latencyMs * 1.5,
    peakMemoryBytes: memory,
    layers: [
      layer(0, 'CONV_2D', 'igemm 4x16', 1 - 0.6 / latencyMs),
      layer(1, 'FULLY_CONNECTED', 'gemm 1x8', 0.5 / latencyMs),
      layer(2, 'SOFTMAX', null, 0.1 / latencyMs),
    ],
    notes: [],
  };
}

/** The first `right` samples are right: of two models the better one is right wherever the other is. */
function evaluation(right: number): Evaluation {
  return {
    dataset: 'eval/kws.yml',
    metric: 'top-1',
    value: wilson(right, samples),
    samples,
    reference: null,
    agreement: null,
    sqnrDb: null,
    logitsSqnrDb: null,
    identical: false,
    correct: Uint8Array.from({ length: samples }, (_, index) => Number(index < right)),
  };
}

/** An evaluation without labels: agreement with the source on seeded inputs. */
export function fidelity(agreeing: number): Evaluation {
  const { value, correct } = evaluation(agreeing);
  const agreement = value.value;
  return {
    ...evaluation(agreeing),
    dataset: 'random',
    metric: 'fidelity',
    value,
    reference: 'base',
    agreement,
    correct,
  };
}
