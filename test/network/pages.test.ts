/** The client in pages. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Chromium, findChromium, launchChromium } from "../support/chromium.js";
import { json, startServer, type TestServer } from "../support/loopback-server.js";
import { bundleForPage } from "../support/run-in-page.js";

const chromium = findChromium();
const browser = chromium ? "in Chromium" : "in Chromium, WHICH IS MISSING HERE (apt-get install chromium)";

/** Calls a proxy by its path, and gives the data or the error. */
const CALL = `program.createFixtureClient({ baseUrl: "/api/records", apiKey: false }).GET("/collections")
  .then(({ data }) => data, (error) => error.name + ": " + error.message)`;
const REFUSED = "UsageError: GET /collections → baseUrl is a path, but no http page can complete it";

const ONE = { number: "+442079460018", projectId: "p", accountId: "a", clientEnv: "live" };

describe.skipIf(!chromium)(`a page ${browser}`, { timeout: 60_000 }, () => {
  let launched: Chromium;
  beforeAll(async () => {
    launched = await launchChromium(chromium as string);
  }, 60_000);
  afterAll(() => launched?.close());

  describe("with a baseUrl that is a path", () => {
    let server: TestServer;
    let script: string;
    beforeAll(async () => {
      script = await bundleForPage("test/support/page-client.ts");
      server = await startServer(({ url }, response) => {
        if (url === "/api/records/collections") return json(response, 200, { collections: [] });
        response.setHeader("content-type", "text/html").end(`<!doctype html><script>${script}</script>`);
      });
    }, 60_000);
    afterAll(() => server?.close());

    test("is on the server that the page came from, and no key is sent", async () => {
      const tab = await launched.open(`${server.url}/some/page?x=1#y`);
      await tab.until("window.program");
      expect(await tab.evaluate(CALL)).toEqual({ collections: [] });
      const call = server.received.find(({ url }) => url.startsWith("/api"));
      expect(call?.headers).not.toHaveProperty("x-api-key");
    });

    test("is there in a worker that was made of a Blob, too", async () => {
      const tab = await launched.open(server.url);
      await tab.until("window.program");
      const source = JSON.stringify(`${script}; ${CALL}.then(postMessage)`);
      const data = await tab.evaluate(`new Promise((resolve) => {
        const worker = new Worker(URL.createObjectURL(new Blob([${source}])));
        worker.onmessage = (event) => resolve(event.data);
        worker.onerror = (event) => resolve(event.message);
      })`);
      expect(data).toEqual({ collections: [] });
    });

    test("is a UsageError in a page from the disk, or without an origin", async () => {
      const folder = await mkdtemp(join(tmpdir(), "polyai-agents-page-"));
      try {
        const file = join(folder, "page.html");
        const html = `<!doctype html><script>${script}</script>`;
        await writeFile(file, html);
        for (const url of [pathToFileURL(file).href, `data:text/html,${encodeURIComponent(html)}`]) {
          const tab = await launched.open(url);
          await tab.until("window.program");
          expect(await tab.evaluate(CALL)).toBe(REFUSED);
        }
        const blank = await launched.open("about:blank");
        expect(await blank.evaluate(`${script}; ${CALL}`)).toBe(REFUSED);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });

  describe("behind the proxy", () => {
    let server: TestServer;
    let numbers = [ONE];
    beforeAll(async () => {
      const script = await bundleForPage("test/network/recipes.program.ts");
      server = await startServer(({ url, method }, response) => {
        if (!url.startsWith("/api/polyai/")) {
          return response.setHeader("content-type", "text/html").end(`<!doctype html><body><script>${script}</script>`);
        }
        if (method === "DELETE") numbers = [];
        json(response, 200, method === "DELETE" ? { deleted: [ONE.number] } : { phoneNumbers: numbers });
      });
    }, 60_000);
    afterAll(() => server?.close());

    test.each([
      ["lists the numbers", "listNumbers", [ONE.number]],
      ["lists and releases with TanStack Query", "releaseWithTanstack", [1, 0]],
      ["lists and releases with SWR", "releaseWithSwr", [1, 0]],
    ])("%s", async (_, name, result) => {
      numbers = [ONE];
      const tab = await launched.open(server.url);
      await tab.until("window.program");
      expect(await tab.evaluate(`program.${name}("PROJECT-58RP822I")`)).toEqual(result);
      expect(server.received.filter(({ headers }) => "x-api-key" in headers)).toEqual([]);
    });
  });
});
