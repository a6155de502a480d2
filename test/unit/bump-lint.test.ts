import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import type { Problem } from "../../scripts/problem.js";
import { lint, refuseErrors } from "../../scripts/spec-bump/lint.js";
import { openapi, operation } from "../support/openapi.js";
import { ROOT } from "../support/run.js";

/** The message of the problem; undefined if the document passes. */
async function refusalOf(document: JsonObject): Promise<string | undefined> {
  const problems = await lint(ROOT, document);
  expect(problems).not.toEqual([]);
  try {
    refuseErrors(problems);
    return undefined;
  } catch (error) {
    return (error as Problem).message;
  }
}

const rest: JsonObject = {
  info: { title: "A", version: "1" },
  servers: [{ url: "https://api.example.com/" }],
};

describe("the lint of a next document", () => {
  it("refuses no document for its style", async () => {
    const silent = { responses: { "302": { description: "Moved." } } };
    const size = { type: "number", minimum: 0, exclusiveMinimum: 0 };
    const properties = { a: { type: "string", enum: ["x", "x", null] }, size };
    const schema = { oneOf: [{ type: "object", properties }] };
    const content = { "application/json": { schema, examples: { "Two words-1": { value: {} } } } };
    const callbacks = { done: { "{$request.body#/url}": { post: silent } } };
    const paths = {
      "/things/{id}/words": { get: operation({}, { operationId: "a", parameters: [inPath], callbacks }) },
      "/things/words/{id}/": { get: { operationId: "b", tags: ["A", "B"], parameters: [inPath], ...silent } },
      "/list": { get: { operationId: "list", responses: { "200": { description: "Fine.", content } } } },
    };
    const document = openapi(
      paths,
      { Unused: { type: "object", required: ["gone"], properties: { a: {} } } },
      { ...rest, tags: [{ name: "Things" }, { name: "things" }] },
    );
    expect(await refusalOf({ ...document, webhooks: { called: { post: silent } } })).toBeUndefined();
  }, 30_000);

  it("prints a hostile name without characters that move the cursor", async () => {
    const hostile = "/a\u001b[2J\u001b]0;x\u0007\u202e/{id}";
    const get = { operationId: "a", responses: { "200": { description: "Fine." } } };
    const problem = await refusalOf(openapi({ [hostile]: { get } }, {}, rest));
    expect(String(problem)).toContain("(path-parameters-defined)");
    expect(String(problem)).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
  }, 30_000);

  it("lists all errors", async () => {
    const get = { operationId: "Not Camel", responses: { "200": { description: "Fine." } } };
    const paths = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`/things-${index}/{id}`, { get }]));
    const problem = await refusalOf(openapi(paths, {}, rest));
    const lines = String(problem).split("\n");
    expect(lines[0]).toMatch(/^the next document does not pass the lint\. Correct the source, or turn the rule off/);
    // Each operation lacks a parameter and has an unusable id. All but the first have a repeated id.
    expect(lines.filter((line) => line.includes("(path-parameters-defined)"))).toHaveLength(120);
    expect(lines.filter((line) => line.includes("(rule/operation-id-camel-case)"))).toHaveLength(120);
    expect(lines.filter((line) => line.includes("(operation-operationId-unique)"))).toHaveLength(119);
  }, 30_000);
});

const inPath = { name: "id", in: "path", required: true, schema: { type: "string" } };
