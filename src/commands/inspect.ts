import { readModelFile } from '../files.js';
import { inspectModel } from '../model/inspect.js';
import { readModel } from '../model/read.js';
import { inspectText } from '../report/text.js';
import { command, print } from './command.js';

export const inspect = command('inspect', 'tell what is in a model')
  .argument('<model>', '.tflite file')
  .action(async (file: string, options: { json?: boolean }) => {
    const bytes = await readModelFile(file);
    print(inspectModel(readModel(bytes, file), bytes, file), options, inspectText);
  });
