/** What the mock says of paths, parameters and keys. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Parameter } from "../../src/testing/document.js";
import { DONE, INTEGER, type MockRequest, mocked, object, ref, TEXT, withResponse } from "../support/mocked.js";

// Loading Prism takes CPU time, and other tests run at the same time.
beforeAll(() => mocked({}), 60_000);

const LIST = { type: "array", items: INTEGER, minItems: 1 };
const RANGE = object({ "from?": INTEGER, "to?": INTEGER });

type ParameterParts = Partial<Parameter> & Record<string, unknown>;

/** A mock of GET /things{path} with one parameter. */
const withParameter = (parameter: ParameterParts, path = "/things") => {
  const one = { name: "p", in: "query", ...parameter } as Parameter;
  const get = { operationId: "getThings", parameters: [one], responses: DONE };
  return mocked({ paths: { [path]: { get } }, schemas: { List: LIST } });
};

describe("a query parameter", () => {
  test.each<[ParameterParts, right: string[], wrong: [string, string][]]>([
    [
      { schema: INTEGER },
      ["", "p=1"],
      [
        ["p=a", "query.p type"],
        ["P=1", "query.P additionalProperties"],
      ],
    ],
    [{ schema: INTEGER, required: true }, ["p=1"], [["", "query required"]]],
    [
      { schema: { type: "boolean" } },
      ["p=true"],
      [
        ["p=yes", "query.p type"],
        ["p=", "query.p type"],
      ],
    ],
    [{ schema: { type: "boolean" }, allowEmptyValue: true }, ["p="], [["p=yes", "query.p type"]]],
    [{ schema: { ...TEXT, maxLength: 3 } }, ["p=a%20b", "p=a+b", "p=%C3%BC"], [["p=abcd", "query.p maxLength"]]],
    [
      { schema: LIST },
      ["p=1", "p=1&p=2"],
      [
        ["p=1&p=a", "query.p[1] type"],
        ["p=1,2", "query.p[0] type"],
      ],
    ],
    [{ schema: ref("List") }, ["p=1", "p=1&p=2"], [["p=a", "query.p[0] type"]]],
    [
      { schema: LIST, explode: false },
      ["p=1", "p=1,2"],
      [
        ["p=1,a", "query.p[1] type"],
        ["p=1%2C2", "query.p[0] type"],
      ],
    ],
    [{ schema: LIST, style: "pipeDelimited", explode: false }, ["p=1|2", "p=1%7C2"], [["p=1|a", "query.p[1] type"]]],
    [{ schema: LIST, style: "spaceDelimited", explode: false }, ["p=1%202", "p=1+2"], [["p=1%20a", "query.p[1] type"]]],
    [{ schema: { oneOf: [INTEGER, LIST] } }, ["p=1&p=2"], [["p=a", "query.p type"]]],
    [
      { schema: RANGE, style: "deepObject", explode: true },
      ["", "p[from]=1&p[to]=2", "p%5Bfrom%5D=1"],
      [
        ["p[from]=a", "query.p.from type"],
        ["p[at]=1", "query.p additionalProperties"],
        ["p=1", "query.p additional"],
      ],
    ],
    [{ schema: { ...RANGE, required: ["from"] }, style: "deepObject" }, [""], [["p[to]=1", "query.p required"]]],
    [
      { schema: RANGE },
      ["", "from=1&to=2"],
      [
        ["from=a", "query.p.from type"],
        ["at=1", "query.at additional"],
      ],
    ],
    [{ schema: RANGE, explode: false }, ["p=from,1,to,2"], [["p=from,a", "query.p.from type"]]],
    [
      { content: { "application/json": { schema: RANGE } } },
      ["p=%7B%22from%22%3A1%7D"],
      [
        ["p=%7B%22at%22%3A1%7D", "query.p additional"],
        ["p=%7B", "query.p type"],
      ],
    ],
  ])("%j", async (parameter, right, wrong) => {
    const { ask } = await withParameter(parameter);
    const get = (query: string) => ask({ method: "GET", path: `/things?${query}` });
    for (const query of right) expect(await get(query), query).toMatchObject({ status: 204 });
    for (const [query, found] of wrong) {
      const { status, violations } = await get(query);
      expect([status, violations.join("; ")], query).toEqual([422, expect.stringContaining(found)]);
    }
  });

  test("that the document does not have is named with those that there are", async () => {
    const { ask } = await withParameter({ schema: INTEGER });
    const { violations } = await ask({ method: "GET", path: "/things?q=%zz" });
    expect(violations).toEqual(["query.q additionalProperties: is not a parameter (known: p)"]);
  });
});

