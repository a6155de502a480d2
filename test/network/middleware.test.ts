import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { isAgentsError, type Middleware, UsageError } from "../../src/index.js";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { json, type Received, startServer } from "../support/loopback-server.js";

const SECRET = "canary-5f2a-key";
const params = { path: { collectionId: "jazz" } };
const COLLECTIONS = [{ id: "jazz", name: "Jazz" }];

/** A server that answers in turn, the last answer again and again, and a client for it. */
async function against(statuses: number[] = [200], options: FixtureOptions = {}) {
  const server = await startServer((_, response, count) => {
    const status = statuses[Math.min(count, statuses.length) - 1] ?? 200;
    json(response, status, status === 200 ? COLLECTIONS : { message: `status ${status}` }, { "retry-after-ms": "1" });
  });
  const events: (string | number | undefined)[] = [];
  const onAttempt: FixtureOptions["onAttempt"] = ({ status, error }) => void events.push(status ?? error);
  const client = createFixtureClient({ baseUrl: server.url, apiKey: SECRET, onAttempt, ...options });
  return { server, client, events, [Symbol.asyncDispose]: server.close };
}

const headersOf = (received: readonly Received[], name: string) => received.map(({ headers }) => headers[name]);

describe("onRequest", () => {
  test("can change headers, on every attempt", async () => {
    await using api = await against([503, 503, 200]);
    let runs = 0;
    api.client.use({ onRequest: ({ request }) => request.headers.set("x-run", String(++runs)) });
    expect((await api.client.GET("/collections")).data).toEqual(COLLECTIONS);
    expect(headersOf(api.server.received, "x-run")).toEqual(["1", "2", "3"]);
    expect(api.events).toEqual([503, 503, 200]);
  });

  test("can return a new Request, whose URL, headers and body are sent", async () => {
    await using api = await against();
    api.client.use({
      onRequest: ({ request }) =>
        new Request(`${request.url}?added=1`, { method: "POST", headers: { "x-own": "1" }, body: "own body" }),
    });
    await api.client.POST("/collections", { body: { name: "Jazz", labels: { front: "JZ" } } });
    expect(api.server.received).toMatchObject([
      { method: "POST", url: "/collections?added=1", body: "own body", headers: { "x-own": "1", "x-api-key": SECRET } },
    ]);
  });

  test("can read the body of a clone, and every attempt sends the body unchanged", async () => {
    await using api = await against([503, 200]);
    const bodies: string[] = [];
    api.client.use({ onRequest: async ({ request }) => void bodies.push(await request.clone().text()) });
    await api.client.DELETE("/collections/{collectionId}/records", { params, body: { titles: ["Blue"] } });
    expect(bodies).toEqual(['{"titles":["Blue"]}', '{"titles":["Blue"]}']);
    expect(api.server.received.map(({ body }) => body)).toEqual(bodies);
    expect(headersOf(api.server.received, "content-length")).toEqual(["19", "19"]);
    expect(headersOf(api.server.received, "content-type")).toEqual(["application/json", "application/json"]);
  });

  test("lets a form through with its parts", async () => {
    await using api = await against([204]);
    api.client.use({ onRequest: ({ request }) => new Request(request, { headers: new Headers(request.headers) }) });
    const form = new FormData();
    form.set("title", "Blue");
    await api.client.POST("/jingle", { body: form }).catch(() => {});
    expect(api.server.received[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(api.server.received[0]?.body).toContain('name="title"\r\n\r\nBlue\r\n');
  });

  test("gets the path template, the parameters and an id for each attempt, as openapi-fetch documents", async () => {
    await using api = await against([503, 200]);
    const seen: unknown[] = [];
    const ids = new Set<string>();
    api.client.use({
      onRequest: ({ schemaPath, params, id, options, request }) => {
        seen.push({ schemaPath, params, baseUrl: options.baseUrl, url: request.url });
        ids.add(id);
      },
    });
    await api.client.GET("/collections/{collectionId}", { params });
    const url = `${api.server.url}/collections/jazz`;
    const one = { schemaPath: "/collections/{collectionId}", params, baseUrl: api.server.url, url };
    expect(seen).toEqual([one, one]);
    expect(ids.size).toBe(2);
  });

  test("that returns a Response answers the call: nothing is sent, reported or retried", async () => {
    await using api = await against();
    api.client.use({ onRequest: () => Response.json([{ id: "cached", name: "Cached" }]) });
    const { data, response } = await api.client.GET("/collections");
    expect(data).toEqual([{ id: "cached", name: "Cached" }]);
    expect(response.status).toBe(200);
    expect(api.server.received).toEqual([]);
    expect(api.events).toEqual([]);
  });

  test("that returns an error Response ends the call with an ApiError of no attempt", async () => {
    await using api = await against();
    let runs = 0;
    api.client.use({
      onRequest: () => {
        runs += 1;
        return Response.json({ message: "breaker is open" }, { status: 503 });
      },
    });
    const error = await api.client.GET("/collections").catch((e) => e);
    expect(error).toMatchObject({ name: "ApiError", status: 503, attempts: 0, mayHaveExecuted: false });
    expect(error.message).toBe("GET /collections → 503: breaker is open");
    expect([runs, api.server.received, api.events]).toEqual([1, [], []]);
  });

  test("that throws ends the call with its error", async () => {
    await using api = await against();
    const failure = new RangeError("no token");
    api.client.use({ onRequest: () => Promise.reject(failure) });
    await expect(api.client.GET("/collections")).rejects.toBe(failure);
    expect(api.server.received).toEqual([]);
  });

  test("that turns an idempotent request into a POST loses the retries that were safe before", async () => {
    await using api = await against([503, 200]);
    api.client.use({ onRequest: ({ request }) => new Request(request, { method: "POST" }) });
    const call = api.client.DELETE("/collections/{collectionId}/records", { params, body: { titles: ["Blue"] } });
    await expect(call).rejects.toMatchObject({ status: 503, retryable: false, mayHaveExecuted: true, attempts: 1 });
    expect(api.server.received.map(({ method }) => method)).toEqual(["POST"]);
  });
});

describe("onResponse", () => {
  test("sees every response, that of an error too", async () => {
    await using api = await against([503, 404]);
    const seen: [number, unknown][] = [];
    api.client.use({
      onResponse: async ({ response }) => void seen.push([response.status, await response.clone().json()]),
    });
    await expect(api.client.GET("/collections")).rejects.toMatchObject({ status: 404, attempts: 2 });
    expect(seen).toEqual([
      [503, { message: "status 503" }],
      [404, { message: "status 404" }],
    ]);
  });

  test("can replace the response: a failure by a success, and the other way round", async () => {
    await using api = await against([404, 200]);
    let replaced = 0;
    const middleware: Middleware = {
      onResponse: ({ response }) =>
        Response.json(replaced++ === 0 ? [] : { message: "stale" }, { status: response.ok ? 500 : 200 }),
    };
    api.client.use(middleware);
    expect((await api.client.GET("/collections")).data).toEqual([]);
    const error = await api.client.GET("/collections", { maxRetries: 0 }).catch((e) => e);
    expect(error).toMatchObject({ name: "ApiError", status: 500, body: { message: "stale" }, attempts: 1 });
  });

  test("that has read the body itself makes the call fail with the platform's own error", async () => {
    await using api = await against();
    api.client.use({ onResponse: async ({ response }) => void (await response.text()) });
    await expect(api.client.GET("/collections")).rejects.toThrow(TypeError);
  });
});

describe("onError", () => {
  async function unreachable() {
    const server = await startServer(() => {});
    await server.close();
    return createFixtureClient({ baseUrl: server.url, apiKey: SECRET, maxRetries: 0 });
  }

  test("sees the ConnectionError of each attempt", async () => {
    const client = await unreachable();
    const seen: unknown[] = [];
    client.use({ onError: ({ error }) => void seen.push(error) });
    const thrown = await client.GET("/collections").catch((e) => e);
    expect(seen).toEqual([thrown]);
    expect(thrown).toMatchObject({ name: "ConnectionError", attempts: 1 });
  });

  test("can replace the error, and the call rejects with the new error", async () => {
    const client = await unreachable();
    const own = new Error("down", { cause: 1 });
    client.use({ onError: () => own });
    await expect(client.GET("/collections")).rejects.toBe(own);
  });

  test("can return a Response instead", async () => {
    const client = await unreachable();
    client.use({ onError: () => Response.json([]) });
    expect((await client.GET("/collections")).data).toEqual([]);
  });

  test("sees timeouts and aborts, and cannot hold up or change the end of the call", async () => {
    await using server = await startServer(() => {});
    const seen: unknown[] = [];
    const client = createFixtureClient({ baseUrl: server.url, apiKey: SECRET, maxRetries: 0 });
    client.use({
      onError: ({ error }) => {
        seen.push(error);
        return new Promise(() => {});
      },
    });
    const timedOut = await client.GET("/collections", { timeout: 30 }).catch((e) => e);
    expect(timedOut).toMatchObject({ name: "TimeoutError", scope: "attempt", attempts: 1 });
    const controller = new AbortController();
    const call = client.GET("/collections", { signal: controller.signal });
    setImmediate(() => controller.abort("enough"));
    await expect(call).rejects.toBe("enough");
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toEqual([timedOut, "enough"]);
  });
});

describe("use and eject", () => {
  test("run onRequest in order and the others in reverse, without ejected middleware", async () => {
    await using api = await against();
    const order: string[] = [];
    const named = (name: string): Middleware => ({
      onRequest: () => void order.push(`${name} request`),
      onResponse: () => void order.push(`${name} response`),
    });
    const [a, b, c] = [named("a"), named("b"), named("c")];
    api.client.use(a, b);
    api.client.use(c);
    api.client.eject(b, named("never added"));
    await api.client.GET("/collections");
    expect(order).toEqual(["a request", "c request", "c response", "a response"]);
  });

  test("a client of `with` starts with a copy of the list", async () => {
    await using api = await against();
    const mark = (value: string): Middleware => ({
      onRequest: ({ request }) => request.headers.append("x-mark", value),
    });
    const first = mark("first");
    api.client.use(first);
    const other = api.client.with({ timeout: 5_000 });
    other.use(mark("other"));
    api.client.eject(first);
    await api.client.GET("/collections");
    await other.GET("/collections");
    expect(headersOf(api.server.received, "x-mark")).toEqual([undefined, "first, other"]);
  });

  test("are all that a client has beside its calls and `with`", () => {
    const client = createFixtureClient({ region: "north", apiKey: SECRET });
    const names = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "eject", "use", "with"];
    for (const one of [client, client.fetchClient]) expect(Object.keys(one).sort()).toEqual(names);
  });

  test("are those of fetchClient as well", async () => {
    await using api = await against();
    api.client.fetchClient.use({ onRequest: ({ request }) => request.headers.set("x-mark", "1") });
    await api.client.GET("/collections");
    expect(headersOf(api.server.received, "x-mark")).toEqual(["1"]);
  });

  test("skip falsy values, and refuse values that are not middleware", async () => {
    await using api = await against();
    api.client.use(undefined as never, false as never);
    await api.client.GET("/collections");
    for (const wrong of [{}, { onrequest: () => {} }, () => {}, "auth"]) {
      expect(() => api.client.use(wrong as never)).toThrow(UsageError);
    }
    expect(() => api.client.use({} as never)).toThrow(
      /a middleware must be an object with onRequest or onResponse or onError$/,
    );
  });
});

describe("the key", () => {
  test("is not visible to middleware, before or after the request is sent", async () => {
    await using api = await against([503, 404]);
    const seen: string[] = [];
    const look = (...values: unknown[]) => {
      for (const value of values) seen.push(inspect(value, { depth: 8, showHidden: true }));
    };
    api.client.use({
      onRequest: (context) => look(context, [...context.request.headers]),
      onResponse: (context) => look(context, [...context.request.headers]),
    });
    await expect(api.client.GET("/collections")).rejects.toMatchObject({ status: 404 });
    expect(headersOf(api.server.received, "x-api-key")).toEqual([SECRET, SECRET]);
    expect(seen).toHaveLength(8);
    for (const text of seen) expect(text).not.toContain(SECRET);
  });

  test("overwrites a header of its name that middleware has set", async () => {
    await using api = await against();
    api.client.use({ onRequest: ({ request }) => request.headers.set("X-API-Key", "another-key") });
    await api.client.GET("/collections");
    expect(headersOf(api.server.received, "x-api-key")).toEqual([SECRET]);
  });

  test.each<[string, (url: string) => Middleware]>([
    ["a new Request", (url) => ({ onRequest: ({ request }) => new Request(`${url}/collections`, request) })],
    ["options.fetch", (url) => ({ onRequest: ({ options }) => options.fetch(new Request(`${url}/collections`)) })],
  ])("does not go to another origin: %s is refused before it is sent", async (_, middlewareFor) => {
    await using elsewhere = await startServer((_, response) => json(response, 200, []));
    await using api = await against();
    api.client.use(middlewareFor(elsewhere.url));
    const error = await api.client.GET("/collections").catch((e) => e);
    expect(error).toBeInstanceOf(UsageError);
    expect(isAgentsError(error)).toBe(true);
    expect(error.message).toMatch(/^GET \/collections → middleware must not send the request to another origin/);
    expect([...elsewhere.received, ...api.server.received]).toEqual([]);
  });

  test("does not go with a host that middleware has set", async () => {
    await using api = await against();
    api.client.use({ onRequest: ({ request }) => request.headers.set("host", "elsewhere.example") });
    await expect(api.client.GET("/collections")).rejects.toThrow(/host cannot be set/);
    expect(api.server.received).toEqual([]);
  });
});

test("a key from a function is asked for before middleware runs, and refreshed after a 401", async () => {
  await using server = await startServer(({ headers }, response) =>
    json(response, headers["x-api-key"] === "fresh-key" ? 200 : 401, []),
  );
  const apiKey = ({ rejected }: { rejected: boolean }) => (rejected ? "fresh-key" : "expired-key");
  const client = createFixtureClient({ baseUrl: server.url, apiKey });
  client.use({ onRequest: ({ request }) => request.headers.set("x-mark", "1") });
  await client.GET("/collections");
  expect(headersOf(server.received, "x-api-key")).toEqual(["expired-key", "fresh-key"]);
});
