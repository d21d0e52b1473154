import { fileURLToPath } from 'node:url';
import { openDataset } from '../../../src/data/dataset.js';
import { randomDataset } from '../../../src/data/random-dataset.js';
import type { Dataset } from '../../../src/data/types.js';
import { modelInterface } from '../../../src/model/interface.js';
import { readModel } from '../../../src/model/read.js';

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const datasets = fileURLToPath(new URL('../datasets/', import.meta.url));

/** A model as a team commits it, and what it is calibrated and judged on. */
export interface RealModel {
  name: string;
  /** Path of a data-set file; left out: noise. */
  data?: string;
  /** Recipes that are right to refuse it, each with a word that the refusal must say. */
  refused?: Readonly<Record<string, RegExp>>;
}

const photos = (range: 'unit' | 'signed' | 'pixels' | 'ssd'): string => `${datasets}photos-${range}.yml`;
const own = (name: string): string => `${shared}data/real/${name}.yml`;

/** The models of `../shared/models/real`. */
export const realModels: readonly RealModel[] = [
  { name: 'basic_pitch', data: own('basic_pitch') },
  { name: 'coco_ssd_uint8', data: photos('ssd') },
  { name: 'coral_mnv1_edgetpu' },
  { name: 'coral_movenet_ptq', data: photos('pixels') },
  { name: 'deeplabv3_meta', data: photos('signed') },
  { name: 'dtln_1', data: own('dtln_1') },
  { name: 'fd_face_landmark', data: photos('unit') },
  { name: 'mobilenet025_meta', data: photos('signed') },
  { name: 'movie_review', data: own('movie_review') },
  { name: 'mp_blendshapes', data: own('mp_blendshapes') },
  { name: 'mp_face_short', data: photos('signed') },
  { name: 'mp_hand_lite', data: photos('unit') },
  { name: 'mp_palm_full', data: photos('unit') },
  { name: 'mp_pose_det', data: photos('signed') },
  { name: 'mp_selfie', data: photos('unit') },
  { name: 'mww_okay_nabu' },
  { name: 'planestrike_agents' },
  { name: 'rt_attn_vec_einsum' },
  { name: 'rt_multi_signature' },
  { name: 'rt_torchaudio_conformer' },
  { name: 'style_transfer_f16' },
  { name: 'tflm_keyword' },
  { name: 'tt_call_once_mul' },
  { name: 'tt_nested_while' },
  { name: 'yamnet_meta' },
];

export const pathOf = (name: string): string => `${shared}models/real/${name}.tflite`;

/** The samples of a model. Noise: fewer of large inputs, as litetrim itself takes them. */
export async function samplesOf({ name, data }: RealModel, bytes: Uint8Array): Promise<Dataset> {
  const { inputs, classes } = modelInterface(readModel(bytes, pathOf(name)));
  return data ? openDataset(data, { inputs, classes }) : randomDataset(inputs, { samples: 20 });
}
