import * as core from '@actions/core';
import { messageOf, oneLine } from '../../base/errors.js';
import { visible } from '../../base/visible.js';
import { clipMarkdown, countBytes, maxSummaryBytes } from '../../report/clip.js';
import type { Environment } from '../environment.js';

/** What stands at a place in the list of a run's annotations. */
interface Annotation {
  title: string;
  /** Path in the repository. */
  file: string;
}

/**
 * Where a run tells what it does: GitHub's runner, or a terminal. Messages may hold text from outside;
 * each becomes one line that no runner takes for a command.
 */
export interface Runner {
  info(message: string): void;
  notice(message: string, annotation?: Annotation): void;
  warning(message: string, annotation?: Annotation): void;
  error(message: string, annotation?: Annotation): void;
  /** Ends the step red, with the reason. */
  fail(reason: string): void;
  /** For the workflow's later steps, where there are any. */
  setOutputs(outputs: Readonly<Record<string, string>>): void;
  /** Markdown for the page of the run, where there is one. */
  writeSummary(markdown: string): Promise<void>;
}

/** GitHub's runner where litetrim runs in one, else a terminal. */
export function createRunner(env: Environment): Runner {
  return env.GITHUB_ACTIONS === 'true' ? actionsRunner(env) : plainRunner((line) => console.error(line));
}

function actionsRunner(env: Environment): Runner {
  return {
    info: (message) => core.info(inertLine(message)),
    notice: (message, annotation) => core.notice(inertLine(message), properties(annotation)),
    warning: (message, annotation) => core.warning(inertLine(message), properties(annotation)),
    error: (message, annotation) => core.error(inertLine(message), properties(annotation)),
    fail: (reason) => core.setFailed(inertLine(reason)),
    setOutputs(outputs) {
      // Without the file, core would print a command that runners no longer take.
      if (!env.GITHUB_OUTPUT) return;
      try {
        for (const [name, value] of Object.entries(outputs)) core.setOutput(name, oneLine(value));
      } catch (error) {
        core.warning(inertLine(`The step’s outputs can’t be written: ${messageOf(error)}`));
      }
    },
    async writeSummary(markdown) {
      if (!env.GITHUB_STEP_SUMMARY) return;
      try {
        await core.summary.addRaw(clipMarkdown(markdown, maxSummaryBytes, countBytes)).write();
      } catch (error) {
        core.warning(inertLine(`The job summary can’t be written: ${messageOf(error)}`));
      }
    },
  };
}

/** For a terminal: lines of text; the report itself is printed by the command. */
export function plainRunner(print: (line: string) => void): Runner {
  const say = (prefix: string) => (message: string, annotation?: Annotation) =>
    print(inertLine(`${prefix}${place(message, annotation)}${message}`));
  return {
    info: say(''),
    notice: say('note: '),
    warning: say('warning: '),
    error: say('error: '),
    fail(reason) {
      say('error: ')(reason);
      process.exitCode = 1;
    },
    setOutputs: () => {},
    writeSummary: async () => {},
  };
}

/** The file, unless the message names it. */
function place(message: string, annotation: Annotation | undefined): string {
  return annotation && !message.includes(annotation.file) ? `${annotation.file}: ` : '';
}

function properties(annotation: Annotation | undefined): core.AnnotationProperties {
  if (!annotation) return {};
  return { title: oneLine(annotation.title), file: oneLine(annotation.file) };
}

/** Longer lines of a log are cut in their middle. */
const maxLine = 2000;

/**
 * One line that a runner prints as it is. Runners take lines that begin with `::` (after blanks), and
 * `##[` anywhere in a line, for commands; Azure's, `##vso[`.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function inertLine(text: string): string {
  return visible(text, maxLine)
    .replace(/^::/, ': :')
    .replace(/##(?=(vso)?\[)/gi, '## ');
}
