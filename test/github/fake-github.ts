import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { artifactService } from './artifact-service.js';
import { graphqlService } from './graphql-service.js';
import { type FakeAnswer, type FakeRequest, readRequest, type Service } from './http.js';
import { lfsService } from './lfs-service.js';
import { failure, restService } from './rest-service.js';
import type { GitHubState } from './state.js';

/** Answers to give instead of the right ones. */
export interface InjectedFailure {
  method: string;
  path: RegExp;
  status: number;
  message: string;
  headers?: Record<string, string>;
  /** How many requests fail; the next are answered as usual. */
  times: number;
}

/**
 * GitHub on this machine: REST and GraphQL API, Git LFS server, artifact service. Requests and answers
 * of the REST API are checked by GitHub's published description, so that this fake can't drift from it.
 */
export class FakeGitHub {
  readonly state: GitHubState;
  /** Every request so far: `GET /repos/…`. */
  readonly requests: string[] = [];
  /** Requests and answers that GitHub wouldn't know; tests end with none. */
  readonly violations: string[] = [];
  readonly #failures: InjectedFailure[] = [];
  readonly #services: Service[];
  readonly #server: Server;

  private constructor(state: GitHubState) {
    this.state = state;
    const report = (violation: string) => void this.violations.push(violation);
    this.#services = [restService, graphqlService, lfsService, artifactService].map((make) =>
      make(state, report),
    );
    this.#server = createServer((message, response) => {
      readRequest(message)
        .then((request) => this.#answer(request))
        .catch((error: unknown) => {
          report(`the fake itself failed: ${error instanceof Error ? error.stack : String(error)}`);
          return failure(500, 'the fake itself failed');
        })
        .then((answer) => send(response, answer));
    });
  }

  static async start(state: GitHubState): Promise<FakeGitHub> {
    const fake = new FakeGitHub(state);
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  /** `http://127.0.0.1:PORT`, the address of all its services. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Makes the next fitting requests fail. */
  failNext(injected: InjectedFailure): void {
    this.#failures.push({ ...injected });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: FakeRequest): Promise<FakeAnswer> {
    const name = `${request.method} ${request.path}`;
    this.requests.push(name);
    const injected = this.#injected(request);
    if (injected) return injected;
    for (const service of this.#services) {
      const answer = await service(request);
      if (answer) return answer;
    }
    this.violations.push(`${name}: no such route`);
    return failure(404, 'Not Found');
  }

  #injected({ method, path }: FakeRequest): FakeAnswer | undefined {
    const found = this.#failures.find(
      (each) => each.times > 0 && each.method === method && each.path.test(path),
    );
    if (!found) return undefined;
    found.times--;
    return failure(found.status, found.message, found.headers);
  }
}

function send(response: ServerResponse, { status, headers = {}, body }: FakeAnswer): void {
  const raw = body === undefined || body instanceof Uint8Array;
  const type = { 'content-type': raw ? 'application/octet-stream' : 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers });
  response.end(raw ? body : JSON.stringify(body));
}
