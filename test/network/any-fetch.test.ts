import { Readable } from "node:stream";
import * as undici7 from "undici";
import * as undici6 from "undici-6";
import { describe, expect, test } from "vitest";
import type { Fetch } from "../../src/transport/any-fetch.js";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { json, type Received, startServer } from "../support/loopback-server.js";

/** A fetch whose responses have a Node stream for a body, as node-fetch's have. */
function asNodeFetch(fetch: Fetch): Fetch {
  return async (url, init) => {
    const response = (await fetch(url, init)) as Response;
    const { ok, status, statusText, headers } = response;
    const body = Readable.from((response.body ?? []) as Iterable<Uint8Array>);
    const text = async () => Buffer.concat(await body.toArray()).toString();
    return { ok, status, statusText, url: response.url, headers, body, text } as Awaited<ReturnType<Fetch>>;
  };
}

/** A response made by hand, with as little as there can be. */
function byHand(fetch: Fetch): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const text = await response.text();
    const headers = { get: (name: string) => response.headers.get(name) };
    const { status } = response;
    return { ok: status < 300, status, headers, text: async () => text, json: async () => JSON.parse(text) };
  };
}

const platform: Fetch = (url, init) => fetch(url, init);
const FETCHES: [string, Fetch][] = [
  ["an arrow function", platform],
  ["undici 6's", undici6.fetch],
  ["undici 7's", undici7.fetch],
  ["one with Node streams", asNodeFetch(platform)],
  ["one with responses made by hand", byHand(platform)],
];

async function against(fetch: Fetch, answer: Parameters<typeof startServer>[0], options: FixtureOptions = {}) {
  const server = await startServer(answer);
  const library = createFixtureClient({ baseUrl: server.url, apiKey: "key-123456", fetch, ...options });
  return { server, library, [Symbol.asyncDispose]: server.close };
}

describe.concurrent.each(FETCHES)("with a custom fetch, %s", (_, fetch) => {
  test("sends a call with key and body, and returns its data", async () => {
    await using api = await against(fetch, (_, response) => json(response, 200, { deleted: ["Grüße"] }));
    const { data, response } = await api.library.DELETE("/collections/{collectionId}/records", {
      params: { path: { collectionId: "jazz" } },
      body: { titles: ["Grüße"] },
    });
    expect(data).toEqual({ deleted: ["Grüße"] });
    expect(response).toBeInstanceOf(Response);
    const [{ headers, body }] = api.server.received as [Received];
    expect(headers["x-api-key"]).toBe("key-123456");
    expect(body).toBe('{"titles":["Grüße"]}');
  });

  test("middleware sees the response", async () => {
    await using api = await against(fetch, (_, response) => json(response, 200, ["a"]));
    const seen: unknown[] = [];
    api.library.use({
      onResponse: async ({ response }) => {
        seen.push(response.status, await response.clone().json());
        return new Response('["b"]', response);
      },
    });
    expect((await api.library.GET("/collections")).data).toEqual(["b"]);
    expect(seen).toEqual([200, ["a"]]);
  });

  test("a 204 has no data", async () => {
    await using api = await against(fetch, (_, response) => response.writeHead(204).end());
    const params = { path: { collectionId: "jazz" } };
    expect((await api.library.DELETE("/collections/{collectionId}", { params })).data).toBeUndefined();
  });

  test("an error is an ApiError with its body, and is repeated after the wait that was asked for", async () => {
    const waits: (number | undefined)[] = [];
    const onAttempt = ({ nextInMs }: { nextInMs: number | undefined }) => void waits.push(nextInMs);
    await using api = await against(
      fetch,
      (_, response, count) => json(response, count === 1 ? 503 : 404, { message: "gone" }, { "retry-after": "0.2" }),
      { onAttempt },
    );
    const error = await api.library.GET("/collections").catch((e) => e);
    expect(error).toMatchObject({ name: "ApiError", status: 404, body: { message: "gone" }, attempts: 2 });
    expect(waits[0]).toBeGreaterThan(200);
  });

  test.each([304, 600, 999])("a %i is an ApiError, and is not repeated", async (status) => {
    await using api = await against(fetch, (_, response) => response.writeHead(status).end());
    await expect(api.library.GET("/collections")).rejects.toMatchObject({ name: "ApiError", status, attempts: 1 });
  });

  test("a redirect is not followed", async () => {
    await using api = await against(fetch, (_, response) => response.writeHead(307, { location: "/x" }).end());
    await expect(api.library.GET("/collections")).rejects.toMatchObject({ name: "RedirectError", status: 307 });
    expect(api.server.received).toHaveLength(1);
  });

  test("a connection that is refused is a ConnectionError, and nothing was executed", async () => {
    const gone = await startServer(() => {});
    await gone.close();
    const library = createFixtureClient({ baseUrl: gone.url, apiKey: "k", fetch, maxRetries: 0 });
    await expect(library.GET("/collections")).rejects.toMatchObject({
      name: "ConnectionError",
      mayHaveExecuted: false,
    });
  });

  test("a body that is cut off throws a ConnectionError", async () => {
    await using api = await against(
      fetch,
      (_, response) => response.writeHead(200, { "content-length": 9 }).write("[", () => response.destroy()),
      { maxRetries: 0 },
    );
    await expect(api.library.GET("/collections")).rejects.toMatchObject({ name: "ConnectionError" });
  });
});

describe("the body of an error of a fetch with Node streams", () => {
  test.each(["stalls", "never ends"])("does not delay the status when it %s", async (how) => {
    let closed = () => {};
    const whenClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    await using api = await against(
      asNodeFetch(platform),
      (_, response) => {
        response.writeHead(401, { "content-type": "text/plain" }).once("close", closed);
        const more = () => {
          while (!response.closed && response.write("x".repeat(10_000)));
        };
        response.write("x");
        if (how === "never ends") response.on("drain", more) && more();
      },
      { timeout: 60_000 },
    );
    const error = await api.library.GET("/collections").catch((e) => e);
    expect(error).toMatchObject({ name: "ApiError", status: 401 });
    await whenClosed;
  });
});

describe("a status of 0", () => {
  const failing: Fetch = async () => Response.error();

  test("is a ConnectionError, which middleware's onError sees", async () => {
    const library = createFixtureClient({ region: "north", apiKey: "k", fetch: failing, maxRetries: 0 });
    const seen: unknown[] = [];
    library.use({ onError: ({ error }) => void seen.push(error) });
    const error = await library.GET("/collections").catch((e) => e);
    expect(error).toMatchObject({ name: "ConnectionError", retryable: true, mayHaveExecuted: true, attempts: 1 });
    expect(seen).toEqual([error]);
  });

  test("is one also when middleware answers with it", async () => {
    const library = createFixtureClient({ region: "north", apiKey: "k", fetch: failing });
    library.use({ onRequest: () => Response.error() });
    await expect(library.GET("/collections")).rejects.toMatchObject({ name: "ConnectionError", attempts: 0 });
  });
});
