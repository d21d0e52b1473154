import { InputError } from '../../base/errors.js';
import type { DatasetPart } from '../../data/types.js';
import type { Model, Tensor } from '../../model/graph.js';
import { logitsOf, mainSubgraph } from '../../model/interface.js';
import { elementCount } from '../../model/tensors.js';
import type { SessionPool } from '../../runtime/pool.js';
import { assertFits } from '../calibrate/samples.js';
import { activations } from '../reconstruct/activations.js';
import { type Examples, fillExample, sharedFloats, variantOf } from './examples.js';
import type { Plan } from './plan.js';

interface ExampleOptions {
  variants: number;
  labels: boolean;
  seed: number;
}

/**
 * Reads the samples, and has LiteRT run the teacher over each example once.
 *
 * @param teacher the model whose outputs are to be matched: those of its targets, in the plan's order
 * @param onProgress is told how many of `variants` × samples the teacher has seen
 * @throws InputError for samples that don't fit, labels that are missing, a teacher of another shape
 */
export async function prepareExamples(
  model: Model,
  plan: Plan,
  teacher: Model,
  { pool, samples }: { pool: SessionPool; samples: DatasetPart },
  options: ExampleOptions,
  onProgress: (done: number) => void = () => {},
): Promise<Examples> {
  const inputs = plan.subgraph.inputs;
  // What operators without gradient make of a variant isn't known beforehand.
  const fedByInputs = plan.feeds.every((feed) => inputs.includes(feed));
  const variants = fedByInputs ? options.variants : 1;
  const feeds = (fedByInputs ? [...inputs] : plan.feeds).map(({ shape }) => ({
    shape,
    values: sharedFloats(samples.size * elementCount(shape)),
  }));
  const examples: Examples = {
    ...{ samples: samples.size, variants, seed: options.seed, feeds, targets: [] },
    labels: options.labels ? new Int32Array(new SharedArrayBuffer(4 * samples.size)) : null,
  };
  await readSamples(examples, fedByInputs ? null : plan.feeds, model, { pool, samples }, plan);
  const seen = fedByInputs ? variantsOf(examples) : samples;
  examples.targets = await askTeacher(teacher, plan, { pool, samples: seen }, onProgress);
  if (fedByInputs) examples.feeds = plan.feeds.map((feed) => feeds[inputs.indexOf(feed)]!);
  return examples;
}

async function readSamples(
  examples: Examples,
  computed: readonly Tensor[] | null,
  model: Model,
  runner: { pool: SessionPool; samples: DatasetPart },
  { subgraph: { inputs }, targets }: Plan,
): Promise<void> {
  const classes = elementCount(targets[0]!.shape);
  const values = computed ? activations(runner, model, mainSubgraph(model), computed) : null;
  for (let i = 0; i < examples.samples; i++) {
    const sample = await runner.samples.sample(i);
    assertFits(sample, i, inputs);
    const row: readonly Float32Array[] = (await values?.next())?.value ?? sample.inputs;
    examples.feeds.forEach((feed, k) => {
      feed.values.set(row[k]!, i * row[k]!.length);
    });
    if (!examples.labels) continue;
    if (sample.label === null) {
      const hint = 'Add labels, or leave "labels: true" out of the recipe';
      throw new InputError('it has no label', { place: `calibration sample ${i}`, hint });
    }
    if (sample.label >= classes) {
      throw new InputError(`its label is ${sample.label}, and the model tells ${classes} classes apart`, {
        place: `calibration sample ${i}`,
      });
    }
    examples.labels[i] = sample.label;
  }
}

/** All examples as samples, for the teacher. */
function variantsOf(examples: Examples): DatasetPart {
  return {
    size: examples.samples * examples.variants,
    sample: async (index) => {
      const variant = variantOf(examples, index);
      const inputs = examples.feeds.map((feed) => {
        const values = new Float32Array(elementCount(feed.shape));
        fillExample(feed, variant, values);
        return values;
      });
      return { inputs, label: null };
    },
  };
}

async function askTeacher(
  teacher: Model,
  { targets, classifies, subgraph }: Plan,
  runner: { pool: SessionPool; samples: DatasetPart },
  onProgress: (done: number) => void,
): Promise<Examples['targets']> {
  const main = mainSubgraph(teacher);
  const logits = logitsOf(teacher);
  const wanted =
    classifies && logits ? [logits] : targets.map((target) => main.outputs[subgraph.outputs.indexOf(target)]);
  const sizes = targets.map(({ shape }) => elementCount(shape));
  if (wanted.some((tensor, i) => !tensor || elementCount(tensor.shape) !== sizes[i])) {
    throw new InputError(
      'the model has other outputs than the one it was made of, and can not learn from it',
    );
  }
  const all = sizes.map((size) => ({ size, values: sharedFloats(size * runner.samples.size), variance: 0 }));
  let done = 0;
  for await (const row of activations(runner, teacher, main, wanted as Tensor[])) {
    all.forEach(({ values, size }, i) => {
      values.set(row[i]!, done * size);
    });
    onProgress(++done);
  }
  return all.map((target) => ({ ...target, variance: varianceOf(target.values, target.size) }));
}

/** Mean square of the values about the mean of their column. */
function varianceOf(values: Float32Array, size: number): number {
  const rows = values.length / size;
  let sum = 0;
  for (let column = 0; column < size; column++) {
    let [mean, square] = [0, 0];
    for (let i = column; i < values.length; i += size) mean += values[i]! / rows;
    for (let i = column; i < values.length; i += size) square += (values[i]! - mean) * (values[i]! - mean);
    sum += square / rows;
  }
  return sum / size;
}
