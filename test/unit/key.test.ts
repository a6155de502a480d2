import { describe, expect, test } from "vitest";
import { type Sent, scripted } from "../support/scripted.js";

const ok = () => Response.json({});
const unauthorized = () => new Response(null, { status: 401 });
const keysOf = (sent: readonly Sent[]) => sent.map(({ key }) => key);

describe("a key that comes from a function", () => {
  test("is asked for before each attempt", async () => {
    let count = 0;
    const { read, sent } = scripted([new Response(null, { status: 503 }), ok()], () => `k${++count}`);
    await read();
    await read();
    expect(keysOf(sent)).toEqual(["k1", "k2", "k3"]);
  });

  test("is asked for once more after a 401, and the call is repeated once", async () => {
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

  test("may abort the call that asks for it, and fail then: the reason comes out, and nothing goes unhandled", async () => {
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

  test("is renewed once for all calls that were rejected with it", async () => {
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

  test("that cannot be had fails the call with the function's own error, and nothing is sent", async () => {
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
