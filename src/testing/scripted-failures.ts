import { cutBody, onAbort, type Signal, stalledBody } from "./broken-bodies.js";

/** A response that the test defines. */
export interface ScriptedAnswer {
  /** The HTTP status, 200 to 599. */
  readonly status: number;
  /** The body. A string is sent unchanged, any other value as JSON. Default: no body. */
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
  /** No response until the signal aborts. */
  stall: (signal: Signal) => new Promise<never>((_, reject) => onAbort(signal, reject)),
  /** A 200 whose body stops after the first bytes, until the signal aborts. */
  "stall-body": (signal: Signal) => new Response(stalledBody(signal), RESPOND_JSON),
  /** A 200 whose connection is lost in the middle of the body. */
  "cut-body": () => new Response(cutBody(), RESPOND_JSON),
  /** A 200 with the content type JSON and an invalid body. */
  "bad-json": () => new Response('[{"agentId":"PROJ', RESPOND_JSON),
  /** A 502 with an HTML body, as a gateway sends it. */
  "html-error": () =>
    new Response("<html><h1>502 Bad Gateway</h1></html>", { status: 502, headers: { "content-type": "text/html" } }),
  /** A 200 without a body. */
  empty: () => new Response(null, { status: 200 }),
  /** A 302 to another origin. The client does not follow it. */
  redirect: () => new Response(null, { status: 302, headers: { location: "https://elsewhere.example/" } }),
};

/** One step: the name of a failure, a response, or `"ok"`, which passes the request on to `fetch`. */
export type FailureStep = keyof typeof STEPS | "ok" | ScriptedAnswer;

/**
 * Returns a fetch that takes one step for each request, in order. After the last step it passes every request on to
 * `fetch`. Use it to test how your code handles failures. A request whose signal has already aborted takes no step.
 *
 * ```ts
 * import { scriptedFailures, startMockApi } from "polyai-agents/testing";
 *
 * const mock = await startMockApi();
 * const fetch = scriptedFailures(globalThis.fetch, ["reset", { status: 429, retryAfter: 1 }, "ok", "cut-body"]);
 * const polyai = mock.client({ fetch });
 * ```
 *
 * @throws {Error} immediately if a step is unknown. The message lists the valid steps.
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

/** The action of a step; undefined passes the request on. */
function toAction(step: FailureStep, at: number): ((signal: Signal) => Response | Promise<never>) | undefined {
  if (step === "ok") return undefined;
  if (typeof step === "string" && Object.hasOwn(STEPS, step)) return STEPS[step];
  const keys = typeof step === "object" && step !== null ? Object.keys(step) : [];
  if (!keys.includes("status") || keys.some((key) => !["status", "body", "headers", "retryAfter"].includes(key))) {
    const names = [...Object.keys(STEPS), "ok"].map((name) => JSON.stringify(name)).join(", ");
    const allowed = `${names}, or { status, body?, headers?, retryAfter? }`;
    throw new Error(`scriptedFailures: step ${at} is ${JSON.stringify(step)}, but must be one of ${allowed}`);
  }
  try {
    // Create the response now, so that an invalid status or header throws where the step is written.
    toResponse(step as ScriptedAnswer);
  } catch (error) {
    throw new Error(`scriptedFailures: step ${at} is not a valid response: ${(error as Error).message}`);
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

/** Rejects with the same error as Node's fetch. */
function networkError(reason: string, facts: object): Promise<never> {
  return Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(reason), facts) }));
}
