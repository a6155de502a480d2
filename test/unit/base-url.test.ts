import { describe, expect, test } from "vitest";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";
import { runInPage } from "../support/run-in-page.js";
import { withoutVariables } from "../support/variables.js";

const MOCK = "http://127.0.0.1:4010";
const NORTH = "https://api.north.records.example";

withoutVariables();

const refused = (message: RegExp) =>
  expect.objectContaining({ name: "UsageError", message: expect.stringMatching(message) });

/** A client with a fetch that keeps where its calls go. */
function client(options: FixtureOptions) {
  const { fetch, calls } = recordingFetch();
  return { library: createFixtureClient({ apiKey: "k", fetch, ...options }), calls };
}

/** Where a client with these options sends its calls. */
async function urlOf(options: FixtureOptions) {
  const { library, calls } = client(options);
  await library.GET("/collections");
  return calls[0]?.url;
}

describe("POLYAI_BASE_URL", () => {
  test("wins over a region, in code or in the environment", async () => {
    process.env.POLYAI_BASE_URL = MOCK;
    expect(await urlOf({ region: "north" })).toBe(`${MOCK}/collections`);
    process.env.POLYAI_REGION = "west";
    expect(await urlOf({})).toBe(`${MOCK}/collections`);
    expect(await urlOf({ region: "north" })).toBe(`${MOCK}/collections`);
  });

  test("wins over the region of a derived client", async () => {
    process.env.POLYAI_BASE_URL = MOCK;
    const { library, calls } = client({ region: "north" });
    await library.with({ region: "south" }).GET("/collections");
    const { library: gateway, calls: others } = client({ baseUrl: "https://gateway.example" });
    await gateway.with({ region: "south" }).GET("/collections");
    expect([...calls, ...others].map(({ url }) => url)).toEqual([`${MOCK}/collections`, `${MOCK}/collections`]);
  });

  test("is replaced by a baseUrl in code, also one given to with()", async () => {
    process.env.POLYAI_BASE_URL = MOCK;
    expect(await urlOf({ baseUrl: "https://gateway.example" })).toBe("https://gateway.example/collections");
    const { library, calls } = client({ region: "north" });
    await library.with({ baseUrl: "https://gateway.example" }).with({ timeout: 5_000 }).GET("/collections");
    expect(calls[0]?.url).toBe("https://gateway.example/collections");
  });

  test("is not read if baseUrl is given in code", async () => {
    process.env.POLYAI_BASE_URL = "nonsense";
    process.env.POLYAI_REGION = "mars";
    expect(await urlOf({ baseUrl: MOCK })).toBe(`${MOCK}/collections`);
  });

  test.each([
    NORTH,
    `${NORTH}/`,
    "https://API.NORTH.records.example:443/v2",
    "https://api.north.records.example./",
    "https://api.north.records.example:8443",
  ])("that is the server of another region than the one in code is refused: %s", (url) => {
    process.env.POLYAI_BASE_URL = url;
    const message = /POLYAI_BASE_URL is the server of north, but region is south/;
    expect(() => createFixtureClient({ region: "south", apiKey: "k" })).toThrow(refused(message));
    const { library } = client({ region: "north" });
    expect(() => library.with({ region: "south" })).toThrow(refused(message));
    process.env.POLYAI_REGION = "south";
    expect(() => createFixtureClient({ apiKey: "k" })).toThrow(refused(/server of north, but POLYAI_REGION is south/));
  });

  test("that is the server of the region in code is fine", async () => {
    process.env.POLYAI_BASE_URL = `${NORTH}/v2`;
    expect(await urlOf({ region: "north" })).toBe(`${NORTH}/v2/collections`);
  });

  test("does not hide a region that is unknown", () => {
    process.env.POLYAI_BASE_URL = MOCK;
    expect(() => createFixtureClient({ region: "mars" as never, apiKey: "k" })).toThrow(
      refused(/region "mars" is unknown/),
    );
    process.env.POLYAI_REGION = "venus";
    expect(() => createFixtureClient({ apiKey: "k" })).toThrow(refused(/POLYAI_REGION "venus" is unknown/));
  });

  test("is validated like baseUrl, and the error names the variable", () => {
    process.env.POLYAI_BASE_URL = "http://mock:4010";
    expect(() => createFixtureClient({ region: "north", apiKey: "k" })).toThrow(
      refused(/POLYAI_BASE_URL must be https/),
    );
  });

  test("cannot be a path", () => {
    process.env.POLYAI_BASE_URL = "/api";
    expect(() => createFixtureClient({ apiKey: "k" })).toThrow(refused(/POLYAI_BASE_URL is not an absolute URL/));
  });

  test("of a polluted Object.prototype is none", async () => {
    const polluted = Object.prototype as Record<string, unknown>;
    polluted.POLYAI_BASE_URL = "https://evil.example";
    try {
      expect(await urlOf({ region: "north" })).toBe(`${NORTH}/collections`);
    } finally {
      delete polluted.POLYAI_BASE_URL;
    }
  });
});

