import { fileURLToPath } from "node:url";
import { API_KEY_HEADER } from "../../generated/constants.js";
import { type AgentsClient, type ClientOptions, createAgentsClient } from "../index.js";
import { type Coverage, coverageOf } from "./coverage.js";
import { DOCUMENT_URL } from "./document.js";
import { Prism } from "./prism.js";
import { findOperation } from "./routes.js";
import { type Answers, preferences } from "./steering.js";
import { ContractViolationError, prismViolations, unknownQuery, withoutKey } from "./violations.js";

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
export async function startMockApi({
  port = 0,
  document = fileURLToPath(DOCUMENT_URL),
}: MockApiOptions = {}): Promise<MockApi> {
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error("the mock cannot start: port must be a whole number from 0 to 65535");
  }
  const prism = new Prism(document, port);
  const { url: listening } = await prism.running();
  const url = await listening;
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

/**
 * Clients for a mock that another process has started, such as the global setup of a test run. When a request ends Prism,
 * they see a broken connection: its words, and when it is there again, are known only where it was started.
 *
 * @throws {Error} when there is no URL, which would lead to the server that the environment names.
 */
export function connectMockApi(url: string, prism?: Prism): MockApiConnection {
  if (!url) throw new Error("connectMockApi needs the url of a mock that runs; startMockApi() gives one");
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
  const wanted = preferences(answers);
  return async (input, init = {}) => {
    const { pathname, searchParams: query } = new URL(String(input));
    const method = init.method ?? "GET";
    const row = findOperation(method, pathname);
    if (!row) throw departure(method, pathname, "path", "is none of the document's");
    // A call's own wish wins.
    const headers: Record<string, string> = { ...wanted[row.id], ...(init.headers as Record<string, string>) };
    const child = await prism?.running();
    const response = await fetch(input, { ...init, headers }).catch(async (error) => {
      const words = await child?.settled();
      if (words === undefined) throw error;
      throw new Error(`the mock ended while it answered ${method} ${pathname}, and starts again: ${words}`);
    });
    const body = typeof init.body === "string" ? init.body : undefined;
    const found = [...unknownQuery(row, query), ...(await prismViolations(response, { query, body }))];
    if (found.length === 0) return response;
    await response.body?.cancel();
    const key = String(headers[API_KEY_HEADER]);
    throw new ContractViolationError(
      `${row.method} ${row.path}`,
      found.map((violation) => withoutKey(violation, key)),
    );
  };
}

function departure(method: string, path: string, location: string, message: string): ContractViolationError {
  return new ContractViolationError(`${method} ${path}`, [{ location, rule: location, message }]);
}
