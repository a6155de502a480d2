import { inject } from "vitest";
import type { DocumentOperation } from "../../scripts/document.js";
import { ApiError, createAgentsClient } from "../../src/index.js";
import type { Request } from "./requests.js";

export interface Answer {
  readonly data: unknown;
  readonly response: Response;
}

type Method = (path: string, init: object) => Promise<Answer>;

const client = createAgentsClient({ baseUrl: inject("mockUrl"), apiKey: "any-key", maxRetries: 0 });

/** Makes a request of an operation through the client, whatever its types would say to it. */
export function send({ method, path }: DocumentOperation, request: Request, prefer?: string): Promise<Answer> {
  const { params, body } = request;
  const call = client[method as keyof typeof client] as unknown as Method;
  return call(path, { params, body, headers: prefer === undefined ? {} : { Prefer: prefer } });
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