describe("plain http", () => {
  const hosts = ["http://mock:4010", "http://192.168.0.7", "http://app.localhost:3000", "http://[::ffff:127.0.0.1]"];

  test.each(hosts)("needs dangerouslyAllowHttp for %s", async (baseUrl) => {
    const message =
      /^createAgentsClient → baseUrl must be https \(http on loopback only, or with dangerouslyAllowHttp: true\)$/;
    expect(() => client({ baseUrl })).toThrow(refused(message));
    expect(() => client({ baseUrl, dangerouslyAllowHttp: false })).toThrow(refused(message));
    const url = new URL("collections", baseUrl).href;
    expect(await urlOf({ baseUrl, dangerouslyAllowHttp: true })).toBe(url);
    process.env.POLYAI_BASE_URL = baseUrl;
    expect(await urlOf({ region: "north", dangerouslyAllowHttp: true })).toBe(url);
  });

  test("stays allowed in a derived client, until that is taken back", () => {
    const { library } = client({ baseUrl: "http://mock:4010", dangerouslyAllowHttp: true });
    expect(() => library.with({ timeout: 1_000 }).with({ baseUrl: "http://other:4010" })).not.toThrow();
    expect(() => library.with({ dangerouslyAllowHttp: false })).toThrow(refused(/baseUrl must be https/));
  });

  test("allows no other scheme", () => {
    for (const baseUrl of ["ftp://mock", "ws://mock", "file:///mock", "data:,x"]) {
      expect(() => client({ baseUrl, dangerouslyAllowHttp: true })).toThrow(refused(/baseUrl must be https/));
    }
  });
});

describe("a baseUrl that is a path", () => {
  test("is a UsageError at the call if there is no page", async () => {
    const { library, calls } = client({ baseUrl: "/api/records" });
    await expect(library.GET("/collections")).rejects.toThrow(
      refused(/^GET \/collections → baseUrl is a path, but no http page can complete it$/),
    );
    await library.with({ baseUrl: MOCK }).GET("/collections");
    expect(calls.map(({ url }) => url)).toEqual([`${MOCK}/collections`]);
  });

  test.each(["//evil.example/", "/\\evil.example", "/\t/evil.example", "./api", "api", "../api", "", "?", "#"])(
    "%j is none, and refused at once",
    (baseUrl) => expect(() => client({ baseUrl })).toThrow(refused(/baseUrl is not an absolute URL or a path/)),
  );

  test.each(["/api?", "/api#", "/?key=1"])("%s is refused, since it has a query or fragment", (baseUrl) => {
    expect(() => client({ baseUrl })).toThrow(refused(/baseUrl must not have/));
  });

  /** Where a client that is created in a page without a location calls, once the page has one. */
  async function inPage(origin: string, options: FixtureOptions) {
    const program = await runInPage<typeof import("../support/page-client.js")>("test/support/page-client.ts");
    const { fetch, calls } = recordingFetch();
    const library = program.createFixtureClient({ apiKey: () => "k", fetch, ...options });
    program.setLocation({ origin });
    await library.GET("/collections");
    await library.DELETE("/collections/{collectionId}", { params: { path: { collectionId: "a" } } }).catch(() => {});
    return calls.map(({ url }) => url);
  }

  test.each([
    ["https://app.example", "/api/records", "https://app.example/api/records"],
    ["https://app.example", "/api/records/", "https://app.example/api/records"],
    ["https://app.example:8443", "/", "https://app.example:8443"],
    ["http://localhost:3000", "/api", "http://localhost:3000/api"],
    ["http://app.localhost:3000", "/api", "http://app.localhost:3000/api"],
  ])("is on the page's server: %s and %s", async (origin, baseUrl, expected) => {
    expect(await inPage(origin, { baseUrl })).toEqual([`${expected}/collections`, `${expected}/collections/a`]);
  });

  test.each(["null", "file://", "about:blank", ""])("is a UsageError if the page's origin is %j", async (origin) => {
    await expect(inPage(origin, { baseUrl: "/api" })).rejects.toThrow(refused(/but no http page can complete it/));
  });

  test("needs dangerouslyAllowHttp if the page came over plain http", async () => {
    const origin = "http://app.example";
    await expect(inPage(origin, { baseUrl: "/api" })).rejects.toThrow(refused(/baseUrl must be https/));
    const urls = await inPage(origin, { baseUrl: "/api", dangerouslyAllowHttp: true });
    expect(urls[0]).toBe("http://app.example/api/collections");
  });
});

