import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Core } from '../../src/device/core.js';
import { type Device, loadDevice } from '../../src/device/index.js';
import type { ModelFile } from '../../src/model/model-file.js';

const models = fileURLToPath(new URL('../../../shared/models/latency', import.meta.url));
const ownDevices = fileURLToPath(new URL('../../bench/devices', import.meta.url));

/** A single-thread latency that somebody published. */
export interface PublishedRow {
  source: string;
  core: string;
  /** A device that ships, or a file of bench/devices. */
  device: string;
  /** Where the published clock isn't the device's. */
  clockMHz?: number;
  model: 'v1 float' | 'v3 small float' | 'v1 int8';
  publishedMs: number;
  /** `bound`: from before XNNPACK's int8 kernels were rewritten: an upper bound, nothing to fit on. `shown`: no known rates. */
  use: 'fit' | 'bound' | 'shown';
}

const files: Record<PublishedRow['model'], string> = {
  'v1 float': 'mobilenet_v1_1.0_224_f32.tflite',
  'v3 small float': 'mobilenet_v3_small_1.0_224_f32.tflite',
  'v1 int8': 'mobilenet_v1_1.0_224_int8.tflite',
};

const readme = 'XNNPACK README, March 2020';
const a55 = {
  source: 'XNNPACK commit 64debceffb',
  core: 'A55',
  device: './a55-1.6ghz.yml',
  use: 'fit',
} as const;
const a73 = { source: 'XNNPACK commit 07efec483d', core: 'A73', device: 'pixel-2', use: 'fit' } as const;
const pixel = { source: readme, core: 'Kryo', device: 'pixel', use: 'shown' } as const;
const pixel2 = { source: readme, core: 'A73', device: 'pixel-2', use: 'fit' } as const;
const pixel3a = { source: readme, core: 'A75', device: 'pixel-3a', use: 'fit' } as const;
const int8 = { source: 'XNNPACK commit e696c3fb6f', model: 'v1 int8', use: 'bound' } as const;

export const publishedRows: PublishedRow[] = [
  { ...a55, model: 'v1 float', publishedMs: 170.0 },
  { ...a55, model: 'v3 small float', publishedMs: 33.1 },
  { ...a73, model: 'v1 float', publishedMs: 85.5 },
  { ...a73, model: 'v3 small float', publishedMs: 13.9 },
  { ...pixel2, model: 'v1 float', publishedMs: 86 },
  { ...pixel2, model: 'v3 small float', publishedMs: 14 },
  { ...pixel3a, model: 'v1 float', publishedMs: 88 },
  { ...pixel3a, model: 'v3 small float', publishedMs: 14 },
  { ...pixel, model: 'v1 float', publishedMs: 82 },
  { ...pixel, model: 'v3 small float', publishedMs: 12 },
  { ...int8, core: 'A72', device: 'cortex-a72', clockMHz: 2516, publishedMs: 52.7 },
  { ...int8, core: 'A73', device: 'pixel-2', publishedMs: 55.2 },
  { ...int8, core: 'A75', device: 'pixel-3a', clockMHz: 2803.2, publishedMs: 39.8 },
];

export type CoreClass = Core['order'];

export function modelOf({ model }: PublishedRow): ModelFile {
  return { file: files[model], bytes: readFileSync(`${models}/${files[model]}`) };
}

export async function deviceOf({ device: name, clockMHz }: PublishedRow): Promise<Device> {
  const device = await loadDevice(name.startsWith('.') ? `${ownDevices}/${name}` : name);
  return clockMHz ? { ...device, clockMHz } : device;
}
