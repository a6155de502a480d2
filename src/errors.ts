import { oneLine } from "./text.js";

const BRAND = Symbol.for("polyai-agents.error");
const MAX_MESSAGE = 300;

/** Each class below has its name on its prototype, by which other copies of the package recognise its errors. */
interface Branded {
  [BRAND]?: string;
}

/**
 * The base class of all errors of the client. Safe to log: the message is one line of at most 300 characters without
 * markup, and no property contains a key, a request or an option.
 *
 * A call can also reject with two things that are not an AgentsError, both unchanged: the abort reason of the caller's
 * `signal`, and what a function given as an option (`fetch`, `apiKey`) throws by mistake.
 */
export abstract class AgentsError<Facts extends object = object> extends Error {
  abstract override readonly name: string;
  /**
   * Method and path template, such as `DELETE /v1/agents/{agentId}`; if client options are wrong, the function's name.
   */
  declare readonly operation: string;
  /** Host and port of the base URL; undefined in a {@link UsageError}. */
  declare readonly host: string | undefined;
  /** The number of requests sent; 0 if none was sent. */
  declare readonly attempts: number;
  /** Milliseconds from the call to this error, with all waiting between attempts. */
  declare readonly elapsedMs: number;
  /** Whether it is safe to make the same call again, and the call may then succeed. */
  declare readonly retryable: boolean;
  /** Whether the server may have carried out the operation, in the last attempt or an earlier one. */
  declare readonly mayHaveExecuted: boolean;

  /** `facts`: the properties specific to this class, and `cause`. */
  constructor(summary: CallSummary, what: string, facts: Facts) {
    super(messageOf(summary, what, facts), facts);
    Object.assign(this, summary, facts);
  }

  /**
   * The error as a plain object, for JSON.stringify and loggers: `name`, `message` and every property, `headers` as an
   * object, and `cause` with its name, message and code. `structuredClone` does not use it: it keeps only the message.
   */
  toJSON(): object {
    const { name, message, headers, cause } = this as { headers?: Headers } & Error;
    return {
      ...this,
      name,
      message,
      ...(headers && { headers: Object.fromEntries(headers) }),
      ...(cause instanceof Error && { cause: { ...cause, name: cause.name, message: cause.message } }),
    };
  }

  /** `instanceof` is also true for errors of another copy of the package, such as CommonJS beside ES modules. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore-start lint/complexity/noThisInStatic: it is the class that a value is compared with.
    const { prototype } = this as { prototype: Branded };
    // A user's own subclass has no brand.
    if (!Object.hasOwn(prototype, BRAND)) return super[Symbol.hasInstance](value);
    const brand = (value as Branded)?.[BRAND];
    return this === AgentsError ? !!brand : brand === prototype[BRAND];
    // biome-ignore-end lint/complexity/noThisInStatic: see above.
  }
}

/** The properties that all errors have in common. */
export type CallSummary = Omit<AgentsError, keyof Error | "toJSON">;

function messageOf({ operation, attempts }: CallSummary, what: string, facts: { requestId?: string }): string {
  const head = oneLine(`${operation} → `, 140);
  const request = facts.requestId ? `request ${oneLine(facts.requestId, 60)}, ` : "";
  const tail = attempts > 0 ? ` (${request}${attempts} attempt${attempts === 1 ? "" : "s"})` : "";
  return head + oneLine(what, MAX_MESSAGE - head.length - tail.length) + tail;
}

/** The response has a status that is neither a success nor a redirect, whether the document describes it or not. */
export class ApiError extends AgentsError<
  Pick<ApiError, "status" | "headers" | "code" | "requestId" | "body" | "retryAfterMs">
> {
  override readonly name = "ApiError";
  /** The HTTP status: 400 to 599, or 304, or one outside 100 to 599. */
  declare readonly status: number;
  declare readonly headers: Headers;
  /** `error_code`, `code` or `error.code` of the body, as a string; undefined if the body has none of them. */
  declare readonly code: string | undefined;
  /**
   * The server's id for the request, to give to support: the first of the headers `X-PolyAI-Correlation-Id`,
   * `X-Kong-Request-Id` and `X-Request-Id`.
   */
  declare readonly requestId: string | undefined;
  /**
   * The body: parsed JSON, otherwise the text, undefined if it is empty. At most the first 65 536 characters, and only
   * what arrives within one second.
   */
  declare readonly body: unknown;
  /**
   * Milliseconds that the server asks to wait (`Retry-After-Ms`, `Retry-After`); a larger number counts as 2³¹ seconds.
   */
  declare readonly retryAfterMs: number | undefined;
}

/** The connection could not be made, or broke before the whole response was read. `cause` is the platform's error. */
export class ConnectionError extends AgentsError<Pick<ConnectionError, "cause">> {
  override readonly name = "ConnectionError";
}

/** The time for one attempt (`timeout`) or for the whole call (`totalTimeout`) is over. */
export class TimeoutError extends AgentsError<Pick<TimeoutError, "scope">> {
  override readonly name = "TimeoutError";
  declare readonly scope: "attempt" | "total";

  constructor(summary: CallSummary, scope: "attempt" | "total", ms: number) {
    super(summary, `the ${scope === "total" ? "call" : "attempt"} did not end within ${ms} ms`, { scope });
  }
}

/**
 * The response is a redirect, or came from another origin. Redirects are not followed, because fetch would send the key
 * to their target. Often the `baseUrl` is wrong.
 */
export class RedirectError extends AgentsError<Pick<RedirectError, "status" | "target">> {
  override readonly name = "RedirectError";
  /** The HTTP status; 0 in browsers, which hide it. */
  declare readonly status: number;
  /** The origin that the redirect points to; undefined if it is unknown. */
  declare readonly target: string | undefined;
}

/** The response is a success, but its body is not what the document describes: HTML, broken JSON, or no body at all. */
export class ResponseFormatError extends AgentsError<Pick<ResponseFormatError, "status" | "requestId" | "body">> {
  override readonly name = "ResponseFormatError";
  declare readonly status: number;
  /** As in {@link ApiError}. */
  declare readonly requestId: string | undefined;
  /** The first 1,000 characters of the body, which are not in the message; undefined if the body is not text. */
  declare readonly body: string | undefined;
}

/** An option or parameter is wrong, and nothing was sent. The message names it, but never contains its value. */
export class UsageError extends AgentsError {
  override readonly name = "UsageError";

  constructor(operation: string, what: string) {
    const unsent = { host: undefined, attempts: 0, elapsedMs: 0, retryable: false, mayHaveExecuted: false };
    super({ operation, ...unsent }, what, {});
  }
}

/** All errors of the client, for a `switch` on `name`. */
export type AnyAgentsError =
  | ApiError
  | ConnectionError
  | TimeoutError
  | RedirectError
  | ResponseFormatError
  | UsageError;

/** Whether a caught value is an error of this package, or of another copy of it. */
export function isAgentsError(error: unknown): error is AnyAgentsError {
  return error instanceof AgentsError;
}

const FAMILY = {
  AgentsError,
  ApiError,
  ConnectionError,
  TimeoutError,
  RedirectError,
  ResponseFormatError,
  UsageError,
};
for (const [name, { prototype }] of Object.entries(FAMILY)) (prototype as Branded)[BRAND] = name;
