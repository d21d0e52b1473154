/**
 * When a pull request gets a comment: it touches models, a figure changed, a limit is broken, or never.
 * One that is there is kept up to date in all modes but `never`.
 */
export const commentModes = ['always', 'on-change', 'on-regression', 'never'] as const;
export type CommentMode = (typeof commentModes)[number];
