import { oneLine } from "./text.js";

const BRAND = Symbol.for("polyai-agents.error");
const MAX_MESSAGE = 300;

/** What has the name of one of the classes below on its prototype, by which copies of the package know its errors. */
interface Branded {
  [BRAND]?: string;
}

/**
 * Base of everything that the client throws on its own account. Safe to log: the message is one line of at most 300
 * characters without markup, and neither it nor any property holds a key, a request or an option.
 *
 * Two things that a call may reject with are not errors of this family: the reason of the caller's own `signal`, and
 * what a function given as an option (`fetch`, `apiKey`) throws by mistake. Both come out as they are.
 */
export abstract class AgentsError<Facts extends object = object> extends Error {
  abstract override readonly name: string;
  /** Method and path template, such as `DELETE /v1/agents/{agentId}`; for wrong options, the function called. */
  declare readonly operation: string;
  /** Host and port that the call was for; undefined when it never came so far. */
  declare readonly host: string | undefined;
  /** Requests sent, 0 when there was none. */
  declare readonly attempts: number;
  /** Milliseconds from the call to this error, back-off included. */
  declare readonly elapsedMs: number;
  /** Whether the same call may be made again: repeating it is safe, and it may then succeed. */
  declare readonly retryable: boolean;
  /** Whether the server may have carried out the operation, in this attempt or an earlier one. */
  declare readonly mayHaveExecuted: boolean;

  /** `facts`: the properties specific to this class, and `cause`. */
  constructor(summary: CallSummary, what: string, facts: Facts) {
    super(messageOf(summary, what, facts), facts);
    Object.assign(this, summary, facts);
  }

  /**
   * What JSON.stringify writes, which loggers use too: `name`, `message` and every property, `headers` as an object and
   * `cause` with its name, message and code. `structuredClone` keeps the message alone, and loses the class.
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

  /** `instanceof` also holds for the errors of another copy of the package, such as its CommonJS beside its ES modules. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore-start lint/complexity/noThisInStatic: it is the class that a value is compared with.
    const { prototype } = this as { prototype: Branded };
    // A subclass that a user wrote has no brand of its own.
    if (!Object.hasOwn(prototype, BRAND)) return super[Symbol.hasInstance](value);
    const brand = (value as Branded)?.[BRAND];
    return this === AgentsError ? !!brand : brand === prototype[BRAND];
    // biome-ignore-end lint/complexity/noThisInStatic: see above.
  }
}

/** The properties that every error of the family has. */
export type CallSummary = Omit<AgentsError, keyof Error | "toJSON">;

function messageOf({ operation, attempts }: CallSummary, what: string, facts: { requestId?: string }): string {
  const head = oneLine(`${operation} → `, 140);
  const request = facts.requestId ? `request ${oneLine(facts.requestId, 60)}, ` : "";
  const tail = attempts > 0 ? ` (${request}${attempts} attempt${attempts === 1 ? "" : "s"})` : "";
  return head + oneLine(what, MAX_MESSAGE - head.length - tail.length) + tail;
}

/** The API answered with a status that is neither a success nor a redirect, be it in the document or not. */
export class ApiError extends AgentsError<
  Pick<ApiError, "status" | "headers" | "code" | "requestId" | "body" | "retryAfterMs">
> {
  override readonly name = "ApiError";
  /** The HTTP status: mostly 400 to 599, also a 304 or one outside the registered range. */
  declare readonly status: number;
  declare readonly headers: Headers;
  /** The error's code in the body: `error_code`, `code` or `error.code`, a number as text; undefined where there is none. */
  declare readonly code: string | undefined;
  /**
   * The server's own id of the request, for a support case: the first of the headers `X-PolyAI-Correlation-Id`,
   * `X-Kong-Request-Id` and `X-Request-Id`.
   */
  declare readonly requestId: string | undefined;
  /** The body, at most its first 64 Ki characters and what comes within a second: parsed JSON, the text of anything else, undefined when there was none. */
  declare readonly body: unknown;
  /** Milliseconds that the server asked to wait (`Retry-After`, `Retry-After-Ms`); at most 2³¹ seconds, also when it overflows. */
  declare readonly retryAfterMs: number | undefined;
}

/** The network failed: no connection, or one that broke before the whole answer was read. `cause` says how. */
export class ConnectionError extends AgentsError<Pick<ConnectionError, "cause">> {
  override readonly name = "ConnectionError";
}

/** A deadline passed: that of one attempt (`timeout`) or of the whole call (`totalTimeout`). */
export class TimeoutError extends AgentsError<Pick<TimeoutError, "scope">> {
  override readonly name = "TimeoutError";
  declare readonly scope: "attempt" | "total";

  constructor(summary: CallSummary, scope: "attempt" | "total", ms: number) {
    super(summary, `the ${scope === "total" ? "call" : "attempt"} did not end within ${ms} ms`, { scope });
  }
}

/** A redirect, not followed since fetch would take the key along, or an answer from elsewhere. Often a wrong `baseUrl`. */
export class RedirectError extends AgentsError<Pick<RedirectError, "status" | "target">> {
  override readonly name = "RedirectError";
  /** The HTTP status, 0 where the platform hides it (browsers). */
  declare readonly status: number;
  /** The origin that the redirect points to, where it is known. */
  declare readonly target: string | undefined;
}

/** A success that is not what the document says: HTML, broken JSON, or no body where one is promised. */
export class ResponseFormatError extends AgentsError<Pick<ResponseFormatError, "status" | "requestId" | "body">> {
  override readonly name = "ResponseFormatError";
  declare readonly status: number;
  /** As in {@link ApiError}. */
  declare readonly requestId: string | undefined;
  /** The first 1,000 characters of the text that came, which is not in the message; undefined when there was no text. */
  declare readonly body: string | undefined;
}

/** The client was used wrongly, and nothing was sent. The message names the option or parameter, never its value. */
export class UsageError extends AgentsError {
  override readonly name = "UsageError";

  constructor(operation: string, what: string) {
    const unsent = { host: undefined, attempts: 0, elapsedMs: 0, retryable: false, mayHaveExecuted: false };
    super({ operation, ...unsent }, what, {});
  }
}

/** The closed family: what a `switch` on `name` has to cover. */
export type AnyAgentsError =
  | ApiError
  | ConnectionError
  | TimeoutError
  | RedirectError
  | ResponseFormatError
  | UsageError;

/** Whether a caught value is an error of this package, also when another copy of the package threw it. */
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
