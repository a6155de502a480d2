import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import type { DocumentOperation } from "../../scripts/openapi/document.js";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { below } from "../../scripts/openapi/pointer.js";
import { lint } from "../../scripts/spec-bump/lint.js";
import { ViolationFinder } from "../../src/testing/mock/find-violations.js";
import { ROOT } from "../support/run.js";
import {
  document,
  examplesOf,
  fileOf,
  isSuccess,
  jsonOf,
  operations,
  statusesOf,
} from "../support/shipped-document.js";

const text = fileOf("agents.yaml");
const finder = new ViolationFinder(document, "response");

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

type Problems = Awaited<ReturnType<typeof lint>>;

/** The pointers of the warnings, which are missing descriptions and examples. */
const missingIn = (problems: Problems) =>
  problems.filter(({ severity }) => severity === "warn").map(({ location }) => location[0]?.pointer ?? "");

/** The first example of a success in which a text in place of a list would violate the schema. */
function findExample() {
  for (const operation of operations) {
    for (const status of statusesOf(operation).filter(isSuccess)) {
      const json = jsonOf(operation.responses[status]?.content);
      for (const [name, value] of examplesOf(json)) {
        const list = Object.entries(Object(value)).find(([, one]) => Array.isArray(one))?.[0];
        const broken = { ...Object(value), [list ?? ""]: "none" };
        if (json && list && finder.find(json.schema, broken, "body").length > 0)
          return { operation, status, name, broken };
      }
    }
  }
  return undefined;
}

/** By the rule that each of them breaks. Each returns the pointer of the place; undefined if there is no such place. */
const breakages: Record<string, (document: Data) => string | undefined> = {
  // An example that violates its schema.
  "no-invalid-media-type-examples": (document) => {
    const found = findExample();
    if (!found) return undefined;
    const { operation, status, name, broken } = found;
    dataOf(document, operation).responses[status].content["application/json"].examples[name].value = broken;
    return pointerOf(operation, "responses", status, "content", "application/json", "examples", name);
  },
  "rule/operation-has-id": (document) => {
    const [operation] = operations;
    if (!operation) return undefined;
    delete dataOf(document, operation).operationId;
    return pointerOf(operation);
  },
  "path-parameters-defined": (document) => {
    const operation = operations.find(({ parameters }) => parameters.some((one) => one.in === "path"));
    if (!operation) return undefined;
    dataOf(document, operation).parameters = [];
    // They may stand beside the operation, too.
    delete document.paths[operation.path].parameters;
    return pointerOf(operation);
  },
};

/** Each removes words and returns the pointer of the place; undefined if there is no such place. */
const removals: Record<string, (document: Data) => string | undefined> = {
  "a description": (document) => {
    const schemas = Object.entries(document.components.schemas as Record<string, JsonObject>);
    const [name] = schemas.find(([, { description }]) => description !== undefined) ?? [];
    if (name === undefined) return undefined;
    delete document.components.schemas[name].description;
    return below("#", "components", "schemas", name, "description");
  },
  "an example": (document) => {
    const operation = operations.find(({ requestBody }) => examplesOf(jsonOf(requestBody?.content)).length > 0);
    if (!operation) return undefined;
    delete dataOf(document, operation).requestBody.content["application/json"].examples;
    return pointerOf(operation, "requestBody", "content", "application/json", "examples");
  },
};

describe("the lint", () => {
  const { version } = parse(fileOf("overlay.yaml")).info;
  const broken = parse(text);
  const places = Object.entries({ ...breakages, ...removals }).map(([kind, edit]) => [kind, edit(broken)] as const);
  const placeOf = new Map(places);
  let current: Problems;
  let found: Problems;
  beforeAll(async () => {
    [current, found] = await Promise.all([lint(ROOT, parse(text)), lint(ROOT, broken)]);
  }, 30_000);

  test("has no warning after the descriptions and examples of a new version are written", (context) => {
    // A bump does not change the version of the overlay: set it when all descriptions and examples are written.
    if (version !== parse(text).info.version) return context.skip(`the words are complete for version ${version}`);
    expect(current).toEqual([]);
  });

  test.for(Object.keys(removals))("warns if %s is removed", (kind, context) => {
    const place = placeOf.get(kind);
    if (place === undefined) return context.skip(`the document has no place for ${kind}`);
    expect(missingIn(current)).not.toContain(place);
    expect(missingIn(found)).toContain(place);
  });

  test.for(Object.keys(breakages))("names the place where the rule %s is broken", (rule, context) => {
    const place = placeOf.get(rule);
    if (place === undefined) return context.skip(`the document has no place for ${rule}`);
    const pointers = (problems: Problems) =>
      problems.flatMap(({ ruleId, severity, location }) =>
        ruleId === rule && severity === "error" ? (location[0]?.pointer ?? "") : [],
      );
    expect(pointers(current)).toEqual([]);
    expect(pointers(found).filter((pointer) => pointer.startsWith(place))).not.toEqual([]);
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