describe("a parameter", () => {
  test.each<[ParameterParts, path: string, right: MockRequest[], wrong: [MockRequest, string][]]>([
    [
      { in: "path", schema: { type: "boolean" } },
      "/things/{p}",
      [{ path: "/things/true" }],
      [[{ path: "/things/yes" }, "path.p type"]],
    ],
    [
      { in: "path", schema: LIST },
      "/things/{p}",
      [{ path: "/things/1,2" }],
      [[{ path: "/things/1,a" }, "path.p[1] type"]],
    ],
    [
      { in: "path", schema: { ...TEXT, pattern: "^\\+\\d+/x$" } },
      "/things/{p}",
      [{ path: "/things/+44%2Fx" }, { path: "/things/%2B44%2Fx" }],
      [[{ path: "/things/44" }, "path.p pattern"]],
    ],
    [
      { in: "path", style: "label", schema: LIST },
      "/things/{p}",
      [{ path: "/things/.1.2" }, { path: "/things/.1,2" }],
      [],
    ],
    [{ in: "path", style: "matrix", explode: true, schema: LIST }, "/things/{p}", [{ path: "/things/;p=1;p=2" }], []],
    [
      { in: "path", style: "matrix", explode: true, required: true, schema: RANGE },
      "/things/{p}",
      [{ path: "/things/;from=1;to=2" }],
      [[{ path: "/things/;from=a" }, "path.p.from type"]],
    ],
    [{ in: "path", style: "matrix", schema: RANGE }, "/things/{p}", [{ path: "/things/;p=from,1,to,2" }], []],
    [
      { in: "path", style: "label", explode: true, schema: RANGE },
      "/things/{p}",
      [{ path: "/things/.from=1.to=2" }],
      [],
    ],
    [
      { in: "header", name: "X-Limit", required: true, schema: INTEGER },
      "/things",
      [{ headers: { "x-limit": "3" } }],
      [
        [{ headers: { "x-limit": "many" } }, "header.X-Limit type"],
        [{}, "header required"],
      ],
    ],
    [
      { in: "header", schema: LIST },
      "/things",
      [{ headers: { p: "1, 2" } }],
      [[{ headers: { p: "1,a" } }, "header.p[1] type"]],
    ],
    [{ in: "header", name: "Accept", required: true, schema: INTEGER }, "/things", [{}], []],
  ])("%j", async (parameter, template, right, wrong) => {
    const { ask } = await withParameter({ required: parameter.in === "path", ...parameter }, template);
    const get = (asked: MockRequest) => ask({ method: "GET", ...asked });
    for (const asked of right) expect(await get(asked), JSON.stringify(asked)).toMatchObject({ status: 204 });
    for (const [asked, found] of wrong) {
      const { status, violations } = await get(asked);
      expect([status, violations.join("; ")], JSON.stringify(asked)).toEqual([422, expect.stringContaining(found)]);
    }
  });

  test("of the path, a shared component, or an operation that replaces it", async () => {
    const parameters = [{ $ref: "#/components/parameters/Size" }, { name: "q", in: "query", schema: INTEGER }];
    const get = { operationId: "get", parameters: [{ name: "q", in: "query", schema: TEXT }], responses: DONE };
    const shared = { Size: { name: "size", in: "query", schema: INTEGER } };
    const { ask } = await mocked({ paths: { "/things": { parameters, get } }, parameters: shared });
    expect(await ask({ method: "GET", path: "/things?size=1&q=a" })).toMatchObject({ status: 204 });
    expect((await ask({ method: "GET", path: "/things?size=a" })).violations).toEqual([
      "query.size type: must be integer",
    ]);
  });
});

