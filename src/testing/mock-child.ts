import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** A request and the status of its response. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** The first message to the child process: the document to serve, and the address. */
export interface Request {
  /** The path of the document. */
  readonly document: string;
  readonly port: number;
  readonly host: string;
}

/** The URL of the mock server, and the responses that it cannot give (see `MockApi.withoutResponse`). */
export interface Listening {
  readonly url: string;
  readonly withoutResponse: readonly string[];
}

/** A message of the child process. */
export interface Message {
  readonly listening?: Listening;
  readonly error?: string;
  readonly exchange?: Exchange;
  readonly pong?: number;
}

/** The executable and the module of the child process. */
interface Runtime {
  execPath?: string | undefined;
  module?: { url: URL; execArgv: string[] };
}

/** The child process of a mock server. */
export class MockChild {
  /** All requests so far. */
  readonly exchanges: Exchange[] = [];
  /** Resolves when the server listens. */
  readonly listening: Promise<Listening>;
  /** Resolves with the reason when the process has ended. */
  readonly ended: Promise<string>;
  readonly #process: ChildProcess;
  readonly #pings: (() => void)[] = [];

  constructor(request: Request, { execPath = process.execPath, module = childModule() }: Runtime = {}) {
    const child = fork(module.url, { execPath, execArgv: module.execArgv, stdio: STDIO });
    this.#process = child;
    this.ended = exitReason(child);
    this.listening = new Promise((resolve, reject) => {
      this.ended.then((reason) => reject(new Error(`the mock server stopped before it was ready: ${reason}`)));
      child.on("message", ({ listening, error, exchange, pong }: Message) => {
        if (exchange) this.exchanges.push(exchange);
        if (pong !== undefined) this.#pings[pong]?.();
        if (listening) resolve(listening);
        if (error) reject(new Error(`the mock server could not start: ${error}`));
      });
    });
    this.listening.catch(() => child.kill("SIGKILL"));
    this.#send({ serve: request });
  }

  /** Resolves when `exchanges` contains every request answered so far, or when the process has ended. */
  async settled(): Promise<void> {
    const answered = new Promise<void>((resolve) => {
      this.#send({ ping: this.#pings.push(resolve) - 1 });
    });
    await Promise.race([answered, this.ended]);
  }

  async end(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.ended;
  }

  /** Ignores a failure to send: the process has ended then, and `ended` resolves. */
  #send(message: object): void {
    this.#process.send(message, () => {});
  }
}

const STDIO: NonNullable<ForkOptions["stdio"]> = ["ignore", "ignore", "pipe", "ipc"];

/** The module that the child runs. In `src` it is TypeScript, which tsx runs. */
function childModule(): NonNullable<Runtime["module"]> {
  const isSource = import.meta.url.endsWith(".ts");
  const tsx = () => pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return {
    url: new URL(`./prism-process.${isSource ? "ts" : "js"}`, import.meta.url),
    execArgv: isSource ? ["--import", tsx()] : [],
  };
}

function exitReason(child: ChildProcess): Promise<string> {
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => {
    // A process that could not start emits `error` and no `close`.
    child.once("error", (error) => resolve(error.message));
    child.once("close", () => resolve(/^\w*Error\b.*$/m.exec(stderr)?.[0].trim() ?? "no reason was given"));
  });
}