describe("apiKey: false", () => {
  const needs = refused(/apiKey: false needs baseUrl instead of region/);

  async function keysOf(options: FixtureOptions) {
    const { library, calls } = client(options);
    await library.GET("/collections");
    library.use({ onRequest: ({ request }) => request.headers.set("x-api-key", "from middleware") });
    await library.GET("/collections");
    return calls.map(({ init }) => init.headers["x-api-key"]);
  }

  test("sends no key, also none that middleware has set", async () => {
    process.env.POLYAI_API_KEY = "from-env";
    expect(await keysOf({ baseUrl: MOCK, apiKey: false })).toEqual([undefined, undefined]);
  });

  test("goes with POLYAI_BASE_URL", async () => {
    process.env.POLYAI_BASE_URL = MOCK;
    process.env.POLYAI_REGION = "north";
    expect(await keysOf({ apiKey: false })).toEqual([undefined, undefined]);
  });

  test("is refused together with a region, with any environment", () => {
    expect(() => client({ apiKey: false, region: "north" })).toThrow(needs);
    process.env.POLYAI_REGION = "north";
    expect(() => client({ apiKey: false })).toThrow(needs);
    process.env.POLYAI_BASE_URL = MOCK;
    expect(() => client({ apiKey: false, region: "north" })).toThrow(needs);
  });

  test("is turned on and off by with", async () => {
    const { library, calls } = client({ baseUrl: MOCK, apiKey: "k" });
    const keyless = library.with({ apiKey: false });
    await keyless.GET("/collections");
    await keyless.with({ timeout: 1_000 }).GET("/collections");
    await keyless.with({ apiKey: "k2" }).GET("/collections");
    await keyless.with({ region: "north", apiKey: "k3" }).GET("/collections");
    expect(calls.map(({ init }) => init.headers["x-api-key"])).toEqual([undefined, undefined, "k2", "k3"]);
    expect(() => keyless.with({ region: "north" })).toThrow(needs);
    expect(() => client({ region: "north" }).library.with({ apiKey: false })).toThrow(needs);
    expect(() => client({ region: "north" }).library.with({ apiKey: false, baseUrl: MOCK })).not.toThrow();
  });

  test("still refuses the key as a header, and throws a 401 at once", async () => {
    expect(() => client({ baseUrl: MOCK, apiKey: false, headers: { "X-Api-Key": "k" } })).toThrow(
      refused(/give the key as apiKey/),
    );
    const { fetch, calls } = recordingFetch(() => new Response(null, { status: 401 }));
    const call = createFixtureClient({ baseUrl: MOCK, apiKey: false, fetch }).GET("/collections");
    await expect(call).rejects.toMatchObject({ status: 401, attempts: 1 });
    expect(calls).toHaveLength(1);
  });
});
