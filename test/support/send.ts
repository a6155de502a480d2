import { inject } from "vitest";
import type { DocumentOperation } from "../../scripts/document.js";
import { type AgentsClient, ApiError, createAgentsClient } from "../../src/index.js";
import type { Request } from "./requests.js";

export interface Answer {
  readonly data: unknown;
  readonly response: Response;
}

type Method = (path: string, init: object) => Promise<Answer>;

const client = createAgentsClient({ baseUrl: inject("mockUrl"), apiKey: "any-key", maxRetries: 0 });

/** Makes a request of an operation through the client, whatever its types would say to it. */
export function send(operation: DocumentOperation, request: Request, prefer?: string): Promise<Answer> {
  return sendWith(client, operation, request, prefer === undefined ? {} : { Prefer: prefer });
}

/** Makes a request of an operation through another client. */
export function sendWith(
  polyai: AgentsClient,
  { method, path }: DocumentOperation,
  { params, body }: Request,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const call = polyai[method as keyof AgentsClient] as unknown as Method;
  return call(path, { params, body, headers });
}

/** Makes the request by plain fetch and without a key, for which the client cannot be had. */
export function sendWithoutKey({ method, path }: DocumentOperation, { params, body }: Request): Promise<Response> {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(params.path?.[name])));
  const query = new URLSearchParams(params.query as Record<string, string>);
  return fetch(`${inject("mockUrl")}${filled}?${query}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

/** The ApiError that a call rejects with; undefined when the call succeeds. Any other failure is thrown on. */
export function apiErrorOf(call: Promise<unknown>): Promise<ApiError | undefined> {
  return call.then(
    () => undefined,
    (error) => {
      if (error instanceof ApiError) return error;
      throw error;
    },
  );
}
