import type { Effort } from '../../../src/optimize/types.js';

/**
 * One line of the tables: what is done to a model, and what shall come of it. To add a row, add an entry: it is
 * run by itself with `npm run validate -- prune --row NAME`, and its result is kept.
 */
export interface Row {
  /** Unique; what `--row` takes. */
  name: string;
  model: 'kws' | 'resnet8';
  /** The table that it stands in. */
  table: string;
  title: string;
  /** Steps as a recipe writes them; one that litetrim doesn't know yet is said so. */
  steps: readonly Record<string, unknown>[];
  /** `fast`: nothing is repaired. */
  effort?: Effort;
  /** Whether the calibrating samples are given; default true. */
  samples?: false;
  /** Accuracy in % that shall be reached, judged on data that isn't here. */
  goal?: number;
  /** Row of the same model that at most so many points of accuracy may be lost against. */
  atMostBelow?: { row: string; points: number };
  /** Accuracy in % that the prototype reached on other samples of the same data. */
  prototype?: number;
  /**
   * 2: the halves of the data change places and both results count, which takes twice the time and has less
   * noise; default 2 for kws, 1 for rows that train. resnet8 is calibrated on training images: always 1.
   */
  folds?: 1 | 2;
}

const half = { transform: 'prune', sparsity: 0.5 };
const int8 = [{ transform: 'quantize', scheme: 'int8' }, { transform: 'clean' }];

const perLayer = 'magnitude, one threshold a layer';
const lamp = 'magnitude, LAMP';
const repaired = 'LAMP, surgeon, refit';
const quantized = 'then int8';

const percents = { kws: [30, 50, 60, 70, 80], resnet8: [30, 50, 60, 70, 80] } as const;

/** The prototypes' accuracies by the same percents. */
const prototypes = {
  kws: {
    [perLayer]: [80.6, 28.0, 14.6, 10.0, 8.4],
    [lamp]: [85.6, 31.4, 22.2, 10.4, 8.2],
    [repaired]: [91.4, 88.8, 86.8, 79.2, 63.4],
  },
  resnet8: {
    [perLayer]: [64.2, 13.2, 12.3, 9.6, 10.2],
    [lamp]: [73.1, 56.2, 44.8, 31.8, 12.5],
    [repaired]: [76.0, 74.9, 73.7, 70.6, 62.7],
  },
};

const goals = { kws: { 50: 88, 70: 79 }, resnet8: { 50: 74.5, 70: 69.5 } } as const;

type Model = Row['model'];
const models: readonly Model[] = ['kws', 'resnet8'];

const unstructured = (model: Model): Row[] =>
  percents[model].flatMap((percent, i): Row[] => {
    const sparsity = percent / 100;
    const prune = { transform: 'prune', sparsity };
    const row = (key: string, title: string, parts: Partial<Row>): Row => ({
      name: `${model}-${percent}-${key}`,
      model,
      table: `${model}: ${percent} % of convolution and FC weights zero`,
      title,
      steps: [prune],
      ...parts,
    });
    const prototype = (title: keyof (typeof prototypes)[Model]) => ({
      prototype: prototypes[model][title][i]!,
    });
    const goal = (goals[model] as Record<number, number>)[percent];
    const whole = `${model}-${percent}-repaired`;
    return [
      row('layer', perLayer, {
        ...{ steps: [{ ...prune, allocation: 'uniform' }], effort: 'fast', ...prototype(perLayer) },
      }),
      row('lamp', lamp, { effort: 'fast', ...prototype(lamp) }),
      row('repaired', repaired, { ...prototype(repaired), ...(goal && { goal }) }),
      ...(percent === 30 || percent === 60
        ? []
        : [row('int8', quantized, { steps: [prune, ...int8], atMostBelow: { row: whole, points: 1 } })]),
    ];
  });

const patterns = (
  model: Model,
  rows: readonly [pattern: string, magnitude: number | null, repaired: number | null, goal: number | null][],
): Row[] =>
  rows.flatMap(([pattern, before, after, goal]): Row[] => {
    const prune = pattern.includes(':') ? { transform: 'prune', pattern } : { ...half, pattern };
    const key = pattern.replace(':', '-');
    const parts = { model, table: `${model}: half of the weights zero, ${pattern}`, steps: [prune] };
    const whole = `${model}-${key}-repaired`;
    return [
      {
        ...parts,
        name: `${model}-${key}`,
        title: 'magnitude',
        effort: 'fast',
        ...(before && { prototype: before }),
      },
      {
        ...parts,
        name: whole,
        title: 'surgeon, refit',
        ...(after && { prototype: after }),
        ...(goal && { goal }),
      },
      {
        ...{ ...parts, name: `${model}-${key}-int8`, title: quantized, steps: [prune, ...int8] },
        atMostBelow: { row: whole, points: 1 },
      },
    ];
  });

