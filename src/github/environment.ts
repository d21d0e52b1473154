import { InputError } from '../base/errors.js';

/** Environment variables, as `process.env` gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What GitHub's runner tells a step about itself.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export interface RunEnvironment {
  /** `https://api.github.com`, or that of a GitHub Enterprise server; no slash at the end. */
  apiUrl: string;
  /** `https://github.com`; no slash at the end. Git LFS is served from here. */
  serverUrl: string;
  /** Where the repository is checked out, if it is. */
  workspace: string;
  /** Grows from run to run of the repository; 0 outside a workflow run. */
  runId: number;
  /** The page of this run; null outside a workflow run. */
  runUrl: string | null;
}

/** @throws InputError where a variable is set to something GitHub's runner never sets it to. */
export function readEnvironment(env: Environment): RunEnvironment {
  const serverUrl = httpUrl(env, 'GITHUB_SERVER_URL', 'https://github.com');
  const runId = numberOf(env, 'GITHUB_RUN_ID');
  return {
    apiUrl: httpUrl(env, 'GITHUB_API_URL', 'https://api.github.com'),
    serverUrl,
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    runId,
    runUrl: runId > 0 ? `${serverUrl}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${runId}` : null,
  };
}

function httpUrl(env: Environment, name: string, fallback: string): string {
  const value = env[name] || fallback;
  if (!/^https?:\/\/[^\s]+$/.test(value)) {
    throw new InputError(`"${value}" is no web address`, { file: name, hint: `Unset ${name}` });
  }
  return value.replace(/\/+$/, '');
}

function numberOf(env: Environment, name: string): number {
  const value = env[name] || '0';
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new InputError(`"${value}" is no whole number`, { file: name, hint: `Unset ${name}` });
}
