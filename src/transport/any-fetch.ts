// biome-ignore-start lint/suspicious/noExplicitAny: nothing else is assignable to the types of every fetch

/** The init that a fetch function gets: the part of `RequestInit` that every implementation of fetch has. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  /** A string, bytes, a form or null. */
  body: any;
  /** An `AbortSignal`, which ends the request. */
  signal: any;
  redirect: "manual";
}
// biome-ignore-end lint/suspicious/noExplicitAny: as above

/** The part of a `Response` that the client needs. Any implementation of fetch has it. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** A function that sends one request, like `fetch` of the fetch standard. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

type AnyResponse = FetchResponse & Partial<Omit<Response, keyof FetchResponse>>;

/**
 * Converts the response of any fetch to the platform's `Response`. The body of node-fetch is a Node stream, and a
 * hand-written response may lack `body`, `url` and iterable headers.
 */
export function toResponse(given: AnyResponse): Response {
  if (given instanceof Response) return given;
  const { headers } = given;
  const listed = Symbol.iterator in headers ? headers : LISTED.map((name) => [name, headers.get(name) ?? ""]);
  const chunks = chunksOf(given);
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return createResponse(body, given, listed as Headers);
}

const LISTED = ["content-type", "retry-after"];

async function* chunksOf(given: AnyResponse): AsyncGenerator<Uint8Array, void> {
  const body = given.body as AsyncIterable<Uint8Array> | null | undefined;
  if (body?.[Symbol.asyncIterator]) yield* body;
  else yield new TextEncoder().encode(await given.text());
}

/** Creates a response with any status. The constructor allows only 200 to 599, and with some of them no body. */
export function createResponse(body: BodyInit | null, like: AnyResponse, headers = like.headers as Headers): Response {
  const { status, statusText = "", url = "" } = like;
  const constructible = status >= 200 && status <= 599;
  const content = /^(20[45]|304)$/.test(`${status}`) ? null : body;
  const response = new Response(content, { status: constructible ? status : 500, statusText, headers });
  return Object.defineProperties(response, { url: { value: url }, status: { value: status } });
}
