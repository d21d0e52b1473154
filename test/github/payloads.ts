/** Answers of GitHub's REST API with all the fields that its schemas require. */

/** A stored comment of the pull request. */
export interface StoredComment {
  id: number;
  login: string;
  body: string;
  /** How often it was updated. */
  updates: number;
}

const site = 'https://github.com';
const api = 'https://api.github.com';
/** Answers hold no clock, so that runs are the same. */
const time = '2026-01-01T00:00:00Z';

export function userPayload(login: string): object {
  const url = `${api}/users/${encodeURIComponent(login)}`;
  const page = `${site}/${login.replace(/\[bot\]$/, '')}`;
  return {
    login,
    id: 41898282,
    node_id: 'MDM6Qm90NDE4OTgyODI=',
    avatar_url: `${page}.png`,
    gravatar_id: '',
    url,
    html_url: page,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

export function commentPayload(repository: string, number: number, comment: StoredComment): object {
  const { id, login, body } = comment;
  return {
    id,
    node_id: `IC_${id}`,
    url: `${api}/repos/${repository}/issues/comments/${id}`,
    html_url: `${site}/${repository}/pull/${number}#issuecomment-${id}`,
    issue_url: `${api}/repos/${repository}/issues/${number}`,
    user: userPayload(login),
    body,
    created_at: time,
    updated_at: time,
    author_association: 'NONE',
    performed_via_github_app: null,
  };
}

/** A file of `git diff-tree --raw`, by the names that GitHub's API uses. */
export interface ChangedFile {
  filename: string;
  status: 'added' | 'removed' | 'modified' | 'renamed';
  sha: string;
  previous_filename?: string;
  /** What GitHub tells a submodule by. */
  patch?: string;
}

export function filePayload(repository: string, commit: string, file: ChangedFile): object {
  const path = file.filename.split('/').map(encodeURIComponent).join('/');
  return {
    ...file,
    additions: 0,
    deletions: 0,
    changes: 0,
    blob_url: `${site}/${repository}/blob/${commit}/${path}`,
    raw_url: `${site}/${repository}/raw/${commit}/${path}`,
    contents_url: `${api}/repos/${repository}/contents/${path}?ref=${commit}`,
  };
}

export function commitPayload(repository: string, sha: string, tree: string): object {
  const url = `${api}/repos/${repository}/commits/${sha}`;
  const person = { name: 'Ada', email: 'ada@example.com', date: time };
  return {
    url,
    sha,
    node_id: `C_${sha}`,
    html_url: `${site}/${repository}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${api}/repos/${repository}/git/commits/${sha}`,
      author: person,
      committer: person,
      message: 'A commit',
      comment_count: 0,
      tree: { sha: tree, url: `${api}/repos/${repository}/git/trees/${tree}` },
    },
    author: null,
    committer: null,
    parents: [],
  };
}

export interface ComparedCommits {
  base: string;
  head: string;
  baseCommit: object;
  mergeBaseCommit: object;
  commits: object[];
  aheadBy: number;
  behindBy: number;
  files: object[];
}

export function comparisonPayload(repository: string, compared: ComparedCommits): object {
  const { base, head, aheadBy, behindBy } = compared;
  const page = `${site}/${repository}/compare/${base}...${head}`;
  const ahead = aheadBy > 0 ? 'ahead' : 'identical';
  return {
    url: `${api}/repos/${repository}/compare/${base}...${head}`,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: compared.baseCommit,
    merge_base_commit: compared.mergeBaseCommit,
    status: behindBy > 0 ? (aheadBy > 0 ? 'diverged' : 'behind') : ahead,
    ahead_by: aheadBy,
    behind_by: behindBy,
    total_commits: aheadBy,
    commits: compared.commits,
    files: compared.files,
  };
}

export function errorPayload(status: number, message: string): object {
  return { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
}
