import { RedirectError, UsageError } from "../errors.js";
import { refuseHeaders } from "../headers.js";
import { LightRequest } from "../openapi-fetch.js";
import { platformFetch, type Settings } from "../settings.js";
import { toResponse } from "./any-fetch.js";
import { type Call, isIdempotent, redactFor, summaryOf } from "./call.js";
import { keepAlive } from "./connection.js";
import { withBoundedBody } from "./error-body.js";
import { toConnectionError } from "./network.js";
import { originOf, safeOrigin } from "./redact.js";

/** Sends one request with the API key and resolves to the response. */
export type Send = (request: Request | LightRequest, call: Call, signal: AbortSignal) => Promise<Response>;

/**
 * Creates the fetch function that openapi-fetch calls. It adds the key, after the middleware has run, so that
 * middleware never sees the key. A request to another origin than the base URL's is refused.
 */
export function createSend({ fetch, api }: Pick<Settings, "fetch" | "api">): Send {
  const platform = fetch === platformFetch;
  return async (request, call, signal) => {
    const { url, method } = request;
    const light = request instanceof LightRequest;
    // A copy, since middleware still sees the headers of the request.
    const headers = light ? request.headers : new Headers(request.headers);
    if (!light) refuseElsewhere(url, headers, call);
    const key = call.keys.at(-1);
    if (key === undefined) headers.delete(api.apiKeyHeader);
    else headers.set(api.apiKeyHeader, key);
    const body = light ? request.body : await bodyOf(request);
    if (method !== call.method && !isIdempotent(method)) call.idempotent = false;
    call.attempts += 1;
    call.sentAt = call.platform.now();
    try {
      const init = {
        ...(platform && call.traits.deleteBody && keepAlive()),
        ...call.fetchOptions,
        method,
        // A plain object for the user's own fetch, which may spread the headers.
        headers: (platform ? headers : Object.fromEntries(headers)) as Record<string, string>,
        body: body ?? null,
        signal,
        // fetch would send the key's header to the target of a redirect.
        redirect: "manual" as const,
      };
      const response = toResponse(await fetch(url, init));
      refuseRedirect(response, url, call);
      // A Response.error(). The message is one that network.ts recognises.
      if (response.status === 0) throw new TypeError("network error");
      return response.ok ? response : await withBoundedBody(response, redactFor(call));
    } catch (error) {
      // The call is over already; only the middleware's onError gets this error.
      if (signal.aborted) throw (call.signal?.aborted ? call.signal.reason : call.timeoutError) || error;
      // openapi-fetch ignores a falsy error.
      throw toConnectionError(error || new TypeError("network error"), call);
    }
  };
}

function refuseElsewhere(url: string, headers: Headers, { operation, baseUrl }: Call): void {
  refuseHeaders(operation, headers);
  if (originOf(url) === originOf(baseUrl)) return;
  throw new UsageError(operation, "middleware must not send the request to another origin than the base URL's");
}

/** Reads the body into bytes, since a stream would be sent in chunks and only once. */
async function bodyOf(request: Request): Promise<ArrayBuffer | null> {
  const bytes = await request.arrayBuffer();
  return bytes.byteLength > 0 ? bytes : null;
}

function refuseRedirect(response: Response, requested: string, call: Call): void {
  const { status, type, url } = response;
  const moved = url !== "" && url !== requested && originOf(url) !== originOf(requested);
  if (!moved && type !== "opaqueredirect" && (status < 300 || status > 399 || status === 304)) return;
  response.body?.cancel().catch(() => {});
  const location = moved ? url : response.headers.get("location");
  const target = location === null ? undefined : safeOrigin(location, requested, redactFor(call));
  const to = target && target === originOf(requested) ? "the same origin" : (target ?? "an unknown place");
  const what = moved ? `the response came from ${to}` : `${status || "a"} redirect to ${to}, not followed`;
  // A 307 or 308 means that nothing was done (RFC 9110, 15.4.8 and 15.4.9). Other redirects may follow an executed
  // request.
  throw new RedirectError(summaryOf(call, false, status !== 307 && status !== 308), what, { status, target });
}
