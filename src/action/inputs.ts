import { InputError } from '../base/errors.js';
import { type CommentMode, commentModes } from '../config/comment-modes.js';
import { configFile } from '../config/config-file.js';
import type { Environment } from '../github/environment.js';

/** The action's inputs (action.yml); the command `litetrim run` reads the same variables. */
export interface ActionInputs {
  /** Path of the configuration from the repository's root. */
  config: string;
  /** True: the user named the file, so that it must be there. */
  configNamed: boolean;
  token: string;
  /** null: as the configuration says. */
  comment: CommentMode | null;
  commentKey: string;
  failOn: 'regression' | 'never';
  artifactName: string;
}

/** @throws InputError for a value that an input doesn't take, and where there is no token. */
export function readInputs(env: Environment): ActionInputs {
  const config = inputOf(env, 'config') || configFile;
  const token = inputOf(env, 'token') || env.GITHUB_TOKEN || '';
  if (token === '') {
    throw new InputError('there is no token to read the pull request with', {
      file: 'GITHUB_TOKEN',
      hint: 'Set the input "token", or the variable GITHUB_TOKEN, to the job\'s github.token',
    });
  }
  return {
    config,
    configNamed: config !== configFile,
    token,
    comment: inputOf(env, 'comment') ? oneOf(env, 'comment', commentModes) : null,
    commentKey: inputOf(env, 'comment-key') || 'litetrim',
    failOn: inputOf(env, 'fail-on') ? oneOf(env, 'fail-on', ['regression', 'never'] as const) : 'regression',
    artifactName: inputOf(env, 'artifact-name') || 'litetrim',
  };
}

/** Runners hand inputs over as INPUT_NAME, with hyphens as they are. */
function inputOf(env: Environment, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

function oneOf<const T extends string>(env: Environment, name: string, allowed: readonly T[]): T {
  const value = inputOf(env, name);
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const hint = `Say ${allowed.join(', ')}`;
  throw new InputError(`"${value}" isn't among what it takes`, { file: `input "${name}"`, hint });
}
