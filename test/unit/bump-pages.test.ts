import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import type { JsonObject } from "../../scripts/spec-bump/json.js";
import { readSources } from "../../scripts/spec-bump/sources.js";
import { currentDocument } from "../support/bump-document.js";
import { blockOf, excerptOf, pageOf } from "../support/reference-page.js";
import { startServer } from "../support/server.js";
import { createFolder, problemOf } from "../support/sources.js";

const NUMBERS = "/v1/outlets/{outletId}/logistics/tracking-numbers";
const CARRIER = "/v1/outlets/{outletId}/logistics/carriers/{carrierId}";

// biome-ignore lint/suspicious/noExplicitAny: the document as data, to be changed
type Change = (excerpt: any) => void;

function excerpt(method: string, path: string, change: Change = () => {}): JsonObject {
  const one = excerptOf(currentDocument(), method, path);
  change(one);
  return one;
}

function changed(change: Change): JsonObject {
  const document = currentDocument();
  change(document);
  return document;
}

/** What the next document is when the sources have these contents; `current` is shown to stay as it was. */
async function merged(pages: readonly string[], current = currentDocument()): Promise<JsonObject> {
  const before = structuredClone(current);
  await using folder = await createFolder();
  const sources = await Promise.all(pages.map((page, index) => folder.write(`page-${index + 1}.md`, page)));
  const next = await readSources(sources, current);
  expect(current).toEqual(before);
  return next;
}

async function problemWith(...pages: string[]): Promise<string> {
  await using folder = await createFolder();
  const sources = await Promise.all(pages.map((page, index) => folder.write(`page-${index + 1}.md`, page)));
  return await problemOf(readSources(sources, currentDocument()), folder);
}

describe("a page of the reference", () => {
  const page = excerpt("delete", NUMBERS, ({ info, paths, components }) => {
    info.version = "4.1.4";
    paths[NUMBERS].delete = { ...paths[NUMBERS].delete, summary: "Delete numbers", operationId: undefined };
    components.schemas.BulkDeleteTrackingNumbersBody = { type: "object", properties: { all: { type: "boolean" } } };
  });
  const next = changed((document) => {
    const { paths, components } = parse(stringify(page));
    document.info.version = "4.1.4";
    document.paths[NUMBERS].delete = paths[NUMBERS].delete;
    Object.assign(document.components.schemas, components.schemas);
  });

  test("replaces its operation, the schemas it brings and the version, and nothing else", async () => {
    expect(next).not.toEqual(currentDocument());
    const result = await merged([pageOf(page)]);
    expect(result).toEqual(next);
    const order = (document: JsonObject) => Object.keys(document.paths as JsonObject);
    expect(order(result)).toEqual(order(currentDocument()));
  });

  test.each([
    ["yaml DELETE", `yaml DELETE ${NUMBERS}`],
    ["yaml with the name of a file", `yaml /openapi.json delete ${NUMBERS}`],
    ["yml with a title", `yml title="Get /v1/outlets" DELETE ${NUMBERS} theme={null}`],
    ["nothing else", "yaml"],
  ])("may have a fence that says %s", async (_, fence) => {
    expect(await merged([blockOf(page, fence)])).toEqual(next);
  });

  test.each(["", "# ", "openapi.json "])("may be headed in its first line, after %j", async (before) => {
    const text = `\`\`\`yaml\n\n${before}delete ${NUMBERS}\n${stringify(page)}\`\`\`\n`;
    expect(await merged([text])).toEqual(next);
  });

  test("may be JSON, indented, fenced by tildes and have CRLF at its line ends", async () => {
    const block = `~~~json\n${JSON.stringify(page, null, 2)}\n~~~`;
    const text = block.replace(/^/gm, "    ");
    expect(await merged([`# Page\n\n${text}\n`.replaceAll("\n", "\r\n")])).toEqual(next);
  });

  test("may stand among samples of requests and answers", async () => {
    const samples = `\`\`\`json DELETE ${NUMBERS}\n{"deleted": []}\n\`\`\`\n\n\`\`\`bash\ncurl\n\`\`\`\n`;
    expect(await merged([`---\nopenapi: DELETE ${NUMBERS}\n---\n${samples}${pageOf(page)}${samples}`])).toEqual(next);
  });

  test("may be a URL", async () => {
    await using server = await startServer((_, response) => {
      response.writeHead(200, { "content-type": "text/markdown" }).end(pageOf(page));
    });
    expect(await readSources([server.url], currentDocument())).toEqual(next);
  });

  test("adds an operation that is new, at a new path or a known one, with its tag", async () => {
    const path = "/v1/outlets/{outletId}/voices";
    const voices = excerpt("get", "/v1/outlets", (one) => {
      one.paths = { [path]: { get: { ...one.paths["/v1/outlets"].get, tags: ["Voices"] } } };
      one.tags = [
        { name: "Voices", description: "What outlets sound like." },
        { name: "Outlets", description: "Other" },
      ];
    });
    const created = excerpt("get", "/v1/outlets", (one) => {
      one.paths = { [NUMBERS]: { put: one.paths["/v1/outlets"].get } };
    });
    const result = await merged([pageOf(voices), pageOf(created)]);
    const expected = changed((document) => {
      document.paths[path] = (voices.paths as JsonObject)[path];
      document.paths[NUMBERS].put = ((created.paths as JsonObject)[NUMBERS] as JsonObject).put;
      document.tags.push({ name: "Voices", description: "What outlets sound like." });
    });
    expect(result).toEqual(expected);
  });

  test("may have a path that is like no other, as long as one of its servers is known", async () => {
    const owners = excerpt("get", "/v1/outlets", (one) => {
      one.paths = { "/v1/owners": one.paths["/v1/outlets"] };
    });
    expect((await merged([pageOf(owners)])).paths).toHaveProperty(["/v1/owners", "get"]);
  });

  test("brings its servers and its security when it states them", async () => {
    const servers = [{ url: "https://api.us.shop.example" }, { url: "https://api.au.shop.example" }];
    const text = pageOf(
      excerpt("delete", NUMBERS, (one) => {
        Object.assign(one, { servers, security: [{ key: [] }] });
        one.components.securitySchemes = { key: { type: "apiKey", in: "header", name: "x-key" } };
      }),
    );
    const result = await merged([text]);
    expect(result).toMatchObject({ servers, security: [{ key: [] }] });
    expect(result.components).toMatchObject({ securitySchemes: { key: { name: "x-key" } } });
    const silent = pageOf(
      excerpt("delete", NUMBERS, (one) => {
        for (const key of ["servers", "security", "info", "tags"]) delete one[key];
        delete one.components.securitySchemes;
      }),
    );
    expect(await merged([silent])).toEqual(currentDocument());
    expect(await merged([silent, text])).toEqual(result);
  });

  test("keeps to its operation what it states for its path, and leaves the others what the path stated", async () => {
    const parameter = (name: string, place = "query") => ({ name, in: place, schema: { type: "string" } });
    const current = changed(({ paths }) => {
      paths[NUMBERS].parameters = [parameter("old")];
    });
    const text = pageOf(
      excerpt("delete", NUMBERS, (one) => {
        one.components.parameters = { Outlet: { ...parameter("outletId", "path"), required: true } };
        one.paths[NUMBERS].delete.parameters = [{ $ref: "#/components/parameters/Outlet" }];
        one.paths[NUMBERS].parameters = [parameter("outletId", "path"), parameter("dry")];
      }),
    );
    const { paths } = (await merged([text], current)) as { paths: Record<string, JsonObject> };
    const item = paths[NUMBERS] as Record<string, { parameters: { name?: string; $ref?: string }[] }>;
    expect(Object.keys(item)).toEqual(Object.keys(currentDocumentItem(NUMBERS)));
    expect(item.delete?.parameters).toEqual([parameter("dry"), { $ref: "#/components/parameters/Outlet" }]);
    expect(item.get?.parameters.map(({ name }) => name)).toEqual(["old", "outletId", "carrierId"]);
  });
});

