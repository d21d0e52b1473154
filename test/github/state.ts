import type { GitRepository } from './git-repository.js';
import type { StoredComment } from './payloads.js';

/** What the fake GitHub remembers; tests read and change it between runs. */
export interface GitHubState {
  /** `octo/models`. */
  repository: string;
  git: GitRepository;
  pullRequest: { number: number; headSha: string; baseRef: string };
  /** The user that the token belongs to. */
  login: string;
  token: string;
  /** False: every write is answered 403, as for a pull request from a fork. */
  canWrite: boolean;
  /** Oldest first. */
  comments: StoredComment[];
  /** Git LFS objects by SHA-256. */
  lfsObjects: Map<string, Uint8Array>;
  /** Artifacts of the latest run, by name. */
  artifacts: Map<string, UploadedArtifact>;
}

export interface UploadedArtifact {
  id: number;
  /** Its files by path. */
  files: Record<string, Uint8Array>;
}
