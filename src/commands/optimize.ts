import { downloadSize } from '../base/download-size.js';
import { writeWhole } from '../base/files.js';
import { optimizeAt } from '../library/optimize.js';
import { optimizeText } from '../report/text.js';
import { atTerminal, type EffortOption, effort, type InputsOption, inputs } from './at-terminal.js';
import { command, print } from './command.js';

interface Options extends EffortOption, InputsOption {
  recipe: string;
  dataset?: string;
  output: string;
  json?: boolean;
  explain?: boolean;
  device?: string;
}

export const optimize = command('optimize')
  .argument('<model>', '.tflite file')
  .requiredOption('-r, --recipe <name>', 'recipe, several joined by "+", or a recipe file')
  .requiredOption('-o, --output <file>', 'where to write the result')
  .option('-d, --dataset <file>', 'data-set file, for recipes that calibrate')
  .option('--explain', 'show what each layer costs in precision, measured on calibration samples')
  .option(
    '--device <name>',
    'device whose latency int8-mixed weighs layers by, and sparse models are checked on',
  )
  .addOption(inputs())
  .addOption(effort())
  .action(async (file: string, options: Options) => {
    const { made, source, recipe, seconds } = await atTerminal((bench) =>
      optimizeAt(bench, file, { ...options, inputs: options.input }),
    );
    const download = downloadSize(made.bytes);
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
