import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { isDefect } from '../base/errors.js';
import type { ModelChange } from '../github/read/changes.js';
import type { RepositoryFile } from '../github/read/files.js';
import type { FileChange } from '../github/read/objects.js';
import type { PullRequest } from '../github/read/pull-request.js';
import { graphOf } from '../model/model-file.js';

/**
 * Takes a model that is removed and one that is added for one that was renamed, where their file names or their
 * graphs are the same and no other's are: git sees renamed files by their content, of which a new training leaves
 * nothing. A model moved out of the patterns, and changed, is found as well.
 *
 * @param files all that the pull request changes
 */
export async function pairRenamed(
  models: readonly ModelChange[],
  files: readonly FileChange[],
  pullRequest: PullRequest,
): Promise<Paired> {
  const removed = models.filter(({ status }) => status === 'removed');
  if (removed.length === 0) return { models: [...models], strays: [] };
  const unknown = await strays(models, files, pullRequest);
  const added = [...models.filter(({ status }) => status === 'added'), ...unknown];
  const byName = pairBy(removed, added, ({ path }) => basename(path));
  const left = (all: readonly ModelChange[], taken: Iterable<ModelChange>) => {
    const set = new Set(taken);
    return all.filter((model) => !set.has(model));
  };
  const unnamed = left(removed, byName.keys());
  const graphs =
    unnamed.length > 0 ? await graphsOf([...unnamed, ...left(added, byName.values())], pullRequest) : null;
  const byGraph = graphs
    ? pairBy(unnamed, left(added, byName.values()), (model) => graphs.get(model) ?? null)
    : new Map<ModelChange, ModelChange>();
  const pairs = new Map([...byName, ...byGraph]);
  const paired = new Set([...pairs.keys(), ...pairs.values()]);
  const renamed = [...pairs]
    .map(([{ base }, { path, head }]): ModelChange => ({ path, status: 'changed', base, head }))
    .filter(({ base, head }) => base!.sha !== head!.sha);
  const rest = models.filter((model) => !paired.has(model));
  return {
    models: [...rest, ...renamed].sort((a, b) => (a.path < b.path ? -1 : 1)),
    strays: left(unknown, paired).map(({ path }) => path),
  };
}

interface Paired {
  models: ModelChange[];
  /** Model files that are added where no pattern looks, while models are removed. */
  strays: string[];
}

/** Models are recognized by their ending where no pattern knows them. */
const ending = /\.tflite$/i;

/** Model files that are added where no pattern looks. */
async function strays(
  models: readonly ModelChange[],
  files: readonly FileChange[],
  pullRequest: PullRequest,
): Promise<ModelChange[]> {
  const known = new Set(models.map(({ path }) => path));
  const paths = files
    .filter(({ basePath, isSubmodule }) => basePath === null && !isSubmodule)
    .map(({ headPath }) => headPath!)
    .filter((path) => ending.test(path) && !known.has(path));
  const found: ModelChange[] = [];
  for (const path of paths.slice(0, maxStrays)) {
    const head = await pullRequest.files.find(pullRequest.commits.head, path);
    if (head) found.push({ path, status: 'added', base: null, head });
  }
  return found;
}

/** More added files than these are a whole new collection, which nothing was renamed into. */
const maxStrays = 100;

/** Pairs of which each has a key that only one on either side has. */
function pairBy(
  removed: readonly ModelChange[],
  added: readonly ModelChange[],
  keyOf: (model: ModelChange) => string | null,
): Map<ModelChange, ModelChange> {
  const pairs = new Map<ModelChange, ModelChange>();
  for (const model of removed) {
    const key = keyOf(model);
    const same = (other: ModelChange) => key !== null && keyOf(other) === key;
    const candidates = added.filter(same);
    if (candidates.length === 1 && removed.filter(same).length === 1) pairs.set(model, candidates[0]!);
  }
  return pairs;
}

/** What models compute, weights apart; of those that can't be read, nothing. */
async function graphsOf(
  models: readonly ModelChange[],
  pullRequest: PullRequest,
): Promise<Map<ModelChange, string>> {
  const graphs = new Map<ModelChange, string>();
  for (const model of models) {
    const graph = await digestOf((model.head ?? model.base)!, pullRequest);
    if (graph !== null) graphs.set(model, graph);
  }
  return graphs;
}

async function digestOf(file: RepositoryFile, pullRequest: PullRequest): Promise<string | null> {
  try {
    return graphDigest(await pullRequest.files.read(file), file.path);
  } catch (error) {
    if (isDefect(error)) throw error;
    return null;
  }
}

/** A hash of operators and of their tensors' types and shapes; names and weights play no part. */
function graphDigest(bytes: Uint8Array, file: string): string {
  const hash = createHash('sha256');
  for (const { inputs, operators } of graphOf({ file, bytes }).subgraphs) {
    hash.update(JSON.stringify(inputs.map(({ type, shape }) => [type, shape])));
    for (const operator of operators) {
      const ports = [operator.inputs, operator.outputs].map((tensors) =>
        tensors.map((tensor) => tensor && [tensor.type, tensor.shape]),
      );
      hash.update(JSON.stringify([operator.code, operator.customCode ?? null, ports]));
    }
  }
  return hash.digest('hex');
}
