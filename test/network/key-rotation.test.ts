import { describe, expect, test } from "vitest";
import { createFixtureClient, type FixtureClient } from "../support/fixture-client.js";
import { json, type Received, startServer } from "../support/loopback-server.js";

const CALLS = 100;

/** Calls of two kinds, a read and a write, each of a collection of its own. */
function callEach(library: FixtureClient) {
  const calls = Array.from({ length: CALLS }, (_, i): Promise<unknown> => {
    const params = { path: { collectionId: `collection-${i}` } };
    const body = { name: "low" };
    return i % 2 === 0
      ? library.GET("/collections/{collectionId}/shelves", { params })
      : library.POST("/collections/{collectionId}/shelves", { params, body });
  });
  return Promise.allSettled(calls);
}

/** The keys that each call was sent with. */
function keysByCall(received: readonly Received[]): Map<string, unknown[]> {
  const keys = new Map<string, unknown[]>();
  for (const { url, headers } of received) keys.set(url, [...(keys.get(url) ?? []), headers["x-api-key"]]);
  return keys;
}

/** A server that takes one key, and tells of an expired one when `whenToTell` lets it. */
function startStrict(whenToTell: (expired: number) => Promise<void>) {
  let expired = 0;
  return startServer(async ({ headers }, response) => {
    if (headers["x-api-key"] === "fresh") return json(response, 200, {});
    expired += 1;
    await whenToTell(expired);
    json(response, 401, { message: "expired" });
  });
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe("a hundred concurrent calls with an expired key", () => {
  test("share one refresh, and each is repeated once", async () => {
    const all = gate();
    await using server = await startStrict((expired) => {
      if (expired === CALLS) all.open();
      return all.opened;
    });
    const asked: boolean[] = [];
    let key = "expired";
    const apiKey = async ({ rejected }: { rejected: boolean }) => {
      asked.push(rejected);
      if (rejected) key = "fresh";
      return key;
    };
    const results = await callEach(createFixtureClient({ baseUrl: server.url, apiKey, maxRetries: 0 }));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(CALLS);
    expect(asked.filter((rejected) => rejected)).toEqual([true]);
    const keys = keysByCall(server.received);
    expect(keys.size).toBe(CALLS);
    for (const sent of keys.values()) expect(sent).toEqual(["expired", "fresh"]);
  });

  test("share it also if some get their 401 after the new key has arrived", async () => {
    const refreshed = gate();
    await using server = await startStrict((expired) => (expired % 2 === 0 ? Promise.resolve() : refreshed.opened));
    let refreshes = 0;
    let key = "expired";
    const apiKey = async ({ rejected }: { rejected: boolean }) => {
      if (rejected) {
        refreshes += 1;
        key = "fresh";
        setImmediate(refreshed.open);
      }
      return key;
    };
    const results = await callEach(createFixtureClient({ baseUrl: server.url, apiKey }));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(CALLS);
    expect(refreshes).toBe(1);
    for (const sent of keysByCall(server.received).values()) expect(sent.at(-1)).toBe("fresh");
    expect(server.received.length).toBeLessThanOrEqual(2 * CALLS);
  });

  test("reject with the second 401, when the new key is refused as well", async () => {
    const all = gate();
    await using server = await startStrict((expired) => {
      if (expired === CALLS) all.open();
      return all.opened;
    });
    let refreshes = 0;
    const apiKey = ({ rejected }: { rejected: boolean }) => {
      if (rejected) refreshes += 1;
      return `expired-${refreshes}`;
    };
    const results = await callEach(createFixtureClient({ baseUrl: server.url, apiKey }));
    for (const result of results) {
      const reason = { name: "ApiError", status: 401, attempts: 2, retryable: false, mayHaveExecuted: false };
      expect(result).toMatchObject({ status: "rejected", reason });
    }
    expect(refreshes).toBe(1);
    for (const sent of keysByCall(server.received).values()) expect(sent).toEqual(["expired-0", "expired-1"]);
  });
});

test("the call that finds a key expired is repeated no sooner than 50 ms after", async () => {
  await using server = await startStrict(() => Promise.resolve());
  const apiKey = ({ rejected }: { rejected: boolean }) => (rejected ? "fresh" : "expired");
  await createFixtureClient({ baseUrl: server.url, apiKey }).GET("/collections");
  const [first = 0, second = 0] = server.received.map(({ at }) => at);
  expect(second - first).toBeGreaterThanOrEqual(50);
});

test("a key that is a string is not asked for again: one 401 is thrown", async () => {
  await using server = await startStrict(() => Promise.resolve());
  const call = createFixtureClient({ baseUrl: server.url, apiKey: "expired" }).GET("/collections");
  await expect(call).rejects.toMatchObject({ status: 401, attempts: 1 });
  expect(server.received).toHaveLength(1);
});

test("a refresh that hangs costs its own call its deadline, and no later call", async () => {
  await using server = await startStrict(() => Promise.resolve());
  let refreshes = 0;
  const apiKey = ({ rejected }: { rejected: boolean }) => {
    if (!rejected) return "expired";
    refreshes += 1;
    return refreshes === 1 ? new Promise<string>(() => {}) : "fresh";
  };
  const library = createFixtureClient({ baseUrl: server.url, apiKey });
  const first = library.GET("/collections", { totalTimeout: 300 });
  await expect(first).rejects.toMatchObject({ name: "TimeoutError", scope: "total", attempts: 1 });
  await library.GET("/collections");
  expect(refreshes).toBe(2);
});

test("a refresh that fails costs one call, and the others that waited share the next refresh", async () => {
  const all = gate();
  await using server = await startStrict((expired) => {
    if (expired === CALLS) all.open();
    return all.opened;
  });
  let refreshes = 0;
  const apiKey = async ({ rejected }: { rejected: boolean }) => {
    if (rejected) refreshes += 1;
    if (rejected && refreshes === 1) throw new Error("the vault is sealed");
    return refreshes === 2 ? "fresh" : "expired";
  };
  const results = await callEach(createFixtureClient({ baseUrl: server.url, apiKey }));
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(refreshes).toBe(2);
});
