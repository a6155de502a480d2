import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { readSources } from "../../scripts/spec-bump/sources.js";
import { currentDocument } from "../support/bump-document.js";
import { startServer } from "../support/loopback-server.js";
import { blockOf, changed, excerpt, merged, pageOf } from "../support/reference-page.js";

const NUMBERS = "/v1/outlets/{outletId}/logistics/tracking-numbers";

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

  test("replaces its operation, its schemas and the version, and nothing else", async () => {
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

  test.each(["", "# ", "openapi.json "])(
    "may have its heading in the first line of the block, after %j",
    async (before) => {
      const text = `\`\`\`yaml\n\n${before}delete ${NUMBERS}\n${stringify(page)}\`\`\`\n`;
      expect(await merged([text])).toEqual(next);
    },
  );

  test("may be JSON, indented, fenced by tildes and with CRLF at its line ends", async () => {
    const block = `~~~json\n${JSON.stringify(page, null, 2)}\n~~~`;
    const text = block.replace(/^/gm, "    ");
    expect(await merged([`# Page\n\n${text}\n`.replaceAll("\n", "\r\n")])).toEqual(next);
  });

  test("may contain sample requests and responses", async () => {
    const samples = `\`\`\`json DELETE ${NUMBERS}\n{"deleted": []}\n\`\`\`\n\n\`\`\`bash\ncurl\n\`\`\`\n`;
    expect(await merged([`---\nopenapi: DELETE ${NUMBERS}\n---\n${samples}${pageOf(page)}${samples}`])).toEqual(next);
  });

  test("may be a URL", async () => {
    await using server = await startServer((_, response) => {
      response.writeHead(200, { "content-type": "text/markdown" }).end(pageOf(page));
    });
    expect(await readSources([server.url], currentDocument())).toEqual(next);
  });

  test("adds a new operation with its tag, at a new path or a known one", async () => {
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

  test("may have a path of another kind, if one of its servers is known", async () => {
    const owners = excerpt("get", "/v1/outlets", (one) => {
      one.paths = { "/v1/owners": one.paths["/v1/outlets"] };
    });
    expect((await merged([pageOf(owners)])).paths).toHaveProperty(["/v1/owners", "get"]);
  });

  test("replaces the servers and the security, if it has them", async () => {
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

  test("gives each operation the parameters of its own path item", async () => {
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
    expect(item.delete?.parameters.map(({ name }) => name)).toEqual(["dry", "outletId"]);
    expect(item.get?.parameters.map(({ name }) => name)).toEqual(["old", "outletId", "carrierId"]);
  });
});

function currentDocumentItem(path: string): JsonObject {
  return (currentDocument().paths as Record<string, JsonObject>)[path] as JsonObject;
}
