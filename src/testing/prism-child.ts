import { type ChildProcess, fork } from "node:child_process";

/** A request and the status that it was answered with. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** What the child process says. */
interface Message {
  readonly url?: string;
  readonly error?: string;
  readonly exchange?: Exchange;
  readonly pong?: number;
}

const CHILD = new URL("./prism-process.js", import.meta.url);

/** One process of Prism, from its start to its end. */
export class PrismChild {
  /** Where it listens, once it does. */
  readonly url: Promise<string>;
  /** Resolves when the process has ended, to its own words. */
  readonly ended: Promise<string>;
  readonly #process: ChildProcess;
  readonly #pings: (() => void)[] = [];

  constructor(document: string, port: number, onExchange: (exchange: Exchange) => void) {
    const child = fork(CHILD, { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    this.#process = child;
    this.ended = lastWords(child);
    this.url = new Promise((resolve, reject) => {
      this.ended.then((words) => reject(new Error(`the mock ended before it listened: ${words}`)));
      child.on("message", ({ url, error, exchange, pong }: Message) => {
        if (exchange) onExchange(exchange);
        if (pong !== undefined) this.#pings[pong]?.();
        if (url) resolve(url);
        if (error) reject(new Error(`the mock cannot start: ${error}`));
      });
    });
    this.url.catch(() => child.kill("SIGKILL"));
    this.#send({ serve: { document, port } });
  }

  /** Resolves when everything answered so far has been reported; to its own words when it has ended instead. */
  settled(): Promise<string | undefined> {
    const answered = new Promise<undefined>((resolve) => {
      this.#send({ ping: this.#pings.push(() => resolve(undefined)) - 1 });
    });
    return Promise.race([answered, this.ended]);
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

function lastWords(child: ChildProcess): Promise<string> {
  let stderr = "";
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => {
    child.once("close", () => resolve(/^.*Error\b.*$/m.exec(stderr)?.[0].trim() ?? "it gave no reason"));
  });
}
