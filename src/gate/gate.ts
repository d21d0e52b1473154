import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../base/errors.js';
import type { Notice } from '../compare/types.js';
import { type Config, defaultConfig, type ModelPlan, planFor } from '../config/config.js';
import { configFile } from '../config/config-file.js';
import type { ModelChange } from '../github/read/changes.js';
import type { FileChange } from '../github/read/objects.js';
import type { PullRequest } from '../github/read/pull-request.js';
import { inFolder, parseConfigBytes, type ReadFile, Setup } from '../job/plan.js';
import type { CustomRecipes } from '../optimize/recipe.js';
import { readYaml } from '../yaml/document.js';
import { readYamlBytes } from '../yaml/read.js';
import { configChanges, configNotice } from './config-changes.js';

interface GateOptions {
  pullRequest: PullRequest;
  /** Where the repository is checked out, if it is. */
  workspace: string;
  /** Path of the configuration from the repository's root. */
  configPath: string;
  /** True: the user named it, so that it must be there. */
  isNamed: boolean;
  /** What the pull request changes. */
  files: readonly FileChange[];
}

type GateParts = Pick<Gate, 'base' | 'head' | 'isTouched' | 'isConfigured' | 'notices'>;

/**
 * What judges a pull request: the base branch's configuration, which the pull request can't change, and besides it
 * whatever its own adds.
 */
export class Gate {
  /** null: the base branch has no configuration, so that the pull request's own judges. */
  readonly base: Setup | null;
  readonly head: Setup;
  /** What the pull request changes of the configuration, and whether there is one. */
  readonly notices: readonly Notice[];
  /** Whether the pull request changes the configuration at all. */
  readonly isTouched: boolean;
  /** Whether there is a configuration on either side, and not just defaults. */
  readonly isConfigured: boolean;
  /** Names of the recipes in the configuration itself whose steps the pull request changes. */
  readonly changedRecipes: ReadonlySet<string>;

  constructor({ base, head, isTouched, isConfigured, notices }: GateParts) {
    this.base = base;
    this.head = head;
    this.isTouched = isTouched;
    this.isConfigured = isConfigured;
    this.notices = notices;
    this.changedRecipes = changedRecipes(base?.recipes ?? {}, head.recipes);
  }

  /** The configuration whose limits, budget and comment hold. */
  get config(): Config {
    return (this.base ?? this.head).config;
  }

  /** Whether either configuration has something to say of a path. */
  isModel(path: string): boolean {
    return [this.base, this.head].some((setup) => setup && planFor(setup.config, path) !== null);
  }
}

function changedRecipes(before: CustomRecipes, after: CustomRecipes): Set<string> {
  const names = Object.keys({ ...before, ...after });
  return new Set(names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])));
}

/** What a configuration says of a model, by its former name where it doesn't know the new one. */
export function planOf(setup: Setup | null, { base, path }: ModelChange): ModelPlan | null {
  if (!setup) return null;
  const former = base && planFor(setup.config, base.path);
  return former ?? planFor(setup.config, path);
}

/**
 * Reads both configurations, and what the pull request changes between them.
 *
 * @throws InputError for a configuration that is wrong. Of the base branch's, too: then nobody knows what judges,
 *   and the pull request's own never does.
 */
export async function openGate(options: GateOptions): Promise<Gate> {
  const { pullRequest, configPath, files } = options;
  const { baseTip, head } = pullRequest.commits;
  const ofBase = await pullRequest.fetchFile(configPath, baseTip);
  const base = await parseConfigBytes(ofBase, `${configPath} of the base branch`);
  const isTouched = files.some(({ basePath, headPath }) => [basePath, headPath].includes(configPath));
  const ofHead = base && !isTouched ? ofBase : await readHeadConfig(options);
  const own = await parseConfigBytes(ofHead, configPath);
  if (!own && !base && options.isNamed) {
    throw new InputError('there is no such file', {
      file: configPath,
      hint: 'Write one with "litetrim init"',
    });
  }
  const readBase: ReadFile = (path) =>
    readCommitted(pullRequest, path, baseTip, `${path} of the base branch`);
  return new Gate({
    base: base && new Setup(base, readBase),
    head: new Setup(own ?? base ?? defaultConfig(), headReader(options, head)),
    isTouched,
    isConfigured: base !== null || own !== null,
    notices: [noticeOf(configPath, ofBase, ofHead)].filter((notice) => notice !== null),
  });
}

/** As the pull request's head has it; else, where git has none, as another step of the workflow left it. */
async function readHeadConfig(options: GateOptions): Promise<Uint8Array | null> {
  const { pullRequest, workspace, configPath } = options;
  const committed = await pullRequest.fetchFile(configPath, pullRequest.commits.head);
  if (committed || isRemoved(options)) return committed;
  return existsSync(join(workspace, configPath)) ? readWorkspace(workspace, configPath) : null;
}

function isRemoved({ files, configPath }: GateOptions): boolean {
  return files.some(({ basePath, headPath }) => basePath === configPath && headPath !== configPath);
}

/** A file as the head has it; where git has none, as another step of the workflow left it. */
function headReader({ pullRequest, workspace }: GateOptions, head: string): ReadFile {
  return async (path) => {
    const committed = await pullRequest.fetchFile(path, head);
    return committed ?? readWorkspace(workspace, path);
  };
}

function readWorkspace(workspace: string, path: string): Uint8Array {
  return readYamlBytes(inFolder(workspace, path), workspace);
}

async function readCommitted(
  pullRequest: PullRequest,
  path: string,
  commit: string,
  file: string,
): Promise<Uint8Array> {
  const bytes = await pullRequest.fetchFile(path, commit);
  if (bytes) return bytes;
  throw new InputError('there is no such file', { file, hint: 'Name another in the configuration' });
}

function noticeOf(file: string, base: Uint8Array | null, head: Uint8Array | null): Notice | null {
  if (base && head) {
    return configNotice(file, configChanges(readYaml(base, file).data, readYaml(head, file).data));
  }
  if (base) {
    const text = `This pull request removes ${file}. The base branch’s judges.`;
    return { verdict: 'warn', text };
  }
  if (head) {
    return {
      verdict: 'pass',
      text: `The base branch has no ${file}: the limits are those of this pull request.`,
    };
  }
  const text = `There is no ${configFile}: every .tflite file is measured by defaults, and no limit fails. "litetrim init" writes one.`;
  return { verdict: 'pass', text };
}
