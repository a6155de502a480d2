import { createRedact, safeOrigin } from "../../transport/redact.js";

/** A request to the real API. */
export interface LiveRequest {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

/** The response to a request, or the failure. */
export interface LiveAnswer {
  /** null if there was no response. */
  readonly status: number | null;
  readonly contentType: string;
  /** The origin that a redirect points to, without the key. */
  readonly redirect: string | undefined;
  readonly text: string;
  /** Why there is no response, or no complete one. Without the key. */
  readonly failure: string | undefined;
}

/** The settings that all requests of a run share. */
export interface Connection {
  readonly fetch: typeof globalThis.fetch;
  readonly apiKey: string;
  /** The header that carries the key. */
  readonly apiKeyHeader: string;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds for one response. */
  readonly timeout: number;
}

/**
 * Sends one request and reads the whole response. It does not use the client, which would throw on the responses to
 * check, and retry them. Rejects only with the reason of the caller's signal.
 */
export async function exchange(request: LiveRequest, connection: Connection): Promise<LiveAnswer> {
  const { signal, timeout } = connection;
  signal?.throwIfAborted();
  // Composed by hand: AbortSignal.any can be garbage-collected while it is needed (nodejs/undici#4068).
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(new Error(`timed out after ${timeout} ms`)), timeout);
  signal?.addEventListener("abort", onAbort);
  try {
    return await send(request, connection, controller.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
    signal?.throwIfAborted();
  }
}

async function send(
  { method, url, body }: LiveRequest,
  { fetch, apiKey, apiKeyHeader }: Connection,
  signal: AbortSignal,
) {
  const headers = { accept: "application/json", ...(body !== undefined && JSON_TYPE), [apiKeyHeader]: apiKey };
  const answer = { status: null, contentType: "", redirect: undefined, text: "", failure: undefined };
  const redact = createRedact([apiKey]);
  const failed = (error: unknown) => redact.text(reasonOf(error)).split("\n")[0] ?? "";
  let response: Response;
  try {
    // "manual": fetch would send the key's header to the target of a redirect.
    const init = { method, headers, signal, redirect: "manual" as const };
    response = await fetch(url, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  } catch (error) {
    return { ...answer, failure: failed(error) };
  }
  const { status } = response;
  const contentType = response.headers.get("content-type") ?? "";
  const location = response.headers.get("location");
  const redirect = location === null ? undefined : safeOrigin(location, url, redact);
  const head = { ...answer, status, contentType, redirect };
  return response.text().then(
    (text) => ({ ...head, text }),
    (error) => ({ ...head, failure: failed(error) }),
  );
}

const JSON_TYPE = { "content-type": "application/json" };

/** The code of the error's root cause, or its message. */
function reasonOf(error: unknown): string {
  let root = error as { code?: unknown; cause?: unknown; errors?: unknown[]; message?: unknown };
  for (let depth = 0; depth < 5 && typeof (root.errors?.[0] ?? root.cause) === "object"; depth += 1) {
    root = (root.errors?.[0] ?? root.cause) as typeof root;
  }
  return String(root.code ?? root.message ?? error);
}