describe("a path", () => {
  test("is that of the operation with the most literal text", async () => {
    const operation = (operationId: string) => ({
      operationId,
      responses: { 200: { description: "Fine.", content: { "text/plain": { example: operationId } } } },
    });
    const named = (operationId: string) => ({ post: operation(operationId), get: operation(operationId) });
    const { ask } = await mocked({
      paths: {
        "/things/{id}": named("one"),
        "/things/{id}:archive": named("archive"),
        "/things/{id}:batch-archive": named("batchArchive"),
        "/things/{id}/parts/{part}": named("part"),
        "/things/{id}/parts/all": named("all"),
        "/things/new": named("new"),
        "/things/v{id}.json": named("file"),
      },
    });
    const answers = [
      ["/things/a", "one"],
      ["/things/a:archive", "archive"],
      ["/things/a:b:archive", "archive"],
      ["/things/a%3Aarchive", "one"],
      ["/things/a:batch-archive", "batchArchive"],
      ["/things/a/parts/all", "all"],
      ["/things/a/parts/b", "part"],
      ["/things/new", "new"],
      ["/things/v1.json", "file"],
    ];
    for (const [path = "", body] of answers) expect(await ask({ path }), path).toMatchObject({ status: 200, body });
  });

  test("is refused if it is unknown, unknown for the method, or malformed", async () => {
    const { ask } = await mocked(withResponse(INTEGER));
    expect(await ask({ path: "/thing" })).toMatchObject({
      status: 404,
      violations: ["path path: is not in the OpenAPI document"],
    });
    const found = ["method method: POST is not in the OpenAPI document for /things, only GET"];
    expect(await ask({ path: "/things" })).toMatchObject({ status: 405, violations: found });
    const malformed = ["path encoding: has a % that is not followed by two hexadecimal digits"];
    expect(await ask({ path: "/things/%zz" })).toMatchObject({ status: 400, violations: malformed });
  });
});

test("a key is required if the document requires one", async () => {
  const get = (operationId: string, security?: object[]) => ({
    get: { operationId, ...(security && { security }), responses: DONE },
  });
  const { ask } = await mocked({
    security: [{ key: [] }],
    paths: {
      "/closed": get("closed"),
      "/open": get("open", []),
      "/optional": get("optional", [{}, { key: [] }]),
      "/either": get("either", [{ token: [] }, { key: [] }]),
      "/query": get("query", [{ inQuery: [] }]),
    },
    securitySchemes: {
      token: { type: "http" },
      inQuery: { type: "apiKey", in: "query", name: "api_key" },
    },
  });
  const key = { "x-api-key": "k" };
  const statusOf = async (path: string, headers = {}) => (await ask({ method: "GET", path, headers })).status;
  expect(await ask({ method: "GET", path: "/closed" })).toMatchObject({
    status: 401,
    violations: ["header.x-api-key security: is missing"],
  });
  expect(await statusOf("/closed", key)).toBe(204);
  for (const path of ["/open", "/optional", "/query?api_key=k"]) expect(await statusOf(path), path).toBe(204);
  for (const headers of [key, { authorization: "Bearer t" }]) expect(await statusOf("/either", headers)).toBe(204);
  for (const path of ["/either", "/query"]) expect(await statusOf(path), path).toBe(401);
});

test("a refusal has the status that the document has for it", async () => {
  const statusFor = async (...statuses: string[]) => {
    const responses = { ...DONE, ...Object.fromEntries(statuses.map((status) => [status, { description: "Wrong." }])) };
    const { ask } = await mocked({ paths: { "/things": { get: { operationId: "get", responses } } } });
    return (await ask({ method: "GET", path: "/things?x=1" })).status;
  };
  expect(await statusFor("400")).toBe(400);
  expect(await statusFor("400", "422")).toBe(422);
  expect(await statusFor("4XX")).toBe(422);
  expect(await statusFor()).toBe(422);
});
