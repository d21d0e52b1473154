import { readFileSync } from 'node:fs';
import { BoundedPool } from './bounded-pool.js';
import { configMutant, dataMutant } from './data-mutant.js';
import { examineConfig, examineData } from './examine-data.js';
import { examineModel, type Treatment } from './examine-model.js';
import { type Kind, modelMutant } from './mutant.js';
import type { Ending } from './outcome.js';
import { seedModels } from './seed-models.js';

/** What a process is told to examine: a mutant by its number, or a file by its path and what shall be done with it. */
export type Task = { kind: Kind; number: number } | { file: string; treatment: Treatment };

/** What it tells: it is ready for a task; a stage begins; a task was done. */
export type News = { ready: true } | { stage: string } | { endings: Ending[]; origin: string };

const { seed, models } = JSON.parse(process.argv[2]!) as { seed: number; models: string | null };
const pool = new BoundedPool();
const originals = seedModels(models);
const tell = (news: News) => process.send!(news);

async function examine(task: Task): Promise<{ endings: Ending[]; origin: string }> {
  const onStage = (stage: string) => tell({ stage });
  if ('file' in task) {
    const bytes = new Uint8Array(readFileSync(task.file));
    return { endings: await examineModel(bytes, task.treatment, pool, onStage), origin: task.file };
  }
  if (task.kind === 'data') {
    const { name, files } = dataMutant(task.number, seed);
    return { endings: await examineData(files, onStage), origin: name };
  }
  if (task.kind === 'config') {
    return {
      endings: await examineConfig(configMutant(task.number, seed), onStage),
      origin: 'configuration',
    };
  }
  const { bytes, treatment, origin } = modelMutant(task.kind, task.number, seed, originals);
  return { endings: await examineModel(bytes, treatment, pool, onStage), origin };
}

process.on('message', (task: Task) => {
  void examine(task).then(tell, (error: unknown) => {
    throw error;
  });
});
process.on('disconnect', () => process.exit());
tell({ ready: true });
