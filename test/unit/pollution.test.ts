import { afterEach, expect, test } from "vitest";
import { createFixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

const polluted = Object.prototype as Record<string, unknown>;
let added: string[] = [];
function pollute(properties: Record<string, unknown>) {
  added = Object.keys(properties);
  Object.assign(polluted, properties);
}
afterEach(() => {
  for (const name of added) delete polluted[name];
});

const MIDDLEWARE = { onRequest: () => undefined };

/** What is sent by a client that is created and used while Object.prototype has more properties. */
async function sent(properties: Record<string, unknown>, withMiddleware: boolean) {
  const { fetch, calls } = recordingFetch(() => Response.json({ records: [] }));
  pollute(properties);
  const library = createFixtureClient({ region: "north", apiKey: "k", fetch }).with({});
  if (withMiddleware) library.use(MIDDLEWARE);
  await library.GET("/search", { params: { query: { text: "a", price: { from: 1 }, filter: { to: 2 } } as never } });
  await library.POST("/collections", { body: { name: "Jazz", labels: { front: "JZ" } } });
  for (const name of added) delete polluted[name];
  const text = async (body: RequestInit["body"]) => (body ? await new Response(body).text() : null);
  const aborted = calls[0]?.init.signal?.aborted;
  const requests = calls.map(async ({ url, init: { method, headers, body } }) => ({
    url,
    method,
    headers,
    body: await text(body),
  }));
  return { aborted, requests: await Promise.all(requests) };
}

const elsewhere = () => Promise.reject(new Error("the polluted fetch was called"));
const abort = new AbortController();
abort.abort("polluted");

const redirecting: [string, Record<string, unknown>][] = [
  ["baseUrl", { baseUrl: "https://evil.example" }],
  ["region", { region: "south" }],
  ["apiKey", { apiKey: "polluted" }],
  ["dangerouslyAllowHttp", { dangerouslyAllowHttp: 1, dangerouslyAllowBrowser: 1 }],
  ["fetch", { fetch: elsewhere }],
  ["headers", { headers: { "x-polluted": "1" } }],
  ["header", { header: { "x-polluted": "1" } }],
  ["params", { params: { query: { polluted: "1" } } }],
  ["query", { query: { polluted: "1" } }],
  ["path", { path: { polluted: "1" } }],
  ["limits", { timeout: "x", totalTimeout: "x", maxRetries: "x" }],
  ["onAttempt", { onAttempt: "x" }],
  ["middleware", { middleware: [{ onRequest: elsewhere }] }],
  ["a serializer", { querySerializer: () => "polluted=1", bodySerializer: () => "x", pathSerializer: () => "/x" }],
  ["allowReserved", { allowReserved: true }],
  ["traits", { safe: true, mayBeEmpty: true, sends: "text/plain", receives: ["text/plain"], deleteBody: true }],
  ["any other name", { polluted: "1" }],
];
// With these, Node itself can no longer create a Request for the middleware.
const alsoBreaking: [string, Record<string, unknown>][] = [
  ["signal", { signal: abort.signal }],
  ["body", { body: "polluted" }],
];

test.each([...redirecting, ...alsoBreaking])(
  "%s of a polluted Object.prototype changes nothing that is sent",
  async (name, properties) => {
    for (const withMiddleware of alsoBreaking.some(([one]) => one === name) ? [false] : [false, true]) {
      const expected = await sent({}, withMiddleware);
      expect(expected).toMatchObject({ aborted: false, requests: [{ headers: { "x-api-key": "k" } }, {}] });
      expect(await sent(properties, withMiddleware)).toEqual(expected);
    }
  },
);

test("a polluted Object.prototype does not make a write one that is repeated", async () => {
  const { fetch, calls } = recordingFetch(() => new Response(null, { status: 503 }));
  pollute({ safe: true });
  const call = createFixtureClient({ region: "north", apiKey: "k", fetch }).POST("/collections", {
    body: { name: "Jazz" },
  } as never);
  await expect(call).rejects.toMatchObject({ status: 503, attempts: 1 });
  expect(calls).toHaveLength(1);
});

test("a client without options gets none of a polluted Object.prototype", () => {
  pollute({ baseUrl: "https://evil.example", region: "north", apiKey: "k" });
  expect(() => createFixtureClient()).toThrow(/region is missing/);
  expect(() => createFixtureClient({ region: "south" })).toThrow(/apiKey is missing/);
});

test("a path parameter is never one of a polluted Object.prototype", async () => {
  pollute({ collectionId: "polluted", path: { collectionId: "polluted" } });
  const library = createFixtureClient({ region: "north", apiKey: "k", fetch: elsewhere });
  await expect(library.DELETE("/collections/{collectionId}", { params: {} } as never)).rejects.toThrow(/is missing/);
  await expect(library.DELETE("/collections/{collectionId}", {} as never)).rejects.toThrow(/is missing/);
});
