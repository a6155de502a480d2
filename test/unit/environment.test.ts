import { beforeAll, describe, expect, test } from "vitest";
import { isBrowser } from "../../src/environment.js";
import { type ClientOptions, createAgentsClient } from "../../src/index.js";
import { runInPage } from "../support/page.js";

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
  let create: typeof createAgentsClient;
  beforeAll(async () => {
    create = (await runInPage<typeof import("../../src/index.js")>("src/index.ts")).createAgentsClient;
  });

  test("a key that is a string is refused, with the option named and the key not", () => {
    const refused = () => create({ region: "uk", apiKey: SECRET });
    expect(refused).toThrow(
      "createAgentsClient → apiKey is a string, which a browser shows to everybody: give a function, or dangerouslyAllowBrowser: true",
    );
    expect(refused).not.toThrow(SECRET);
    expect(refused).toThrow(expect.objectContaining({ name: "UsageError" }));
    expect(() => create({ region: "uk", apiKey: SECRET, dangerouslyAllowBrowser: false })).toThrow(/everybody/);
  });

  test("it is taken when that is allowed, and a client that is derived may have another one", () => {
    const polyai = create({ region: "uk", apiKey: SECRET, dangerouslyAllowBrowser: true });
    expect(() => polyai.with({ apiKey: "another" })).not.toThrow();
    expect(() => polyai.with({ apiKey: "another", dangerouslyAllowBrowser: false })).toThrow(/everybody/);
  });

  test("a key that is a function is taken, and a derived client may not make it a string", () => {
    const polyai = create({ region: "uk", apiKey: () => SECRET });
    expect(() => polyai.with({ timeout: 1_000 })).not.toThrow();
    expect(() => polyai.with({ apiKey: SECRET })).toThrow(/everybody/);
    expect(() => polyai.with({ apiKey: SECRET, dangerouslyAllowBrowser: true })).not.toThrow();
  });

  test("no key at all is said to be missing", () => {
    expect(() => create({ region: "uk" })).toThrow(/apiKey is missing/);
  });
});

test("elsewhere the option changes nothing", () => {
  for (const dangerouslyAllowBrowser of [true, false, undefined]) {
    const options: ClientOptions = { region: "uk", apiKey: "k", dangerouslyAllowBrowser };
    expect(() => createAgentsClient(options)).not.toThrow();
  }
});
