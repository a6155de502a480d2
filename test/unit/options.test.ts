import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/index.js";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";
import { withoutVariables } from "../support/variables.js";

const SECRET = "canary-5f2a";

withoutVariables();

/** Where a client with these options sends its calls, and with which key. */
async function sent(options: FixtureOptions) {
  const { fetch, calls } = recordingFetch();
  await createFixtureClient({ fetch, ...options }).GET("/collections");
  return { url: calls[0]?.url, key: calls[0]?.init.headers["x-api-key"] };
}

describe("where a call goes", () => {
  test.each(["north", "south", "west"] as const)("region %s is its server", async (region) => {
    expect(await sent({ region, apiKey: "k" })).toEqual({
      url: `https://api.${region}.records.example/collections`,
      key: "k",
    });
  });

  test("a base URL with a path replaces the region's server", async () => {
    const { url } = await sent({ baseUrl: "https://gateway.example/library/", apiKey: "k" });
    expect(url).toBe("https://gateway.example/library/collections");
  });

  test.each(["http://localhost:4010", "http://127.0.0.1:4010", "http://127.8.8.8", "http://[::1]:4010"])(
    "http is allowed on the loopback host of %s",
    async (baseUrl) => {
      expect((await sent({ baseUrl, apiKey: "k" })).url).toBe(`${baseUrl}/collections`);
    },
  );

  test("missing options come from the environment", async () => {
    process.env.POLYAI_API_KEY = "from-env";
    process.env.POLYAI_REGION = "west";
    expect(await sent({})).toEqual({ url: "https://api.west.records.example/collections", key: "from-env" });
    expect(await sent({ region: "south", apiKey: "k" })).toEqual({
      url: "https://api.south.records.example/collections",
      key: "k",
    });
    process.env.POLYAI_REGION = "";
    process.env.POLYAI_BASE_URL = "https://gateway.example";
    expect((await sent({})).url).toBe("https://gateway.example/collections");
  });
});

