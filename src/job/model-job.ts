import { describeError, InputError, isDefect, messageOf, PassingError } from '../base/errors.js';
import { compareMeasurements } from '../compare/compare.js';
import type { Level, Limits } from '../compare/limits.js';
import type { Measurement } from '../compare/measurement.js';
import type { Comparison, ComparisonKind, ModelReport } from '../compare/types.js';
import { type OpenData, openDataFor, openInputNotes } from '../data/for-model.js';
import { randomDataset } from '../data/random-dataset.js';
import type { Dataset } from '../data/types.js';
import type { Target } from '../device/index.js';
import { type InputShapes, withInputShapes } from '../model/input-shapes.js';
import { modelInterface } from '../model/interface.js';
import { graphOf, type ModelFile } from '../model/model-file.js';
import { optimizeModel } from '../optimize/optimize-model.js';
import type { Recipe } from '../optimize/recipe.js';
import type { Effort } from '../optimize/types.js';
import { NotRunnableError } from '../runtime/errors.js';
import { latencyOn, type MeasurePlan, measure, measureOnDevices, type Subject } from './measure.js';
import type { Workbench } from './workbench.js';

/** What is to be done with one model file: optimize, measure and compare what it was with what it is. */
export interface ModelJob {
  /** Path as in the repository. */
  file: string;
  status: ModelReport['status'];
  /** Its path as it was, where it is another now. */
  formerFile?: string;
  /** Reads the file as it was; null where it is new. May throw InputError. */
  base: (() => Promise<Uint8Array>) | null;
  /** Reads the file as it is; null where it is removed. May throw InputError. */
  head: (() => Promise<Uint8Array>) | null;
  /** Opens the samples that calibrate and judge, for one model; null: outputs are compared on seeded noise. */
  data: OpenData | null;
  /** Shapes of inputs that the model leaves open; the samples settle the others. */
  inputs?: InputShapes;
  recipes: readonly Recipe[];
  /** By a recipe's name what it was on base, where the pull request changes it. */
  formerRecipes?: ReadonlyMap<string, Recipe>;
  devices: readonly Target[];
  /** Head against base, and a variant of head against the same of base. */
  limits: Limits;
  /** A variant against what the recipe made it from, by the recipe's name. */
  recipeLimits: (recipe: string) => Limits;
  /** What a limit without its figure leads to; null: what breaking it would. */
  onUnmeasured: Level | null;
  effort: Effort;
  /** What is wrong already: recipe and device files that can't be read. */
  problems?: readonly InputError[];
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
  await run.guard(async () => {
    const base = await run.base();
    const head = await run.head();
    if (head) await run.compareHead(head, base);
    else if (base && !job.head) await run.noteRemoved(base);
  });
  const { comparisons, variants, notes, problems } = run;
  const report = { file: job.file, status: job.status, comparisons, notes, problems };
  return { report, variants, badInput: run.badInput };
}

class JobRun {
  readonly comparisons: Comparison[] = [];
  readonly variants: Subject[] = [];
  readonly notes: string[] = [];
  readonly problems: string[] = [];
  readonly badInput: string[] = [];
  /** Why there is no base although the model had one that could be compared with. */
  #noBase: string | null = null;
  readonly #job: ModelJob;
  readonly #bench: Workbench;

  constructor(job: ModelJob, bench: Workbench) {
    this.#job = job;
    this.#bench = bench;
    for (const problem of job.problems ?? []) this.#problem(problem);
    if (job.formerFile !== undefined) this.notes.push(`It was ${job.formerFile} before.`);
  }

