import { removeUnusedTensors } from '../../../model/edit.js';
import type { Model, Subgraph } from '../../../model/graph.js';
import { mainSubgraph } from '../../../model/interface.js';
import { NotRunnableError } from '../../../runtime/errors.js';
import type { SessionPool } from '../../../runtime/pool.js';
import { addNote, count } from '../../notes.js';
import { affordableSamples, type Budget, budgets } from '../../reconstruct/gather.js';
import { KeptActivations } from '../../reconstruct/kept-activations.js';
import { layersOf } from '../../reconstruct/layers.js';
import { remember } from '../../reconstruct/original.js';
import type { Effort, Note, TransformContext } from '../../types.js';
import { Allocation, type AllocationOptions, Costs, type Resource } from './allocate.js';
import { cutChannels, Kept } from './cut.js';
import { Fitting, nothingKnown } from './fitting.js';
import { type ChannelGroup, channelGroups } from './groups.js';
import { type Importance, importances } from './importance.js';
import { reachLatency } from './latency.js';
import { ownConstants } from './own-constants.js';
import type { Ranking } from './ranking.js';
import { type CutRecord, cutRecord } from './record.js';
import { affectedLayers, detach, repair } from './repair.js';
import { type GroupSizes, noteCuts, noteObstacles, sizesBefore } from './result-notes.js';
import { weighByTrials } from './trials.js';

/** What is told where a target can't be reached. */
export const outOfReach = 'No more channels can be cut: more would have to go for the target.';

/** What shall go, and how it is chosen. */
export interface Plan {
  resource: Resource | 'latency';
  /** Part of it that shall go, of what the model took before any cut. */
  part: number;
  importance: Importance;
  multipleOf: number;
  floor: number;
  /** Channels of each group before any round of cutting. */
  sizes: GroupSizes;
}

const effortBudgets: { [effort in Effort]: Budget } = {
  ...budgets,
  fast: { samples: 100, inference: 2e9, rows: 5000, moments: 5e8 },
};

/** One model's way from its groups of channels to what is left of them. */
export class Pruning {
  readonly #subgraph: Subgraph;
  readonly #groups: ChannelGroup[];
  readonly #open: ChannelGroup[];
  readonly #before: CutRecord;
  readonly #shareAgain: () => void;
  readonly #steps: AllocationOptions;
  readonly #model: Model;
  readonly #context: TransformContext;
  readonly #plan: Plan;
  readonly #pool: SessionPool | null;

