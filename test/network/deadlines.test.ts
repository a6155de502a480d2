import { describe, expect, test } from "vitest";
import { createFixtureClient } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";

const client = (url: string, options = {}) => createFixtureClient({ baseUrl: url, apiKey: "k", ...options });

describe("the deadlines", () => {
  test("end a body that trickles for ever", async () => {
    await using server = await startServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 5);
      response.once("close", () => clearInterval(drip));
    });
    const call = client(server.url, { totalTimeout: 80, timeout: 50 }).GET("/collections");
    await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("end a call whose key does not arrive in time, and nothing is sent, even if the key arrives later", async () => {
    let give = (_key: string) => {};
    const late = new Promise<string>((resolve) => {
      give = resolve;
    });
    await using server = await startServer((_, response) => json(response, 200, []));
    const library = client(server.url, { apiKey: () => late, totalTimeout: 20 });
    const call = library.POST("/collections/{collectionId}/records", {
      params: { path: { collectionId: "a" } },
      body: { titles: ["Blue"] },
    });
    await expect(call).rejects.toMatchObject({ scope: "total", attempts: 0, mayHaveExecuted: false, retryable: true });
    give("late");
    await new Promise((resolve) => setImmediate(resolve));
    expect(server.received).toHaveLength(0);
  });

  test("end a call whose fetch does not heed its signal", async () => {
    const deaf = (() => new Promise(() => {})) as typeof fetch;
    const library = createFixtureClient({ region: "north", apiKey: "k", fetch: deaf, timeout: 20, maxRetries: 0 });
    await expect(library.GET("/collections")).rejects.toMatchObject({ name: "TimeoutError", scope: "attempt" });
  });

  test("may be Infinity, or longer than a timer can be", async () => {
    await using server = await startServer((_, response) => json(response, 200, []));
    for (const ms of [Number.POSITIVE_INFINITY, 2 ** 40]) {
      const { data } = await client(server.url, { timeout: ms, totalTimeout: ms }).GET("/collections");
      expect(data).toEqual([]);
    }
  });

  test("of a call win over those of the client", async () => {
    await using server = await startServer(() => {});
    const call = client(server.url, { maxRetries: 0 }).GET("/collections", { timeout: 20 });
    await expect(call).rejects.toThrow(/within 20 ms/);
  });
});

describe("a caller's signal", () => {
  const reason = new Error("the user went away");

  test("that has aborted already sends nothing, and the call rejects with its reason", async () => {
    await using server = await startServer((_, response) => json(response, 200, []));
    await expect(client(server.url).GET("/collections", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await expect(client(server.url).GET("/collections", { signal: AbortSignal.abort(null) })).rejects.toBeNull();
    expect(server.received).toHaveLength(0);
  });

  test("ends an attempt", async () => {
    const controller = new AbortController();
    await using server = await startServer(() => controller.abort(reason));
    await expect(client(server.url).GET("/collections", { signal: controller.signal })).rejects.toBe(reason);
    expect(server.received).toHaveLength(1);
  });

  test("ends the reading of a body", async () => {
    const controller = new AbortController();
    await using server = await startServer((_, response) => {
      response
        .writeHead(200, { "content-length": 1_000 })
        .write("[", () => setImmediate(() => controller.abort(reason)));
    });
    await expect(client(server.url).GET("/collections", { signal: controller.signal })).rejects.toBe(reason);
  });

  test("ends a back-off at once, and nothing more is sent", async () => {
    const controller = new AbortController();
    await using server = await startServer((_, response) => json(response, 503, {}, { "retry-after": "30" }));
    const library = client(server.url, { onAttempt: () => setImmediate(() => controller.abort(reason)) });
    await expect(library.GET("/collections", { signal: controller.signal })).rejects.toBe(reason);
    expect(server.received).toHaveLength(1);
  });

  test.each([
    ["attempt", { timeout: 20, maxRetries: 0 }],
    ["total", { totalTimeout: 20 }],
  ])("does not disable the timeouts: that of the %s", async (scope, limits) => {
    await using server = await startServer(() => {});
    const { signal } = new AbortController();
    const call = client(server.url, limits).GET("/collections", { signal });
    await expect(call).rejects.toMatchObject({ name: "TimeoutError", scope });
  });

  test("is reported to onAttempt by the name of its reason", async () => {
    const controller = new AbortController();
    const errors: (string | undefined)[] = [];
    await using server = await startServer(() => controller.abort());
    const library = client(server.url, { onAttempt: ({ error }: { error?: string }) => errors.push(error) });
    await expect(library.GET("/collections", { signal: controller.signal })).rejects.toThrow();
    expect(errors).toEqual(["AbortError"]);
  });
});

test("a hook that throws or rejects does not break the call", async () => {
  await using server = await startServer((_, response) => json(response, 200, []));
  for (const onAttempt of [
    () => {
      throw new Error("hook");
    },
    () => Promise.reject(new Error("hook")),
  ]) {
    expect((await client(server.url, { onAttempt }).GET("/collections")).data).toEqual([]);
  }
});