  /** Does a part of the work; what fails there is a problem of the job, and takes no other part with it. */
  async guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#problem(error);
    }
  }

  /** Reads the head; what is wrong with it is a problem of the job. */
  async head(): Promise<Side | null> {
    const { head, file } = this.#job;
    try {
      return head && (await this.#open({ file, recipe: null, bytes: await head(), notes: [] }));
    } catch (error) {
      this.#problem(error);
      return null;
    }
  }

  /**
   * Reads the base. One that is no sound model takes nothing from a head that mends it: the head is judged like a
   * new model. One that can't be had now leaves limits without what they judge.
   */
  async base(): Promise<Side | null> {
    const { base, file } = this.#job;
    try {
      return base && (await this.#open({ file, recipe: null, bytes: await base(), notes: [] }));
    } catch (error) {
      const reason = this.#told(error);
      this.notes.push(`As it was before, it can't be compared with: ${reason}`);
      if (error instanceof PassingError || isDefect(error))
        this.#noBase = `the base can't be read: ${reason}`;
      return null;
    }
  }

  async #open(source: Subject): Promise<Side> {
    const { data, inputs = {} } = this.#job;
    let { model, dataset }: Pick<Side, 'dataset'> & { model: ModelFile } = {
      model: withInputShapes(source, inputs),
      dataset: null,
    };
    try {
      if (data) ({ model, dataset } = await openDataFor(data, source, inputs));
    } catch (error) {
      this.#problem(error);
    }
    const judging = dataset ?? randomDataset(modelInterface(graphOf(model)).inputs);
    this.notes.push(...openInputNotes(model).filter((note) => !this.notes.includes(note)));
    return { source: { ...source, bytes: model.bytes }, dataset, judging };
  }

  async compareHead(head: Side, base: Side | null): Promise<void> {
    const [onBase, onHead] = this.#begin(base?.source ?? null, head.source);
    const before = base && (await this.#measureSource(base, null, onBase));
    const now = await this.#measureSource(head, base, onHead);
    const isNew = !base && this.#noBase === null;
    this.#compare(isNew ? 'new' : 'model', null, { base: before, noBase: this.#noBase, head: now });
    for (const recipe of this.#job.recipes) {
      await this.guard(() => this.#compareVariant(recipe, head, now, base));
    }
  }

  /** Why a recipe isn't tried; null: it shall be. */
  #whyNot({ dataset }: Side, { name }: Recipe): string | null {
    const work = `${name} of ${this.#job.file}`;
    // What a recipe makes without the samples that were meant for it says nothing of what it makes with them.
    if (this.#job.data && !dataset) {
      this.#bench.omissions.add(`${work}: its data set can't be used.`);
      return "its data set can't be used";
    }
    return this.#bench.hasTimeFor(work) ? null : messageOf(this.#bench.signal.reason);
  }

  /** A removed model has only what it was. */
  async noteRemoved({ source }: Side): Promise<void> {
    const was = await measure(source, { devices: [], dataset: null, reference: null }, this.#bench);
    this.#compare('removed', null, { base: was, head: null });
  }

  async #compareVariant(recipe: Recipe, head: Side, source: Measurement, base: Side | null): Promise<void> {
    const { name } = recipe;
    const whyNot = this.#whyNot(head, recipe);
    const variant = whyNot === null ? await this.#make(recipe, head) : { noHead: whyNot };
    if (!variant) return;
    if ('noHead' in variant) {
      const kind = base || this.#noBase !== null ? 'variant' : 'new';
      this.#compare(kind, name, { base: null, head: null, ...variant });
      this.#compare('recipe', name, { base: source, head: null, ...variant });
      return;
    }
    this.variants.push(variant);
    const former = base ? await this.#formerVariant(recipe, base, head, variant) : { noBase: this.#noBase };
    const isFormer = 'bytes' in former;
    const [onBase, onHead] = this.#begin(isFormer ? former : null, variant);
    const before = isFormer ? await this.#measureVariant(former, base!, onBase) : null;
    const now = await this.#measureVariant(variant, head, onHead);
    const noBase = isFormer ? null : former.noBase;
    this.#compare(before || noBase !== null ? 'variant' : 'new', name, { base: before, noBase, head: now });
    this.#compare('recipe', name, { base: source, head: now });
  }

  /** The head's variant, or why there is none; null where that is a problem of the job. */
  async #make(recipe: Recipe, head: Side): Promise<Subject | { noHead: string } | null> {
    try {
      return await this.#optimize(recipe, recipe.name, head);
    } catch (error) {
      if (error instanceof InputError || isDefect(error)) this.#problem(error);
      else return { noHead: messageOf(error).replace(/\.$/, '') };
      return null;
    }
  }

  /** What the recipe made of the base, by its former steps where it was changed, or why there is none. */
  async #formerVariant(
    recipe: Recipe,
    base: Side,
    head: Side,
    variant: Subject,
  ): Promise<Subject | { noBase: string | null }> {
    const former = this.#job.formerRecipes?.get(recipe.name) ?? recipe;
    if (former === recipe && isSame(base, head)) return variant;
    try {
      return await this.#optimize(former, recipe.name, base);
    } catch (error) {
      const reason = this.#told(error).replace(/\.$/, '');
      this.notes.push(`With ${recipe.name} the base can't be compared with: ${reason}.`);
      // What can't be run as it is can't be quantized: the head mends both.
      return {
        noBase: error instanceof NotRunnableError ? null : `${recipe.name} of the base failed: ${reason}`,
      };
    }
  }

  async #optimize(recipe: Recipe, name: string, { source, dataset }: Side): Promise<Subject> {
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
    return { ...source, recipe: name, bytes, notes: messages, layers, zeros };
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
    const reference = other ?? ((await this.#isLabelled(side)) ? null : side);
    // Noise alone says nothing of a model: it needs another to be compared with.
    const dataset = side.judging.synthetic && !other ? null : side.judging;
    return measure(side.source, { devices, dataset, reference: reference?.source ?? null }, this.#bench);
  }

  /** A first sample that can't be read is told where it is evaluated. */
  async #isLabelled({ judging: { evaluation } }: Side): Promise<boolean> {
    if (evaluation.size === 0) return false;
    return evaluation.sample(0).then(
      ({ label }) => label !== null,
      () => false,
    );
  }

  #measureVariant(variant: Subject, { source, judging }: Side, devices: OnDevices): Promise<Measurement> {
    return measure(variant, { devices, dataset: judging, reference: source }, this.#bench);
  }

  #compare(kind: ComparisonKind, recipe: string | null, sides: ComparedSides): void {
    const { file, limits, recipeLimits, onUnmeasured, devices, data } = this.#job;
    const { base, head, noBase = null, noHead = null } = sides;
    const accuracy = data !== null || recipe !== null;
    const promise = { devices: devices.map(({ name }) => name), accuracy, noBase, noHead };
    const applicable = kind === 'recipe' ? recipeLimits(recipe!) : limits;
    const compared = { kind, file, recipe, base, head, limits: applicable, promise, onUnmeasured };
    this.comparisons.push(compareMeasurements(compared));
  }

  #problem(error: unknown): void {
    const problem = this.#told(error);
    if (!this.problems.includes(problem)) this.problems.push(problem);
    if (error instanceof InputError && !this.badInput.includes(problem)) this.badInput.push(problem);
  }

  /** An error in words; a defect is told to be one, and ends the run as one after all else was done. */
  #told(error: unknown): string {
    if (!isDefect(error)) return messageOf(error);
    this.#bench.defects.push(error);
    return `${this.#job.file}: ${describeError(error)}`;
  }
}

/** Whether a recipe makes the same of both. */
function isSame(base: Side, head: Side): boolean {
  return (
    base.dataset?.hash === head.dataset?.hash && Buffer.compare(base.source.bytes, head.source.bytes) === 0
  );
}

interface ComparedSides {
  base: Measurement | null;
  head: Measurement | null;
  /** Why there is no base although there should be one. */
  noBase?: string | null;
  noHead?: string | null;
}
