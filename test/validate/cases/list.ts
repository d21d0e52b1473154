import type { Made } from '../real/make.js';
import type { NativeOutput } from '../real/native.js';

/** What became of a case. */
export interface Found {
  made: Made;
  /** Of the source model in LiteRT for this machine, on the judging samples. */
  source: readonly NativeOutput[];
  /** Of what was made; empty where nothing was, or LiteRT refuses it. */
  outputs: readonly NativeOutput[];
  /** dB by output. */
  decibels: readonly number[];
}

/** A small input on which litetrim was wrong once, with the right value. */
export interface Case {
  /** Folder or file below `../shared/cases`, without `.tflite`. */
  name: string;
  /** A shipped recipe, or a recipe file beside the model. */
  recipe: string;
  /** The data-set file beside the model; left out: `data.yml` in a folder, else noise. */
  data?: string;
  /** Of the inputs, where the file leaves them open. */
  shapes?: number[][];
  /** The figure, and whether it is right. */
  judge(found: Found): { figure: string; right: boolean };
}

/** All outputs at least as near to the source's as the figure, dB. */
const atLeast =
  (decibels: number): Case['judge'] =>
  (found) => ({
    figure: found.decibels.map((value) => `${value.toFixed(1)} dB`).join(', '),
    right: found.decibels.length > 0 && found.decibels.every((value) => value >= decibels),
  });

/** As above, or a note that names the recipe that is. */
const orPointsTo =
  (recipe: string, judge: Case['judge']): Case['judge'] =>
  (found) => {
    const judged = judge(found);
    const points = found.made.notes.some((note) => note.includes(recipe));
    return points ? { figure: `${judged.figure}; a note says ${recipe}`, right: true } : judged;
  };

const finite: Case['judge'] = ({ outputs }) => ({
  figure: outputs.length > 0 ? 'runs' : 'nothing that runs',
  right:
    outputs.length > 0 && outputs.every(({ values }) => values.every((one) => one.every(Number.isFinite))),
});

const isMade: Case['judge'] = ({ made }) => ({
  figure: `exit code ${made.exit}`,
  right: made.exit === 0 && made.bytes !== null,
});

/** Of an output [1, 7, 36] of boxes (rows 0 to 3, pixels) and scores, the scores alone. */
const scoresOf = ({ values }: NativeOutput): Float32Array[] => values.map((one) => one.subarray(4 * 36));

const scores: Case['judge'] = ({ outputs, source }) => {
  const [own, wanted] = [outputs[0], source[0]].map((output) => (output ? scoresOf(output) : []));
  const decibels = ratio(own!, wanted!);
  const detected = own!.filter((one) => Math.max(...one) > 0.25).length / own!.length;
  return {
    figure: `scores ${decibels.toFixed(1)} dB, something detected in ${(detected * 100).toFixed(0)} % of images`,
    right: decibels >= 26.9 && detected >= 0.95,
  };
};

function ratio(own: readonly Float32Array[], wanted: readonly Float32Array[]): number {
  let [signal, noise] = [0, 0];
  for (const [i, values] of own.entries()) {
    for (const [k, value] of values.entries()) {
      signal += wanted[i]![k]! ** 2;
      noise += (value - wanted[i]![k]!) ** 2;
    }
  }
  return own.length > 0 ? 10 * Math.log10(signal / noise) : Number.NEGATIVE_INFINITY;
}

/** Share of the outputs on the same side of a half, of a model that gives bits. */
const sameBits: Case['judge'] = ({ outputs, source }) => {
  const [own, wanted] = [outputs, source].map((all) =>
    all.flatMap(({ values }) => values.flatMap((one) => [...one])),
  );
  const same = own!.filter((value, i) => value > 0.5 === wanted![i]! > 0.5).length / wanted!.length;
  return { figure: `${(same * 100).toFixed(1)} % of the bits`, right: same >= 0.99 };
};

/** The cases; the values stand in each one's `right.txt`, half a dB below a peer's. */
export const cases: readonly Case[] = [
  { name: 'models/1-computed-reshape-dense', recipe: 'int8', judge: atLeast(40) },
  { name: 'models/1-computed-reshape-dense', recipe: 'prune-50', judge: finite },
  { name: 'models/1-computed-reshape-tiny', recipe: 'int8', judge: atLeast(28.4) },
  { name: 'models/1-computed-reshape-yolo-nan', recipe: 'int8', judge: finite },
  { name: 'models/2-boxes-and-scores-one-tensor', recipe: 'int8', judge: scores },
  { name: 'models/2-boxes-and-scores-one-tensor', recipe: 'int8-float-io', judge: scores },
  { name: 'models/2-boxes-and-scores-one-tensor', recipe: 'int8-mixed', judge: scores },
  { name: 'models/3-additive-mask', recipe: 'int8', judge: atLeast(34) },
  { name: 'models/3-additive-mask', recipe: 'int16x8', judge: atLeast(34) },
  { name: 'models/4-dynamic-time', recipe: 'int8', shapes: [[1, 50, 4]], judge: atLeast(43.6) },
  {
    name: 'models/5-features-of-different-size',
    recipe: 'int8',
    judge: orPointsTo('int8-mixed', atLeast(17)),
  },
  { name: 'models/6-floor-mod', recipe: 'int8', judge: orPointsTo('int8-mixed', sameBits) },
  { name: 'models/7-log-softmax-range', recipe: 'int8', judge: atLeast(20) },
  { name: 'models/8-divide-by-std', recipe: 'int8', judge: atLeast(20) },
  { name: 'real/dynamic_reshape_output', recipe: 'float16', judge: atLeast(40) },
  { name: 'real/f16_bias_conv', recipe: 'dynamic-int8', judge: atLeast(25) },
  { name: 'real/mask_float', recipe: 'int8', judge: atLeast(20) },
  { name: 'real/attention_mask_add_int8_result', recipe: 'float16', judge: isMade },
  { name: 'real/ssd_postprocess', recipe: 'float16', judge: finite },
  { name: 'quality/bc_sqd', recipe: 'finetune-only.yml', data: 'bc.yml', judge: isMade },
  { name: 'quality/bc_max', recipe: 'finetune-only.yml', data: 'bc.yml', judge: isMade },
  { name: 'quality/bc_min', recipe: 'finetune-only.yml', data: 'bc.yml', judge: isMade },
  { name: 'quality/bc_div', recipe: 'finetune-only.yml', data: 'bc.yml', judge: isMade },
  { name: 'quality/bc_sub', recipe: 'finetune-only.yml', data: 'bc.yml', judge: isMade },
  { name: 'quality/bc_mul', recipe: 'finetune-only.yml', data: 'bc.yml', judge: isMade },
  { name: 'quality/unet', recipe: 'dynamic-int8', judge: atLeast(41.2) },
];
