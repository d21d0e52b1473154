import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cacheFolder, type PeerPython, requirements } from './environment.js';
import { JobFolder, type WrittenJob } from './job-folder.js';
import { ResultCache } from './result-cache.js';
import type { PeerJob, PeerResult } from './types.js';

const script = fileURLToPath(new URL('./quantize.py', import.meta.url));

/**
 * Quantizes models by Google's quantizer, all in one Python process; a second one goes on where a model
 * crashes the first.
 *
 * @returns by the jobs' ids
 */
export async function quantizeByGoogle(
  jobs: readonly PeerJob[],
  python: PeerPython,
): Promise<Map<string, PeerResult>> {
  const folder = await mkdtemp(join(tmpdir(), 'litetrim-peer-'));
  const kept = await ResultCache.open(join(cacheFolder, 'peer-results'), [script, requirements]);
  const results = new Map<string, PeerResult>();
  try {
    const files = new JobFolder(folder);
    const pending: WrittenJob[] = [];
    for (const job of jobs) {
      const written = await files.write(job);
      const known = await kept.read(written.key);
      if (known) results.set(job.id, known);
      else pending.push(written);
    }
    for await (const { job, result } of runAll(pending, folder, python)) {
      results.set(job.id, result);
      await kept.keep(job.key, result);
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Outcome {
  job: WrittenJob;
  result: PeerResult;
}

async function* runAll(jobs: WrittenJob[], folder: string, python: PeerPython): AsyncGenerator<Outcome> {
  let pending = jobs;
  while (pending.length > 0) {
    const done = new Set<WrittenJob>();
    for await (const outcome of runBatch(pending, folder, python)) {
      yield outcome;
      done.add(outcome.job);
    }
    const [crashed, ...rest] = pending.filter((job) => !done.has(job));
    if (crashed) yield { job: crashed, result: { error: 'it crashes the process' } };
    pending = rest;
  }
}

async function* runBatch(
  jobs: WrittenJob[],
  folder: string,
  { program, env }: PeerPython,
): AsyncGenerator<Outcome> {
  const file = join(folder, 'jobs.json');
  await writeFile(file, JSON.stringify(jobs));
  const child = spawn(program, [script, file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = endOf(child);
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) continue;
    const { id, error } = JSON.parse(line) as { id: string; error: string | null };
    const job = jobs.find((each) => each.id === id)!;
    yield { job, result: error === null ? { bytes: await readFile(job.out) } : { error } };
  }
  await ended;
}

/** Waits for the process. @throws Error where it ends by itself with a failure: then it is no model's crash. */
function endOf(child: ChildProcess): Promise<void> {
  let log = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString('utf8')).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      if (status) reject(new Error(`quantize.py fails: ${log.trim().split('\n').at(-1)}`));
      else resolve();
    });
  });
}
