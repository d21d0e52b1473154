import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What starting litetrim costs in CPU time, user's and system's, as a ratio to Node.js that does nothing: of the help,
 * of a look at a small model, and of the action's first error. Needs dist/ as built. Run by `npx tsx bench/start.ts`.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = (name: string) => join(root, 'dist', name);
/** The clock that counts a process's children ticks 100 times a second: several runs are counted together. */
const rounds = 11;
const runsTogether = 10;

const programs: Record<string, string[]> = {
  'node -e 0': ['-e', '0'],
  'litetrim --help': [dist('cli.js'), '--help'],
  'litetrim inspect': [dist('cli.js'), 'inspect', join(root, 'fixtures/shapes/base.tflite')],
  'the action’s first error': [dist('main.js')],
};

/** Milliseconds of CPU that the children of this process have taken, those that have ended: cutime, cstime of proc(5). */
function childrenMs(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

function cpuMs(args: string[]): number {
  const before = childrenMs();
  for (let run = 0; run < runsTogether; run++)
    spawnSync(process.execPath, args, { env: {}, stdio: 'ignore' });
  return (childrenMs() - before) / runsTogether;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

const times = new Map(Object.keys(programs).map((name): [string, number[]] => [name, []]));
// In turn, so that whatever else the machine does meets all of them.
for (let round = 0; round < rounds; round++)
  for (const [name, args] of Object.entries(programs)) times.get(name)!.push(cpuMs(args));
const medians = [...times].map(([name, values]): [string, number] => [name, median(values)]);
const [[, bare]] = medians as [[string, number]];
for (const [name, ms] of medians)
  console.log(`${name.padEnd(26)} ${ms.toFixed(0)} ms  ${(ms / bare).toFixed(2)}`);
