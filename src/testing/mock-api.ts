import { fileURLToPath } from "node:url";
import { type AgentsClient, type ClientOptions, createAgentsClient } from "../index.js";
import { type Coverage, coverageOf } from "./coverage.js";
import { DOCUMENT_URL } from "./document.js";
import { Prism } from "./prism.js";
import { findOperation } from "./routes.js";
import { type Answers, prefer } from "./steering.js";
import { ContractViolationError, prismViolations, unknownQuery } from "./violations.js";

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
export async function startMockApi({
  port = 0,
  document = fileURLToPath(DOCUMENT_URL),
}: MockApiOptions = {}): Promise<MockApi> {
  const prism = new Prism(document, port);
  const url = await prism.url();
  const close = () => prism.close();
  return {
    ...connectMockApi(url, prism),
    coverage: async () => {
      await prism.settled();
      return coverageOf(prism.exchanges);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Clients for a mock that another process has started, such as the global setup of a test run. */
export function connectMockApi(url: string, prism?: Prism): MockApiConnection {
  return {
    url,
    client: ({ answers = {}, fetch = globalThis.fetch, ...options }: MockClientOptions = {}) =>
      createAgentsClient({ baseUrl: url, apiKey: "any-key", ...options, fetch: mockFetch(fetch, answers, prism) }),
  };
}

/** A fetch that asks for the wanted answers, and fails where an exchange departs from the document. */
function mockFetch(
  fetch: typeof globalThis.fetch,
  answers: Answers,
  prism: Prism | undefined,
): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const url = new URL(String(input));
    const method = init.method ?? "GET";
    const row = findOperation(method, url.pathname);
    if (!row) throw departure(method, url.pathname, "path", "is none of the document's");
    const answer = answers[row.id as keyof Answers];
    const headers = {
      ...(init.headers as Record<string, string>),
      ...(answer && prefer(row.id as never, answer as never)),
    };
    await prism?.url();
    const response = await fetch(input, { ...init, headers }).catch(async (error) => {
      const words = await prism?.settled();
      if (words === undefined) throw error;
      throw new Error(`the mock ended while it answered ${method} ${url.pathname}, and starts again: ${words}`);
    });
    const body = typeof init.body === "string" ? init.body : undefined;
    const found = [...unknownQuery(row, url.searchParams), ...(await prismViolations(response, body))];
    if (found.length === 0) return response;
    await response.body?.cancel();
    throw new ContractViolationError(`${row.method} ${row.path}`, found);
  };
}

function departure(method: string, path: string, location: string, message: string): ContractViolationError {
  return new ContractViolationError(`${method} ${path}`, [{ location, rule: location, message }]);
}
