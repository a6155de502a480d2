import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ClientOptions, createAgentsClient, UsageError } from "../../src/index.js";
import { recordingFetch } from "../support/recording-fetch.js";

const VARIABLES = ["POLYAI_API_KEY", "POLYAI_REGION", "POLYAI_BASE_URL"];
const SECRET = "canary-5f2a";

let saved: (string | undefined)[];
beforeEach(() => {
  saved = VARIABLES.map((name) => process.env[name]);
  for (const name of VARIABLES) delete process.env[name];
});
afterEach(() => {
  VARIABLES.forEach((name, i) => {
    if (saved[i] === undefined) delete process.env[name];
    else process.env[name] = saved[i];
  });
});

/** Where a client with these options sends its calls, and with which key. */
async function sent(options: ClientOptions) {
  const { fetch, calls } = recordingFetch();
  await createAgentsClient({ fetch, ...options }).GET("/v1/agents");
  return { url: calls[0]?.url, key: calls[0]?.init.headers["x-api-key"] };
}

describe("where a call goes", () => {
  test.each(["us", "uk", "eu"] as const)("region %s is its server", async (region) => {
    expect(await sent({ region, apiKey: "k" })).toEqual({ url: `https://api.${region}.poly.ai/v1/agents`, key: "k" });
  });

  test("a base URL takes the place of a region, its path included", async () => {
    const { url } = await sent({ baseUrl: "https://gateway.example/polyai/", apiKey: "k" });
    expect(url).toBe("https://gateway.example/polyai/v1/agents");
  });

  test.each(["http://localhost:4010", "http://127.0.0.1:4010", "http://127.8.8.8", "http://[::1]:4010"])(
    "http is allowed on the loopback host of %s",
    async (baseUrl) => {
      expect((await sent({ baseUrl, apiKey: "k" })).url).toBe(`${baseUrl}/v1/agents`);
    },
  );

  test("what is not given comes from the environment", async () => {
    process.env.POLYAI_API_KEY = "from-env";
    process.env.POLYAI_REGION = "eu";
    expect(await sent({})).toEqual({ url: "https://api.eu.poly.ai/v1/agents", key: "from-env" });
    expect(await sent({ region: "us", apiKey: "k" })).toEqual({ url: "https://api.us.poly.ai/v1/agents", key: "k" });
    process.env.POLYAI_REGION = "";
    process.env.POLYAI_BASE_URL = "https://gateway.example";
    expect((await sent({})).url).toBe("https://gateway.example/v1/agents");
    expect((await sent({ region: "uk" })).url).toBe("https://api.uk.poly.ai/v1/agents");
  });

  test("both variables of the environment are one too many", () => {
    process.env.POLYAI_REGION = "eu";
    process.env.POLYAI_BASE_URL = "https://gateway.example";
    expect(() => createAgentsClient({ apiKey: "k" })).toThrow(/POLYAI_REGION and POLYAI_BASE_URL exclude each other/);
  });
});

