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

/** Prism in a child process, which is started again when it ends on its own. */
export class Prism {
  readonly exchanges: Exchange[] = [];
  /** Prism's own words, when its last process ended on its own. */
  #words = "";
  #child: ChildProcess;
  #url: Promise<string>;
  #closing = false;
  #pings = 0;

  constructor(
    private readonly document: string,
    private port: number,
  ) {
    this.#child = this.#fork();
    this.#url = this.#start(this.#child);
  }

  /** Where it listens, once it does; the same after it has been started again. */
  async url(): Promise<string> {
    return this.#url;
  }

  /**
   * Resolves when everything that Prism has answered so far is in `exchanges`; to its own words when it has ended
   * instead of answering.
   */
  async settled(): Promise<string | undefined> {
    const child = this.#child;
    const ping = ++this.#pings;
    return new Promise((resolve) => {
      const onMessage = (message: Message) => {
        if (message.pong === ping) done(undefined);
      };
      const onClose = () => done(this.#words);
      const done = (words: string | undefined) => {
        child.off("message", onMessage).off("close", onClose);
        resolve(words);
      };
      child.on("message", onMessage).on("close", onClose);
      child.send({ ping }, (error) => error && child.exitCode !== null && done(this.#words));
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once("close", () => resolve());
      child.kill("SIGKILL");
    });
  }

  #fork(): ChildProcess {
    const child = fork(CHILD, { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    let stderr = "";
    child.stderr?.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("message", ({ exchange }: Message) => exchange && this.exchanges.push(exchange));
    child.once("close", () => {
      this.#words = /^.*Error\b.*$/m.exec(stderr)?.[0].trim() ?? "it gave no reason";
    });
    return child;
  }

  #start(child: ChildProcess): Promise<string> {
    const started = new Promise<string>((resolve, reject) => {
      child.once("close", () => reject(new Error(`the mock ended before it listened: ${this.#words}`)));
      child.on("message", ({ url, error }: Message) => {
        if (url) resolve(url);
        if (error) reject(new Error(`the mock cannot start: ${error}`));
      });
      child.send({ serve: { document: this.document, port: this.port } });
    });
    started.then(
      (url) => {
        this.port = Number(new URL(url).port);
        child.once("close", () => this.#restart());
      },
      () => child.kill("SIGKILL"),
    );
    return started;
  }

  #restart(): void {
    if (this.#closing) return;
    this.#child = this.#fork();
    this.#url = this.#start(this.#child);
    // Whoever calls next hears of it.
    this.#url.catch(() => {});
  }
}
