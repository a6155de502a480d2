import { appendFile, cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { callsFile } from "../../scripts/generate/calls.js";
import { generateAll } from "../../scripts/generate/command.js";
import { serversByRegion } from "../../scripts/generate/constants.js";
import { exportsOf, schemaNames } from "../../scripts/generate/schemas.js";
import { TARGETS } from "../../scripts/generate/targets.js";
import type { OpenApiDocument } from "../../scripts/openapi/document.js";
import { Problem } from "../../scripts/problem.js";
import { ROOT } from "../support/run.js";

// `npm run check` compares all generated files with a fresh run.
test.for(TARGETS)("every file in $folder names its document in the first line", async ({ document, folder }) => {
  for (const name of await readdir(join(ROOT, folder))) {
    const text = await readFile(join(ROOT, folder, name), "utf8");
    expect(text.split("\n")[0], name).toContain(`Generated from ${document} by \`npm run generate\``);
  }
});

test("the main entry does not load the table of operations", async () => {
  const sources = (await readdir(join(ROOT, "src"), { recursive: true })).filter((name) => name.endsWith(".ts"));
  for (const name of sources.filter((name) => !name.startsWith("testing"))) {
    expect(await readFile(join(ROOT, "src", name), "utf8"), name).not.toContain("generated/operations");
  }
});

test("npm run generate -- --check names the files that differ and the command to run, and changes nothing", async () => {
  const folder = await mkdtemp(join(tmpdir(), "polyai-agents-"));
  try {
    for (const part of ["openapi", "generated", "test/fixtures"])
      await cp(join(ROOT, part), join(folder, part), { recursive: true });
    const edited = ["openapi/agents.yaml", ...TARGETS.map((target) => `${target.folder}/constants.ts`)];
    for (const file of edited) await appendFile(join(folder, file), "# edited by hand\n");
    await appendFile(join(folder, "openapi/overlay.yaml"), "  - target: $.gone\n    update: {}\n");
    const printed: string[] = [];
    const output = { log: (text: string) => printed.push(text), error: (text: string) => printed.push(text) };
    expect(await generateAll(pathToFileURL(`${folder}/`), true, output)).toBe(1);
    expect(printed).toEqual([
      "openapi/overlay.yaml: $.gone matches nothing. Correct the target, or delete the action.",
      "openapi/agents.yaml is not up to date with published.yaml and overlay.yaml. Run: npm run generate",
      ...TARGETS.map(
        ({ document, folder }) => `Not up to date with ${document}: ${folder}/constants.ts. Run: npm run generate`,
      ),
    ]);
    for (const file of edited) expect(await readFile(join(folder, file), "utf8")).toMatch(/\n# edited by hand\n$/);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 30_000);

describe("regions", () => {
  test.each<[string[], string[]]>([
    [
      ["https://api.us.poly.ai", "https://api.ap-1.poly.ai/"],
      ["us", "ap-1"],
    ],
    [
      ["https://poly.ai/us/v1", "https://poly.ai/uk/v1"],
      ["us", "uk"],
    ],
    [
      ["https://poly.ai", "https://poly.ai:8443", "https://uk.poly.ai"],
      ["default", "8443", "uk"],
    ],
    [
      ["https://a.us.poly.ai", "https://b.uk.poly.ai"],
      ["a-us", "b-uk"],
    ],
    [
      ["https://api.us.poly.ai", "https://api.uk.poly.ai", "https://poly.example"],
      ["us", "uk", "example"],
    ],
    [
      ["https://api.us.poly.ai/v2", "https://api.uk.poly.ai"],
      ["us", "uk"],
    ],
    [["https://api.us.poly.ai"], ["default"]],
    [["https://api.us.poly.ai", "https://api.us.poly.ai/"], ["default"]],
  ])("of %j are named by what differs in the URLs: %j", (urls, regions) => {
    const servers = [...new Set(urls.map((url) => url.replace(/\/$/, "")))];
    expect(Object.entries(serversByRegion(urls))).toEqual(
      expect.arrayContaining(regions.map((region, index) => [region, servers[index]])),
    );
  });

  test("without different names are a problem", () => {
    const regions = () => serversByRegion(["https://a.b.poly.ai", "https://b.a.poly.ai"]);
    expect(regions).toThrow(Problem);
    expect(regions).toThrow(/^servers: these URLs give no different names for regions: /);
  });
});

describe("the types of schemas by name", () => {
  const withSchemas = (...names: string[]) =>
    ({ components: { schemas: Object.fromEntries(names.map((name) => [name, {}])) } }) as unknown as OpenApiDocument;

  test("have the name of the schema as an identifier", () => {
    const { names, skipped } = schemaNames(withSchemas("Player", "record-list", "v1.Shelf", "Über"), []);
    expect([...names]).toEqual([
      ["Player", "Player"],
      ["record-list", "recordList"],
      ["v1.Shelf", "v1Shelf"],
      ["Über", "Ber"],
    ]);
    expect(skipped).toEqual([]);
  });

  test("skip a name that is already used, and give the reason", () => {
    const { names, skipped } = schemaNames(
      withSchemas("Record", "Error", "ApiError", "a-b", "a.b", "9lives", "string"),
      ["ApiError"],
    );
    expect([...names]).toEqual([["a-b", "aB"]]);
    expect(skipped).toEqual([
      { schema: "Record", reason: "Record is a global type of TypeScript" },
      { schema: "Error", reason: "Error is a global type of TypeScript" },
      { schema: "ApiError", reason: "this package already exports ApiError" },
      { schema: "a.b", reason: "another schema has the type aB" },
      { schema: "9lives", reason: "its name is not an identifier" },
      { schema: "string", reason: "string is a global type of TypeScript" },
    ]);
  });

  test("leave out every name that the main entry exports", async () => {
    const exported = exportsOf(await readFile(join(ROOT, "src/index.ts"), "utf8"));
    expect(exported).toEqual(
      expect.arrayContaining(["ApiError", "ClientOptions", "CallInit", "createAgentsClient", "paths"]),
    );
    expect(exported).not.toContain("AgentsClientOptions");
  });
});

test("the comments of calls by name contain the document's descriptions, and mark deprecated operations", () => {
  const operation = { operationId: "play", summary: "Play", description: "Plays */ a\nrecord.", deprecated: true };
  const responses = { 204: { description: "Played." }, default: { description: "Not\nplayed." } };
  const document = { paths: { "/play": { post: { ...operation, responses } } } } as unknown as OpenApiDocument;
  expect(callsFile(document, "./types.js")).toContain(`  /**
   * Play
   *
   * Plays *\\/ a
   * record.
   *
   * \`POST /play\`
   *
   * - 204: Played.
   * - default: Not played.
   *
   * @deprecated
   */
`);
});
