import { describe, expect, test } from "vitest";
import { readSources } from "../../scripts/spec-bump/sources.js";
import { currentDocument, currentText } from "../support/bump-document.js";
import { createFolder, problemOf } from "../support/sources.js";

const current = currentDocument();

async function problemWith(name: string, content: string | Uint8Array) {
  await using folder = await createFolder();
  return await problemOf(readSources([await folder.write(name, content)], current), folder);
}

describe("a text that is no OpenAPI document is refused in one line", () => {
  const json = JSON.stringify(current);
  const cases: [string, string | Uint8Array, string | RegExp][] = [
    ["empty", "", "source is empty: check where it comes from"],
    ["blank", " \n\t\n", "source is empty: check where it comes from"],
    ["cut JSON", json.slice(0, 5_000), "source breaks off in the middle of its JSON: download it again"],
    ["cut after a comma", '{"openapi":"3.1.0",', "source breaks off in the middle of its JSON: download it again"],
    [
      "broken JSON",
      '{\n"openapi": "3.1.0",\n"info": }',
      /^source is not valid JSON.*: correct it, or download it again$/,
    ],
    [
      "a key twice in JSON",
      '{"a": ["\\\\", "{"], "info": {"a": 1}, "a": 2}',
      'source has the key "a" twice in one object: take out the wrong one',
    ],
    [
      "cut YAML",
      'openapi: 3.1.0\ninfo:\n  title: "Outlets',
      /^source is not YAML that can be used: Missing closing "quote \(line 3\)/,
    ],
    [
      "broken YAML",
      `${currentText}\n  a: [\nb: c\n`,
      /^source is not YAML that can be used: .* \(line \d+\); correct it there$/,
    ],
    [
      "a key twice in YAML",
      "openapi: 3.1.0\ninfo:\n  200: a\n  '200': b\n",
      'source has the key "200" twice in one object (line 4): correct it there',
    ],
    [
      "a key that is a list",
      "openapi: 3.1.0\n? [a]\n: b\n",
      "source has a key that is not plain text (line 2): correct it there",
    ],
    [
      "a tag",
      "openapi: 3.1.0\ninfo: !!js/function x\n",
      /^source is not YAML that can be used: Unresolved tag.* \(line 2\); correct it there$/,
    ],
    [
      "two documents",
      "openapi: 3.1.0\n---\nopenapi: 3.1.0\n",
      /^source is not YAML that can be used: Source contains multiple documents/,
    ],
    [
      "an HTML page",
      "\n<!DOCTYPE html><html><script>openapi: 3</script>",
      /^source is HTML or XML: give the URL of the document itself/,
    ],
    ["XML", '<?xml version="1.0"?><api/>', /^source is HTML or XML/],
    ["some other markup", "<api>openapi</api>", /^source is HTML or XML/],
    [
      "a binary",
      new Uint8Array([0x1f, 0x8b, 8, 0, 0xff]),
      /^source is binary or not UTF-8: give JSON, YAML or Markdown, saved as UTF-8/,
    ],
    ["UTF-16", Buffer.from(currentText, "utf16le"), /^source is binary or not UTF-8/],
    ["UTF-16 with its mark", Buffer.from(`\ufeff${currentText}`, "utf16le"), /^source is binary or not UTF-8/],
    ["Latin-1", Buffer.from("openapi: 3.1.0 # \u00e9", "latin1"), /^source is binary or not UTF-8/],
    [
      "a sentence",
      "There is nothing here",
      /^source is not an OpenAPI document \(it has no "openapi" at its top\): give/,
    ],
    ["a list", "[1, 2]", /^source is not an OpenAPI document/],
    ["a package.json", '{"name": "a", "version": "1.0.0"}', /^source is not an OpenAPI document/],
    [
      "a number that is none",
      "openapi: 3.1.0\nx-a: .nan\n",
      "source has a number at #/x-a that JSON cannot hold: correct it",
    ],
    [
      "Swagger 2",
      'swagger: "2.0"\npaths: {}\n',
      'source is Swagger "2.0": this project reads OpenAPI 3.1; get or convert it to that, and give the result',
    ],
    [
      "OpenAPI 3.0",
      '{"openapi":"3.0.3","paths":{}}',
      'source is OpenAPI "3.0.3": this project reads OpenAPI 3.1; get or convert it to that, and give the result',
    ],
    ["OpenAPI 4", "openapi: 4.0.0\n", /^source is OpenAPI "4\.0\.0"/],
    ["a version that is none", "openapi: [3]\n", /^source is OpenAPI of no known version/],
    [
      "no paths",
      "openapi: 3.1.0\ninfo: {title: a, version: b}\n",
      "source has no paths: give the document of the whole API, or pages of its reference",
    ],
    ["empty paths", "openapi: 3.1.0\npaths: {}\n", /^source has no paths/],
    [
      "paths without operations",
      "openapi: 3.1.0\ninfo: {version: b}\npaths: {/v1/outlets: {}}\n",
      /^source has no operations/,
    ],
  ];
  test.each(cases)("%s", async (_, content, message) => {
    const told = await problemWith("source", content);
    if (typeof message === "string") expect(told).toBe(message);
    else expect(told).toMatch(message);
  });
});

