import { describe, expect, test } from "vitest";
import { RedirectError, UsageError } from "../../src/index.js";
import { createFixtureClient, type FixtureClient } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";

const SECRET = "canary-5f2a";
const collection = { path: { collectionId: "jazz" } };

/** Two servers: the API, with the given handler, and another one, which must get no request. */
async function startBoth(status: number, location: (elsewhere: string) => string) {
  const elsewhere = await startServer((_, response) => json(response, 200, []));
  const api = await startServer((_, response) =>
    response.writeHead(status, { location: location(elsewhere.url) }).end(),
  );
  const library = createFixtureClient({ baseUrl: api.url, apiKey: SECRET });
  const close = async () => {
    await Promise.all([api.close(), elsewhere.close()]);
  };
  return { api, elsewhere, library, [Symbol.asyncDispose]: close };
}

/** What a call rejects with. */
async function failureOf(call: Promise<object>): Promise<RedirectError> {
  return call.then(
    () => Promise.reject(new Error("the call succeeded")),
    (error) => error,
  );
}

const CALLS: [method: string, call: (library: FixtureClient) => Promise<object>][] = [
  ["GET", (library) => library.GET("/collections")],
  ["DELETE", (library) => library.DELETE("/collections/{collectionId}", { params: collection })],
  [
    "POST",
    (library) => library.POST("/collections/{collectionId}/shelves", { params: collection, body: { name: "low" } }),
  ],
  [
    "PATCH",
    (library) =>
      library.PATCH("/collections/{collectionId}/shelves/{shelfId}/notes/{language}", {
        params: { path: { ...collection.path, shelfId: "low", language: "en" } },
        body: { notes: {} },
      }),
  ],
];

describe.each([301, 302, 303, 307, 308])("a redirect of %i", (status) => {
  // After a 307 or 308 nothing was done (RFC 9110, 15.4.8 and 15.4.9); the others also follow a request that was.
  const mayHaveExecuted = status < 307;

  test.each(CALLS)(
    "to another origin is not followed after a %s, and the other server sees nothing",
    async (_, call) => {
      await using both = await startBoth(status, (elsewhere) => `${elsewhere}/collections?token=${SECRET}`);
      const { api, elsewhere, library } = both;
      const error = await failureOf(call(library));
      expect(error).toBeInstanceOf(RedirectError);
      expect(error).toMatchObject({ status, target: elsewhere.url, attempts: 1, retryable: false, mayHaveExecuted });
      expect(error.message).toBe(
        `${error.operation} → ${status} redirect to ${elsewhere.url}, not followed (1 attempt)`,
      );
      expect(elsewhere.received).toHaveLength(0);
      expect(api.received).toHaveLength(1);
    },
  );

  test.each(CALLS)("within the origin is not followed after a %s either", async (_, call) => {
    await using both = await startBoth(status, () => "/elsewhere");
    const { api, library } = both;
    const error = await failureOf(call(library));
    expect(error).toMatchObject({ name: "RedirectError", status, target: api.url, retryable: false, mayHaveExecuted });
    expect(error.message).toBe(`${error.operation} → ${status} redirect to the same origin, not followed (1 attempt)`);
    expect(api.received).toHaveLength(1);
  });
});

describe("a call refuses options that would send the key elsewhere, and sends nothing:", () => {
  test.each<[string, (elsewhere: string) => object, RegExp]>([
    ["a base URL", (url) => ({ baseUrl: url }), /unknown option "baseUrl"/],
    ["a region", () => ({ region: "south" }), /unknown option "region"/],
    ["a URL", (url) => ({ url }), /unknown option "url"/],
    ["a fetch", (url) => ({ fetch: () => fetch(url) }), /unknown option "fetch"/],
    ["following redirects", () => ({ redirect: "follow" }), /unknown option "redirect"/],
    ["a middleware", () => ({ middleware: [{ onRequest: () => {} }] }), /unknown option "middleware"/],
    ["another key", () => ({ apiKey: SECRET }), /unknown option "apiKey"/],
    ["the key's header", () => ({ headers: { "x-api-key": SECRET } }), /give the key as apiKey, not as a header/],
    ["the key's header in capitals", () => ({ headers: { "X-API-KEY": SECRET } }), /give the key as apiKey/],
    ["the key's header as a pair", () => ({ headers: [["X-Api-Key", SECRET]] }), /give the key as apiKey/],
    [
      "the key's header in Headers",
      () => ({ headers: new Headers({ "x-Api-Key": SECRET }) }),
      /give the key as apiKey/,
    ],
    ["the key's header as a parameter", () => ({ params: { header: { "X-Api-Key": SECRET } } }), /the key as apiKey/],
    ["a host", (url) => ({ headers: { host: new URL(url).host } }), /host cannot be set; fetch sets it/],
    ["a host in capitals", (url) => ({ headers: { HOST: new URL(url).host } }), /host cannot be set/],
    ["a host as a pair", (url) => ({ headers: [["Host", new URL(url).host]] }), /host cannot be set/],
    ["a host in Headers", (url) => ({ headers: new Headers({ Host: new URL(url).host }) }), /host cannot be set/],
    ["a host as a parameter", (url) => ({ params: { header: { Host: new URL(url).host } } }), /host cannot be set/],
  ])("%s", async (_, init, message) => {
    await using both = await startBoth(200, String);
    const { api, elsewhere, library } = both;
    const error = await library.GET("/collections", init(elsewhere.url) as never).catch((e) => e);
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain(SECRET);
    expect([...api.received, ...elsewhere.received]).toEqual([]);
  });

  test.each<[string, (elsewhere: string) => string]>([
    ["an absolute URL", (url) => `${url}/collections`],
    ["a host behind a user", (url) => `@${new URL(url).host}/collections`],
    ["a port", (url) => `:${new URL(url).port}/collections`],
  ])("%s in place of the path", async (_, path) => {
    await using both = await startBoth(200, String);
    const { api, elsewhere, library } = both;
    await expect(library.GET(path(elsewhere.url) as "/collections")).rejects.toThrow(
      /the path is not a valid path template/,
    );
    expect([...api.received, ...elsewhere.received]).toEqual([]);
  });
});
