import { inspect as inspectModelFile } from '../library/inspect.js';
import { inspectText } from '../report/text.js';
import { command, print } from './command.js';

export const inspect = command('inspect')
  .argument('<model>', '.tflite file')
  .action(async (file: string, options: { json?: boolean }) => {
    print(await inspectModelFile(file), options, inspectText);
  });
