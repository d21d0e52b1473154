import { Option } from 'commander';
import { endWith } from '../action/end.js';
import { exitCodeOf } from '../action/exit-code.js';
import { writeResults } from '../action/output.js';
import { InputError } from '../base/errors.js';
import { readModelFile } from '../base/files.js';
import { buildReport } from '../compare/report.js';
import { defaultConfig } from '../config/config.js';
import { runModelJob } from '../job/model-job.js';
import { dataIn, judgedBy, loadDevices, planJob, readConfig, setupIn } from '../job/plan.js';
import { loadRecipe } from '../optimize/recipe.js';
import { renderComment } from '../report/comment.js';
import { renderJson } from '../report/json.js';
import { diffText } from '../report/text.js';
import { atTerminal, type EffortOption, effort, type InputsOption, inputs } from './at-terminal.js';
import { command, list } from './command.js';

interface Options extends EffortOption, InputsOption {
  recipe?: string[];
  device?: string[];
  dataset?: string;
  config?: string;
  output?: string;
  markdown?: boolean;
  json?: boolean;
}

export const diff = command('diff')
  .argument('<base>', '.tflite file as it was')
  .argument('<head>', '.tflite file as it is')
  .option('-r, --recipe <names>', 'recipes, several joined by ","', list)
  .option('-d, --device <names>', 'devices, several joined by ","', list)
  .option('--dataset <file>', 'data-set file that calibrates and judges')
  .option('-c, --config <file>', 'configuration whose limits and recipes hold')
  .option('-o, --output <folder>', 'write the reports and the optimized models there')
  .addOption(inputs())
  .addOption(effort())
  .addOption(new Option('--markdown', 'print the comment').conflicts('json'))
  .action(async (baseFile: string, headFile: string, options: Options) => {
    const { unmatched, ...plan } = await planOf(headFile, options);
    await atTerminal(async (bench) => {
      const job = {
        ...plan,
        file: headFile,
        status: 'changed' as const,
        base: () => readModelFile(baseFile),
        head: () => readModelFile(headFile),
      };
      const { report: model, variants, badInput } = await runModelJob(job, bench);
      const report = buildReport({
        baseSha: null,
        headSha: null,
        models: [model],
        environment: await bench.versions(),
        omissions: [...bench.omissions, ...unmatched],
        notices: [],
      });
      const written = options.output && (await writeResults(options.output, report, variants));
      process.stdout.write(
        options.json
          ? renderJson(report)
          : options.markdown
            ? `${renderComment(report)}\n`
            : diffText(report),
      );
      for (const problem of badInput) console.error(`litetrim: ${problem}`);
      for (const defect of bench.defects) endWith(defect);
      process.exitCode = exitCodeOf({ verdict: report.verdict, badInput, defects: bench.defects });
      if (written && written.problems.length > 0) throw unwritten(options.output!, written.problems);
    });
  });

/** The report is printed by then, but what was asked for isn't there. */
function unwritten(folder: string, problems: string[]): InputError {
  return new InputError(problems.join(' '), { file: folder, hint: 'Name another folder' });
}

/** What the configuration says of the model, with what the command line says over it. */
async function planOf(headFile: string, options: Options) {
  const config = options.config === undefined ? defaultConfig() : await readConfig('.', options.config, null);
  const plan = await planJob(headFile, '.', setupIn('.', config, null));
  const nobody = `limits, recipes and devices of ${options.config}: none of its "models" is for ${headFile}`;
  const recipes = options.recipe ?? (options.config ? undefined : []);
  const { dataset } = options;
  return {
    unmatched: options.config !== undefined && plan === null ? [nobody] : [],
    ...judgedBy(config, plan?.limits ?? {}),
    data: dataset === undefined ? (plan?.data ?? null) : dataIn('.', dataset, { root: null }),
    inputs: { ...plan?.inputs, ...options.input },
    recipes: recipes ? await Promise.all(recipes.map((name) => loadRecipe(name))) : (plan?.recipes ?? []),
    devices: options.device ? await loadDevices(options.device) : (plan?.devices ?? []),
    effort: options.effort,
  };
}
