import { type Environment, type RunEnvironment, readEnvironment } from '../github/environment.js';
import type { PullRequestEvent } from '../github/event.js';
import { createRunner, type Runner } from '../github/publish/runner.js';
import { type ActionInputs, readInputs } from './inputs.js';

/** What is known of a run before anything is asked for or read of the repository. */
export interface Start {
  env: Environment;
  environment: RunEnvironment;
  inputs: ActionInputs;
  runner: Runner;
  event: PullRequestEvent;
}

/** @throws InputError for a wrong event or environment */
export async function readStart(env: Environment): Promise<Start> {
  const runner = createRunner(env);
  const environment = readEnvironment(env);
  const inputs = readInputs(env);
  // What checks an event takes longer to load than all before it.
  const { readEvent } = await import('../github/event.js');
  return { env, environment, inputs, runner, event: readEvent(env) };
}
