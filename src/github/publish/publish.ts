import type { Report } from '../../compare/types.js';
import type { CommentMode } from '../../config/comment-modes.js';
import type { GitHubClient } from '../client.js';
import type { PullRequestEvent } from '../event.js';
import { type CommentOutcome, postComment } from './comment.js';
import { annotate, stepOutputs } from './outputs.js';
import type { Runner } from './runner.js';

interface Publication {
  report: Report;
  /** Markdown of the comment and of the job summary, everything from outside escaped. */
  comment: string;
  summary: string;
  /** The report's JSON file, for the output `report`; null: none was written. */
  reportPath: string | null;
  mode: CommentMode;
  /** Tells the comments of several litetrim jobs of one repository apart. */
  key: string;
  runId: number;
}

/**
 * Tells the result: the pull request's comment, the job summary, outputs and annotations. Doesn't
 * decide whether the step fails.
 *
 * @returns the comment's page, or null where there is none
 */
export async function publish(
  client: GitHubClient,
  event: PullRequestEvent,
  runner: Runner,
  publication: Publication,
): Promise<string | null> {
  const { report, comment: body, mode, key, runId } = publication;
  annotate(runner, report);
  const create = beginsComment(mode, report);
  const outcome = mode === 'never' ? null : await postComment(client, event, { body, key, runId, create });
  if (outcome) explain(runner, event, outcome);
  if (report.models.length > 0 || report.notices.length > 0) await runner.writeSummary(publication.summary);
  runner.setOutputs({
    ...stepOutputs(report),
    report: publication.reportPath ?? '',
    'comment-url': outcome?.url ?? '',
  });
  return outcome?.url ?? null;
}

/** Whether a pull request without a comment gets one. */
export function beginsComment(mode: CommentMode, report: Report): boolean {
  if (mode === 'never') return false;
  // That something was not looked at, or that the gate itself is changed, is worth a comment without any model.
  if (report.models.length === 0) return report.verdict === 'warn' || report.verdict === 'fail';
  if (mode === 'always') return true;
  if (mode === 'on-regression') return report.verdict === 'warn' || report.verdict === 'fail';
  return report.models.some(({ status, comparisons, problems }) => {
    const differs = comparisons.some((comparison) => comparison.differences.some(({ delta }) => delta !== 0));
    return status !== 'changed' || problems.length > 0 || differs;
  });
}

function explain(runner: Runner, event: PullRequestEvent, { action, url, reason }: CommentOutcome): void {
  if (action === 'created' || action === 'updated') runner.info(`The comment is ${action}: ${url}`);
  if (action === 'outdated') runner.notice(`A later run has reported already, so the comment stays: ${url}`);
  if (action === 'failed')
    runner.warning(`No comment, the report is in the job summary: GitHub said ${reason}`);
  if (action !== 'denied') return;
  if (event.fork) {
    runner.notice(
      'No comment, the report is in the job summary: a pull request from a fork has a token that only reads ' +
        '("pull-requests: write" is missing)',
    );
    return;
  }
  runner.warning(
    `No comment, the report is in the job summary: GitHub said ${reason}. Give the job "permissions: pull-requests: write"`,
  );
}