describe("a document with something unsound in it is refused in one line that names the place", () => {
  const UNVERSIONED = "does not say which version of the API it is (info.version): have it corrected";
  const GET = "#/paths/~1v1~1outlets/get";
  // biome-ignore lint/suspicious/noExplicitAny: the document as data, to be broken
  const cases: [string, (document: any) => void, string][] = [
    ["no info", (d) => delete d.info, UNVERSIONED],
    ["no version", (d) => delete d.info.version, UNVERSIONED],
    [
      "a version that YAML takes for a number",
      (d) => Object.assign(d.info, { version: 1.1 }),
      "is not a sound OpenAPI document: #/info/version must be string; have it corrected",
    ],
    [
      "an operation that is none",
      (d) => Object.assign(d.paths["/v1/outlets"], { get: null }),
      `is not a sound OpenAPI document: ${GET} must be object; have it corrected`,
    ],
    [
      "an operation without responses",
      (d) => delete d.paths["/v1/outlets"].get.responses,
      `is not a sound OpenAPI document: ${GET} must have required property 'responses'; have it corrected`,
    ],
    [
      "a path without a slash",
      (d) => Object.assign(d.paths, { outlets: {} }),
      'is not a sound OpenAPI document: #/paths must match pattern "^(?:/|x-)"; have it corrected',
    ],
    [
      "a parameter that is none",
      (d) => Object.assign(d.paths["/v1/outlets"].get, { parameters: [{}] }),
      `is not a sound OpenAPI document: ${GET}/parameters/0 must have required property 'name'; have it corrected`,
    ],
    [
      "a path that is none",
      (d) => Object.assign(d.paths, { "/things": null }),
      "is not a sound OpenAPI document: #/paths/~1things must be object; have it corrected",
    ],
    [
      "parameters of a path that are no list",
      (d) => Object.assign(d.paths["/v1/outlets"], { parameters: 1 }),
      "is not a sound OpenAPI document: #/paths/~1v1~1outlets/parameters must be array; have it corrected",
    ],
    [
      "a shared parameter that is none",
      (d) => Object.assign(d.components, { parameters: { A: {} } }),
      "is not a sound OpenAPI document: #/components/parameters/A must have required property 'name'; have it corrected",
    ],
    [
      "a key that reaches the prototype",
      (d) => Object.defineProperty(d.paths["/v1/outlets"].get, "__proto__", { value: {}, enumerable: true }),
      `has a key "__proto__" at ${GET}/__proto__: take it out`,
    ],
    [
      "a reference to a local file",
      (d) => Object.assign(d.paths["/v1/outlets"].get.responses, { 401: { $ref: "../../../etc/passwd" } }),
      `refers to another file or host, "../../../etc/passwd", at ${GET}/responses/401/$ref: give the document bundled into one file`,
    ],
    [
      "a reference to another host",
      (d) =>
        Object.assign(d.paths["/v1/outlets"].get.responses, {
          401: { $ref: "https://me:secret@other.example/a.yaml?key=secret#/Pet" },
        }),
      `refers to another file or host, "https://other.example/a.yaml", at ${GET}/responses/401/$ref: give the document bundled into one file`,
    ],
    [
      "one within an extension or an example",
      (d) => Object.assign(d, { "x-a": [{ value: { $ref: "file:///etc/passwd" } }] }),
      'refers to another file or host, "file:///etc/passwd", at #/x-a/0/value/$ref: give the document bundled into one file',
    ],
    [
      "an example that stands elsewhere",
      (d) =>
        Object.assign(d.paths["/v1/outlets"].get.responses["200"].content["application/json"], {
          examples: { a: { externalValue: "http://other.example/a" } },
        }),
      `refers to another file or host, "http://other.example/a", at ${GET}/responses/200/content/application~1json/examples/a/externalValue: give the document bundled into one file`,
    ],
    [
      "a discriminator that leads elsewhere",
      (d) =>
        Object.assign(d.components.schemas, {
          A: { discriminator: { propertyName: "a", mapping: { b: "https://other.example/b.yaml", c: "C" } } },
        }),
      'refers to another file or host, "https://other.example/b.yaml", at #/components/schemas/A/discriminator/mapping/b: give the document bundled into one file',
    ],
    [
      "a discriminator behind a reference that leads elsewhere",
      (d) =>
        Object.assign(d, {
          components: { schemas: { ...d.components.schemas, A: { discriminator: { $ref: "#/x-b" } } } },
          "x-b": { mapping: { $ref: "#/x-c" } },
          "x-c": { b: "http://127.0.0.1:1/b" },
        }),
      'refers to another file or host, "http://127.0.0.1:1/b", at #/components/schemas/A/discriminator: give the document bundled into one file',
    ],
    [
      "a mapping behind a reference that leads elsewhere",
      (d) =>
        Object.assign(d, {
          components: { schemas: { ...d.components.schemas, A: { discriminator: { mapping: { $ref: "#/x-c" } } } } },
          "x-c": { b: "../../../etc/passwd" },
        }),
      'refers to another file or host, "../../../etc/passwd", at #/components/schemas/A/discriminator: give the document bundled into one file',
    ],
    [
      "a link to an operation elsewhere",
      (d) =>
        Object.assign(d.paths["/v1/outlets"].get.responses["200"], {
          links: { a: { operationRef: "https://other.example/a.yaml#/paths" } },
        }),
      `refers to another file or host, "https://other.example/a.yaml", at ${GET}/responses/200/links/a/operationRef: give the document bundled into one file`,
    ],
    [
      "a reference to an anchor",
      (d) => Object.assign(d.components.schemas, { A: { $ref: "#a" } }),
      'has a reference "#a" at #/components/schemas/A/$ref: write it as a JSON Pointer, #/components/...',
    ],
    [
      "a reference that leads nowhere",
      (d) => delete d.components.schemas.GetOutletsResponse,
      `has a reference "#/components/schemas/GetOutletsResponse" that leads nowhere (${GET}/responses/200/content/application~1json/schema): have it corrected`,
    ],
    [
      "a reference to what every object has",
      (d) => Object.assign(d.components.schemas, { A: { $ref: "#/components/schemas/constructor" } }),
      'has a reference "#/components/schemas/constructor" that leads nowhere (#/components/schemas/A): have it corrected',
    ],
    [
      "references in a circle",
      (d) =>
        Object.assign(d.components.schemas, {
          A: { $ref: "#/components/schemas/B" },
          B: { $ref: "#/components/schemas/A" },
        }),
      'has a reference "#/components/schemas/B" that leads on to nowhere or in a circle (#/components/schemas/A): have it corrected',
    ],
    [
      "another API",
      (d) =>
        Object.assign(d, {
          info: { title: "Pets\nand more", version: "4.1.4" },
          paths: { "/v1/pets": d.paths["/v1/outlets"] },
        }),
      'describes another API, "Pets and more": it has no path in common with "Made-up Outlets API"; check the source',
    ],
  ];
  test.each(cases)("%s", async (_, damage, message) => {
    const document = currentDocument();
    damage(document);
    expect(await problemWith("next.json", JSON.stringify(document))).toBe(`next.json ${message}`);
  });
});

