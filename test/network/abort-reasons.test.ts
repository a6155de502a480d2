import { describe, expect, test } from "vitest";
import type { AttemptEvent } from "../../src/index.js";
import { createFixtureClient, type FixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";
import { run } from "../support/run.js";

test("calls that share a signal add one listener to it, and Node warns of nothing", async () => {
  const { stdout, stderr } = await run(process.execPath, ["--import", "tsx", "test/network/shared-signal.program.ts"]);
  expect(JSON.parse(stdout || JSON.stringify({ stderr }))).toEqual({
    warnings: [],
    fulfilled: 100,
    gone: 100,
    most: 1,
    left: 0,
    end: 0,
  });
}, 60_000);

const throwing = Object.defineProperty({}, "name", {
  get: () => {
    throw new Error("name was read");
  },
});
/** What can be thrown, and no string can be made of some of it. */
const VALUES: [string, unknown][] = [
  ["null", null],
  ["false", false],
  ["0", 0],
  ["an empty string", ""],
  ["NaN", Number.NaN],
  ["a BigInt", 0n],
  ["a symbol", Symbol("gone")],
  ["a function", () => "gone"],
  ["an object without a prototype", Object.create(null)],
  ["an object whose name has no prototype", { name: Object.create(null) }],
  ["an object whose name is a symbol", { name: Symbol("gone") }],
  ["an object whose name cannot be read", throwing],
  ["an object that looks like an error of ours", { name: "ApiError", status: 503, retryable: true }],
];

/** What a call rejects with, in a box: some of it is falsy. */
const rejection = (call: Promise<unknown>) =>
  call.then(
    () => ({ fulfilled: true }),
    (reason: unknown) => ({ reason }),
  );

async function against(answer: Parameters<typeof startServer>[0], options: FixtureOptions = {}) {
  const server = await startServer(answer);
  const library = createFixtureClient({ baseUrl: server.url, apiKey: "k", ...options });
  return { server, library, [Symbol.asyncDispose]: server.close };
}

const thenable: [string, unknown][] = [
  ["a promise", Promise.resolve("gone")],
  // biome-ignore lint/suspicious/noThenProperty: it is the point
  ["a thenable", { then: () => {} }],
  ["undefined in an array", [undefined]],
];

describe.each([...VALUES, ...thenable])("a call rejects with the unchanged abort reason %s", (_, reason) => {
  const withMiddleware = (library: FixtureClient) => {
    library.use({ onRequest: () => {}, onResponse: () => {}, onError: () => {} });
    return library;
  };

  test("before the call", async () => {
    const library = createFixtureClient({ region: "north", apiKey: "k" });
    const call = library.GET("/collections", { signal: AbortSignal.abort(reason) });
    expect(await rejection(call)).toStrictEqual({ reason: AbortSignal.abort(reason).reason });
  });

  test.each([
    ["in an attempt", (library: FixtureClient) => library],
    ["in an attempt with middleware", withMiddleware],
  ])("%s", async (_, prepare) => {
    const controller = new AbortController();
    await using api = await against(() => controller.abort(reason));
    const got = await rejection(prepare(api.library).GET("/collections", { signal: controller.signal }));
    expect(Object.is((got as { reason: unknown }).reason, reason)).toBe(true);
  });

  test("in a back-off", async () => {
    const controller = new AbortController();
    const events: AttemptEvent[] = [];
    const onAttempt = (event: AttemptEvent) => {
      events.push(event);
      setImmediate(() => controller.abort(reason));
    };
    await using api = await against((_, response) => json(response, 503, {}, { "retry-after": "30" }), { onAttempt });
    const got = await rejection(api.library.GET("/collections", { signal: controller.signal }));
    expect(Object.is((got as { reason: unknown }).reason, reason)).toBe(true);
    expect(events).toHaveLength(1);
  });

  test("while the key is waited for", async () => {
    const controller = new AbortController();
    const apiKey = () => {
      setImmediate(() => controller.abort(reason));
      return new Promise<string>(() => {});
    };
    const got = await rejection(
      createFixtureClient({ region: "north", apiKey }).GET("/collections", { signal: controller.signal }),
    );
    expect(Object.is((got as { reason: unknown }).reason, reason)).toBe(true);
  });
});

describe.each([...VALUES, ["undefined", undefined]])("%s, when it is thrown", (_, value) => {
  test.each([
    ["fetch", { fetch: () => Promise.reject(value) }, false],
    ["fetch, with middleware", { fetch: () => Promise.reject(value) }, true],
    ["the key's function", { apiKey: () => Promise.reject(value) }, false],
  ])("comes out of %s as it is, unless it is falsy", async (_, options, middleware) => {
    const events: AttemptEvent[] = [];
    const onAttempt = (event: AttemptEvent) => void events.push(event);
    const library = createFixtureClient({ region: "north", apiKey: "k", onAttempt, ...options });
    if (middleware) library.use({ onRequest: () => {}, onError: () => {} });
    const { reason } = (await rejection(library.GET("/collections", { maxRetries: 0 }))) as { reason: unknown };
    // It says nothing, so it is taken for the network's.
    if ("fetch" in options && !value) expect(reason).toMatchObject({ name: "ConnectionError", mayHaveExecuted: true });
    else expect(Object.is(reason, value)).toBe(true);
    for (const { error } of events) expect(error).toBeTypeOf("string");
  });

  test("by onAttempt changes nothing", async () => {
    const onAttempt = () => {
      throw value;
    };
    await using api = await against((_, response) => json(response, 200, []), { onAttempt });
    expect((await api.library.GET("/collections")).data).toEqual([]);
  });
});

test("an error of the network with fields of odd types is still a ConnectionError", async () => {
  const cause = Object.assign(new Error("read"), { code: "ECONNRESET", stack: [], name: 1, message: 2, syscall: {} });
  const fetch = () => Promise.reject(new TypeError("fetch failed", { cause }));
  const library = createFixtureClient({ region: "north", apiKey: "key-123456", fetch, maxRetries: 0 });
  await expect(library.GET("/collections")).rejects.toMatchObject({ name: "ConnectionError", mayHaveExecuted: true });
});
