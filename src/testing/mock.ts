import { fileURLToPath } from "node:url";
import type { Fetch } from "../index.js";
import { createRedact } from "../transport/redact.js";
import { type Coverage, coverageOf } from "./coverage.js";
import { MockChild } from "./mock-child.js";
import { createFindRoute } from "./routes.js";
import { preferences } from "./steering.js";
import type { TestedApi } from "./tested-api.js";
import { ContractViolationError, reportedViolations, withoutKey } from "./violations.js";

/** The client options that the mock reads itself. All other options go to the client. */
interface SteeredOptions {
  answers?: object | undefined;
  fetch?: Fetch | undefined;
}

/** The part of a client that is the same for every API. */
interface AnyClient {
  with(options: SteeredOptions): this;
}

/** `MockApiConnection` for any API. */
export interface MockConnection<Options, Client> {
  readonly url: string;
  client(options?: Options): Client;
}

/** `MockApi` for any API. */
export interface Mock<Options, Client> extends MockConnection<Options, Client>, AsyncDisposable {
  readonly withoutResponse: readonly string[];
  coverage(): Promise<Coverage>;
  close(): Promise<void>;
}

/** The address of the mock server, and the document that it serves. */
interface StartOptions {
  port?: number | undefined;
  host?: string | undefined;
  document?: string | undefined;
}

/** `startMockApi` for any API. */
export async function startMock<Options extends SteeredOptions, Client extends AnyClient>(
  api: TestedApi<Options, Client>,
  { port = 0, host = "127.0.0.1", document = fileURLToPath(api.document) }: StartOptions,
): Promise<Mock<Options, Client>> {
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error("the mock server could not start: port must be a whole number from 0 to 65535");
  }
  const child = new MockChild({ document, port, host });
  const { url, withoutResponse } = await child.listening;
  let ended: string | undefined;
  child.ended.then((reason) => {
    ended ??= `the mock server has stopped: ${reason}`;
  });
  const close = async () => {
    ended = "the mock server is closed";
    await child.end();
  };
  return {
    ...connect(api, url, () => ended),
    withoutResponse,
    coverage: async () => {
      await child.settled();
      return coverageOf(api.operations, child.exchanges);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** `connectMockApi` for any API. */
export function connectMock<Options extends SteeredOptions, Client extends AnyClient>(
  api: TestedApi<Options, Client>,
  url: string,
): MockConnection<Options, Client> {
  if (!url) throw new Error("connectMockApi needs the URL of a running mock server, as startMockApi() returns it");
  return connect(api, url, () => undefined);
}

function connect<Options extends SteeredOptions, Client extends AnyClient>(
  api: TestedApi<Options, Client>,
  url: string,
  ended: () => string | undefined,
): MockConnection<Options, Client> {
  /** Sets `baseUrl` and `fetch` last, so that no option of the caller can lead to another server. */
  const safe = ({ answers, ...given }: SteeredOptions, fallback?: SteeredOptions): SteeredOptions => {
    const { fetch = fallback?.fetch, ...rest } = given;
    const steered = { answers: answers ?? fallback?.answers, fetch };
    return { ...rest, region: undefined, baseUrl: url, fetch: mockFetch(api, url, steered, ended) } as SteeredOptions;
  };
  const restricted = (client: Client, options: SteeredOptions): Client => {
    const own = client.with.bind(client);
    client.with = (more) => restricted(own(safe(more, options)), { ...options, ...more });
    return client;
  };
  return {
    url,
    client: (options) => {
      const { apiKey = "any-key", ...given } = (options ?? {}) as SteeredOptions & { apiKey?: unknown };
      return restricted(api.createClient({ ...safe(given), apiKey } as unknown as Options), given);
    },
  };
}

/** A fetch that adds the `prefer` header, throws a `ContractViolationError`, and calls only the mock server. */
function mockFetch(
  { operations, apiKeyHeader }: TestedApi<never>,
  mockUrl: string,
  { answers = {}, fetch = globalThis.fetch }: SteeredOptions,
  ended: () => string | undefined,
): Fetch {
  const wanted = preferences(operations, answers);
  const findRoute = createFindRoute(operations);
  const { origin: own } = new URL(mockUrl);
  return async (url, init) => {
    const { origin, pathname } = new URL(url);
    if (origin !== own) throw new Error(`a client of the mock server can only call ${own}, not ${origin}`);
    const reason = ended();
    if (reason) throw new Error(reason);
    const { method } = init;
    const row = findRoute(method, pathname)?.row;
    const key: string | undefined = Object(init.headers)[apiKeyHeader];
    // A `prefer` header of the call itself wins.
    const headers: Record<string, string> = { ...wanted[row?.id ?? ""], ...init.headers };
    const response = await fetch(url, { ...init, headers });
    const found = await reportedViolations(response as Response);
    if (found.length === 0) return response;
    await (response as Response).body?.cancel?.();
    throw new ContractViolationError(
      `${method} ${row?.path ?? createRedact(key ? [key] : []).text(pathname)}`,
      key === undefined ? found : found.map((violation) => withoutKey(violation, key)),
    );
  };
}
