import { describe, expect, test } from "vitest";
import { readSources } from "../../scripts/spec-bump/sources.js";
import { CURRENT, currentDocument } from "../support/bump-document.js";
import { createFolder, problemOf } from "../support/source-folder.js";

// biome-ignore lint/suspicious/noExplicitAny: the document as data, to be changed
type Change = (document: any) => void;

async function read(change: Change) {
  const document = currentDocument();
  change(document);
  await using folder = await createFolder();
  const source = await folder.write("next.json", JSON.stringify(document));
  return await problemOf(readSources([source], CURRENT), folder);
}

const GET = "#/paths/~1v1~1outlets/get";
// biome-ignore lint/suspicious/noExplicitAny: the document as data, to be changed
const getOutlets = (document: any) => document.paths["/v1/outlets"].get;

describe("a document with wrong types is refused with the place", () => {
  test.each<[string, Change, string]>([
    ["no info", (d) => delete d.info, "has no version of the API (info.version): have it corrected"],
    ["no version", (d) => delete d.info.version, "has no version of the API (info.version)"],
    ["a version that is a number", (d) => (d.info.version = 1.1), "#/info/version must be string; have it corrected"],
    ["an operation that is null", (d) => (d.paths["/v1/outlets"].get = null), `${GET} must be object`],
    ["no responses", (d) => delete getOutlets(d).responses, `${GET} must have required property 'responses'`],
    ["a path without a slash", (d) => (d.paths.outlets = {}), '#/paths must match pattern "^(?:/|x-)"'],
    ["a parameter without a name", (d) => (getOutlets(d).parameters = [{}]), `${GET}/parameters/0 must have required`],
    ["a path that is null", (d) => (d.paths["/things"] = null), "#/paths/~1things must be object"],
    [
      "parameters that are not a list",
      (d) => (d.paths["/v1/outlets"].parameters = 1),
      "outlets/parameters must be array",
    ],
    [
      "a shared parameter",
      (d) => (d.components.parameters = { A: {} }),
      "#/components/parameters/A must have required",
    ],
  ])("%s", async (_, change, message) => {
    expect(await read(change)).toContain(message);
  });

  test("a boolean schema is not a wrong type", async () => {
    const change: Change = (d) => (d.components.schemas.Anything = true);
    await expect(read(change)).rejects.toThrow("there was no problem");
  });
});

describe("a reference that leaves the document is refused with the place", () => {
  const operation = (values: object): Change => {
    return (d) => Object.assign(getOutlets(d).responses["200"], values);
  };
  const schema = (value: object): Change => {
    return (d) => Object.assign(d.components.schemas, { A: value });
  };
  const A = "#/components/schemas/A";

  test.each<[string, Change, to: string, at: string]>([
    [
      "a local file",
      operation({ headers: { a: { $ref: "../../../etc/passwd" } } }),
      "../../../etc/passwd",
      "headers/a/$ref",
    ],
    [
      "a host",
      schema({ $ref: "https://me:secret@b.example/a.yaml?key=secret#/Pet" }),
      "https://b.example/a.yaml",
      `${A}/$ref`,
    ],
    ["in an extension", (d) => (d["x-a"] = [{ $ref: "file:///etc/passwd" }]), "file:///etc/passwd", "#/x-a/0/$ref"],
    [
      "in an example",
      operation({ examples: { a: { externalValue: "http://b.example/a" } } }),
      "http://b.example/a",
      "externalValue",
    ],
    [
      "in a mapping",
      schema({ discriminator: { mapping: { b: "https://b.example/b.yaml", c: "C" } } }),
      "https://b.example/b.yaml",
      `${A}/discriminator/mapping/b`,
    ],
    [
      "in a link",
      operation({ links: { a: { operationRef: "https://b.example/a#/paths" } } }),
      "https://b.example/a",
      "links/a/operationRef",
    ],
  ])("%s", async (_, change, to, at) => {
    const message = await read(change);
    expect(message).toContain(`next.json refers to another file or host, "${to}", at #/`);
    expect(message).toContain(`${at}: give the document in one file`);
    expect(message).not.toContain("secret");
  });

  test.each<[string, object, at: string]>([
    ["a discriminator", { discriminator: { $ref: "#/x-b" } }, "discriminator/$ref"],
    ["a mapping", { discriminator: { mapping: { $ref: "#/x-c" } } }, "discriminator/mapping/$ref"],
  ])("%s that is a reference", async (_, value, at) => {
    expect(await read(schema(value))).toContain(`has a $ref at ${A}/${at}, which OpenAPI does not allow in a discri`);
  });

  test("a property may be called discriminator", async () => {
    const change = schema({ properties: { discriminator: { $ref: "#/components/schemas/GetOutletsResponse" } } });
    await expect(read(change)).rejects.toThrow("there was no problem");
  });
});

describe("a reference without a target is refused with the place", () => {
  const schemas = (values: object): Change => {
    return (d) => Object.assign(d.components.schemas, values);
  };
  const [A, B] = ["#/components/schemas/A", "#/components/schemas/B"];

  test.each<[string, Change, string]>([
    ["an anchor", schemas({ A: { $ref: "#a" } }), `has a reference "#a" at ${A}/$ref: write it as #/components/...`],
    ["nothing", schemas({ A: { $ref: B } }), `has a reference without a target, "${B}" (${A}): have it corrected`],
    ["a property of every object", schemas({ A: { $ref: `${B}/constructor` } }), "has a reference without a target"],
    ["a circle", schemas({ A: { $ref: B }, B: { $ref: A } }), `has a reference without a target, "${B}" (${A})`],
  ])("%s", async (_, change, message) => {
    expect(await read(change)).toContain(message);
  });
});

test("a key __proto__ is refused", async () => {
  const change: Change = (d) => Object.defineProperty(getOutlets(d), "__proto__", { value: {}, enumerable: true });
  expect(await read(change)).toBe(`next.json has a key "__proto__" at ${GET}/__proto__: remove it`);
});

test("a document of another API is refused, with both titles", async () => {
  const message = await read((d) => {
    d.info.title = "Pets\nand more";
    d.paths = { "/v1/pets": d.paths["/v1/outlets"] };
  });
  const problem = 'describes another API, "Pets and more": it has no path in common with "Made-up Outlets API"';
  expect(message).toBe(`next.json ${problem}; check the source`);
});
