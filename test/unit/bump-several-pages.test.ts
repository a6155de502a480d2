import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { currentDocument } from "../support/bump-document.js";
import { blockOf, type Change, changed, excerpt, merged, pageOf, problemWith } from "../support/reference-page.js";

const CARRIER = "/v1/outlets/{outletId}/logistics/carriers/{carrierId}";

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

  test("can rename a path parameter, if there is a page for every operation of the path", async () => {
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
  test.each(disagreements)("that disagree about %s are refused, with both names", async (_, change, what) => {
    const other = excerpt("patch", CARRIER, change);
    const message = await problemWith(pageOf(excerpt("get", CARRIER)), pageOf(other));
    expect(message).toBe(`page-1.md and page-2.md disagree about ${what}: give pages of one version`);
  });

  test("of one source that disagree are refused, with their lines", async () => {
    const other = excerpt("get", CARRIER, (one) => Object.assign(one.paths[CARRIER].get, { summary: "Other" }));
    const fence = `yaml GET ${CARRIER}`;
    const message = await problemWith(blockOf(excerpt("get", CARRIER), fence) + blockOf(other, fence));
    expect(message).toMatch(
      /^page-1\.md \(line 1\) and page-1\.md \(line \d+\) disagree about GET \/v1.*: give pages of one/,
    );
  });

  test("and a whole document are refused", async () => {
    const message = await problemWith(pageOf(excerpt("get", CARRIER)), stringify(currentDocument()));
    expect(message).toMatch(/^page-2\.md is a whole document, and page-1\.md is not: give one document .* or pages/);
  });
});

describe("a page that cannot be used is refused in one line", () => {
  const page = excerpt("get", CARRIER);
  const NO_BLOCK = "page-1.md has no OpenAPI block: give a page of the reference that has one, as Markdown";

  test.each([
    ["prose", "# Carriers\n\nThey answer calls: always.\n"],
    ["samples only", '# Carriers\n\n```json GET /v1/outlets\n{"carriers": []}\n```\n'],
    ["a block in another language", blockOf(page, `text GET ${CARRIER}`)],
  ])("without an OpenAPI block: %s", async (_, text) => {
    expect(await problemWith(text)).toBe(NO_BLOCK);
  });

  test("cut off within its block", async () => {
    const message = await problemWith(pageOf(page).slice(0, 900));
    expect(message).toBe("page-1.md ends inside its OpenAPI block (line 7): get it again");
  });

  test("with the heading of another operation", async () => {
    const message = await problemWith(blockOf(page, "yaml GET /v1/outlets"));
    expect(message).toBe(`page-1.md has the heading GET /v1/outlets, but describes GET ${CARRIER}: get the page again`);
  });

  test("with a whole document in its block", async () => {
    const message = await problemWith(blockOf(currentDocument(), "yaml"));
    expect(message).toBe("page-1.md has 47 operations in a block: give the document as a file of its own");
  });

  test("with an error, whose line is counted from the start of the page", async () => {
    const message = await problemWith(`# Page\n\n\`\`\`yaml GET ${CARRIER}\nopenapi: 3.1.0\na: @b\n\`\`\`\n`);
    expect(message).toMatch(/^page-1\.md is not valid YAML or JSON: .+ \(line 5\); correct it/);
    const headed = await problemWith(`# Page\n\n\`\`\`yaml\nGET ${CARRIER}\nopenapi: 3.1.0\na: 1\na: 1\n\`\`\`\n`);
    expect(headed).toBe('page-1.md has the key "a" twice in one object (line 7): correct it');
  });

  test("without a schema that it needs, even if the current document has one of that name", async () => {
    const incomplete = excerpt("get", CARRIER, (one) => delete one.components.schemas.CarrierResponse);
    expect(await problemWith(pageOf(incomplete))).toMatch(
      /^page-1\.md has a reference without a target, "#\/components\/schemas\/CarrierResponse" \(#\/paths\//,
    );
  });

  test("of Swagger 2, and of another API", async () => {
    expect(await problemWith("```yaml GET /pets\nswagger: '2.0'\n```\n")).toMatch(/^page-1\.md is Swagger "2\.0": /);
    const pets = excerpt("get", "/v1/outlets", (one) => {
      one.paths = { "/v1/pets": one.paths["/v1/outlets"] };
      one.servers = [{ url: "https://pets.example" }];
    });
    expect(await problemWith(pageOf(pets))).toBe(
      'page-1.md describes GET /v1/pets, which has no path and no server in common with "Made-up Outlets API": check the page',
    );
  });
});
