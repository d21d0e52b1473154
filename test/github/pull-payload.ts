import { userPayload } from './payloads.js';

const site = 'https://github.com';
const api = 'https://api.github.com';
const time = '2026-01-01T00:00:00Z';

/** A pull request as the fake has it. */
export interface StoredPull {
  number: number;
  headSha: string;
  baseRef: string;
}

/** An open pull request, with all the fields that GitHub's schema requires. */
export function pullPayload(repository: string, pull: StoredPull, baseSha: string): object {
  const { number, headSha, baseRef } = pull;
  const url = `${api}/repos/${repository}/pulls/${number}`;
  const issue = `${api}/repos/${repository}/issues/${number}`;
  const page = `${site}/${repository}/pull/${number}`;
  const addresses = {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    comments_url: `${issue}/comments`,
    commits_url: `${url}/commits`,
    review_comment_url: `${api}/repos/${repository}/pulls/comments{/number}`,
    review_comments_url: `${url}/comments`,
    statuses_url: `${api}/repos/${repository}/statuses/${headSha}`,
  };
  const link = (href: string) => ({ href });
  const nothing = {
    additions: 0,
    deletions: 0,
    changed_files: 0,
    comments: 0,
    commits: 1,
    review_comments: 0,
  };
  const open = { state: 'open', locked: false, merged: false, mergeable: true, mergeable_state: 'clean' };
  return {
    ...addresses,
    ...nothing,
    ...open,
    _links: {
      self: link(url),
      html: link(page),
      issue: link(issue),
      comments: link(addresses.comments_url),
      commits: link(addresses.commits_url),
      statuses: link(addresses.statuses_url),
      review_comment: link(addresses.review_comment_url),
      review_comments: link(addresses.review_comments_url),
    },
    id: number,
    node_id: `PR_${number}`,
    number,
    title: 'Change models',
    body: null,
    user: userPayload('ada'),
    author_association: 'MEMBER',
    labels: [],
    assignee: null,
    milestone: null,
    auto_merge: null,
    merged_by: null,
    maintainer_can_modify: false,
    created_at: time,
    updated_at: time,
    closed_at: null,
    merged_at: null,
    merge_commit_sha: null,
    base: side(repository, baseRef, baseSha),
    head: side(repository, 'change', headSha),
  };
}

function side(repository: string, ref: string, sha: string): object {
  const owner = repository.split('/')[0]!;
  return {
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: userPayload(owner),
    repo: repositoryPayload(repository),
  };
}

/** The parts of a repository that are found under its address. */
const folders = [
  ...[
    'archive',
    'assignees',
    'blobs',
    'branches',
    'collaborators',
    'comments',
    'commits',
    'compare',
    'contents',
  ],
  ...[
    'contributors',
    'deployments',
    'downloads',
    'events',
    'forks',
    'git_commits',
    'git_refs',
    'git_tags',
    'hooks',
  ],
  ...['issue_comment', 'issue_events', 'issues', 'keys', 'labels', 'languages', 'merges', 'milestones'],
  ...['notifications', 'pulls', 'releases', 'stargazers', 'statuses', 'subscribers', 'subscription', 'tags'],
  ...['teams', 'trees'],
];
const counts = ['forks', 'forks_count', 'open_issues', 'open_issues_count', 'stargazers_count', 'watchers'];
const features = ['has_downloads', 'has_issues', 'has_projects', 'has_wiki', 'has_pages'];

function repositoryPayload(repository: string): object {
  const [owner, name] = repository.split('/') as [string, string];
  const url = `${api}/repos/${repository}`;
  const page = `${site}/${repository}`;
  return {
    ...Object.fromEntries(folders.map((folder) => [`${folder}_url`, `${url}/${folder}`])),
    ...Object.fromEntries([...counts, 'watchers_count', 'size'].map((count) => [count, 0])),
    ...Object.fromEntries(
      [...features, 'archived', 'disabled', 'fork', 'private'].map((flag) => [flag, false]),
    ),
    id: 1,
    node_id: 'R_1',
    name,
    full_name: repository,
    owner: userPayload(owner),
    url,
    html_url: page,
    clone_url: `${page}.git`,
    git_url: `git://github.com/${repository}.git`,
    ssh_url: `git@github.com:${repository}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    description: null,
    language: null,
    license: null,
    default_branch: 'main',
    created_at: time,
    updated_at: time,
    pushed_at: time,
  };
}
