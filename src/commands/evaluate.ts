import { readModelFile } from '../base/files.js';
import { evaluateModel } from '../evaluate/evaluate.js';
import { plain } from '../report/json.js';
import { evaluateText } from '../report/text.js';
import { atWorkbench, command, print } from './command.js';
import { openDatasetFor } from './dataset.js';

interface Options {
  dataset: string;
  reference?: string;
  json?: boolean;
}

export const evaluate = command('evaluate', 'tell how well a model does on a data set')
  .argument('<model>', '.tflite file')
  .requiredOption('-d, --dataset <file>', 'data-set file; its evaluation part judges')
  .option('-r, --reference <model>', 'model to compare the outputs with')
  .action(async (file: string, options: Options) => {
    const model = { file, bytes: await readModelFile(file) };
    const reference = options.reference && {
      file: options.reference,
      bytes: await readModelFile(options.reference),
    };
    const dataset = await openDatasetFor(options.dataset, model);
    const evaluation = await atWorkbench(({ pool, progress }) =>
      evaluateModel(model, dataset, { ...(reference && { reference }), pool, progress }),
    );
    if (!options.json) return print({ file, ...evaluation }, options, evaluateText);
    const { value, ...rest } = evaluation;
    print(plain({ file, ...rest, value: value.value, interval: [value.low, value.high] }), options, String);
  });
