import { sentenceOf } from '../action/end.js';
import { exitCodeOf } from '../action/exit-code.js';
import { InputError } from '../base/errors.js';
import { readModelFile } from '../base/files.js';
import { type DeviceMeasurement, type Target, withThreads } from '../device/index.js';
import { loadDevices } from '../job/plan.js';
import { measureAt } from '../library/measure.js';
import { withInputShapes } from '../model/input-shapes.js';
import type { ModelFile } from '../model/model-file.js';
import { type BenchResult, benchText } from '../report/text.js';
import { atTerminal, type InputsOption, inputs } from './at-terminal.js';
import { command, list, print } from './command.js';

interface Options extends InputsOption {
  device: string[];
  threads: string[];
  json?: boolean;
}

export const bench = command('bench')
  .argument('<models...>', '.tflite files')
  .requiredOption('-d, --device <names>', 'device or device file, several joined by ","; native: here', list)
  .option('-t, --threads <counts>', 'tell also what 2 or 4 threads would take, extrapolated', list, [])
  .addOption(inputs())
  .action(async (files: string[], options: Options) => {
    const devices = await loadDevices(options.device);
    const threads = threadCounts(options.threads, devices);
    await atTerminal(async (workbench) => {
      const runs = files.flatMap((file) => {
        const reading = readModelFile(file).then((bytes): ModelFile => ({ file, bytes }));
        return devices.map(async (device): Promise<BenchResult> => {
          const result = await measureAt(workbench, withInputShapes(await reading, options.input), device);
          return withEstimates(file, result, threads);
        });
      });
      const results = await settled(runs);
      print(results, options, (all) => (all.length > 0 ? benchText(all) : ''));
    });
  });

/** @throws InputError for a number of threads that the rule isn't for, or that a device hasn't the cores for. */
function threadCounts(texts: readonly string[], devices: readonly Target[]): number[] {
  return texts.map((text) => {
    const threads = Number(text);
    if (threads !== 2 && threads !== 4)
      throw new InputError(`--threads must be 2 or 4, not "${text.slice(0, 20)}"`);
    for (const device of devices) {
      if (device.backend === 'native')
        throw new InputError(`--threads is for emulated devices, and "${device.name}" is real hardware`);
      if (device.cores < threads)
        throw new InputError(`${device.name} has ${device.cores} cores, too few for ${threads} threads`);
    }
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
  const told = new Set<string>();
  for (const outcome of await Promise.allSettled(runs)) {
    if (outcome.status === 'fulfilled') {
      results.push(outcome.value);
      continue;
    }
    const { reason } = outcome;
    const line = `litetrim: ${sentenceOf(reason)}`;
    if (!told.has(line)) console.error(line);
    told.add(line);
    process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCodeOf(reason));
  }
  return results;
}
