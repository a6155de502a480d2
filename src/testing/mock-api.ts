import type { AgentsClient, ClientOptions } from "../index.js";
import { AGENTS_API } from "./agents-api.js";
import type { Coverage } from "./coverage.js";
import { connectMock, startMock } from "./mock.js";
import type { Answers } from "./steering.js";

/** Options of a client for the mock. Where it calls is not among them: it calls the mock, and nothing else. */
export interface MockClientOptions extends Omit<ClientOptions, "region" | "baseUrl"> {
  /** The key that is sent. The mock takes any. Default: one made up, never that of the environment. */
  apiKey?: ClientOptions["apiKey"];
  /** What the mock is asked to answer, by operation id. Default: the first example of each operation. */
  answers?: Answers | undefined;
}

/** A mock of the API that runs somewhere, as a client sees it. */
export interface MockApiConnection {
  /** Where it listens. */
  readonly url: string;
  /**
   * A client for it, which calls nothing else, whatever `with` is given. A call whose request departs from the document
   * rejects with {@link ContractViolationError}.
   *
   * @throws {Error} when the document does not have an answer that is asked for.
   */
  client(options?: MockClientOptions): AgentsClient;
}

/** A mock of the API that runs until it is closed. */
export interface MockApi extends MockApiConnection, AsyncDisposable {
  /**
   * Responses that the mock has no valid answer for, such as `GET /v1/agents 200`: the document has no example of them and
   * none could be made, or it has a wrong one. Asked for, they are a 501 that says why.
   */
  readonly withoutAnswer: readonly string[];
  /** Which operations and statuses have been exercised since the start, by any client and in any process. */
  coverage(): Promise<Coverage>;
  /** Ends it and its process. */
  close(): Promise<void>;
}

/** Options of {@link startMockApi}. */
export interface MockApiOptions {
  /** The port to listen on. Default: a free one. */
  port?: number | undefined;
  /** The address to listen on. Default: 127.0.0.1, so that only this machine can call; in a container, `0.0.0.0`. */
  host?: string | undefined;
  /** The path of the document to serve. Default: the document of this package. */
  document?: string | undefined;
}

/**
 * Starts a mock of the document of this package, in a child process, and resolves when it listens. Prism makes its answers.
 * Requests are judged by JSON Schema, with object schemas closed: a property that the document does not name is a
 * violation. A request that departs from the document is answered with a 4xx whose body says where and why:
 * `{ title, status, detail, violations }` (RFC 9457).
 *
 * @throws {Error} in one line: the port is in use, the document is missing or broken, a schema of it cannot be compiled,
 *   Prism is not installed.
 */
export async function startMockApi(options: MockApiOptions = {}): Promise<MockApi> {
  return startMock<MockClientOptions, AgentsClient>(AGENTS_API, options);
}

/**
 * Clients for a mock that another process has started, such as the global setup of a test run.
 *
 * @throws {Error} when there is no URL, which would lead to the server that the environment names.
 */
export function connectMockApi(url: string): MockApiConnection {
  return connectMock<MockClientOptions, AgentsClient>(AGENTS_API, url);
}