describe("a text made to exhaust its reader is refused in one line", () => {
  const TOO_DEEP = "bomb is nested more than 100 levels deep, as no API document is: check where it comes from";
  const aliases = ["a: &a [x,x,x,x,x,x,x,x,x]"];
  for (const [a, b] of ["ab", "bc", "cd", "de", "ef", "fg"]) aliases.push(`${b}: &${b} [${`*${a},`.repeat(9)}]`);
  const large = "x".repeat(1_000_000);

  test.each([
    [
      "aliases that multiply",
      aliases.join("\n"),
      /^bomb has aliases that multiply to far more than it says: write it without/,
    ],
    [
      "an alias of a long text",
      `a: &a ${large}\nb: [${"*a,".repeat(20)}]`,
      /^bomb expands by its aliases to far more than it says/,
    ],
    ["an alias of what it stands in", "openapi: 3.1.0\na: &a [*a]\n", TOO_DEEP],
    ["deep YAML", `openapi: 3.1.0\npaths: ${"[".repeat(101)}${"]".repeat(101)}`, TOO_DEEP],
    ["YAML deeper than a parser's stack", "- ".repeat(20_000), TOO_DEEP],
    ["deep JSON", `{"openapi":"3.1.0","paths":${"[".repeat(200)}${"]".repeat(200)}}`, TOO_DEEP],
    ["JSON deeper than a parser's stack", `{"a":${"[".repeat(1e6)}${"]".repeat(1e6)}}`, TOO_DEEP],
    ["megabytes of brackets", "[".repeat(4e6), "bomb has more than 500000 YAML tokens: no API document is as large"],
    ["megabytes of empty lines", `${"\n".repeat(1e6)}x`, /^bomb has more than 500000 YAML tokens/],
    ["megabytes of fences", "```\n".repeat(3e5), /^bomb is not YAML that can be used/],
    [
      "a reference of megabytes",
      JSON.stringify({ $ref: "/".repeat(4e6) }),
      /^bomb refers to another file or host, "\/+…", at #\/\$ref/,
    ],
    ["a string of escapes", `{"a":"${"\\n".repeat(1e6)}"}`, /^bomb is not an OpenAPI document/],
    [
      "an object of many keys",
      `{${Array.from({ length: 3e4 }, (_, i) => `k${i}: 1`)}}`,
      /^bomb is not an OpenAPI document/,
    ],
  ])("%s", async (_, content, message) => {
    const told = await problemWith("bomb", content);
    if (typeof message === "string") expect(told).toBe(message);
    else expect(told).toMatch(message);
  });
});
