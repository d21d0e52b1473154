import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../base/files.js';
import { configFile } from '../config/config-file.js';
import { starterConfig, starterWorkflow, workflowFile } from '../config/starter.js';
import { command, print } from './command.js';

export const init = command('init')
  .argument('[folder]', "the repository's root", '.')
  .action(async (folder: string, options: { json?: boolean }) => {
    const written: string[] = [];
    const kept: string[] = [];
    for (const [name, content] of [
      [configFile, starterConfig()],
      [workflowFile, starterWorkflow()],
    ] as const) {
      const path = join(folder, name);
      if (existsSync(path)) kept.push(path);
      else {
        await writeWhole(path, content);
        written.push(path);
      }
    }
    print({ written, kept }, options, () =>
      [...written.map((path) => `wrote ${path}`), ...kept.map((path) => `kept ${path}: it is there`)].join(
        '\n',
      ),
    );
  });
