import { describe, expect, test } from "vitest";
import { createFixtureClient, type FixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

const MIDDLEWARE = { onRequest: () => undefined };

/** The headers `x-...` that a call is sent with, which middleware that does nothing does not change. */
async function sent(
  call: (library: FixtureClient) => Promise<unknown>,
  headers: object = { "X-Team": "a", "x-app": "1" },
) {
  const { fetch, calls } = recordingFetch();
  const library = createFixtureClient({
    region: "north",
    apiKey: "k",
    headers: headers as Record<string, string>,
    fetch,
  });
  await call(library);
  library.use(MIDDLEWARE);
  await call(library);
  const [first, second] = calls.map(({ init }) =>
    Object.fromEntries(Object.entries(init.headers).filter(([name]) => /^x-(?!api-key)/.test(name))),
  );
  expect(second).toEqual(first);
  return first;
}

const search = (header: object) => ({ params: { header: header as { "x-reader"?: string } } });

describe("a header that is undefined is left out", () => {
  test.each<[string, object]>([
    ["an object", { "x-team": undefined, "x-b": "2" }],
    [
      "pairs",
      [
        ["x-team", undefined],
        ["x-b", "2"],
      ],
    ],
  ])("in %s", async (_, headers) => {
    const expected = { "x-team": "a", "x-app": "1", "x-b": "2" };
    expect(await sent((library) => library.GET("/collections", { headers } as never))).toEqual(expected);
    expect(await sent((library) => library.with({ headers } as never).GET("/collections"))).toEqual(expected);
    expect(await sent((library) => library.GET("/collections"), headers)).toEqual({ "x-b": "2" });
  });

  test("in params", async () => {
    const call = (library: FixtureClient) =>
      library.GET("/search", { headers: { "x-reader": "r" }, ...search({ "x-reader": undefined }) });
    expect(await sent(call, {})).toEqual({ "x-reader": "r" });
  });
});

describe("a header that is null is removed", () => {
  test.each<[string, object]>([
    ["an object", { "X-TEAM": null }],
    ["pairs", [["x-Team", null]]],
  ])("from the client's, for that call alone: %s", async (_, headers) => {
    expect(await sent((library) => library.GET("/collections", { headers } as never))).toEqual({ "x-app": "1" });
    expect(await sent((library) => library.GET("/collections"))).toEqual({ "x-team": "a", "x-app": "1" });
  });

  test("from a derived client's, and may be set again", async () => {
    const headers = { "x-team": null };
    expect(await sent((library) => library.with({ headers }).GET("/collections"))).toEqual({ "x-app": "1" });
    const again = { headers: { "X-Team": "b" } };
    expect(await sent((library) => library.with({ headers }).GET("/collections", again))).toEqual({
      "x-app": "1",
      "x-team": "b",
    });
    expect(await sent((library) => library.with({ headers }).with(again).GET("/collections"))).toEqual({
      "x-app": "1",
      "x-team": "b",
    });
  });

  test("from the client's and the call's by params", async () => {
    const call = (library: FixtureClient) =>
      library.GET("/search", { headers: { "x-reader": "r" }, ...search({ "x-reader": null }) });
    expect(await sent(call, { "x-reader": "client" })).toEqual({});
  });

  test("nothing, if there is none", async () => {
    expect(await sent((library) => library.GET("/collections"), { "x-a": null, "x-b": "2" })).toEqual({ "x-b": "2" });
  });
});

describe("is refused", () => {
  test.each<[string, unknown, RegExp]>([
    ["the key, also to remove it", { "X-Api-Key": null }, /give the key as apiKey/],
    ["host, also to remove it", { HOST: null }, /host/],
    ["a name that none can have", { "x a": null }, /no header can carry/],
    ["half a pair", [["x-a", "1", "2"]], /no header can carry/],
  ])("%s", async (_, headers, message) => {
    const { fetch, calls } = recordingFetch();
    const library = createFixtureClient({ region: "north", apiKey: "k", fetch });
    await expect(library.GET("/collections", { headers } as never)).rejects.toThrow(message);
    await expect(library.GET("/search", search(headers as object))).rejects.toThrow(message);
    expect(() => library.with({ headers } as never)).toThrow(message);
    expect(calls).toHaveLength(0);
  });
});
