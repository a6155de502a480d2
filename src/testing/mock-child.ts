import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** A request and the status that it was answered with. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** What the child process is to serve, and where. */
export interface Request {
  /** The path of the document. */
  readonly document: string;
  readonly port: number;
  readonly host: string;
}

/** Where the mock listens, and the responses that it has no valid answer for. */
export interface Listening {
  readonly url: string;
  readonly withoutAnswer: readonly string[];
}

/** What the child process says. */
export interface Message {
  readonly listening?: Listening;
  readonly error?: string;
  readonly exchange?: Exchange;
  readonly pong?: number;
}

/** What a child process runs, and by what. */
interface Runtime {
  execPath?: string | undefined;
  module?: { url: URL; execArgv: string[] };
}

/** The process of a mock, from its start to its end. */
export class MockChild {
  /** Everything that has been answered. */
  readonly exchanges: Exchange[] = [];
  /** Resolves once it listens. */
  readonly listening: Promise<Listening>;
  /** Resolves when the process has ended, to its own words. */
  readonly ended: Promise<string>;
  readonly #process: ChildProcess;
  readonly #pings: (() => void)[] = [];

  constructor(request: Request, { execPath = process.execPath, module = childModule() }: Runtime = {}) {
    const child = fork(module.url, { execPath, execArgv: module.execArgv, stdio: STDIO });
    this.#process = child;
    this.ended = lastWords(child);
    this.listening = new Promise((resolve, reject) => {
      this.ended.then((words) => reject(new Error(`the mock server stopped before it was ready: ${words}`)));
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

  /** Resolves when everything answered so far is in `exchanges`, or the process has ended. */
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

  /** That a message cannot be delivered means that the process has ended, which `ended` tells. */
  #send(message: object): void {
    this.#process.send(message, () => {});
  }
}

const STDIO: NonNullable<ForkOptions["stdio"]> = ["ignore", "ignore", "pipe", "ipc"];

/** The module that the child runs. Among the sources it is TypeScript, which tsx runs. */
function childModule(): NonNullable<Runtime["module"]> {
  const isSource = import.meta.url.endsWith(".ts");
  const tsx = () => pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return {
    url: new URL(`./prism-process.${isSource ? "ts" : "js"}`, import.meta.url),
    execArgv: isSource ? ["--import", tsx()] : [],
  };
}

function lastWords(child: ChildProcess): Promise<string> {
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => {
    // Without a process there is no end of one.
    child.once("error", (error) => resolve(error.message));
    child.once("close", () => resolve(/^\w*Error\b.*$/m.exec(stderr)?.[0].trim() ?? "no reason was given"));
  });
}
