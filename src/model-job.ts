import { compareMeasurements } from './compare/compare.js';
import type { Limits } from './compare/limits.js';
import type { Comparison, ComparisonKind, ModelReport } from './compare/types.js';
import type { Target } from './device/index.js';
import { messageOf } from './errors.js';
import { openDataset } from './evaluate/dataset.js';
import { modelInterface } from './evaluate/model-head.js';
import { randomDataset } from './evaluate/random-dataset.js';
import type { Dataset } from './evaluate/types.js';
import { latencyOn, type MeasurePlan, measure, measureOnDevices, type Subject } from './measure.js';
import type { Measurement } from './measurement.js';
import { readModel } from './model/read.js';
import { optimizeModel } from './optimize/optimize-model.js';
import type { Recipe } from './optimize/recipe.js';
import type { Effort } from './optimize/types.js';
import type { Workbench } from './workbench.js';

/** What is to be done with one model file: optimize, measure and compare what it was with what it is. */
export interface ModelJob {
  /** Path as in the repository. */
  file: string;
  status: ModelReport['status'];
  /** Reads the file as it was; null where it is new. May throw InputError. */
  base: (() => Promise<Uint8Array>) | null;
  /** Reads the file as it is; null where it is removed. May throw InputError. */
  head: (() => Promise<Uint8Array>) | null;
  /** Data-set file; null: outputs are compared on seeded noise. */
  dataset: string | null;
  /** Folder that the data set may not reach out of; null: it may. */
  root: string | null;
  recipes: readonly Recipe[];
  devices: readonly Target[];
  /** Head against base, and a variant of head against the same of base. */
  limits: Limits;
  /** A variant against what the recipe made it from, by the recipe's name. */
  recipeLimits: (recipe: string) => Limits;
  effort: Effort;
}

export interface JobResult {
  report: ModelReport;
  /** What the recipes made of the head. */
  variants: Subject[];
  /** Problems for which the user's files are to blame; their sentences are in the report, too. */
  badInput: string[];
}

/** One side of the comparison, ready to be measured. */
interface Side {
  source: Subject;
  /** The samples that calibrate and judge; null where there are none. */
  dataset: Dataset | null;
  /** What is evaluated on: the data set, else seeded noise. */
  judging: Dataset;
}

type OnDevices = MeasurePlan['devices'];

/** Does a model's job. Whatever fails is told in the report; nothing is thrown for a bad model. */
export async function runModelJob(job: ModelJob, bench: Workbench): Promise<JobResult> {
  const run = new JobRun(job, bench);
  const base = await run.side(job.base, 'base');
  const head = await run.side(job.head, 'head');
  if (head) await run.compareHead(head, base);
  else if (base && !job.head) await run.tellRemoved(base);
  const { comparisons, variants, problems } = run;
  const report = { file: job.file, status: job.status, comparisons, problems };
  return { report, variants, badInput: problems };
}

class JobRun {
  readonly comparisons: Comparison[] = [];
  readonly variants: Subject[] = [];
  readonly problems: string[] = [];
  readonly #job: ModelJob;
  readonly #bench: Workbench;

  constructor(job: ModelJob, bench: Workbench) {
    this.#job = job;
    this.#bench = bench;
  }

  /** Reads one side; what is wrong with it is a problem of the job. */
  async side(read: (() => Promise<Uint8Array>) | null, which: string): Promise<Side | null> {
    if (!read) return null;
    try {
      const bytes = await read();
      return await this.#open({ file: this.#job.file, recipe: null, bytes, notes: [] });
    } catch (error) {
      const message = messageOf(error);
      this.#problem(which === 'base' ? `As it was before: ${message}` : message);
      return null;
    }
  }

