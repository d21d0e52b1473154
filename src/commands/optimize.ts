import { downloadSize } from '../base/download-size.js';
import { readModelFile, writeWhole } from '../base/files.js';
import { loadTarget } from '../device/index.js';
import { latencyOn } from '../job/measure.js';
import type { Workbench } from '../job/workbench.js';
import { noteAccuracy } from '../optimize/accuracy-notes.js';
import { startMeasuring } from '../optimize/calibrate/calibrate.js';
import { optimizeModel } from '../optimize/optimize-model.js';
import { loadRecipe } from '../optimize/recipe.js';
import { optimizeText } from '../report/text.js';
import { atWorkbench, command, type EffortOption, effort, print } from './command.js';
import { openDatasetFor } from './dataset.js';

interface Options extends EffortOption {
  recipe: string;
  dataset?: string;
  output: string;
  json?: boolean;
  explain?: boolean;
  device?: string;
}

export const optimize = command('optimize', 'make a smaller or faster model by a recipe')
  .argument('<model>', '.tflite file')
  .requiredOption('-r, --recipe <name>', 'recipe, several joined by "+", or a recipe file')
  .requiredOption('-o, --output <file>', 'where to write the result')
  .option('-d, --dataset <file>', 'data-set file, for recipes that calibrate')
  .option('--explain', 'show what each layer costs in precision, measured on calibration samples')
  .option(
    '--device <name>',
    'device whose latency int8-mixed weighs layers by, and sparse models are checked on',
  )
  .addOption(effort())
  .action(async (file: string, options: Options) => {
    const { made, source, recipe, seconds, download } = await atWorkbench((bench) =>
      make(file, options, bench),
    );
    await writeWhole(options.output, made.bytes);
    const result = {
      file: options.output,
      bytes: made.bytes.length,
      recipe: recipe.name,
      seconds,
      notes: made.notes.map(({ message }) => message),
      gzipBytes: await download,
      ...(made.zeros.length > 0 && { zeros: made.zeros }),
      ...(options.explain && { layers: made.layers }),
    };
    const warnings = made.notes.filter(({ level }) => level === 'warning').map(({ message }) => message);
    print(result, options, () => optimizeText(result, source.length, new Set(warnings)));
  });

async function make(file: string, options: Options, bench: Workbench) {
  if (options.dataset) startMeasuring(bench.pool, options.effort);
  const recipe = await loadRecipe(options.recipe);
  const source = await readModelFile(file);
  const dataset = options.dataset ? await openDatasetFor(options.dataset, { file, bytes: source }) : null;
  const device = options.device ? await loadTarget(options.device) : null;
  const began = performance.now();
  const made = await optimizeModel({ file, bytes: source }, recipe, {
    dataset,
    effort: options.effort,
    explain: options.explain ?? false,
    pool: bench.pool,
    cache: bench.cache,
    progress: bench.progress,
    ...(device && { onDevice: latencyOn(device, file, bench) }),
  });
  const seconds = (performance.now() - began) / 1000;
  const result = { file: options.output, bytes: made.bytes };
  const context = { dataset, pool: bench.pool, progress: bench.progress, notes: made.notes };
  await noteAccuracy({ file, bytes: source }, result, recipe, context);
  return { made, source, recipe, seconds, download: downloadSize(made.bytes) };
}
