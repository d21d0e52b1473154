import { type Device, type DeviceMeasurement, measureOnDevice, withThreads } from '../device/index.js';
import { InputError, messageOf } from '../errors.js';
import { exitCodeOf, exitCodes } from '../exit-code.js';
import { readModelFile } from '../files.js';
import { loadDevices } from '../plan.js';
import { type BenchResult, benchText } from '../report/text.js';
import { atWorkbench, command, list, print } from './command.js';

interface Options {
  device: string[];
  threads: string[];
  json?: boolean;
}

export const bench = command('bench', 'measure models on emulated devices')
  .argument('<models...>', '.tflite files')
  .requiredOption('-d, --device <names>', 'device or device file, several joined by ","', list)
  .option('-t, --threads <counts>', 'tell also what 2 or 4 threads would take, extrapolated', list, [])
  .action(async (files: string[], options: Options) => {
    const devices = await loadDevices(options.device);
    const threads = threadCounts(options.threads, devices);
    await atWorkbench(async (workbench) => {
      const toolchain = await workbench.toolchain();
      if (!toolchain)
        throw new InputError([...workbench.omissions].join(' '), { hint: 'Ask "litetrim doctor"' });
      const runs = files.map(async (file): Promise<BenchResult[]> => {
        const model = { file, bytes: await readModelFile(file) };
        const measure = devices.map((device) =>
          measureOnDevice(model, device, { toolchain, progress: workbench.progress }),
        );
        return (await Promise.all(measure)).map((result) => withEstimates(file, result, threads));
      });
      const results = await settled(runs);
      print(results.flat(), options, (all) => (all.length > 0 ? benchText(all) : ''));
    });
  });

/** @throws InputError for a number of threads that the rule isn't for, or that a device hasn't the cores for. */
function threadCounts(texts: readonly string[], devices: readonly Device[]): number[] {
  return texts.map((text) => {
    const threads = Number(text);
    if (threads !== 2 && threads !== 4)
      throw new InputError(`--threads must be 2 or 4, not "${text.slice(0, 20)}"`);
    const small = devices.find(({ cores }) => cores < threads);
    if (small) throw new InputError(`${small.name} has ${small.cores} cores, too few for ${threads} threads`);
    return threads;
  });
}

function withEstimates(file: string, result: DeviceMeasurement, threads: readonly number[]): BenchResult {
  if (threads.length === 0) return { file, ...result };
  return { file, ...result, threads: threads.map((count) => withThreads(result, count)) };
}

/** What succeeded; what failed is told on the error stream, so that one bad model doesn't hide the others. */
async function settled<T>(runs: Promise<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const outcome of await Promise.allSettled(runs)) {
    if (outcome.status === 'fulfilled') {
      results.push(outcome.value);
      continue;
    }
    console.error(`litetrim: ${messageOf(outcome.reason)}`);
    const code = exitCodeOf(outcome.reason);
    process.exitCode = code === exitCodes.defect ? exitCodes.badInput : code;
  }
  return results;
}
