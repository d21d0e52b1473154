import { exitCodes } from '../action/exit-code.js';
import { diagnose } from '../device/index.js';
import { describeNodePackage } from '../optimize/finetune/node-package.js';
import { command, print } from './command.js';

export const doctor = command('doctor').action(async (options: { json?: boolean }) => {
  const training = { name: 'training', ok: true, detail: describeNodePackage(process.cwd()), mend: '' };
  const checks = [...(await diagnose()), training];
  print(checks, options, (list) =>
    list
      .map(
        ({ name, ok, detail, mend }) => `${ok ? '✔' : '✘'} ${name}: ${detail}${mend ? `\n  ${mend}.` : ''}`,
      )
      .join('\n'),
  );
  if (checks.some(({ ok }) => !ok)) process.exitCode = exitCodes.limitBroken;
});