  async #open(source: Subject): Promise<Side> {
    const { inputs, classes } = modelInterface(readModel(source.bytes, source.file));
    const { dataset: file, root } = this.#job;
    let dataset: Dataset | null = null;
    try {
      if (file !== null)
        dataset = await openDataset(file, { inputs, classes, ...(root !== null && { root }) });
    } catch (error) {
      this.#problem(messageOf(error));
    }
    return { source, dataset, judging: dataset ?? randomDataset(inputs) };
  }

  async compareHead(head: Side, base: Side | null): Promise<void> {
    const [onBase, onHead] = this.#begin(base?.source ?? null, head.source);
    const before = base && (await this.#measureSource(base, null, onBase));
    const now = await this.#measureSource(head, base, onHead);
    this.#compare(this.#job.head && base ? 'model' : 'new', null, before, now);
    for (const recipe of this.#job.recipes) {
      if (this.#lacksData(head, recipe)) continue;
      if (!this.#bench.hasTimeFor(`${recipe.name} of ${this.#job.file}`)) continue;
      await this.#compareVariant(recipe, head, now, base);
    }
  }

  /** What a recipe makes without the samples that were meant for it says nothing of what it makes with them. */
  #lacksData({ dataset }: Side, { name }: Recipe): boolean {
    if (this.#job.dataset === null || dataset) return false;
    this.#bench.omissions.add(`${name} of ${this.#job.file}: its data set can't be used.`);
    return true;
  }

  /** A removed model has only what it was. */
  async tellRemoved({ source }: Side): Promise<void> {
    const was = await measure(source, { devices: [], dataset: null, reference: null }, this.#bench);
    this.#compare('removed', null, was, null);
  }

  async #compareVariant(recipe: Recipe, head: Side, source: Measurement, base: Side | null): Promise<void> {
    const variant = await this.#optimize(recipe, head).catch((error: unknown) => messageOf(error));
    if (typeof variant === 'string') {
      this.#problem(variant);
      return;
    }
    this.variants.push(variant);
    const former = base && (await this.#optimize(recipe, base).catch(() => null));
    const [onBase, onHead] = this.#begin(former, variant);
    const before = former && (await this.#measureVariant(former, base!, onBase));
    const now = await this.#measureVariant(variant, head, onHead);
    this.#compare(before ? 'variant' : 'new', recipe.name, before, now);
    this.#compare('recipe', recipe.name, source, now);
  }

  async #optimize(recipe: Recipe, { source, dataset }: Side): Promise<Subject> {
    const { effort, devices } = this.#job;
    const [device] = devices;
    const { bytes, notes, layers, zeros } = await optimizeModel(source, recipe, {
      dataset,
      effort,
      pool: this.#bench.pool,
      cache: this.#bench.cache,
      progress: this.#bench.progress,
      ...(device && { onDevice: latencyOn(device, source.file, this.#bench) }),
    });
    const messages = notes.map(({ message }) => message);
    return { ...source, recipe: recipe.name, bytes, notes: messages, layers, zeros };
  }

  /**
   * Begins to measure both sides on all devices, so that it goes on beside their evaluation. Not so on real
   * hardware: whatever else runs there takes the time that is measured.
   */
  #begin(base: Subject | null, head: Subject): [OnDevices, OnDevices] {
    const { devices } = this.#job;
    if (devices.some(({ backend }) => backend === 'native')) return [devices, devices];
    const begin = (subject: Subject) => measureOnDevices(subject, devices, this.#bench);
    return [base ? begin(base) : devices, begin(head)];
  }

  async #measureSource(side: Side, other: Side | null, devices: OnDevices): Promise<Measurement> {
    const reference = other ?? ((await isLabelled(side.judging)) ? null : side);
    // Noise alone says nothing of a model: it needs another to be compared with.
    const dataset = side.judging.synthetic && !other ? null : side.judging;
    return measure(side.source, { devices, dataset, reference: reference?.source ?? null }, this.#bench);
  }

  #measureVariant(variant: Subject, { source, judging }: Side, devices: OnDevices): Promise<Measurement> {
    return measure(variant, { devices, dataset: judging, reference: source }, this.#bench);
  }

  #compare(kind: ComparisonKind, recipe: string | null, base: Measurement | null, head: Measurement | null) {
    const { file, limits, recipeLimits } = this.#job;
    const applicable = kind === 'recipe' ? recipeLimits(recipe!) : limits;
    this.comparisons.push(compareMeasurements({ kind, file, recipe, base, head, limits: applicable }));
  }

  #problem(message: string): void {
    if (!this.problems.includes(message)) this.problems.push(message);
  }
}

async function isLabelled({ evaluation }: Dataset): Promise<boolean> {
  return evaluation.size > 0 && (await evaluation.sample(0)).label !== null;
}
