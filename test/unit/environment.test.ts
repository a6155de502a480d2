import { beforeAll, describe, expect, test } from "vitest";
import { isBrowser } from "../../src/environment.js";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";
import { runInPage } from "../support/run-in-page.js";

const SECRET = "canary-5f2a";

describe("a scope is a browser's", () => {
  const mozilla = { appCodeName: "Mozilla", userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0" };

  test.each<[string, object]>([
    ["a window", { window: {}, document: {}, navigator: mozilla }],
    ["a worker, which has no document", { WorkerGlobalScope: class {}, navigator: mozilla }],
    ["a page whose bundler put in a process", { document: {}, navigator: mozilla, process: { env: {}, versions: {} } }],
    ["a page with a process of which only env is there", { navigator: mozilla, process: { env: {} } }],
    ["an Electron window without Node", { document: {}, navigator: mozilla }],
  ])("when it is %s", (_, scope) => expect(isBrowser(scope)).toBe(true));

  const node = { versions: { node: "24.0.0" } };

  test.each<[string, object]>([
    ["Node 20, which has no navigator", { process: node }],
    ["a later Node", { navigator: { userAgent: "Node.js/24" }, process: node }],
    ["Deno", { navigator: { userAgent: "Deno/2.5.0" }, process: node }],
    ["a worker of Deno without its process", { WorkerGlobalScope: class {}, navigator: { userAgent: "Deno/2.5.0" } }],
    ["Bun", { navigator: { userAgent: "Bun/1.3.0" }, process: node }],
    ["workerd", { WorkerGlobalScope: class {}, navigator: { userAgent: "Cloudflare-Workers" } }],
    ["an edge runtime", { EdgeRuntime: "edge-runtime", self: {} }],
    ["jsdom under Jest or Vitest", { window: {}, document: {}, navigator: mozilla, process: node }],
    ["an Electron window with Node", { window: {}, document: {}, navigator: mozilla, process: node }],
  ])("not when it is %s", (_, scope) => expect(isBrowser(scope)).toBe(false));

  test("not when it is the one that this test runs in", () => expect(isBrowser()).toBe(false));
});

describe("in a page", () => {
  let create: typeof createFixtureClient;
  beforeAll(async () => {
    const program = await runInPage<typeof import("../support/fixture-client.js")>("test/support/fixture-client.ts");
    create = program.createFixtureClient;
  });

  test("a key that is a string is refused, with the option named and the key not", () => {
    const refused = () => create({ region: "north", apiKey: SECRET });
    expect(refused).toThrow(
      "createAgentsClient → apiKey is a string, which every visitor of the page can read: give a function, or dangerouslyAllowBrowser: true",
    );
    expect(refused).not.toThrow(SECRET);
    expect(refused).toThrow(expect.objectContaining({ name: "UsageError" }));
    expect(() => create({ region: "north", apiKey: SECRET, dangerouslyAllowBrowser: false })).toThrow(/every visitor/);
  });

  test("it is taken when that is allowed, and a client that is derived may have another one", () => {
    const library = create({ region: "north", apiKey: SECRET, dangerouslyAllowBrowser: true });
    expect(() => library.with({ apiKey: "another" })).not.toThrow();
    expect(() => library.with({ apiKey: "another", dangerouslyAllowBrowser: false })).toThrow(/every visitor/);
  });

  test("a key that is a function is taken, and a derived client may not make it a string", () => {
    const library = create({ region: "north", apiKey: () => SECRET });
    expect(() => library.with({ timeout: 1_000 })).not.toThrow();
    expect(() => library.with({ apiKey: SECRET })).toThrow(/every visitor/);
    expect(() => library.with({ apiKey: SECRET, dangerouslyAllowBrowser: true })).not.toThrow();
  });

  test("a missing key is reported as missing", () => {
    expect(() => create({ region: "north" })).toThrow(/apiKey is missing/);
  });
});

test("the option changes nothing on other platforms", () => {
  for (const dangerouslyAllowBrowser of [true, false, undefined]) {
    const options: FixtureOptions = { region: "north", apiKey: "k", dangerouslyAllowBrowser };
    expect(() => createFixtureClient(options)).not.toThrow();
  }
});

describe("the header user-agent", () => {
  test("names the package and the runtime", async () => {
    const { fetch, calls } = recordingFetch();
    const client = createFixtureClient({ region: "north", apiKey: "key-of-the-test", fetch });
    await client.GET("/collections");
    expect(calls[0]?.init.headers["user-agent"]).toMatch(/^polyai-agents\/\S+ \(Node\.js\/\d+\S*\)$/);
  });

  test("can be replaced by the caller, and can be removed", async () => {
    const { fetch, calls } = recordingFetch();
    const client = createFixtureClient({ region: "north", apiKey: "key-of-the-test", fetch });
    await client.with({ headers: { "User-Agent": "ours/1" } }).GET("/collections");
    await client.GET("/collections", { headers: { "user-agent": "theirs/2" } });
    await client.GET("/collections", { headers: { "user-agent": null } });
    expect(calls.map(({ init }) => init.headers["user-agent"])).toEqual(["ours/1", "theirs/2", undefined]);
  });
});
