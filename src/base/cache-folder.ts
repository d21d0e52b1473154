import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * Where fetched parts and results are kept between runs: `$LITETRIM_CACHE`, else the runner's tool
 * cache on GitHub, else `$XDG_CACHE_HOME/litetrim`, else `~/.cache/litetrim`.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.LITETRIM_CACHE) return resolve(env.LITETRIM_CACHE);
  if (env.RUNNER_TOOL_CACHE) return join(env.RUNNER_TOOL_CACHE, 'litetrim');
  return env.XDG_CACHE_HOME ? join(env.XDG_CACHE_HOME, 'litetrim') : join(homedir(), '.cache', 'litetrim');
}

/** A name beside `path` that no other process uses. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.tmp-${process.pid}-${randomBytes(6).toString('hex')}`);
}
