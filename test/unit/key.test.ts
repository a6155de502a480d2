import { describe, expect, test } from "vitest";
import { type Sent, scripted } from "../support/scripted.js";

const ok = () => Response.json({});
const unauthorized = () => new Response(null, { status: 401 });
const keysOf = (sent: readonly Sent[]) => sent.map(({ key }) => key);

describe("a key that comes from a function", () => {
  test("runs before each attempt", async () => {
    let count = 0;
    const { read, sent } = scripted([new Response(null, { status: 503 }), ok()], () => `k${++count}`);
    await read();
    await read();
    expect(keysOf(sent)).toEqual(["k1", "k2", "k3"]);
  });

  test("runs once more after a 401, and the call is repeated once", async () => {
    const asked: boolean[] = [];
    const { write, sent, waits } = scripted([unauthorized(), ok()], async ({ rejected }) => {
      asked.push(rejected);
      return rejected ? "new" : "old";
    });
    await write({ maxRetries: 0 });
    expect(asked).toEqual([false, true]);
    expect(keysOf(sent)).toEqual(["old", "new"]);
    expect(waits[0]).toBeGreaterThan(50);
  });

  test("may abort the call and then fail: the call rejects with the abort reason, and no rejection is unhandled", async () => {
    const controller = new AbortController();
    const { read, sent } = scripted([ok()], async () => {
      controller.abort("gone");
      throw new Error("vault");
    });
    await expect(read({ signal: controller.signal })).rejects.toBe("gone");
    // The turn in which a rejection that nobody handles would be noticed.
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toEqual([]);
  });

  test("that is rejected twice is a 401", async () => {
    const { read, sent } = scripted([unauthorized()], () => "k");
    await expect(read()).rejects.toMatchObject({ status: 401, attempts: 2 });
    expect(sent).toHaveLength(2);
  });

  test("is refreshed once for all calls that were rejected with it", async () => {
    let renewals = 0;
    let current = "old";
    const answers = async (key: string | null) => (key === "old" ? unauthorized() : ok());
    const { read, sent } = scripted(
      [],
      async ({ rejected }) => {
        if (rejected) current = `new${++renewals}`;
        return current;
      },
      answers,
    );
    await Promise.all(Array.from({ length: 50 }, () => read()));
    expect(renewals).toBe(1);
    expect(keysOf(sent).filter((key) => key === "new1")).toHaveLength(50);
    current = "old";
    await read();
    expect(renewals).toBe(2);
  });

  test("that throws fails the call with its own error, and nothing is sent", async () => {
    const failure = new Error("vault is sealed");
    const { read, sent, events } = scripted([ok()], () => Promise.reject(failure));
    await expect(read()).rejects.toBe(failure);
    expect(sent).toHaveLength(0);
    expect(events).toHaveLength(0);
  });

  test("that cannot be renewed fails every call that waits for it, and the next one asks again", async () => {
    let fail = true;
    const { read } = scripted([unauthorized(), unauthorized(), unauthorized(), ok()], ({ rejected }) => {
      if (rejected && fail) throw new Error("vault is sealed");
      return "k";
    });
    const both = await Promise.allSettled([read(), read()]);
    expect(both.map((result) => result.status)).toEqual(["rejected", "rejected"]);
    fail = false;
    await expect(read()).resolves.toBeDefined();
  });
});

test("a key that is a string is not asked for again", async () => {
  const { read, sent } = scripted([unauthorized(), ok()]);
  await expect(read()).rejects.toMatchObject({ status: 401, attempts: 1 });
  expect(sent).toHaveLength(1);
});

