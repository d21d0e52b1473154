import { type FakeRequest, jsonOf, type Service } from './http.js';
import { compileSchema, errorsOf } from './openapi.js';
import type { GitHubState } from './state.js';

/** https://github.com/git-lfs/git-lfs/blob/main/docs/api/batch.md#requests */
const checkBatch = compileSchema({
  type: 'object',
  properties: {
    operation: { enum: ['download', 'upload'] },
    transfers: { type: 'array', items: { type: 'string' } },
    ref: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    hash_algo: { type: 'string' },
    objects: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          oid: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          size: { type: 'integer', minimum: 0 },
        },
        required: ['oid', 'size'],
        additionalProperties: false,
      },
    },
  },
  required: ['operation', 'objects'],
  additionalProperties: false,
});

const mediaType = 'application/vnd.git-lfs+json';

interface BatchRequest {
  objects: { oid: string; size: number }[];
}

/** GitHub's Git LFS server: the batch API, and the storage that it sends downloads to. */
export function lfsService(state: GitHubState, report: (violation: string) => void): Service {
  return (request) => {
    const stored = /^\/lfs-storage\/([0-9a-f]{64})$/.exec(request.path);
    if (stored && request.method === 'GET') return download(state, request, stored[1]!);
    if (request.path !== `/${state.repository}.git/info/lfs/objects/batch`) return undefined;
    const batch = jsonOf(request);
    const problems = [...errorsOf(checkBatch, batch), ...wrongHeaders(request)];
    for (const problem of problems) report(`POST ${request.path}: ${problem}`);
    const login = Buffer.from(`x-access-token:${state.token}`).toString('base64');
    if (request.headers.authorization !== `Basic ${login}`)
      return answer(401, { message: 'Credentials needed' });
    const objects = (batch as BatchRequest).objects.map((object) => describe(state, request, object));
    return answer(200, { transfer: 'basic', objects, hash_algo: 'sha256' });
  };
}

function wrongHeaders({ headers }: FakeRequest): string[] {
  return (['accept', 'content-type'] as const)
    .filter((name) => headers[name]?.split(';')[0] !== mediaType)
    .map((name) => `${name} is not ${mediaType}`);
}

function describe(state: GitHubState, request: FakeRequest, object: { oid: string; size: number }): object {
  const bytes = state.lfsObjects.get(object.oid);
  if (!bytes) return { ...object, error: { code: 404, message: 'Object does not exist on the server' } };
  const href = `http://${request.headers.host}/lfs-storage/${object.oid}`;
  const header = { 'x-storage-key': 'granted' };
  return { ...object, authenticated: true, actions: { download: { href, header, expires_in: 3600 } } };
}

function download(state: GitHubState, { headers }: FakeRequest, oid: string) {
  const bytes = state.lfsObjects.get(oid);
  // The token is for GitHub; the storage is somebody else's machine.
  if (!bytes || headers['x-storage-key'] !== 'granted' || headers.authorization) return { status: 403 };
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: bytes };
}

function answer(status: number, body: object) {
  return { status, headers: { 'content-type': mediaType }, body: Buffer.from(JSON.stringify(body)) };
}
