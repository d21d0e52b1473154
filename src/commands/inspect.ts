import { readModelFile } from '../base/files.js';
import { inspectFile } from '../model/inspect.js';
import { inspectText } from '../report/text.js';
import { command, print } from './command.js';

export const inspect = command('inspect', 'tell what is in a model')
  .argument('<model>', '.tflite file')
  .action(async (file: string, options: { json?: boolean }) => {
    const bytes = await readModelFile(file);
    print(await inspectFile(bytes, file), options, inspectText);
  });