function currentDocumentItem(path: string): JsonObject {
  return (currentDocument().paths as Record<string, JsonObject>)[path] as JsonObject;
}

describe("several pages", () => {
  test("are merged together, from several sources or from one", async () => {
    const pages = ["get", "patch", "delete"].map((method) =>
      pageOf(
        excerpt(method, CARRIER, ({ paths, info }) => {
          paths[CARRIER][method].summary = `Next ${method}`;
          info.version = "5.0.0";
        }),
      ),
    );
    const next = changed((document) => {
      document.info.version = "5.0.0";
      for (const method of ["get", "patch", "delete"]) document.paths[CARRIER][method].summary = `Next ${method}`;
    });
    expect(await merged(pages)).toEqual(next);
    expect(await merged([pages.join("\n")])).toEqual(next);
    expect(await merged([...pages, ...pages])).toEqual(next);
  });

  test("of the whole reference give the current document again", async () => {
    const { paths } = currentDocument() as { paths: Record<string, JsonObject> };
    const pages = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => pageOf(excerpt(method, path))),
    );
    expect(pages).toHaveLength(47);
    expect(await merged([pages.join("\n")])).toEqual(currentDocument());
  });

  test("rename a parameter in a path when they are all there", async () => {
    const renamed = "/v1/outlets/{outletId}/logistics/carriers/{id}";
    const [first = "", ...others] = ["get", "patch", "delete"].map((method) =>
      pageOf(
        excerpt(method, CARRIER, (one) => {
          one.paths = { [renamed]: one.paths[CARRIER] };
        }),
      ),
    );
    const { paths } = (await merged([first, ...others])) as { paths: Record<string, JsonObject> };
    expect(paths[CARRIER]).toBeUndefined();
    expect(Object.keys(paths[renamed] ?? {})).toEqual(["get", "patch", "delete"]);
    expect(await problemWith(first)).toBe(
      `page-1.md renames a parameter in the path of PATCH ${CARRIER}, DELETE ${CARRIER}: give the pages of those too`,
    );
  });

  const disagreements: [string, Change, string][] = [
    [
      "a shared schema",
      (one) => Object.assign(one.components.schemas.CarrierResponse, { title: "A" }),
      "#/components/schemas/CarrierResponse",
    ],
    [
      "a security scheme",
      (one) => Object.assign(one.components.securitySchemes.ApiKeyAuth, { name: "key" }),
      "#/components/securitySchemes/ApiKeyAuth",
    ],
    ["the version", (one) => Object.assign(one.info, { version: "4.1.4" }), "the version"],
    ["the servers", (one) => one.servers.pop(), "the servers"],
    ["the security", (one) => Object.assign(one, { security: [] }), "the security"],
  ];
  test.each(disagreements)("that disagree about %s are refused, naming both", async (_, change, what) => {
    const other = excerpt("patch", CARRIER, change);
    const told = await problemWith(pageOf(excerpt("get", CARRIER)), pageOf(other));
    expect(told).toBe(`page-1.md and page-2.md disagree about ${what}: give pages of one version`);
  });

  test("that disagree about one operation are refused, naming the lines when they are in one source", async () => {
    const other = excerpt("get", CARRIER, (one) => Object.assign(one.paths[CARRIER].get, { summary: "Other" }));
    const fence = `yaml GET ${CARRIER}`;
    const told = await problemWith(blockOf(excerpt("get", CARRIER), fence) + blockOf(other, fence));
    expect(told).toMatch(
      /^page-1\.md \(line 1\) and page-1\.md \(line \d+\) disagree about GET \/v1.*: give pages of one/,
    );
  });

  test("and a whole document are refused", async () => {
    const told = await problemWith(pageOf(excerpt("get", CARRIER)), stringify(currentDocument()));
    expect(told).toMatch(/^page-2\.md is a whole document, and page-1\.md is not: give one document .* or pages/);
  });
});

