import { cutBody, onAbort, type Signal, stalledBody } from "./broken-bodies.js";

/** An answer made up by hand. */
export interface ScriptedAnswer {
  /** The HTTP status, 200 to 599. */
  readonly status: number;
  /** The body: a string as it stands, anything else as JSON. Default: none. */
  readonly body?: unknown;
  readonly headers?: RequestInit["headers"];
  /** Seconds for the header `Retry-After`. */
  readonly retryAfter?: number;
}

const RESPOND_JSON = { status: 200, headers: { "content-type": "application/json" } };

const STEPS = {
  /** The connection is reset after the request may have been sent. */
  reset: () => networkError("read ECONNRESET", { code: "ECONNRESET", syscall: "read" }),
  /** No connection is made, so nothing was sent. */
  refused: () => networkError("connect ECONNREFUSED", { code: "ECONNREFUSED", syscall: "connect" }),
  /** No answer until the signal aborts. */
  stall: (signal: Signal) => new Promise<never>((_, reject) => onAbort(signal, reject)),
  /** A 200 whose body does not go on until the signal aborts. */
  "stall-body": (signal: Signal) => new Response(stalledBody(signal), RESPOND_JSON),
  /** A 200 whose body breaks off. */
  "cut-body": () => new Response(cutBody(), RESPOND_JSON),
  /** A 200 that says JSON and is none. */
  "bad-json": () => new Response('[{"agentId":"PROJ', RESPOND_JSON),
  /** The 502 of a gateway, in HTML. */
  "html-error": () =>
    new Response("<html><h1>502 Bad Gateway</h1></html>", { status: 502, headers: { "content-type": "text/html" } }),
  /** A 200 without a body. */
  empty: () => new Response(null, { status: 200 }),
  /** A 302 to another origin, which is not followed. */
  redirect: () => new Response(null, { status: 302, headers: { location: "https://elsewhere.example/" } }),
};

/** What a call meets: a failure by its name, an answer made up by hand, or `"ok"`, the answer of the given fetch. */
export type FailureStep = keyof typeof STEPS | "ok" | ScriptedAnswer;

/**
 * A fetch that fails as told, one step for each request, and then passes every request on to `fetch`. For testing what
 * code does when the API has a bad day. A request whose signal has aborted already takes no step.
 *
 * ```ts
 * import { scriptedFailures, startMockApi } from "polyai-agents/testing";
 *
 * const mock = await startMockApi();
 * const fetch = scriptedFailures(globalThis.fetch, ["reset", { status: 429, retryAfter: 1 }, "ok", "cut-body"]);
 * const polyai = mock.client({ fetch });
 * ```
 *
 * @throws {Error} at once, when a step is none, naming those that there are.
 */
export function scriptedFailures(
  fetch: typeof globalThis.fetch,
  steps: readonly FailureStep[],
): typeof globalThis.fetch {
  const actions = steps.map((step, at) => toAction(step, at + 1));
  let next = 0;
  return async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    const action = actions[next++];
    return action ? action(signal) : fetch(input, init);
  };
}

/** What to do for a step; undefined to pass on. */
function toAction(step: FailureStep, at: number): ((signal: Signal) => Response | Promise<never>) | undefined {
  if (step === "ok") return undefined;
  if (typeof step === "string" && Object.hasOwn(STEPS, step)) return STEPS[step];
  const keys = typeof step === "object" && step !== null ? Object.keys(step) : [];
  if (!keys.includes("status") || keys.some((key) => !["status", "body", "headers", "retryAfter"].includes(key))) {
    const names = [...Object.keys(STEPS), "ok"].map((name) => JSON.stringify(name)).join(", ");
    const allowed = `${names}, or { status, body?, headers?, retryAfter? }`;
    throw new Error(`scriptedFailures: step ${at} is ${JSON.stringify(step)}; the steps are ${allowed}`);
  }
  try {
    // Made once at once, so that a status or header that cannot be is known where it was written.
    toResponse(step as ScriptedAnswer);
  } catch (error) {
    throw new Error(`scriptedFailures: step ${at} cannot be an answer: ${(error as Error).message}`);
  }
  return () => toResponse(step as ScriptedAnswer);
}

function toResponse({ status, body, headers: given, retryAfter }: ScriptedAnswer): Response {
  const headers = new Headers(given);
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  if (body === undefined) return new Response(null, { status, headers });
  if (typeof body === "string") return new Response(body, { status, headers });
  return Response.json(body, { status, headers });
}

/** Rejects as Node's fetch does. */
function networkError(reason: string, facts: object): Promise<never> {
  return Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(reason), facts) }));
}
