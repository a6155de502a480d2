import type { AgentsClient, ClientOptions } from "../index.js";
import { AGENTS_API } from "./agents-api.js";
import type { Coverage } from "./coverage.js";
import { connectMock, startMock } from "./mock.js";
import type { Answers } from "./steering.js";

/** Options of a client for the mock server: those of a client, without `region` and `baseUrl`. */
export interface MockClientOptions extends Omit<ClientOptions, "region" | "baseUrl"> {
  /** The key to send. The mock server accepts any key. Default: `any-key`, never the key of the environment. */
  apiKey?: ClientOptions["apiKey"];
  /** The response to select for each operation id. Default: the first example of the operation. */
  answers?: Answers | undefined;
}

/** A running mock server. */
export interface MockApiConnection {
  /** The URL of the mock server. */
  readonly url: string;
  /**
   * Creates a client that can only call this mock server, also after `with`. A call rejects with
   * {@link ContractViolationError} if its request does not match the OpenAPI document.
   *
   * @throws {Error} if `answers` names a status or example that the document does not have.
   */
  client(options?: MockClientOptions): AgentsClient;
}

/** A mock server that runs until `close()`. */
export interface MockApi extends MockApiConnection, AsyncDisposable {
  /**
   * Responses that the mock server cannot give, such as `GET /v1/agents 200`: the document has a wrong example, or it
   * has no example and none could be generated. If a call selects one of these responses, it gets a 501 with the
   * reason.
   */
  readonly withoutResponse: readonly string[];
  /** The operations and statuses that any client, in any process, has called since the start. */
  coverage(): Promise<Coverage>;
  /** Stops the mock server and its process. */
  close(): Promise<void>;
}

/** Options of {@link startMockApi}. */
export interface MockApiOptions {
  /** The port to listen on. Default: any free port. */
  port?: number | undefined;
  /** The address to listen on. Default: 127.0.0.1, so that only this machine can call; in a container, `0.0.0.0`. */
  host?: string | undefined;
  /** The path of the document to serve. Default: the document of this package. */
  document?: string | undefined;
}

/**
 * Starts a mock server in a child process, and resolves when it listens. Prism makes its responses from the OpenAPI
 * document of this package. The mock server validates every request by JSON Schema, and an unknown property is a
 * violation. A request that does not match the document gets a 4xx with the body
 * `{ title, status, detail, violations }` (RFC 9457).
 *
 * @throws {Error} with a one-line message if the port is in use, the document is missing or broken, one of its schemas
 *   cannot be compiled, or Prism is not installed.
 */
export async function startMockApi(options: MockApiOptions = {}): Promise<MockApi> {
  return startMock<MockClientOptions, AgentsClient>(AGENTS_API, options);
}

/**
 * Connects to a mock server that another process has started, such as the global setup of a test run.
 *
 * @throws {Error} if `url` is empty. Otherwise the client would call the server of `POLYAI_BASE_URL` or `POLYAI_REGION`.
 */
export function connectMockApi(url: string): MockApiConnection {
  return connectMock<MockClientOptions, AgentsClient>(AGENTS_API, url);
}