  /** @param pool null: there are no samples */
  constructor(model: Model, context: TransformContext, plan: Plan, pool: SessionPool | null) {
    this.#model = model;
    this.#context = context;
    this.#plan = plan;
    this.#pool = pool;
    this.#subgraph = mainSubgraph(model);
    this.#shareAgain = ownConstants(this.#subgraph);
    const groups = channelGroups(this.#subgraph);
    const sizes = sizesBefore(groups, plan.sizes);
    this.#steps = { ...plan, sizeBefore: (group) => sizes.get(group)! };
    this.#groups = groups.filter(({ channels }) => channels.length > 1);
    this.#open = this.#groups.filter(({ obstacle }) => obstacle === null);
    const total = (resource: Resource) => new Costs(this.#subgraph, resource).total(new Kept());
    const now = { macs: total('macs'), parameters: total('parameters'), asked: {} };
    this.#before = cutRecord.read(model) ?? now;
  }

  /** Cuts, and tells what was cut and what wasn't; false: nothing was. */
  async run(): Promise<boolean> {
    const fitting = this.#fitting();
    const rankings = await this.#rank(fitting);
    const allocation = await this.#allocate(rankings);
    noteObstacles(this.#context, this.#groups);
    if (!allocation.cut.some((channels) => channels > 0)) {
      this.#shareAgain();
      addNote(this.#context, 'warning', 'No channels can be cut: nothing was changed.');
      return false;
    }
    const { kept } = allocation;
    const { level, message } = await this.#repair(kept, fitting);
    cutChannels(this.#subgraph, kept);
    removeUnusedTensors(this.#model);
    noteCuts(this.#context, this.#subgraph, this.#plan.sizes, this.#before);
    addNote(this.#context, level, message);
    const { resource, part } = this.#plan;
    cutRecord.write(this.#model, { ...this.#before, asked: { ...this.#before.asked, [resource]: part } });
    return true;
  }

  #fitting(): Fitting | null {
    const { dataset, effort } = this.#context;
    if (!this.#pool || !dataset) return null;
    const budget = effortBudgets[effort];
    const samples = affordableSamples(dataset.calibration, this.#subgraph, budget);
    const runner = { pool: this.#pool, samples };
    return new Fitting(this.#model, this.#subgraph, this.#open, runner, budget, this.#context);
  }

  async #rank(fitting: Fitting | null): Promise<Ranking[]> {
    const stage = this.#context.progress.stage('ranking channels', this.#open.length);
    const rankings: Ranking[] = [];
    const { wants } = this.#plan.importance;
    try {
      if (fitting && wants) await fitting.gather(this.#open.flatMap((group) => wants(group, fitting)));
      for (const group of this.#open) {
        const importance = fitting?.problem ? importances.l2 : this.#plan.importance;
        rankings.push(await importance.rank(group, fitting ?? nothingKnown));
        stage.update(rankings.length);
      }
    } finally {
      stage.end();
    }
    if (!fitting || fitting.problem) return rankings;
    const { progress } = this.#context;
    const trial = { evidence: fitting, runner: fitting.runner, progress, options: this.#steps };
    try {
      return (await weighByTrials(this.#model, this.#subgraph, this.#open, rankings, trial)) ?? rankings;
    } catch (error) {
      if (!(error instanceof NotRunnableError)) throw error;
      fitting.problem = error.problem;
      return rankings;
    }
  }

  async #allocate(rankings: Ranking[]): Promise<Allocation> {
    const { resource, part } = this.#plan;
    const counted = resource === 'latency' ? 'macs' : resource;
    const costs = new Costs(this.#subgraph, counted);
    const start = () => new Allocation(this.#open, rankings, costs, this.#steps);
    if (resource === 'latency')
      return reachLatency(this.#model, start, this.#before.macs, part, this.#context);
    const allocation = start();
    const reached = allocation.reach((1 - part) * this.#before[resource]);
    if (!reached && allocation.cut.some((channels) => channels > 0)) {
      addNote(this.#context, 'warning', outOfReach);
    }
    return allocation;
  }

  /** Fits weights; returns what there is to tell of it. */
  async #repair(kept: Kept, fitting: Fitting | null): Promise<Note> {
    const original = remember(this.#model);
    detach(this.#subgraph, kept);
    if (!fitting || fitting.problem) {
      const why = fitting?.problem ?? 'there are no samples to fit them to';
      return { level: 'warning', message: `Weights are left as they were: ${why}.` };
    }
    const before = mainSubgraph(original.model);
    const layers = layersOf(this.#model, this.#subgraph, before, original.operators);
    const affected = affectedLayers(this.#subgraph, layers, kept);
    const stage = this.#context.progress.stage('fitting layers', affected.length);
    try {
      const pair = { original: original.model, before, model: this.#model, subgraph: this.#subgraph };
      const { budget } = fitting;
      const runner = { ...fitting.runner, kept: new KeptActivations() };
      const repaired = await repair(pair, affected, kept, runner, budget, (done) => stage.update(done));
      const layersText = count(repaired, 'layer');
      const fitted = `Weights of ${layersText} are fitted anew to ${count(runner.samples.size, 'sample')}.`;
      if (repaired > 0) return { level: 'info', message: fitted };
      return { level: 'warning', message: 'Weights are left as they were: none of them could be fitted.' };
    } finally {
      stage.end();
    }
  }
}
