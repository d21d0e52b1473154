import { readFileSync } from 'node:fs';

declare const __LITETRIM_VERSION__: string | undefined;

/** litetrim's own version: fixed by the bundler, read from package.json when run from its sources. */
export const version: string =
  typeof __LITETRIM_VERSION__ === 'string'
    ? __LITETRIM_VERSION__
    : JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
