import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('../../../shared/models/', import.meta.url));
const datasets = fileURLToPath(new URL('./datasets/', import.meta.url));

/** A reference model, and the data that recipes calibrate on and that it is judged by. */
export interface ReferenceModel {
  name: string;
  file: string;
  /** null: there is no data; `int8` calibrates on noise. */
  calibration: string | null;
  /** null: outputs are compared with the source's on noise. */
  judging: string | null;
}

const referenceModels: ReferenceModel[] = [
  { name: 'kws', file: 'mlperf-tiny/kws_f32', calibration: 'kws', judging: 'kws-all' },
  { name: 'resnet8', file: 'mlperf-tiny/resnet8_f32', calibration: 'cifar10', judging: 'cifar10' },
  { name: 'mnist', file: 'mnist/conv_fc_mnist_f32', calibration: 'mnist', judging: 'mnist' },
  { name: 'vww', file: 'mlperf-tiny/vww_f32', calibration: null, judging: null },
  { name: 'ad01', file: 'mlperf-tiny/ad01_f32', calibration: null, judging: null },
];

/** The models that quality is judged by, with absolute paths. */
export const models = referenceModels.map((model) => ({
  ...model,
  file: `${shared}${model.file}.tflite`,
  calibration: model.calibration && `${datasets}${model.calibration}.yml`,
  judging: model.judging && `${datasets}${model.judging}.yml`,
}));

export const recipes = ['float16', 'dynamic-int8', 'int8', 'int8-float-io', 'prune-50', 'prune-50+int8'];
