// biome-ignore-start lint/suspicious/noExplicitAny: nothing else is assignable to the types of every fetch

/** What a fetch is called with: the part of `RequestInit` that every fetch has. */
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

/** What a fetch resolves to, as far as it is needed: any fetch's response, or one made by hand. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** A function that sends one request, as the fetch standard has it. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

type Given = FetchResponse & Partial<Omit<Response, keyof FetchResponse>>;

/**
 * The platform's response for that of any fetch: node-fetch's has a stream of Node's as its body, and one made by hand
 * perhaps no body, no url and headers that cannot be listed.
 */
export function toResponse(given: Given): Response {
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

async function* chunksOf(given: Given): AsyncGenerator<Uint8Array, void> {
  const body = given.body as AsyncIterable<Uint8Array> | null | undefined;
  if (body?.[Symbol.asyncIterator]) yield* body;
  else yield new TextEncoder().encode(await given.text());
}

/** A response of any status: the constructor takes 200 to 599 only, and no body with some. */
export function createResponse(body: BodyInit | null, like: Given, headers = like.headers as Headers): Response {
  const { status, statusText = "", url = "" } = like;
  const constructible = status >= 200 && status <= 599;
  const content = /^(20[45]|304)$/.test(`${status}`) ? null : body;
  const response = new Response(content, { status: constructible ? status : 500, statusText, headers });
  return Object.defineProperties(response, { url: { value: url }, status: { value: status } });
}
