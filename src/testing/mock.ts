import { fileURLToPath } from "node:url";
import type { Fetch } from "../index.js";
import { createRedact } from "../transport/redact.js";
import { type Coverage, coverageOf } from "./coverage.js";
import { Prism } from "./prism.js";
import { createFindOperation } from "./routes.js";
import { preferences } from "./steering.js";
import type { TestedApi } from "./tested-api.js";
import { ContractViolationError, prismViolations, unknownQuery, withoutKey } from "./violations.js";

/** The options of a client that the mock of any API reads; the rest goes to the client. */
interface SteeredOptions {
  answers?: object | undefined;
  fetch?: Fetch | undefined;
}

/** `MockApiConnection` for any API. */
export interface MockConnection<Options, Client> {
  readonly url: string;
  client(options?: Options): Client;
}

/** `MockApi` for any API. */
export interface Mock<Options, Client> extends MockConnection<Options, Client>, AsyncDisposable {
  coverage(): Promise<Coverage>;
  close(): Promise<void>;
}

/** `startMockApi` for any API. */
export async function startMock<Options extends SteeredOptions, Client>(
  api: TestedApi<Options, Client>,
  { port = 0, document = fileURLToPath(api.document) }: { port?: number | undefined; document?: string | undefined },
): Promise<Mock<Options, Client>> {
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error("the mock cannot start: port must be a whole number from 0 to 65535");
  }
  const prism = new Prism(document, port);
  const { url: listening } = await prism.running();
  const url = await listening;
  const close = () => prism.close();
  return {
    ...connectMock(api, url, prism),
    coverage: async () => {
      await prism.settled();
      return coverageOf(api.operations, prism.exchanges);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** `connectMockApi` for any API. */
export function connectMock<Options extends SteeredOptions, Client>(
  api: TestedApi<Options, Client>,
  url: string,
  prism?: Prism,
): MockConnection<Options, Client> {
  if (!url) throw new Error("connectMockApi needs the url of a mock that runs; startMockApi() gives one");
  return {
    url,
    client: (options) => {
      const { answers, fetch, ...rest } = options ?? ({} as Options);
      const given = { baseUrl: url, apiKey: "any-key", ...rest, fetch: mockFetch(api, { answers, fetch }, prism) };
      return api.createClient(given as unknown as Options);
    },
  };
}

/** A fetch that asks for the wanted answers, and fails where an exchange departs from the document. */
function mockFetch(
  { operations, apiKeyHeader }: TestedApi<never>,
  { answers = {}, fetch = globalThis.fetch }: SteeredOptions,
  prism: Prism | undefined,
): Fetch {
  const wanted = preferences(operations, answers);
  const findOperation = createFindOperation(operations);
  return async (url, init) => {
    const { pathname, searchParams: query } = new URL(url);
    const { method } = init;
    const row = findOperation(method, pathname);
    const key: string | undefined = Object(init.headers)[apiKeyHeader];
    if (!row)
      throw departure(method, createRedact(key ? [key] : []).text(pathname), "path", "is none of the document's");
    // A call's own wish wins.
    const headers: Record<string, string> = { ...wanted[row.id], ...init.headers };
    const child = await prism?.running();
    const response = await fetch(url, { ...init, headers }).catch(async (error) => {
      const words = await child?.settled();
      if (words === undefined) throw error;
      throw new Error(`the mock ended while it answered ${method} ${pathname}, and starts again: ${words}`);
    });
    const body = typeof init.body === "string" ? init.body : undefined;
    const found = [...unknownQuery(row, query), ...(await prismViolations(response as Response, { query, body }))];
    if (found.length === 0) return response;
    await (response as Response).body?.cancel?.();
    throw new ContractViolationError(
      `${row.method} ${row.path}`,
      key === undefined ? found : found.map((violation) => withoutKey(violation, key)),
    );
  };
}

function departure(method: string, path: string, location: string, message: string): ContractViolationError {
  return new ContractViolationError(`${method} ${path}`, [{ location, rule: location, message }]);
}
