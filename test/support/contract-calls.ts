import { inject } from "vitest";
import { API_KEY_HEADER } from "../../generated/constants.js";
import { type AgentsClient, ApiError, createAgentsClient } from "../../src/index.js";
import type { ResolvedOperation } from "../../src/testing/resolved-operations.js";
import type { Violation } from "../../src/testing/violations.js";
import type { Request } from "./requests.js";
import { document } from "./shipped-document.js";

export interface Answer {
  readonly data: unknown;
  readonly response: Response;
}

type Method = (path: string, init: object) => Promise<Answer>;

const options = { baseUrl: inject("mockUrl"), apiKey: "any-key", maxRetries: 0 };
const client = createAgentsClient(options);

/** A client whose fetch removes the key, since a client without a key cannot be created. */
const keyless = createAgentsClient({
  ...options,
  fetch: (url, init) => {
    const headers = new Headers(init?.headers);
    headers.delete(API_KEY_HEADER);
    return fetch(url, { ...init, headers });
  },
});

/** Makes a call with the client, without type checking. */
export function send(operation: ResolvedOperation, request: Request, prefer?: string): Promise<Answer> {
  return sendWith(client, operation, request, prefer === undefined ? {} : { Prefer: prefer });
}

/** Makes a call without a key. */
export function sendWithoutKey(operation: ResolvedOperation, request: Request): Promise<Answer> {
  return sendWith(keyless, operation, request);
}

/** Makes a call with another client. */
export function sendWith(
  polyai: AgentsClient,
  operation: ResolvedOperation,
  { params, body }: Request,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const call = polyai[operation.method as keyof AgentsClient] as unknown as Method;
  const { header, query } = otherKeys(operation);
  const init = {
    params: { ...params, query: { ...params.query, ...query } },
    body,
    headers: { ...header, ...headers },
  };
  return call(operation.path, init);
}

/** Headers and query parameters for the security schemes that are required together with the client's own key. */
function otherKeys({ security = document.security ?? [] }: ResolvedOperation) {
  const schemes = security.map((names) => Object.keys(names).map((name) => document.components.securitySchemes[name]));
  const together = schemes.find((all) => all.some((scheme) => scheme?.name === API_KEY_HEADER)) ?? [];
  const keys = (isQuery: boolean) =>
    together
      .filter((scheme) => (scheme?.in === "query") === isQuery && scheme?.name !== API_KEY_HEADER)
      .map((scheme) => [scheme?.name ?? "authorization", "any-key"]);
  return { header: Object.fromEntries(keys(false)), query: Object.fromEntries(keys(true)) };
}

/** The violations in the mock server's response. */
export function violationsOf({ body }: ApiError): readonly Violation[] {
  return Object(body).violations ?? [];
}

/** The ApiError of a call. Undefined if the call succeeds. Other errors are thrown. */
export function apiErrorOf(call: Promise<unknown>): Promise<ApiError | undefined> {
  return call.then(
    () => undefined,
    (error) => {
      if (error instanceof ApiError) return error;
      throw error;
    },
  );
}