describe("wrong options throw one line, and nothing is sent", () => {
  const wrong: [string, unknown, RegExp][] = [
    ["an unknown region", { region: "mars", apiKey: "k" }, /region "mars" is unknown: use one of north, south, west/],
    ["a region of Object.prototype", { region: "toString", apiKey: "k" }, /region "toString" is unknown/],
    [
      "no region",
      { apiKey: "k" },
      /region is missing: give region \(north, south, west\), baseUrl, or set POLYAI_REGION/,
    ],
    ["a region and a base URL", { region: "north", baseUrl: "https://a.example", apiKey: "k" }, /exclude each other/],
    ["no key", { region: "north" }, /apiKey is missing: give apiKey or set POLYAI_API_KEY/],
    ["an empty key", { region: "north", apiKey: "" }, /apiKey is empty/],
    [
      "a key with a line break",
      { region: "north", apiKey: `${SECRET}\n` },
      /apiKey has characters that no header can carry/,
    ],
    ["a key with a space", { region: "north", apiKey: ` ${SECRET}` }, /apiKey has characters/],
    ["a key beyond ASCII", { region: "north", apiKey: `${SECRET}é` }, /apiKey has characters/],
    ["a key that is no string", { region: "north", apiKey: 42 }, /apiKey must be a string, not number/],
    ["plain http", { baseUrl: "http://api.north.records.example", apiKey: "k" }, /baseUrl must be https/],
    [
      "http on a host that looks like loopback",
      { baseUrl: "http://127.0.0.1.example.com", apiKey: "k" },
      /must be https/,
    ],
    [
      "http on a host that contains localhost",
      { baseUrl: "http://localhost.example.com", apiKey: "k" },
      /must be https/,
    ],
    ["another scheme", { baseUrl: "ftp://api.north.records.example", apiKey: "k" }, /must be https/],
    [
      "a base URL that is none",
      { baseUrl: "api.north.records.example", apiKey: "k" },
      /baseUrl is not an absolute URL/,
    ],
    ["credentials in it", { baseUrl: `https://user:${SECRET}@a.example`, apiKey: "k" }, /must not have a user/],
    ["a query in it", { baseUrl: `https://a.example/?key=${SECRET}`, apiKey: "k" }, /must not have a user/],
    ["an empty query in it", { baseUrl: "https://a.example/?", apiKey: "k" }, /must not have a user/],
    ["an empty fragment in it", { baseUrl: "https://a.example/#", apiKey: "k" }, /must not have a user/],
    ["a fragment in it", { baseUrl: `https://a.example/#${SECRET}`, apiKey: "k" }, /must not have a user/],
    ["a misspelt option", { regoin: "uk", apiKey: "k" }, /unknown option "regoin"; the options are region, apiKey/],
    [
      "the key as a header",
      { region: "north", apiKey: "k", headers: { "X-Api-Key": SECRET } },
      /give the key as apiKey/,
    ],
    ["a host header", { region: "north", apiKey: "k", headers: { Host: "a.example" } }, /host cannot be set/],
    [
      "a header that cannot be",
      { region: "north", apiKey: "k", headers: { "x-a": `${SECRET}\n\n!` } },
      /headers has characters that no header can carry/,
    ],
    [
      "a timeout of 0",
      { region: "north", apiKey: "k", timeout: 0 },
      /timeout must be a number of milliseconds above 0/,
    ],
    ["a timeout in words", { region: "north", apiKey: "k", totalTimeout: "1s" }, /totalTimeout must be a number/],
    ["half a retry", { region: "north", apiKey: "k", maxRetries: 0.5 }, /maxRetries must be a whole number/],
    ["a fetch that is none", { region: "north", apiKey: "k", fetch: "fetch" }, /fetch must be a function/],
    ["a hook that is none", { region: "north", apiKey: "k", onAttempt: {} }, /onAttempt must be a function/],
  ];

  test.each(wrong)("%s", (_, options, message) => {
    const create = () => createFixtureClient(options as FixtureOptions);
    expect(create).toThrow(UsageError);
    expect(create).toThrow(message);
    expect(create).not.toThrow(SECRET);
    expect(create).not.toThrow(/\n/);
  });

  test.each([
    ["a misspelt option", { timout: 1 }, /unknown option "timout"; the options are params, body, signal, headers/],
    ["a body with a cycle", { body: cyclic() }, /the body cannot be written as JSON/],
    ["a timeout of 0", { timeout: 0 }, /timeout must be a number/],
  ])("of a call: %s", async (_, init, message) => {
    const { fetch, calls } = recordingFetch();
    const library = createFixtureClient({ region: "north", apiKey: "k", fetch });
    const call = library.POST("/collections", init as never);
    await expect(call).rejects.toThrow(UsageError);
    await expect(call).rejects.toThrow(message);
    expect(calls).toHaveLength(0);
  });

  test("the key of a function is checked too", async () => {
    const { fetch, calls } = recordingFetch();
    const library = createFixtureClient({ region: "north", apiKey: async () => `${SECRET}\r\n`, fetch });
    const error = await library.GET("/collections").catch((e) => e);
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/^GET \/collections → apiKey has characters/);
    expect(String(error.stack)).not.toContain(SECRET);
    expect(calls).toHaveLength(0);
  });
});

describe("with", () => {
  test("changes the given options and keeps the others", async () => {
    const { fetch, calls } = recordingFetch();
    const north = createFixtureClient({
      region: "north",
      apiKey: "k",
      headers: { "x-team": "a", "x-app": "1" },
      fetch,
    });
    const south = north.with({ region: "south", headers: { "x-team": "b" } });
    await south.GET("/collections");
    await north.GET("/collections");
    await south.with({ baseUrl: "http://localhost:4010" }).GET("/collections");
    expect(calls.map(({ url }) => url)).toEqual([
      "https://api.south.records.example/collections",
      "https://api.north.records.example/collections",
      "http://localhost:4010/collections",
    ]);
    expect(calls.map(({ init }) => init.headers["x-team"])).toEqual(["b", "a", "b"]);
    expect(calls.map(({ init }) => init.headers["x-app"])).toEqual(["1", "1", "1"]);
    expect(calls.map(({ init }) => init.headers["x-api-key"])).toEqual(["k", "k", "k"]);
  });

  test("refuses what createAgentsClient refuses", () => {
    const library = createFixtureClient({ region: "north", apiKey: "k" });
    expect(() => library.with({ region: "mars" as never })).toThrow(UsageError);
  });
});

function cyclic(): object {
  const value: { self?: object } = {};
  value.self = value;
  return value;
}
