import { unzipSync } from 'fflate';
import { sha256 } from './git-repository.js';
import { type FakeAnswer, type FakeRequest, jsonOf, type Service } from './http.js';
import { compileSchema, errorsOf } from './openapi.js';
import type { GitHubState } from './state.js';

const twirp = '/twirp/github.actions.results.api.v1.ArtifactService/';
const storage = '/artifact-storage/';

const text = { type: 'string', minLength: 1 };
const job = { workflow_run_backend_id: text, workflow_job_run_backend_id: text, name: text };
const jobKeys = Object.keys(job);

/** The two requests, as @actions/artifact's generated client writes them; docs/github.md tells more. */
const checks: Record<string, ReturnType<typeof compileSchema>> = {
  CreateArtifact: compileSchema({
    type: 'object',
    properties: { ...job, version: { const: 7 }, mime_type: text, expires_at: text },
    required: [...jobKeys, 'version'],
    additionalProperties: false,
  }),
  FinalizeArtifact: compileSchema({
    type: 'object',
    properties: {
      ...job,
      size: { type: 'string', pattern: '^\\d+$' },
      hash: { type: 'string', pattern: '^sha256:' },
    },
    required: [...jobKeys, 'size', 'hash'],
    additionalProperties: false,
  }),
};

/** GitHub's artifact service, and the blob storage that it has files uploaded to. */
export function artifactService(state: GitHubState, report: (violation: string) => void): Service {
  const uploads = new Map<string, Upload>();
  return (request) => {
    if (request.path.startsWith(storage)) return store(uploads, request);
    if (!request.path.startsWith(twirp)) return undefined;
    const method = request.path.slice(twirp.length);
    const check = checks[method];
    if (!check) return undefined;
    const body = jsonOf(request) as Finalized;
    for (const problem of errorsOf(check, body)) report(`${method}: ${problem}`);
    if (!request.headers.authorization?.startsWith('Bearer ')) return refuse(401, 'no token');
    return method === 'CreateArtifact'
      ? create(state, uploads, request, body.name)
      : finalize(state, uploads.get(body.name), body);
  };
}

/** A file that is being uploaded in blocks. */
interface Upload {
  blocks: Map<string, Buffer>;
  content: Buffer;
}

interface Finalized {
  name: string;
  size: string;
  hash: string;
}

function create(
  state: GitHubState,
  uploads: Map<string, Upload>,
  request: FakeRequest,
  name: string,
): FakeAnswer {
  if (state.artifacts.has(name)) {
    return refuse(409, 'an artifact with this name already exists on the workflow run');
  }
  uploads.set(name, { blocks: new Map(), content: Buffer.alloc(0) });
  const url = `http://${request.headers.host}${storage}${encodeURIComponent(name)}?sig=secret`;
  return { status: 200, body: { ok: true, signed_upload_url: url } };
}

/** Azure's Put Block and Put Block List. */
function store(uploads: Map<string, Upload>, request: FakeRequest): FakeAnswer {
  const upload = uploads.get(decodeURIComponent(request.path.slice(storage.length)));
  if (!upload || request.method !== 'PUT' || request.query.get('sig') !== 'secret') return { status: 403 };
  if (request.query.get('comp') === 'block') {
    upload.blocks.set(request.query.get('blockid') ?? '', request.body);
  } else {
    const order = [...request.body.toString('utf8').matchAll(/<Latest>([^<]*)<\/Latest>/g)];
    upload.content = Buffer.concat(order.map(([, id]) => upload.blocks.get(id!) ?? Buffer.alloc(0)));
  }
  const time = 'Thu, 01 Jan 2026 00:00:00 GMT';
  const headers = {
    'content-length': '0',
    etag: '"0x1"',
    'last-modified': time,
    'x-ms-request-id': '1',
    'x-ms-version': '2025-01-05',
  };
  return { status: 201, headers };
}

function finalize(
  state: GitHubState,
  upload: Upload | undefined,
  { name, size, hash }: Finalized,
): FakeAnswer {
  if (!upload) return refuse(404, 'artifact not found');
  if (Number(size) !== upload.content.length) return refuse(400, 'the size is not that of the upload');
  if (hash !== `sha256:${sha256(upload.content)}`) return refuse(400, 'the hash is not that of the upload');
  const id = 7000 + state.artifacts.size;
  // The client writes the archive in whatever order its files were opened.
  const files = Object.entries(unzipSync(upload.content)).sort(([a], [b]) => (a < b ? -1 : 1));
  state.artifacts.set(name, { id, files: Object.fromEntries(files) });
  return { status: 200, body: { ok: true, artifact_id: String(id) } };
}

function refuse(status: number, msg: string): FakeAnswer {
  return { status, body: { code: 'refused', msg } };
}