describe("wrong options are one clear line, and nothing is sent", () => {
  const wrong: [string, unknown, RegExp][] = [
    ["an unknown region", { region: "mars", apiKey: "k" }, /region "mars" is unknown: use one of us, uk, eu/],
    ["a region of Object.prototype", { region: "toString", apiKey: "k" }, /region "toString" is unknown/],
    ["no region", { apiKey: "k" }, /region is missing: give region \(us, uk, eu\), baseUrl, or set POLYAI_REGION/],
    ["a region and a base URL", { region: "uk", baseUrl: "https://a.example", apiKey: "k" }, /exclude each other/],
    ["no key", { region: "uk" }, /apiKey is missing: give apiKey or set POLYAI_API_KEY/],
    ["an empty key", { region: "uk", apiKey: "" }, /apiKey is empty/],
    [
      "a key with a line break",
      { region: "uk", apiKey: `${SECRET}\n` },
      /apiKey has characters that no header can carry/,
    ],
    ["a key with a space", { region: "uk", apiKey: ` ${SECRET}` }, /apiKey has characters/],
    ["a key beyond ASCII", { region: "uk", apiKey: `${SECRET}é` }, /apiKey has characters/],
    ["a key that is no string", { region: "uk", apiKey: 42 }, /apiKey must be a string, not number/],
    ["plain http", { baseUrl: "http://api.uk.poly.ai", apiKey: "k" }, /baseUrl must be https/],
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
    ["another scheme", { baseUrl: "ftp://api.uk.poly.ai", apiKey: "k" }, /must be https/],
    ["a base URL that is none", { baseUrl: "api.uk.poly.ai", apiKey: "k" }, /baseUrl is not an absolute URL/],
    ["credentials in it", { baseUrl: `https://user:${SECRET}@a.example`, apiKey: "k" }, /must not have a user/],
    ["a query in it", { baseUrl: `https://a.example/?key=${SECRET}`, apiKey: "k" }, /must not have a user/],
    ["a fragment in it", { baseUrl: `https://a.example/#${SECRET}`, apiKey: "k" }, /must not have a user/],
    ["a misspelt option", { regoin: "uk", apiKey: "k" }, /there is no option "regoin"; the options are region, apiKey/],
    ["the key as a header", { region: "uk", apiKey: "k", headers: { "X-Api-Key": SECRET } }, /give the key as apiKey/],
    ["a host header", { region: "uk", apiKey: "k", headers: { Host: "a.example" } }, /host cannot be set/],
    [
      "a header that cannot be",
      { region: "uk", apiKey: "k", headers: { "x-a": `${SECRET}\n\n!` } },
      /headers has characters that no header can carry/,
    ],
    ["a timeout of 0", { region: "uk", apiKey: "k", timeout: 0 }, /timeout must be a number of milliseconds above 0/],
    ["a timeout in words", { region: "uk", apiKey: "k", totalTimeout: "1s" }, /totalTimeout must be a number/],
    ["half a retry", { region: "uk", apiKey: "k", maxRetries: 0.5 }, /maxRetries must be a whole number/],
    ["a fetch that is none", { region: "uk", apiKey: "k", fetch: "fetch" }, /fetch must be a function/],
    ["a hook that is none", { region: "uk", apiKey: "k", onAttempt: {} }, /onAttempt must be a function/],
  ];

  test.each(wrong)("%s", (_, options, message) => {
    const create = () => createAgentsClient(options as ClientOptions);
    expect(create).toThrow(UsageError);
    expect(create).toThrow(message);
    expect(create).not.toThrow(SECRET);
    expect(create).not.toThrow(/\n/);
  });

  test.each([
    ["a misspelt option", { timout: 1 }, /there is no option "timout"; the options are params, body, headers, signal/],
    ["a body with a cycle", { body: cyclic() }, /the body cannot be written as JSON/],
    ["a timeout of 0", { timeout: 0 }, /timeout must be a number/],
  ])("of a call: %s", async (_, init, message) => {
    const { fetch, calls } = recordingFetch();
    const polyai = createAgentsClient({ region: "uk", apiKey: "k", fetch });
    const call = polyai.POST("/v1/agents", init as never);
    await expect(call).rejects.toThrow(UsageError);
    await expect(call).rejects.toThrow(message);
    expect(calls).toHaveLength(0);
  });

  test("a key that a function gives is checked as well", async () => {
    const { fetch, calls } = recordingFetch();
    const polyai = createAgentsClient({ region: "uk", apiKey: async () => `${SECRET}\r\n`, fetch });
    const error = await polyai.GET("/v1/agents").catch((e) => e);
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/^GET \/v1\/agents → apiKey has characters/);
    expect(String(error.stack)).not.toContain(SECRET);
    expect(calls).toHaveLength(0);
  });
});

describe("with", () => {
  test("differs in what is given and keeps the rest", async () => {
    const { fetch, calls } = recordingFetch();
    const uk = createAgentsClient({ region: "uk", apiKey: "k", headers: { "x-team": "a", "x-app": "1" }, fetch });
    const us = uk.with({ region: "us", headers: { "x-team": "b" } });
    await us.GET("/v1/agents");
    await uk.GET("/v1/agents");
    await us.with({ baseUrl: "http://localhost:4010" }).GET("/v1/agents");
    expect(calls.map(({ url }) => url)).toEqual([
      "https://api.us.poly.ai/v1/agents",
      "https://api.uk.poly.ai/v1/agents",
      "http://localhost:4010/v1/agents",
    ]);
    expect(calls.map(({ init }) => init.headers["x-team"])).toEqual(["b", "a", "b"]);
    expect(calls.map(({ init }) => init.headers["x-app"])).toEqual(["1", "1", "1"]);
    expect(calls.map(({ init }) => init.headers["x-api-key"])).toEqual(["k", "k", "k"]);
  });

  test("refuses what createAgentsClient refuses", () => {
    const polyai = createAgentsClient({ region: "uk", apiKey: "k" });
    expect(() => polyai.with({ region: "mars" as never })).toThrow(UsageError);
  });
});

function cyclic(): object {
  const value: { self?: object } = {};
  value.self = value;
  return value;
}
