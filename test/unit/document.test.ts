import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import type { DocumentOperation } from "../../scripts/openapi/document.js";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { below } from "../../scripts/openapi/pointer.js";
import { lint } from "../../scripts/spec-bump/lint.js";
import { ROOT } from "../support/run.js";
import { problemsWith } from "../support/shipped.js";
import { examplesOf, fileOf, isSuccess, jsonOf, operations, statusesOf } from "../support/shipped-document.js";

const text = fileOf("agents.yaml");
test("every path parameter is declared, and nothing else is", () => {
  for (const { path, parameters } of operations) {
    const declared = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`);
    expect(path.match(/\{[^}]+\}/g) ?? []).toEqual(declared);
  }
});

test("the document has the format that the tools write, so that diffs stay small", () => {
  expect(stringify(parse(text), { lineWidth: 100, aliasDuplicateObjects: false })).toBe(text);
});

// biome-ignore lint/suspicious/noExplicitAny: the document as data, to be broken
type Data = any;

/** An operation as it stands in the document, and where. */
const dataOf = (document: Data, { path, method }: DocumentOperation) => document.paths[path][method.toLowerCase()];
const pointerOf = ({ path, method }: DocumentOperation, ...keys: (string | number)[]) =>
  below("#", "paths", path, method.toLowerCase(), ...keys);

/** The warnings of the lint, which are missing descriptions and examples. */
async function unwritten(document: JsonObject): Promise<(string | undefined)[]> {
  return (await lint(ROOT, stringify(document))).map(({ location }) => location[0]?.pointer);
}

describe("the lint", () => {
  const { version } = parse(fileOf("overlay.yaml")).info;

  test("has no warning after the descriptions and examples of a new version are written", async (context) => {
    // A bump does not change the version of the overlay: set it when all descriptions and examples are written.
    if (version !== parse(text).info.version) return context.skip(`the words are complete for version ${version}`);
    expect(await unwritten(parse(text))).toEqual([]);
  }, 30_000);

  test("warns if a description or example is removed", async (context) => {
    const document = parse(text);
    const missing = new Set(await unwritten(document));
    const operation = operations.find(({ requestBody }) => examplesOf(jsonOf(requestBody?.content)).length > 0);
    const described = Object.entries(document.components.schemas as Record<string, JsonObject>);
    const [name] = described.find(([, { description }]) => description !== undefined) ?? [];
    if (!operation) return context.skip("the document has no request body with an example");
    if (name === undefined) return context.skip("the document has no schema with a description");
    delete dataOf(document, operation).requestBody.content["application/json"].examples;
    delete document.components.schemas[name].description;
    expect((await unwritten(document)).filter((pointer) => !missing.has(pointer)).sort()).toEqual([
      below("#", "components", "schemas", name, "description"),
      pointerOf(operation, "requestBody", "content", "application/json", "examples"),
    ]);
  }, 30_000);
});

/** The first example of a success in which a text in place of a list would violate the schema. */
function findExample() {
  for (const operation of operations) {
    for (const status of statusesOf(operation).filter(isSuccess)) {
      const json = jsonOf(operation.responses[status]?.content);
      for (const [name, value] of examplesOf(json)) {
        const list = Object.entries(Object(value)).find(([, one]) => Array.isArray(one))?.[0];
        const broken = { ...Object(value), [list ?? ""]: "none" };
        if (json && list && problemsWith(broken, json.schema).length > 0) return { operation, status, name, broken };
      }
    }
  }
  return undefined;
}

describe("a broken document does not pass the lint, which names the place", () => {
  /** Each breaks the document and gives the pointer of the place; undefined if there is no such place. */
  const breakages: [string, (document: Data) => string | undefined][] = [
    [
      "an example that violates its schema",
      (document) => {
        const found = findExample();
        if (!found) return undefined;
        const { operation, status, name, broken } = found;
        dataOf(document, operation).responses[status].content["application/json"].examples[name].value = broken;
        return pointerOf(operation, "responses", status, "content", "application/json", "examples", name);
      },
    ],
    [
      "an operation without an id",
      (document) => {
        const [operation] = operations;
        if (!operation) return undefined;
        delete dataOf(document, operation).operationId;
        return pointerOf(operation);
      },
    ],
    [
      "a path parameter that is not declared",
      (document) => {
        const operation = operations.find(({ parameters }) => parameters.some((one) => one.in === "path"));
        if (!operation) return undefined;
        dataOf(document, operation).parameters = [];
        // They may stand beside the operation, too.
        delete document.paths[operation.path].parameters;
        return pointerOf(operation);
      },
    ],
  ];

  test.for(breakages)("%s", { timeout: 30_000 }, async ([kind, damage], context) => {
    const document = parse(text);
    const place = damage(document);
    if (place === undefined) return context.skip(`the document has no place for ${kind}`);
    const errors = (await lint(ROOT, stringify(document))).filter(({ severity }) => severity === "error");
    expect(errors.filter(({ location }) => location[0]?.pointer?.startsWith(place))).not.toEqual([]);
  });
});

test("the README names the version, the number of operations and those without a response schema", async () => {
  const readme = await readFile(join(ROOT, "README.md"), "utf8");
  expect(readme).toContain(`API version ${parse(text).info.version}`);
  expect(readme).toContain(`${operations.length} operations in all`);
  const isUndescribed = ({ responses }: DocumentOperation) =>
    Object.entries(responses).some(([status, { content }]) => /^2(?!04|05)/.test(status) && !content);
  const ids = operations.filter(isUndescribed).map(({ operationId }) => operationId);
  const listed = (/without a response schema [^:]*:([^.]*)\./.exec(readme)?.[1] ?? "").trim().split(/,\s+/);
  expect(listed).toEqual(ids.length > 0 ? ids : ["none"]);
});
