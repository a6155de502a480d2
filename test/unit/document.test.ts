import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jsonpath } from "json-p3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { below, keysOf } from "../../scripts/bump/changes/pointer.js";
import { isObject, type JsonObject } from "../../scripts/bump/json.js";
import { parseOverlay } from "../../scripts/bump/overlay.js";
import { at } from "../../scripts/bump/reference.js";
import type { DocumentOperation } from "../../scripts/document.js";
import { examplesOf, fileOf, isSuccess, jsonOf, operations, statusesOf } from "../support/document.js";
import { ROOT, run } from "../support/run.js";
import { problemsWith } from "../support/shipped.js";

const text = fileOf("agents.yaml");
const REDOCLY = join(ROOT, "node_modules/@redocly/cli/bin/cli.js");

/** A folder in which a document is linted by the rules of the project. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyai-agents-"));
  await cp(join(ROOT, "redocly.yaml"), join(folder, "redocly.yaml"));
  await mkdir(join(folder, "openapi"));
});
afterAll(() => rm(folder, { recursive: true }));

test("every path parameter is declared, and nothing else is", () => {
  for (const { path, parameters } of operations) {
    const declared = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`);
    expect(path.match(/\{[^}]+\}/g) ?? []).toEqual(declared);
  }
});

test("the document stands in the form that the tools write, so that a change is a small diff", () => {
  expect(stringify(parse(text), { lineWidth: 100, aliasDuplicateObjects: false })).toBe(text);
});

/** What stands at a JSON pointer or below a location: the operation or schema that it is of. */
const ownerOf = (keys: readonly (string | number)[]) => keys.slice(0, 3).join(" ");

// biome-ignore lint/suspicious/noExplicitAny: the document as data, to be broken
type Data = any;

/** An operation as it stands in the document, and where. */
const dataOf = (document: Data, { path, method }: DocumentOperation) => document.paths[path][method.toLowerCase()];
const pointerOf = ({ path, method }: DocumentOperation, ...keys: (string | number)[]) =>
  below("#", "paths", path, method.toLowerCase(), ...keys);

/** What has words of ours in the overlay: everything, until a bump brings something new. */
function written(document: JsonObject): Set<string> {
  const { actions } = parseOverlay(fileOf("overlay.yaml"));
  const described = actions.filter(({ update }) => isObject(update) && "description" in update);
  return new Set(
    described.flatMap(({ target }) => jsonpath.query(target, document).nodes.map(({ location }) => ownerOf(location))),
  );
}

/** Lints a document: the exit code, and what was found. */
async function lint(document: JsonObject) {
  await writeFile(join(folder, "openapi/agents.yaml"), stringify(document));
  const args = [REDOCLY, "lint", "--format", "json", "--max-problems", "10000"];
  const { code, stdout } = await run(process.execPath, args, { cwd: folder });
  const { problems } = JSON.parse(stdout) as { problems: { severity: string; location: { pointer: string }[] }[] };
  return {
    code,
    problems: problems.map(({ severity, location }) => ({ severity, pointer: location[0]?.pointer ?? "" })),
  };
}

/** The warnings of the lint about what is ours, each of which is a word or an example that is missing. */
async function unwritten(document: JsonObject): Promise<string[]> {
  const ours = written(document);
  const { problems } = await lint(document);
  return problems
    .map(({ pointer }) => pointer)
    .filter((pointer) => ours.has(ownerOf(keysOf(pointer))) && !isNewBody(document, pointer, ours));
}

/** Whether these are the examples of a body that a new version has given to an operation: its schema is new, too. */
function isNewBody(document: JsonObject, pointer: string, ours: ReadonlySet<string>): boolean {
  const [media, last] = [pointer.slice(0, pointer.lastIndexOf("/")), keysOf(pointer).at(-1)];
  if (last !== "examples") return false;
  const references = JSON.stringify(at(document, media)).matchAll(/"\$ref":"(#\/components\/schemas\/[^"]+)"/g);
  return [...references].some(([, reference = ""]) => !ours.has(ownerOf(keysOf(reference))));
}

/** The first operation with an example of ours in its request body. */
function withRequestExample(document: JsonObject): DocumentOperation | undefined {
  const ours = written(document);
  return operations.find(
    (operation) =>
      ours.has(ownerOf(keysOf(pointerOf(operation)))) && examplesOf(jsonOf(operation.requestBody?.content)).length > 0,
  );
}

describe("the lint", () => {
  test("has no warning: no description or example is missing", async () => {
    expect(await unwritten(parse(text))).toEqual([]);
  }, 30_000);

  test("warns if a description or example is removed", async (context) => {
    const document = parse(text);
    const operation = withRequestExample(document);
    const [name] = [...written(document)].flatMap((owner) => /^components schemas (.+)$/.exec(owner)?.[1] ?? []);
    if (!operation) return context.skip("the document has no request body with an example of ours");
    if (name === undefined) return context.skip("the document has no schema with a description of ours");
    delete dataOf(document, operation).requestBody.content["application/json"].examples;
    delete document.components.schemas[name].description;
    expect((await unwritten(document)).sort()).toEqual([
      below("#", "components", "schemas", name, "description"),
      pointerOf(operation, "requestBody", "content", "application/json", "examples"),
    ]);
  }, 30_000);

  test("does not miss an example of a body that a new version has added", async (context) => {
    const document = parse(text);
    const operation = withRequestExample(document);
    if (!operation) return context.skip("the document has no request body with an example of ours");
    const media = dataOf(document, operation).requestBody.content["application/json"];
    document.components.schemas.SchemaOfANewVersion = { type: "object" };
    media.schema = { allOf: [media.schema, { $ref: "#/components/schemas/SchemaOfANewVersion" }] };
    delete media.examples;
    expect(await unwritten(document)).toEqual([]);
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
    const { code, problems } = await lint(document);
    const errors = problems.filter(({ severity }) => severity === "error").map(({ pointer }) => pointer);
    expect(errors.filter((pointer) => pointer.startsWith(place))).not.toEqual([]);
    expect(code).toBe(1);
  });
});
