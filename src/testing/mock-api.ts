import type { AgentsClient, ClientOptions } from "../index.js";
import { AGENTS_API } from "./agents-api.js";
import type { Coverage } from "./coverage.js";
import { connectMock, startMock } from "./mock.js";
import type { Prism } from "./prism.js";
import type { Answers } from "./steering.js";

/** Options of a client for the mock. */
export interface MockClientOptions extends ClientOptions {
  /** What the mock is asked to answer, by operation id. Default: the first example of each operation. */
  answers?: Answers | undefined;
}

/** A mock of the API that runs somewhere, as a client sees it. */
export interface MockApiConnection {
  /** Where it listens, on loopback. */
  readonly url: string;
  /**
   * A client for it. The mock takes any key. A call whose request departs from the document rejects with
   * {@link ContractViolationError}.
   *
   * @throws {Error} when the document does not have an answer that is asked for.
   */
  client(options?: MockClientOptions): AgentsClient;
}

/** A mock of the API that runs until it is closed. */
export interface MockApi extends MockApiConnection, AsyncDisposable {
  /** Which operations and statuses have been exercised since the start, by any client and in any process. */
  coverage(): Promise<Coverage>;
  /** Ends it and its process. */
  close(): Promise<void>;
}

/** Options of {@link startMockApi}. */
export interface MockApiOptions {
  /** The port to listen on. Default: a free one. */
  port?: number | undefined;
  /** The path of the document to serve. Default: the document of this package. */
  document?: string | undefined;
}

/**
 * Starts Prism on the document of this package, in a child process, and resolves when it listens. Object schemas are
 * closed: a property that the document does not name is a violation. When a request ends Prism, its call fails with
 * Prism's own words, and the next call finds it started again.
 *
 * @throws {Error} in one line: the port is in use, the document is missing or broken, Prism is not installed.
 */
export async function startMockApi(options: MockApiOptions = {}): Promise<MockApi> {
  return startMock<MockClientOptions, AgentsClient>(AGENTS_API, options);
}

/**
 * Clients for a mock that another process has started, such as the global setup of a test run. When a request ends Prism,
 * they see a broken connection: its words, and when it is there again, are known only where it was started.
 *
 * @throws {Error} when there is no URL, which would lead to the server that the environment names.
 */
export function connectMockApi(url: string, prism?: Prism): MockApiConnection {
  return connectMock<MockClientOptions, AgentsClient>(AGENTS_API, url, prism);
}