/** Channels cut: the prototype's accuracies raw and with the weights fitted, at a few percent more. */
const channels = (model: Model, percent: number, raw: number, fitted: number): Row[] => {
  const parts = {
    model,
    table: `${model}: channels cut, ${percent} % of the multiply-accumulates less`,
    steps: [{ transform: 'prune-channels', macs: percent / 100 }],
  };
  const whole = `${model}-channels-${percent}-fitted`;
  return [
    { ...parts, name: `${model}-channels-${percent}-raw`, title: 'L2, raw', samples: false, prototype: raw },
    { ...parts, name: whole, title: 'reconstruction, fitted', prototype: fitted },
    {
      ...{
        ...parts,
        name: `${model}-channels-${percent}-int8`,
        title: quantized,
        steps: [...parts.steps, ...int8],
      },
      atMostBelow: { row: whole, points: 1 },
    },
  ];
};

/** Rows of a table that go on from its step by training on unlabelled samples. */
const tuned = (
  model: Model,
  key: string,
  table: string,
  step: Record<string, unknown>,
  { goal, prototype, epochs }: { goal: number; prototype?: number; epochs?: number },
): Row[] => {
  const steps = [step, { transform: 'finetune', ...(epochs && { epochs }) }];
  const name = `${model}-${key}-tuned`;
  const parts = { model, table: `${model}: ${table}` };
  const title = 'repaired, then distilled';
  return [
    { ...parts, name, title, steps, goal, ...(prototype && { prototype }) },
    {
      ...{ ...parts, name: `${name}-int8`, title: `${title}, ${quantized}`, steps: [...steps, ...int8] },
      atMostBelow: { row: name, points: 1 },
    },
  ];
};

const tunedUnstructured = (
  model: Model,
  percents: readonly [percent: number, prototype: number, goal: number][],
): Row[] =>
  percents.flatMap(([percent, prototype, goal]) => {
    const table = `${percent} % of convolution and FC weights zero`;
    const step = { transform: 'prune', sparsity: percent / 100 };
    return tuned(model, String(percent), table, step, { goal, prototype });
  });

const tunedChannels = (
  model: Model,
  percents: readonly [percent: number, prototype: number, goal: number, epochs?: number][],
): Row[] =>
  percents.flatMap(([percent, prototype, goal, epochs]) => {
    const table = `channels cut, ${percent} % of the multiply-accumulates less`;
    const step = { transform: 'prune-channels', macs: percent / 100 };
    return tuned(model, `channels-${percent}`, table, step, { goal, prototype, ...(epochs && { epochs }) });
  });

/** All rows, in the order of the tables. */
export const rows: readonly Row[] = [
  ...models.flatMap((model): Row[] => [
    { name: `${model}-dense`, model, table: `${model}: as it is`, title: 'float', steps: [] },
    {
      ...{ name: `${model}-dense-int8`, model, table: `${model}: as it is`, title: 'int8', steps: int8 },
      atMostBelow: { row: `${model}-dense`, points: 1 },
    },
  ]),
  ...models.flatMap(unstructured),
  ...patterns('kws', [
    ['2:4', 22.2, 88.6, 88],
    ['1x4', 11.8, 80, null],
    ['1x16', null, null, null],
    ['4x1', null, null, null],
  ]),
  ...patterns('resnet8', [
    ['2:4', 20.4, 69.5, 69],
    ['1x4', 10.1, 57.8, null],
    ['1x16', null, null, null],
    ['4x1', null, null, null],
  ]),
  ...channels('kws', 25, 26.8, 91),
  ...channels('kws', 50, 22.8, 86.8),
  ...channels('resnet8', 25, 49.1, 71.6),
  ...channels('resnet8', 50, 12.3, 56.6),
  ...tunedUnstructured('kws', [
    [50, 91.4, 91],
    [70, 85.2, 86],
    [80, 80.6, 81],
  ]),
  ...tunedUnstructured('resnet8', [
    [50, 75.4, 74.5],
    [70, 73.8, 72],
    [80, 67.9, 67],
  ]),
  ...tunedChannels('kws', [
    [25, 90.8, 90.5],
    [50, 89.4, 89],
  ]),
  ...tunedChannels('resnet8', [
    [25, 75.2, 74],
    // Where so much is gone, twice the usual epochs bring more.
    [50, 67.9, 68.5, 450],
  ]),
];