describe("a page that cannot be used is refused in one line", () => {
  const page = excerpt("get", CARRIER);
  const NO_BLOCK =
    "page-1.md is Markdown without an OpenAPI block: give a page of the reference that has one, fenced and headed by method and path";

  test.each([
    ["prose", "# Carriers\n\nThey answer calls: always.\n"],
    ["samples only", '# Carriers\n\n```json GET /v1/outlets\n{"carriers": []}\n```\n'],
    ["a block in another language", blockOf(page, `text GET ${CARRIER}`)],
  ])("without an OpenAPI block: %s", async (_, text) => {
    expect(await problemWith(text)).toBe(NO_BLOCK);
  });

  test("with front matter, which tells it from YAML without its name", async () => {
    await using folder = await createFolder();
    const path = await folder.write("page", `---\nopenapi: GET ${CARRIER}\n---\n\nWords: many: more\n`);
    expect(await problemOf(readSources([path], currentDocument()), folder)).toMatch(/^page is Markdown without/);
  });

  test("cut off within its block", async () => {
    const told = await problemWith(pageOf(page).slice(0, 900));
    expect(told).toBe("page-1.md breaks off in its OpenAPI block (line 7): get it again");
  });

  test("headed by another operation than it describes", async () => {
    const told = await problemWith(blockOf(page, "yaml GET /v1/outlets"));
    expect(told).toBe(`page-1.md is headed GET /v1/outlets, but describes GET ${CARRIER}: get the page again`);
  });

  test("with a whole document in its block", async () => {
    const told = await problemWith(blockOf(currentDocument(), "yaml"));
    expect(told).toBe(
      "page-1.md has a block of 47 operations, a page has one each: give the document as a file of its own",
    );
  });

  test("broken in a line, which is counted from the start of the page", async () => {
    const told = await problemWith(`# Page\n\n\`\`\`yaml GET ${CARRIER}\nopenapi: 3.1.0\na: @b\n\`\`\`\n`);
    expect(told).toMatch(/^page-1\.md is not YAML that can be used: .+ \(line 5\); correct it there$/);
    const headed = await problemWith(`# Page\n\n\`\`\`yaml\nGET ${CARRIER}\nopenapi: 3.1.0\na: 1\na: 1\n\`\`\`\n`);
    expect(headed).toBe('page-1.md has the key "a" twice in one object (line 7): correct it there');
  });

  test("that lacks a schema that it needs, even if the current document has one of that name", async () => {
    const incomplete = excerpt("get", CARRIER, (one) => delete one.components.schemas.CarrierResponse);
    expect(await problemWith(pageOf(incomplete))).toMatch(
      /^page-1\.md has a reference "#\/components\/schemas\/CarrierResponse" that leads nowhere \(#\/paths\//,
    );
  });

  test("of Swagger 2, and of another API", async () => {
    expect(await problemWith("```yaml GET /pets\nswagger: '2.0'\n```\n")).toMatch(/^page-1\.md is Swagger "2\.0": /);
    const pets = excerpt("get", "/v1/outlets", (one) => {
      one.paths = { "/v1/pets": one.paths["/v1/outlets"] };
      one.servers = [{ url: "https://pets.example" }];
    });
    expect(await problemWith(pageOf(pets))).toBe(
      'page-1.md describes GET /v1/pets, which has neither a path nor a server in common with "Made-up Outlets API": check the page',
    );
  });
});
