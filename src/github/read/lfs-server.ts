import { HttpClient } from '@actions/http-client';
import { z } from 'zod';
import { messageOf } from '../../base/errors.js';
import type { LfsPointer } from './lfs-pointer.js';

export interface LfsServer {
  /** The repository as git clones it, without `.git`: `https://github.com/OWNER/REPO`. */
  repositoryUrl: string;
  token: string;
}

/** `problem` says why there are no bytes. */
interface LfsDownload {
  bytes?: Uint8Array;
  problem?: string;
}

const mediaType = 'application/vnd.git-lfs+json';
const maxAnswerBytes = 1024 * 1024;
/** Milliseconds without a byte after which a server counts as gone. */
const socketTimeout = 60_000;

/** https://github.com/git-lfs/git-lfs/blob/main/docs/api/batch.md#successful-responses */
const answerSchema = z.object({
  objects: z
    .array(
      z.object({
        actions: z
          .object({
            download: z
              .object({ href: z.url(), header: z.record(z.string(), z.string()).default({}) })
              .optional(),
          })
          .optional(),
        error: z.object({ code: z.number(), message: z.string() }).optional(),
      }),
    )
    .min(1),
});

/** Downloads an object from GitHub's LFS server; the caller checks its hash. Never throws. */
export async function downloadFromLfs(server: LfsServer, pointer: LfsPointer): Promise<LfsDownload> {
  const http = new HttpClient('litetrim', [], { allowRetries: true, maxRetries: 3, socketTimeout });
  try {
    const { download, problem } = await requestDownload(http, server, pointer);
    if (!download) return { problem };
    const response = await http.get(download.href, download.header);
    const status = response.message.statusCode ?? 0;
    if (status !== 200) return { problem: `the LFS server answered ${status}` };
    return { bytes: await readBody(response.message, pointer.size) };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

type Download = { href: string; header: Record<string, string> };

async function requestDownload(
  http: HttpClient,
  { repositoryUrl, token }: LfsServer,
  { oid, size }: LfsPointer,
): Promise<{ download?: Download; problem: string }> {
  const body = { operation: 'download', transfers: ['basic'], objects: [{ oid, size }], hash_algo: 'sha256' };
  const response = await http.post(`${repositoryUrl}.git/info/lfs/objects/batch`, JSON.stringify(body), {
    accept: mediaType,
    'content-type': mediaType,
    // GitHub's git and LFS servers take a token as the password of this user.
    authorization: `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
  });
  const status = response.message.statusCode ?? 0;
  if (status !== 200) return { problem: `the LFS server answered ${status}` };
  const text = Buffer.from(await readBody(response.message, maxAnswerBytes)).toString('utf8');
  const object = answerSchema.parse(JSON.parse(text)).objects[0];
  if (object?.actions?.download) return { download: object.actions.download, problem: '' };
  return { problem: `the LFS server says: ${object?.error?.message ?? 'no download'}` };
}

async function readBody(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error('the LFS server sends more than it should');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
