import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findIn } from "../../scripts/spec-bump/find-calls.js";
import { findUsage } from "../../scripts/spec-bump/usage.js";
import { change, changed, comparison } from "../support/make-comparison.js";
import { problemOf } from "../support/source-folder.js";

const OUTLETS = "/v1/outlets";
const OUTLET = "/v1/outlets/{outletId}";

const WANTED = {
  paths: new Set([OUTLETS, OUTLET]),
  operationIds: new Set(["listOutlets"]),
  regions: new Set(["eu"]),
};

/** The paths in a source file: `method path:line`, with a question mark for an unknown method. */
function found(source: string): string[] {
  return findIn(source, WANTED).map(({ text, method, line }) => `${method ?? "?"} ${text}:${line}`);
}

describe("a path in a source file", () => {
  it.each<[string, string]>([
    ["in double quotes", 'client.GET("/v1/outlets")'],
    ["in single quotes", "client.GET('/v1/outlets')"],
    ["in a template", "client.GET(`/v1/outlets`)"],
    ["with escapes", String.raw`client.GET("\/v1\u002foutlets")`],
    ["of a method by name", 'client["GET"]("/v1/outlets")'],
    ["with optional chaining", 'client?.GET?.("/v1/outlets")'],
    ["with type arguments", 'client.GET<Paths, { a: () => void }>("/v1/outlets", {})'],
    ["over lines", 'await client\n  .GET(\n"/v1/outlets",\n)'],
    ["in lower case", 'http.get("/v1/outlets")'],
    ["after the method", 'useQuery("get", "/v1/outlets")'],
    ["in a type, before the method", 'type Outlets = paths["/v1/outlets"]["get"];'],
    ["after a comment with an apostrophe", "// don't\nclient.GET('/v1/outlets')"],
    ["after a regular expression with a quote", 'const quote = /["\'`]/;client.GET("/v1/outlets")'],
    ["after a division", 'const half = a / 2; client.GET("/v1/outlets"); const b = 1 / 2;'],
    ["after text of JSX with an apostrophe", "<p>Don't</p>;\nclient.GET('/v1/outlets')"],
    ["in the code of a template", `\`\${await client.GET("/v1/outlets")} it's \${{ a: "}" }.a}\``],
    ["after an unfinished string", '"\nclient.GET("/v1/outlets")'],
  ])("%s", (_, source) => {
    expect(found(source).map((one) => one.split(":")[0])).toEqual(["GET /v1/outlets"]);
  });

  it.each<[string, string]>([
    ["a name of it", 'const path = "/v1/outlets";'],
    ["an element of a list", 'const paths = ["/v1/outlets"];'],
    ["a call of something else", 'open("/v1/outlets")'],
    ["an argument after another one", 'call(client, "/v1/outlets")'],
  ])("without a known method: %s", (_, source) => {
    expect(found(source)).toEqual(["? /v1/outlets:1"]);
  });

  it.each<[string, string]>([
    ["a comment on a line", '// client.GET("/v1/outlets")'],
    ["a comment over lines", '/*\n * client.GET("/v1/outlets")\n */'],
    ["a string with more in it", 'const text = "GET /v1/outlets"; log("see \'/v1/outlets\'");'],
    ["a longer path", 'client.GET("/v1/outlets/{outletId}/sketches")'],
    ["a template with code", `fetch(\`/v1/outlets\${query}\`); fetch(\`\${base}/v1/outlets\`);`],
    ["a regular expression", 'const pattern = /"\\/v1\\/outlets"/;'],
    ["generated types", 'export interface paths { "/v1/outlets": { parameters: { query?: never } } }'],
  ])("and not in %s", (_, source) => {
    expect(found(source)).toEqual([]);
  });

  it("with its line, also after line breaks in comments and strings", () => {
    const source = ["/*", "*/ `a", `b\${1}`, '`; "c\\', '"; x.GET(', `"${OUTLETS}"`, `); x.PUT("${OUTLET}")`].join(
      "\r\n",
    );
    expect(found(source)).toEqual([`GET ${OUTLETS}:6`, `PUT ${OUTLET}:7`]);
  });
});

describe("an operation by its id in a source file", () => {
  it.each<[string, string]>([
    ["is called", "await operations.listOutlets({})"],
    ["is called through createOperations", "createOperations(polyai)\n?.listOutlets()".replace("\n", "")],
    ["is taken in brackets", "operations['listOutlets']()"],
    ["is handed on", "useQuery({ queryFn: operations.listOutlets })"],
    ["is destructured", "const { getOutlet, listOutlets } = operations;"],
    ["is destructured under another name", "const { listOutlets: list } = operations;"],
  ])("%s", (_, source) => {
    expect(found(source)).toEqual(["? listOutlets:1"]);
  });

  it.each<[string, string]>([
    ["a function of that name", "function listOutlets() {}\nlistOutlets();"],
    ["text", 'log("listOutlets");'],
    ["another name", "operations.listOutletsAgain()"],
    ["a comment", "// operations.listOutlets()"],
  ])("is not %s", (_, source) => {
    expect(found(source)).toEqual([]);
  });
});

