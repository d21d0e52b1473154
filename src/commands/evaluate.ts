import { evaluateAt } from '../library/evaluate.js';
import { plain } from '../report/json.js';
import { evaluateText } from '../report/text.js';
import { atTerminal, type InputsOption, inputs } from './at-terminal.js';
import { command, print } from './command.js';

interface Options extends InputsOption {
  dataset: string;
  reference?: string;
  json?: boolean;
}

export const evaluate = command('evaluate')
  .argument('<model>', '.tflite file')
  .requiredOption('-d, --dataset <file>', 'data-set file; its evaluation part judges')
  .option('-r, --reference <model>', 'model to compare the outputs with')
  .addOption(inputs())
  .action(async (file: string, options: Options) => {
    const evaluation = await atTerminal((bench) =>
      evaluateAt(bench, file, { ...options, inputs: options.input }),
    );
    if (!options.json) return print({ file, ...evaluation }, options, evaluateText);
    const { value, ...rest } = evaluation;
    print(plain({ file, ...rest, value: value.value, interval: [value.low, value.high] }), options, String);
  });
