import cliProgress from 'cli-progress';
import { atEnd } from '../base/cleanup.js';
import { oneLine } from '../base/errors.js';
import { type Progress, type ProgressStage, silent } from '../base/progress.js';

/**
 * Progress bars on the error stream where that is a terminal, nothing elsewhere: a log keeps only
 * results, and standard output stays clean for `--json`.
 */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return silent;
  const bars = new cliProgress.MultiBar(
    {
      stream,
      clearOnComplete: true,
      hideCursor: true,
      // Its own handler of signals would keep the process from ending by them.
      gracefulExit: false,
      format: '{name} {bar} {value}/{total} {eta_formatted}',
    },
    cliProgress.Presets.shades_classic,
  );
  let open = 0;
  let forget = () => {};
  return {
    stage(name: string, total: number): ProgressStage {
      if (open++ === 0) forget = atEnd(() => bars.stop());
      const bar = bars.create(Math.max(total, 1), 0, { name: oneLine(name) });
      return {
        update: (done) => bar.update(done),
        end: () => {
          bar.stop();
          bars.remove(bar);
          if (--open > 0) return;
          bars.stop();
          forget();
        },
      };
    },
  };
}
