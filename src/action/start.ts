import { type Environment, type RunEnvironment, readEnvironment } from '../github/environment.js';
import { type PullRequestEvent, readEvent } from '../github/event.js';
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
export function readStart(env: Environment): Start {
  const runner = createRunner(env);
  const environment = readEnvironment(env);
  const inputs = readInputs(env);
  return { env, environment, inputs, runner, event: readEvent(env) };
}
