import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { curlSample, nameSample, pathSample } from "../../scripts/docs/code-samples.js";
import { guideOf } from "../../scripts/docs/guide.js";
import { referencePage } from "../../scripts/docs/page.js";
import { Problem } from "../../scripts/problem.js";
import { type Chromium, findChromium, launchChromium, type Tab } from "../support/chromium.js";
import { ROOT } from "../support/run.js";
import { document, operations } from "../support/shipped-document.js";

const readme = await readFile(join(ROOT, "README.md"), "utf8");
const page = await referencePage(document, readme);

/** Compared in place of the page itself, which is too long to be printed when a test fails. */
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([match]) => match);

const hashOfTag = (tag: string) => `#/${tag.toLowerCase().replaceAll(" ", "-")}`;

describe("the file of the page", () => {
  test("has every operation, with its call by path, by name and with curl", () => {
    const [, definition = "{}"] = /const __redoc_definition = (.*);\n/.exec(page) ?? [];
    const { paths } = JSON.parse(definition);
    expect(operations.length).toBeGreaterThan(0);
    for (const operation of operations) {
      const shown = paths[operation.path][operation.method.toLowerCase()];
      expect(shown["x-codeSamples"]).toEqual([
        { label: "By path", lang: "javascript", source: pathSample(operation, document) },
        { label: "By name", lang: "javascript", source: nameSample(operation, document) },
        { label: "curl", lang: "bash", source: curlSample(operation, document) },
      ]);
      // A choice of examples would not change the code.
      const { examples = {} } = shown.requestBody?.content["application/json"] ?? {};
      expect(Object.keys(examples).length).toBeLessThan(2);
    }
  });

  test("contains its scripts and styles, and requests nothing else", () => {
    const [ahead = ""] = page.split('<script type="module">');
    expect(found(page, /<meta\s+http-equiv="Content-Security-Policy"\s+content="default-src 'none';/g)).toHaveLength(1);
    expect(found(page, /<script[^>]* src=|\bimport [^;\n]* from ["']https?:|cdn\.redoc\.ly/g)).toEqual([]);
    expect(found(ahead, /<link[^>]* href="(?!data:)|<img|url\((?!["']?(?:data:|#))/g)).toEqual([]);
    expect(found(page, /"disableTelemetry":true/g)).toHaveLength(1);
  });

  test("has only links to itself in the rendered HTML", () => {
    const [ahead = ""] = page.split('<script type="module">');
    const targets = found(ahead, /(?<=<a [^>]*href=")[^"]*/g);
    expect(targets).toContain(hashOfTag(operations[0]?.tags[0] ?? ""));
    expect(targets.filter((target) => !/^(?:#|https:)/.test(target))).toEqual([]);
  });

  test("is under 4 MB", () => {
    expect(Buffer.byteLength(page)).toBeLessThan(4_000_000);
  });
});

describe("a page of another document", { timeout: 20_000 }, () => {
  const pageOf = (paths: object) => referencePage({ ...document, paths } as typeof document, "# The guide");

  test("has the operations of a new version, with any body and without descriptions", async () => {
    const requestBody = { content: { "multipart/form-data": { schema: { type: "object" } } } };
    const responses = { "201": { description: "Made." } };
    const parameters = [{ name: "id", in: "path", required: true, schema: { type: "integer" } }];
    const made = await pageOf({
      "/recordings": { post: { operationId: "upload", requestBody, responses }, get: { responses } },
      "/recordings/{id}": { put: { parameters, responses, requestBody: { content: { "audio/wav": {} } } } },
    });
    expect(found(made, /await polyai\.(?:POST|GET|PUT)\(\\"[^"]*\\"/g)).toEqual([
      'await polyai.POST(\\"/recordings\\"',
      'await polyai.GET(\\"/recordings\\"',
      'await polyai.PUT(\\"/recordings/{id}\\"',
    ]);
  });

  test("is refused in one line, when Redocly makes nothing of the document", async () => {
    const refusal = referencePage({ ...document, openapi: "5.0" }, "# The guide");
    await expect(refusal).rejects.toThrow(Problem);
    await expect(refusal).rejects.toThrow(/^Redocly cannot build the page \(.*5\.0.*\)\. Run: npm run check$/);
  });
});

const chromium = findChromium();
const browser = chromium ? "in Chromium" : "in Chromium, WHICH IS MISSING HERE (apt-get install chromium)";

describe.skipIf(!chromium)(`the page opened from the disk ${browser}`, { timeout: 60_000 }, () => {
  let folder: string;
  let launched: Chromium;
  /** For all tests on a wide screen. */
  let shared: Tab;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "polyai-agents-page-"));
    await writeFile(join(folder, "index.html"), page);
    launched = await launchChromium(chromium as string);
    shared = await open();
  }, 60_000);

  afterAll(async () => {
    await launched?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const urlOfPage = () => pathToFileURL(join(folder, "index.html")).href;

  /** Opens the page. */
  async function open(width?: number): Promise<Tab> {
    const tab = await launched.open(urlOfPage(), width);
    // Until React has taken over what was rendered ahead, clicks are lost.
    await tab.until(
      "Object.keys(document.querySelector('.menu-content a') ?? {}).some((key) => key.startsWith('__react'))",
    );
    return tab;
  }

  /** Checks at the end of a test that the page has requested nothing but itself, and printed nothing on the console. */
  function expectQuiet(tab: Tab): Tab {
    onTestFinished(() => {
      expect(tab.requests.filter((url) => !url.startsWith("data:"))).toEqual([urlOfPage()]);
      expect(tab.errors).toEqual([]);
    });
    return tab;
  }

  const MENU = "[...document.querySelectorAll('.menu-content a[href^=\"#/\"]')]";
  const entry = (text: string) => `${MENU}.find((a) => a.innerText.trim() === ${JSON.stringify(text)})`;
  const click = (text: string) => `${entry(text)}.click()`;
  // The last, so that much of the page is above it.
  const one = operations.at(-1) as (typeof operations)[number];
  const hashOf = ({ tags: [tag = ""], operationId }: typeof one) => `${hashOfTag(tag)}/${operationId.toLowerCase()}`;
  const shows = ({ method, path }: typeof one) =>
    `document.body.innerText.includes(${JSON.stringify(`await polyai.${method}("${path}"`)})`;
  const summaryOf = ({ summary, operationId }: typeof one) => summary ?? operationId;

  test("has the API as its title, and the README's sections and every operation in its navigation", async () => {
    const tab = expectQuiet(shared);
    expect(await tab.evaluate("document.title")).toBe(`${document.info.title} ${document.info.version}`);
    const [title = "", ...sections] = found(guideOf(readme).replace(/```[\s\S]*?```/g, ""), /(?<=^##? ).*/gm);
    expect(sections.length).toBeGreaterThan(3);
    await tab.evaluate(click(title));
    for (const section of sections) expect(await tab.until(`!!${entry(section)}`)).toBe(true);
    for (const tag of new Set(operations.flatMap(({ tags }) => tags))) {
      const listed = operations.filter(({ tags }) => tags.includes(tag));
      await tab.evaluate(click(tag));
      const texts = await tab.until<string[]>(`(() => {
        const { hash } = ${entry(tag)};
        const below = ${MENU}.filter((a) => a.hash.startsWith(hash + "/"));
        return below.length > 0 && below.map((a) => a.innerText.replace(/\\s+/g, " "));
      })()`);
      expect(texts.sort()).toEqual(listed.map((operation) => `${summaryOf(operation)} ${operation.method}`).sort());
    }
  });

  test("goes to the operation that is clicked", async () => {
    const tab = expectQuiet(shared);
    await tab.evaluate(click(one.tags[0] ?? ""));
    const link = `${MENU}.find((a) => a.hash === ${JSON.stringify(hashOf(one))})`;
    await tab.until(`!!${link}`);
    await tab.evaluate(`${link}.click()`);
    const heading = `[...document.querySelectorAll("h2")].find((h) => h.innerText.trim() === ${JSON.stringify(summaryOf(one))})`;
    expect(await tab.until(`Math.abs(${heading}?.getBoundingClientRect().top) < 300`)).toBe(true);
    expect(await tab.until(shows(one))).toBe(true);
    expect(await tab.evaluate("location.hash")).toBe(hashOf(one));
  });

  test.each([390, 1440])(
    "is no wider than a screen of %i pixels, and its calls are no wider than it shows",
    async (width) => {
      const tab = expectQuiet(width === 390 ? await open(width) : shared);
      for (const shown of [`!!document.querySelector('[data-section-id^="/section/"] pre')`, shows(one)]) {
        expect(await tab.until(shown)).toBe(true);
        expect(await tab.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
        await tab.evaluate(`location.hash = ${JSON.stringify(hashOf(one))}`);
      }
      const calls = "[...document.querySelectorAll('.panel-request-samples pre')]";
      expect(
        await tab.evaluate(`${calls}.length > 0 && ${calls}.filter((e) => e.scrollWidth > e.clientWidth).length`),
      ).toBe(0);
    },
  );

  // Last, because the search stays open.
  test("finds an operation", async () => {
    const tab = expectQuiet(shared);
    await tab.evaluate("document.querySelector('[data-testid=search-trigger]').click()");
    await tab.until("document.activeElement.matches('input')");
    await tab.type(summaryOf(one));
    expect(await tab.until(`document.body.innerText.includes(${JSON.stringify(one.path)})`)).toBe(true);
  });
});
