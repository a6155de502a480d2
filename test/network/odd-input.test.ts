import { afterEach, describe, expect, test } from "vitest";
import { createFixtureClient } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";

const polluted = Object.prototype as Record<string, unknown>;
const NAMES = ["baseUrl", "apiKey", "headers", "params", "fetch", "x"];
afterEach(() => {
  for (const name of NAMES) delete polluted[name];
});

test("a polluted Object.prototype sends neither the key nor anything else to another place", async () => {
  await using server = await startServer((_, response) => json(response, 200, {}));
  await using other = await startServer((_, response) => json(response, 200, {}));
  const fetchOther = () => fetch(other.url);
  const headers = { "x-polluted": "1" };
  Object.assign(polluted, { baseUrl: other.url, apiKey: "polluted", headers, params: { query: { x: 1 } }, x: "1" });
  polluted.fetch = fetchOther;
  const library = createFixtureClient({ ...{ baseUrl: server.url }, apiKey: "key-of-the-caller" });
  await library.with({}).GET("/collections");
  expect(other.received).toEqual([]);
  expect(server.received.map(({ url, headers: { "x-api-key": key } }) => [url, key])).toEqual([
    ["/collections", "key-of-the-caller"],
  ]);
  expect(server.received[0]?.headers).not.toHaveProperty("x-polluted");
});

test("a header is removed for one call, and one that is undefined is left out", async () => {
  await using server = await startServer((_, response) => json(response, 200, {}));
  const headers = { "x-team": "a", "x-app": "1" };
  const library = createFixtureClient({ baseUrl: server.url, apiKey: "k", headers });
  await library.GET("/collections", { headers: { "X-Team": null, "x-app": undefined } });
  await library.GET("/collections");
  const arrived = server.received.map((request) => [request.headers["x-team"], request.headers["x-app"]]);
  expect(arrived).toEqual([
    [undefined, "1"],
    ["a", "1"],
  ]);
});

describe("a body", () => {
  test("that is changed between two attempts arrives unchanged twice", async () => {
    await using server = await startServer((_, response, count) => {
      bytes.fill(33);
      body.labels.front = "changed";
      json(response, count % 2 === 1 ? 429 : 200, { size: 1 });
    });
    const bytes = new TextEncoder().encode("jazz");
    const body = { name: "Jazz", labels: { front: "JZ" } };
    const library = createFixtureClient({ baseUrl: server.url, apiKey: "k" });
    await library.PUT("/jingle", { body: bytes });
    body.labels.front = "JZ";
    await library.POST("/collections", { body });
    const written = '{"name":"Jazz","labels":{"front":"JZ"}}';
    expect(server.received.map((request) => request.body)).toEqual(["jazz", "jazz", written, written]);
  });

  test("that JSON cannot carry is not sent", async () => {
    await using server = await startServer((_, response) => json(response, 200, {}));
    const library = createFixtureClient({ baseUrl: server.url, apiKey: "k" });
    for (const body of [new Map([["name", "Jazz"]]), new Set(["Jazz"]), new ReadableStream(), { name: Number.NaN }]) {
      const call = library.POST("/collections", { body } as never);
      await expect(call).rejects.toMatchObject({ name: "UsageError", attempts: 0 });
    }
    expect(server.received).toEqual([]);
  });
});

test("a proxy that adds the key gets no key, and plain http is refused without the option", async () => {
  await using proxy = await startServer((_, response) => json(response, 200, {}));
  const library = createFixtureClient({ baseUrl: proxy.url, apiKey: false });
  await library.GET("/collections");
  expect(proxy.received[0]?.headers).not.toHaveProperty("x-api-key");
  // This name is on every machine, and no loopback name to the client.
  const named = proxy.url.replace("127.0.0.1", "0.0.0.0");
  expect(() => library.with({ baseUrl: named })).toThrow(/dangerouslyAllowHttp/);
  await library.with({ baseUrl: named, dangerouslyAllowHttp: true }).GET("/collections");
  expect(proxy.received).toHaveLength(2);
});
