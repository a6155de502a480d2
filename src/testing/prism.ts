import { type Exchange, PrismChild } from "./prism-child.js";

/** Prism in a process of its own, which is started again when it ends on its own. */
export class Prism {
  /** Everything that has been answered, in every one of its processes. */
  readonly exchanges: Exchange[] = [];
  #child: PrismChild;
  #closed = false;

  constructor(
    private readonly document: string,
    private port: number,
  ) {
    this.#child = this.#start();
  }

  /** The process that answers now, once it listens. */
  async running(): Promise<PrismChild> {
    if (this.#closed) throw new Error("the mock is closed");
    const child = this.#child;
    await child.url;
    return child;
  }

  /** Resolves when everything that has been answered so far is in `exchanges`. */
  async settled(): Promise<void> {
    await this.#child.settled();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#child.end();
  }

  #start(): PrismChild {
    const child = new PrismChild(this.document, this.port, (exchange) => this.exchanges.push(exchange));
    child.url.then(
      (url) => {
        // The same after it has been started again.
        this.port = Number(new URL(url).port);
        child.ended.then(() => {
          if (!this.#closed) this.#child = this.#start();
        });
      },
      // Whoever calls next hears of it.
      () => {},
    );
    return child;
  }
}
