import createClient from "openapi-fetch";
import { UsageError } from "./errors.js";
import type { Reply } from "./transport/call.js";
import type { Method } from "./types.js";

/** What of a call is written into its URL and body. */
interface Written {
  /** Method and path template. */
  readonly operation: string;
  readonly method: Uppercase<Method>;
  /** The path with its parameters filled in. */
  readonly path: string;
  readonly query: Record<string, unknown> | undefined;
  readonly body: unknown;
  /** Carries the call out. */
  send(url: string, body: BodyInit | undefined): Promise<Reply>;
}

/**
 * The one place that reaches openapi-fetch: it writes the query and the body of a call, and hands them to `send`. Its
 * reading of answers is left out, since it takes a 401 without a body for a success, and what breaks while it reads a
 * body reaches no hook of it.
 */
export function createWriter(baseUrl: string): (call: Written) => Promise<Reply> {
  const core = createClient<Record<string, never>>({
    baseUrl,
    Request: PlainRequest as unknown as typeof Request,
    // The outcome is carried past openapi-fetch, which takes a falsy reason for no failure at all.
    fetch: (async (request: PlainRequest) => new PlainResponse(request.send(request.url, request.body))) as never,
  });
  return async ({ operation, method, path, query, body, send }) => {
    const init = {
      params: { query },
      body,
      bodySerializer: (value: unknown) => serialize(operation, value),
      // Nothing is left to be parsed.
      parseAs: "stream",
      send,
    };
    const { response } = await core[method](path as never, init as never);
    return (response as unknown as PlainResponse).reply;
  };
}

function serialize(operation: string, body: unknown): BodyInit {
  if (body instanceof FormData || body instanceof Blob || body instanceof URLSearchParams) return body;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body as BodyInit;
  let json: string | undefined;
  try {
    json = JSON.stringify(body);
  } catch {
    // A cycle or a BigInt; the platform's message would quote the data.
  }
  if (json === undefined) throw new UsageError(operation, "the body cannot be written as JSON");
  return json;
}

/**
 * Takes the place of the platform's Request: a call stays data until an attempt sends it. Building a Request is the
 * largest single cost of a call, and one that has a body cannot be sent twice.
 */
class PlainRequest {
  readonly body: BodyInit | undefined;
  /** openapi-fetch copies what it does not know of the init onto the request. */
  declare readonly send: Written["send"];

  constructor(
    readonly url: string,
    init: { body: BodyInit | undefined },
  ) {
    this.body = init.body;
  }
}

/** Takes the place of the Response. */
class PlainResponse {
  readonly ok = true;
  readonly status = 200;
  readonly headers = { get: () => null };

  constructor(readonly reply: Promise<Reply>) {}
}
