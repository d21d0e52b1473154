import { MessageChannel, type MessagePort } from 'node:worker_threads';
import workerpool, { type Pool } from 'workerpool';
import { workerEntry } from '../base/assets.js';
import { type Build, builds } from './build.js';
import { litertModule } from './litert.js';

/** How long a thread may take to end by itself; one that is inside of a model never does. */
const terminateMs = 200;

/** Worker threads, and how the code of LiteRT's builds gets to them: through a port for each build. */
export class WorkerThreads {
  readonly pool: Pool;
  /** The ports of builds that nobody has asked for yet. */
  readonly #waiting = new Map<Build, MessagePort[]>(builds.map((build) => [build, []]));
  readonly #loading = new Map<Build, Promise<WebAssembly.Module>>();

  /** @param atOnce so many threads don't wait for work to start */
  constructor(threads: number, atOnce: number) {
    this.pool = workerpool.pool(workerEntry(), {
      minWorkers: atOnce,
      maxWorkers: threads,
      workerType: 'thread',
      workerTerminateTimeout: terminateMs,
      onCreateWorker: () => ({ workerThreadOpts: { ...this.#ports(), execArgv: [] } }),
    });
  }

  /** The build that was asked for first. */
  get loaded(): Build | undefined {
    return this.#loading.keys().next().value;
  }

  /** Has all threads load a build; they do so while they start, where they do. */
  async load(build: Build): Promise<void> {
    const module = this.#loading.get(build) ?? litertModule(build);
    this.#loading.set(build, module);
    for (const port of this.#waiting.get(build)!.splice(0)) send(module, port);
    await module;
  }

  /** To be called after a thread has died: workerpool takes up what waits only when the next job is given to it. */
  serveQueue(): void {
    setImmediate(() => this.pool.exec('methods').catch(() => {}));
  }

  /** What a thread needs to be started with to get the modules once they are there. */
  #ports(): { workerData: Record<string, MessagePort>; transferList: MessagePort[] } {
    const ports = builds.map((build): [Build, MessagePort] => [build, this.#port(build)]);
    return { workerData: Object.fromEntries(ports), transferList: ports.map(([, port]) => port) };
  }

  #port(build: Build): MessagePort {
    const { port1, port2 } = new MessageChannel();
    port1.unref();
    const module = this.#loading.get(build);
    if (module) send(module, port1);
    else this.#waiting.get(build)!.push(port1);
    return port2;
  }
}

function send(module: Promise<WebAssembly.Module>, port: MessagePort): void {
  module.then(
    (compiled) => port.postMessage(compiled),
    () => port.close(),
  );
}