describe("a region in a source file", () => {
  const lines = (source: string) => findIn(source, WANTED).map(({ text, line }) => `${text}:${line}`);

  it.each<[string, string, string[]]>([
    ["is found where a client is given it", 'createAgentsClient({\n  region: "eu" })', ["eu:2"]],
    ["is found under a quoted name", "({ 'region': 'eu' })", ["eu:1"]],
    ["is found where it is assigned", 'const region = "eu";\n<Outlets region="eu" />', ["eu:1", "eu:2"]],
    ["is not any other text that reads so", 'const eu = "eu"; pick({ language: "eu" })', []],
    ["is not one that stays", '({ region: "uk" })', []],
  ])("%s", (_, source, expected) => {
    expect(lines(source)).toEqual(expected);
  });
});

describe("the calls of a code base that break", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "bump-usage-"));
    const call = (method: string, path = OUTLETS) => `client.${method}("${path}");\n`;
    const files = {
      "b.ts": `\n${call("GET")}${call("POST")}`,
      "a/page.tsx": `<a>{${call("GET")}}</a>\n({ region: "eu" });\n${call("DELETE", OUTLET)}`,
      "a/old.js": `const path = "${OUTLETS}";\n`,
      "z.mjs": call("DELETE", OUTLET),
      "read.me": call("GET"),
      "data.json": `["${OUTLETS}"]`,
      "node_modules/other/index.js": call("GET"),
      "a/node_modules/other.ts": call("GET"),
      "dist/index.js": call("GET"),
      ".hidden/index.ts": call("GET"),
    };
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    await symlink(folder, join(folder, "circle"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const used = async (...given: Parameters<typeof comparison>) => {
    const path = relative(process.cwd(), folder);
    const uses = await findUsage(path, comparison(...given));
    return uses.map(({ file, line, operation, why }) => {
      expect(file.startsWith(join(path, "/"))).toBe(true);
      return `${file.slice(path.length + 1).replaceAll("\\", "/")}:${line} ${operation}: ${why}`;
    });
  };

  it("are listed by file and line, with the breaking changes", async () => {
    const harmless = change("body", "is new", { breaking: false });
    const changes = [change("body.a", "is gone"), harmless, change("body", "`b` was removed")];
    const why = "GET /v1/outlets: body.a is gone; body: `b` was removed";
    expect(await used({ changed: [changed(`GET ${OUTLETS}`, undefined, ...changes)] })).toEqual([
      ...[`a/old.js:1 ${why}`, `a/page.tsx:1 ${why}`, `b.ts:2 ${why}`],
    ]);
  });

  it("have three reasons at most, and the number of other reasons", async () => {
    const changes = ["a", "b", "c", "d", "e"].map((name) => change(name, "is gone"));
    const [first] = await used({ changed: [changed(`POST ${OUTLETS}`, undefined, ...changes)] });
    expect(first).toBe("a/old.js:1 POST /v1/outlets: a is gone; b is gone; c is gone; and 2 more");
  });

  it("include those of operations that are gone or have moved, by their old path", async () => {
    const gone = { method: "GET", path: OUTLETS, operationId: undefined };
    const move = { method: "DELETE", from: OUTLET, to: "/v2/outlets/{id}", operationId: undefined };
    const there = changed("DELETE /v2/outlets/{id}", undefined, change("body", "is required now"));
    expect(await used({ removed: [gone], moved: [move], changed: [there] })).toEqual([
      "a/old.js:1 GET /v1/outlets: is gone",
      "a/page.tsx:1 GET /v1/outlets: is gone",
      "a/page.tsx:4 DELETE /v1/outlets/{outletId}: is at /v2/outlets/{id} now; body is required now",
      "b.ts:2 GET /v1/outlets: is gone",
      "z.mjs:1 DELETE /v1/outlets/{outletId}: is at /v2/outlets/{id} now; body is required now",
    ]);
  });

  it("include those by operation id", async () => {
    const gone = { method: "PUT", path: OUTLET, operationId: "replaceOutlet" };
    await writeFile(join(folder, "named.ts"), "\noperations.replaceOutlet({});\n");
    expect(await used({ removed: [gone] })).toEqual(["named.ts:2 PUT /v1/outlets/{outletId}: is gone"]);
    await rm(join(folder, "named.ts"));
  });

  it("are listed for every operation that breaks at a path without a known method", async () => {
    const both = [`GET ${OUTLETS}`, `POST ${OUTLETS}`].map((name) => changed(name, undefined, change("a", "is gone")));
    expect((await used({ changed: both })).filter((use) => use.startsWith("a/old.js"))).toHaveLength(2);
  });

  it("include those with a region that is gone", async () => {
    expect(await used({ regions: { added: [], removed: ["eu"] } })).toEqual(["a/page.tsx:3 region eu: is gone"]);
  });

  it("are none if nothing breaks", async () => {
    const harmless = changed(`GET ${OUTLETS}`, undefined, change("body", "is new", { breaking: false }));
    expect(await used({ changed: [harmless], regions: { added: ["eu"], removed: [] } })).toEqual([]);
  });

  it.each(["missing", "b.ts", "b.ts/c"])("are a problem if %s is not a folder", async (name) => {
    const message = await problemOf(findUsage(join(folder, name), comparison()));
    expect(message).toMatch(/^--usage: .+ is not a folder: .+$/);
  });
});
