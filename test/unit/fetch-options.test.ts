import { describe, expect, test } from "vitest";
import type { FetchOptions } from "../../src/index.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

function recorded(fetchOptions?: FetchOptions) {
  const { fetch, calls } = recordingFetch();
  const client = createFixtureClient({ region: "north", apiKey: "key-of-the-test", fetch, fetchOptions });
  return { client, calls };
}

const next = { revalidate: 60, tags: ["collections"] };

describe("fetchOptions", () => {
  test("reach fetch, those of the call over those of the client", async () => {
    const { client, calls } = recorded({ cache: "no-store", keepalive: true, next });
    await client.GET("/collections", { fetchOptions: { cache: "reload", priority: "low" } });
    await client.GET("/collections");
    expect(calls[0]?.init).toMatchObject({ cache: "reload", keepalive: true, priority: "low", next, method: "GET" });
    expect(calls[1]?.init).toMatchObject({ cache: "no-store", keepalive: true, next });
    expect(calls[1]?.init).not.toHaveProperty("priority");
  });

  test("reach fetch with middleware, too", async () => {
    const { client, calls } = recorded({ cache: "no-store" });
    client.use({ onRequest: ({ request }) => request.headers.set("x-run", "1") });
    await client.GET("/collections");
    expect(calls[0]?.init).toMatchObject({ cache: "no-store", headers: { "x-run": "1" } });
  });

  test("are added to by with()", async () => {
    const { client, calls } = recorded({ cache: "no-store" });
    await client.with({ fetchOptions: { credentials: "include" } }).GET("/collections");
    expect(calls[0]?.init).toMatchObject({ cache: "no-store", credentials: "include" });
  });

  test.each(["method", "headers", "body", "signal", "redirect"])(
    "must not have %s, which the client sets",
    async (name) => {
      const fetchOptions = { [name]: undefined };
      expect(() => recorded(fetchOptions)).toThrow(`fetchOptions: ${name} is set by the client`);
      const { client, calls } = recorded();
      await expect(client.GET("/collections", { fetchOptions })).rejects.toThrow(`fetchOptions: ${name} is set`);
      expect(calls).toEqual([]);
    },
  );
});

test("types of fetchOptions know fetch's own and take any other, but none that the client sets", () => {
  const { client } = recorded();
  const takes = (_: FetchOptions) => client;
  takes({ cache: "no-store", next, cf: { cacheTtl: 5 }, dispatcher: {} });
  // @ts-expect-error no such cache mode
  takes({ cache: "never" });
  // @ts-expect-error the client sets it
  takes({ method: "GET" });
  // @ts-expect-error the client sets it
  takes({ redirect: "follow" });
});
