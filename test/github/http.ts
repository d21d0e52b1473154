import type { IncomingMessage } from 'node:http';

/** A request as the fake services read it. */
export interface FakeRequest {
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface FakeAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Bytes are sent as they are, anything else as JSON; undefined: no body. */
  body?: unknown;
}

/** One of the services behind the fake's address; undefined: the request isn't for it. */
export type Service = (request: FakeRequest) => Promise<FakeAnswer | undefined> | FakeAnswer | undefined;

export async function readRequest(message: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const url = new URL(message.url ?? '/', 'http://fake');
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
    body: Buffer.concat(chunks),
  };
}

/** The body as JSON; undefined where there is none. */
export function jsonOf(request: FakeRequest): unknown {
  return request.body.length > 0 ? JSON.parse(request.body.toString('utf8')) : undefined;
}