describe("a refresh of the key", () => {
  /** Calls whose key is refused when it is one of these; each refresh is answered by the test. */
  function refreshing(refused = ["old"]) {
    const refreshes: { resolve(key: unknown): void; reject(error: unknown): void }[] = [];
    let current = "old";
    const apiKey = ({ rejected }: { rejected: boolean }) =>
      rejected ? new Promise<string>((resolve, reject) => refreshes.push({ resolve, reject } as never)) : current;
    const answer = async (key: string | null) => (refused.includes(key ?? "") ? unauthorized() : ok());
    const rotate = () => {
      current = "rotated";
    };
    return { ...scripted([], apiKey, answer), refreshes, rotate };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const until = async (condition: () => boolean) => {
    while (!condition()) await turn();
  };

  test("that never settles ends with the call that started it; the next call starts its own", async () => {
    const { read, sent, refreshes } = refreshing();
    const controller = new AbortController();
    const first = read({ signal: controller.signal });
    await until(() => refreshes.length === 1);
    controller.abort("gone");
    await expect(first).rejects.toBe("gone");
    const second = read();
    await until(() => refreshes.length === 2);
    refreshes[1]?.resolve("new");
    await second;
    expect(keysOf(sent)).toEqual(["old", "old", "new"]);
  });

  test("that never settles is started again by a call that has waited for it", async () => {
    const { read, sent, refreshes } = refreshing();
    const controller = new AbortController();
    const first = read({ signal: controller.signal });
    const others = [read(), read()];
    await until(() => refreshes.length === 1 && sent.length === 3);
    controller.abort("gone");
    await expect(first).rejects.toBe("gone");
    await until(() => refreshes.length === 2);
    refreshes[1]?.resolve("new");
    await Promise.all(others);
    expect(refreshes).toHaveLength(2);
    expect(keysOf(sent)).toEqual(["old", "old", "old", "new", "new"]);
  });

  test("is not started again for a call that has ended while it waited", async () => {
    const { read, sent, refreshes } = refreshing();
    const controllers = [new AbortController(), new AbortController()];
    const calls = controllers.map(({ signal }) => read({ signal }));
    await until(() => refreshes.length === 1 && sent.length === 2);
    // The call that waits, then the call that it waits for.
    for (const controller of controllers.reverse()) controller.abort("gone");
    for (const call of calls) await expect(call).rejects.toBe("gone");
    await turn();
    expect(refreshes).toHaveLength(1);
  });

  test("that succeeds after its call has ended does not count: a newer key stays in use", async () => {
    const { read, refreshes, sent } = refreshing();
    const controller = new AbortController();
    const first = read({ signal: controller.signal });
    await until(() => refreshes.length === 1);
    controller.abort("gone");
    await expect(first).rejects.toBe("gone");
    const [second, third] = [read(), read()];
    await until(() => refreshes.length === 2 && sent.length === 3);
    refreshes[0]?.resolve("old");
    refreshes[1]?.resolve("new");
    await Promise.all([second, third]);
    expect(keysOf(sent)).toEqual(["old", "old", "old", "new", "new"]);
    expect(refreshes).toHaveLength(2);
  });

  test("that fails once is tried once more for all the other calls that waited for it", async () => {
    const { read, refreshes, sent } = refreshing();
    const calls = Array.from({ length: 10 }, () => read());
    await until(() => refreshes.length === 1 && sent.length === 10);
    const settled = Promise.allSettled(calls);
    refreshes[0]?.reject(new Error("vault is sealed"));
    await until(() => refreshes.length === 2);
    refreshes[1]?.resolve("new");
    expect((await settled).filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(refreshes).toHaveLength(2);
  });

  test("that fails twice fails all of them, and does not go on", async () => {
    const { read, refreshes, sent } = refreshing();
    const settled = Promise.allSettled(Array.from({ length: 10 }, () => read()));
    await until(() => refreshes.length === 1 && sent.length === 10);
    refreshes[0]?.reject(new Error("first"));
    await until(() => refreshes.length === 2);
    refreshes[1]?.reject(new Error("second"));
    const reasons = (await settled).map((result) => (result.status === "rejected" ? result.reason.message : ""));
    expect(reasons.sort()).toEqual(["first", ...Array(9).fill("second")]);
    expect(refreshes).toHaveLength(2);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a number", 7],
    ["a key that no header can carry", "a\nb"],
  ])("that gives %s is a UsageError of the call that waits, and does not count", async (_, rubbish) => {
    const { read, write, refreshes, sent } = refreshing();
    const settled = Promise.allSettled([read(), write()]);
    await until(() => refreshes.length === 1 && sent.length === 2);
    refreshes[0]?.resolve(rubbish);
    await until(() => refreshes.length === 2);
    refreshes[1]?.resolve(rubbish);
    const reasons = (await settled).map((result) => (result.status === "rejected" ? result.reason : undefined));
    expect(reasons.map(({ name }) => name)).toEqual(["UsageError", "UsageError"]);
    expect(reasons.map(({ operation }) => operation).sort()).toEqual(["GET /collections", "POST /collections"]);
    const next = read();
    await until(() => refreshes.length === 3);
    refreshes[2]?.resolve("new");
    await next;
  });

  test("that gives the same key again is a 401, and the next call asks again", async () => {
    const { read, refreshes } = refreshing();
    for (const count of [1, 2]) {
      const call = read();
      const refused = expect(call).rejects.toMatchObject({ status: 401, attempts: 2 });
      await until(() => refreshes.length === count);
      refreshes[count - 1]?.resolve("old");
      await refused;
    }
  });

  test("that throws at once does not count either", async () => {
    let refreshes = 0;
    const { read } = scripted(
      [],
      ({ rejected }) => {
        if (!rejected) return refreshes === 2 ? "new" : "old";
        refreshes += 1;
        if (refreshes === 1) throw new Error("vault is sealed");
        return "new";
      },
      async (key) => (key === "old" ? unauthorized() : ok()),
    );
    await expect(read()).rejects.toThrow("vault is sealed");
    await read();
    await read();
    expect(refreshes).toBe(2);
  });

  test("that hangs does not hold up a call whose own key is fine, once the refreshing call has ended", async () => {
    const { read, refreshes, rotate } = refreshing();
    const controller = new AbortController();
    const first = read({ signal: controller.signal });
    await until(() => refreshes.length === 1);
    rotate();
    const second = read();
    controller.abort("gone");
    await expect(first).rejects.toBe("gone");
    await second;
    expect(refreshes).toHaveLength(1);
  });

  test("counts once: the calls that waited share the next one, when its key is refused as well", async () => {
    const { read, refreshes, sent } = refreshing(["old", "k1"]);
    const first = expect(read()).rejects.toMatchObject({ status: 401, attempts: 2 });
    await until(() => refreshes.length === 1);
    const others = [read(), read(), read()];
    refreshes[0]?.resolve("k1");
    await until(() => refreshes.length === 2);
    refreshes[1]?.resolve("k2");
    await Promise.all(others);
    await first;
    expect(refreshes).toHaveLength(2);
    expect(keysOf(sent)).toEqual(["old", ...Array(4).fill("k1"), ...Array(3).fill("k2")]);
  });

  test("counts for the calls that waited: a new key that is refused too is asked for again", async () => {
    const keys = ["k1", "k2"];
    const refreshes: string[] = [];
    let current = "k0";
    const { read } = scripted(
      [],
      async ({ rejected }) => {
        if (!rejected) return current;
        current = keys.shift() ?? "k9";
        refreshes.push(current);
        return current;
      },
      async (key) => (key === "k2" ? ok() : unauthorized()),
    );
    await expect(read()).rejects.toMatchObject({ status: 401 });
    await read();
    expect(refreshes).toEqual(["k1", "k2"]);
  });
});

test("a function that hangs for one call delays only that call", async () => {
  let count = 0;
  const { read } = scripted([ok()], () => {
    count += 1;
    return count === 1 ? new Promise<string>(() => {}) : "k";
  });
  const controller = new AbortController();
  const first = read({ signal: controller.signal });
  await read();
  controller.abort("gone");
  await expect(first).rejects.toBe("gone");
});
