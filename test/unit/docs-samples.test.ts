import { describe, expect, test } from "vitest";
import { compileModules } from "../../scripts/compile.js";
import { curlSample, nameSample, pathSample } from "../../scripts/docs/code-samples.js";
import { copyForPage } from "../../scripts/docs/copy.js";
import type { DocumentOperation, OpenApiDocument } from "../../scripts/openapi/document.js";
import { operationsOf } from "../../scripts/openapi/document.js";
import { createAgentsClient } from "../../src/index.js";
import { createOperations } from "../../src/operations.js";
import { recordingFetch } from "../support/recording-fetch.js";
import { ROOT, run } from "../support/run.js";
import { document, operations } from "../support/shipped-document.js";

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

const AsyncFunction = (async () => {}).constructor as new (
  ...source: string[]
) => (...args: unknown[]) => Promise<void>;

/** The request that a TypeScript sample of an operation sends when it is run. */
async function sentByClient(operation: DocumentOperation, sample: string): Promise<Sent> {
  const type = successType(operation);
  const { fetch, calls } = recordingFetch(() => new Response("{}", { headers: { "content-type": type } }));
  const client: typeof createAgentsClient = (options) => createAgentsClient({ ...options, apiKey: "the-key", fetch });
  // Stands for the bytes of a file, in the way of curl's `@file`.
  const readFile = async (name: string) => `@${name}`;
  const given = { createAgentsClient: client, createOperations, readFile };
  await new AsyncFunction(...Object.keys(given), sample.replace(/^import .*$/gm, ""))(...Object.values(given));
  const [{ url, init } = { url: "", init: {} as RequestInit }] = calls;
  // curl has one of its own.
  const { "user-agent": _, ...headers } = init.headers as Record<string, string>;
  return {
    method: init.method ?? "GET",
    url,
    headers,
    body: await bodyValue(init.body),
  };
}

/** What a shell makes of curl samples: the words that curl would get, for each of them. */
async function wordsOf(samples: readonly string[]): Promise<string[][]> {
  const script = ["curl() { printf '%s\\0' \"$@\"; printf '\\0'; }", ...samples].join("\n");
  const { stdout, stderr } = await run("sh", ["-c", script], { env: { ...process.env, POLYAI_API_KEY: "the-key" } });
  expect(stderr).toBe("");
  return stdout
    .split("\0\0")
    .slice(0, -1)
    .map((words) => words.split("\0"));
}

/** A body as a value: JSON, the fields of a form, or the text of a file. */
async function bodyValue(body: unknown): Promise<unknown> {
  if (typeof body === "string") return JSON.parse(body);
  if (body instanceof Blob) return body.text();
  if (!(body instanceof FormData)) return undefined;
  const fields = [...body].map(async ([name, value]) => [name, value instanceof Blob ? await value.text() : value]);
  return Object.fromEntries(await Promise.all(fields));
}

/** The media type of a success. */
function successType({ responses }: DocumentOperation): string {
  const [status = "default"] = Object.keys(responses).filter((status) => status.startsWith("2"));
  return Object.keys(responses[status]?.content ?? {})[0] ?? "application/json";
}

/** Headers with their names in lower case, since the case of a name has no meaning. */
function lowerCase(headers: readonly [string, string][]): Record<string, string> {
  return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
}

/** What curl would send for these words. */
function sentByCurl(all: readonly string[]): Sent {
  // The only flag without a value.
  const words = all.filter((word) => word !== "-I");
  const after = (flag: string) => words.filter((_, i) => words[i - 1] === flag);
  const [url = ""] = words.filter((word, i) => !word.startsWith("-") && !words[i - 1]?.startsWith("-"));
  const [json] = after("-d");
  const [bytes] = after("--data-binary");
  const fields = [...after("-F"), ...after("--form-string")].map((field) => field.split(/=(.*)/s, 2));
  const form = fields.length > 0 ? Object.fromEntries(fields) : undefined;
  return {
    method: after("-X")[0] ?? (words.length < all.length ? "HEAD" : "GET"),
    url,
    headers: lowerCase(after("-H").map((line) => line.split(": ") as [string, string])),
    body: json === undefined ? (bytes ?? form) : JSON.parse(json),
  };
}

const READ_FILE = 'import { readFile } from "node:fs/promises";';

describe("the samples of every operation", () => {
  test("compile, when they are TypeScript, and would not with a property that the operation does not have", async () => {
    const modules = operations.flatMap((operation) => [
      [`${operation.operationId}-by-name.ts`, nameSample(operation, document)],
      [`${operation.operationId}-by-path.ts`, pathSample(operation, document)],
    ]);
    const withBody = modules.filter(([, code]) => code?.includes("body: {")).slice(0, 2);
    if (withBody.length === 0)
      console.log("no misspelt property was compiled: the document has no operation with an object as body");
    const misspelt = withBody.map(([file, code = ""]): [string, string] => [
      `misspelt-${file}`,
      code.replace("body: {", "body: { misspelt: 1,"),
    ]);
    const files = new Map([
      ...(modules as [string, string][]),
      ...misspelt,
      ["bytes.ts", `${READ_FILE}\nexport const body: Blob = new Blob([await readFile("file")]);`],
    ]);
    expect(files.size).toBe(2 * operations.length + misspelt.length + 1);
    expect(await compileModules(ROOT, files)).toEqual(
      misspelt.map(([file]) => ({ file, line: expect.any(Number), message: expect.stringContaining("misspelt") })),
    );
  }, 60_000);

  test("send the same request with curl as by path and by name", async () => {
    const words = await wordsOf(operations.map((operation) => curlSample(operation, document)));
    expect(words).toHaveLength(operations.length);
    for (const [i, operation] of operations.entries()) {
      const sent = sentByCurl(words[i] ?? []);
      expect(sent).toEqual(await sentByClient(operation, pathSample(operation, document)));
      expect(sent).toEqual(await sentByClient(operation, nameSample(operation, document)));
    }
  });
});

/** A document with one operation, and its samples. */
function samplesOf(method: string, path: string, operation: object, components = {}) {
  const made = { paths: { [path]: { [method]: { responses: { "200": {} }, ...operation } } }, components };
  const next = made as unknown as OpenApiDocument;
  const [only] = operationsOf(next);
  if (!only) throw new Error("no operation");
  return { typescript: pathSample(only, next), byName: nameSample(only, next), curl: curlSample(only, next) };
}

const json = (media: object) => ({ requestBody: { content: { "application/json": media } } });

describe("a sample", () => {
  test("by name has the operation's id, whatever characters it has", () => {
    expect(samplesOf("get", "/shelves", { operationId: "listShelves" }).byName).toMatch(/ agents\.listShelves\(\);$/m);
    expect(samplesOf("get", "/shelves", { operationId: "shelves-list" }).byName).toMatch(
      / agents\["shelves-list"\]\(\);$/m,
    );
  });

  test("has no data if a success has no body", () => {
    const { typescript } = samplesOf("delete", "/shelves", { responses: { "204": {}, "404": {} } });
    expect(typescript).toMatch(/^await polyai\.DELETE\("\/shelves"\);$/m);
  });

  test("has the optional query of a GET, and of other methods only the required", () => {
    const parameters = [
      { name: "limit", in: "query", example: 3 },
      { name: "environment", in: "query", required: true, example: "live" },
    ];
    expect(samplesOf("get", "/shelves", { parameters }).typescript).toContain(
      'query: { limit: 3, environment: "live" }',
    );
    expect(samplesOf("delete", "/shelves", { parameters }).typescript).toContain('query: { environment: "live" }');
    expect(samplesOf("delete", "/shelves", { parameters }).curl).toContain(
      "'https://api.uk.poly.ai/shelves?environment=live'",
    );
  });

  test("has no brackets in the URL, which curl would read as a pattern", () => {
    const parameters = [{ name: "filter", in: "query", style: "deepObject", required: true, example: { name: "{a}" } }];
    const { curl } = samplesOf("get", "/shelves", { parameters });
    expect(curl).toContain("?filter%5Bname%5D=%7Ba%7D");
  });

  test("has the required headers", () => {
    const parameters = [{ name: "x-reason", in: "header", required: true, example: "it's time" }];
    const { typescript, curl } = samplesOf("get", "/shelves", { parameters });
    expect(typescript).toContain(`params: { header: { "x-reason": "it's time" } }`);
    expect(curl).toContain("-H 'x-reason: it'\\''s time'");
  });

  test("quotes for the shell whatever an example has", async () => {
    const value = { text: 'it\'s $HOME `id` \\ "q"\n!end' };
    const { curl } = samplesOf("post", "/shelves", json({ examples: { one: { value } } }));
    const [words = []] = await wordsOf([curl]);
    expect(sentByCurl(words).body).toEqual(value);
  });

  test("uses the schema if there is no example", () => {
    const parameters = [{ $ref: "#/components/parameters/Id" }];
    const schemas = {
      Node: {
        type: "object",
        required: ["name", "size", "kind", "children", "twins"],
        properties: {
          name: { type: ["string", "null"] },
          size: { type: "integer", default: 7 },
          kind: { enum: ["leaf", "branch"] },
          children: { type: "array", items: { $ref: "#/components/schemas/Node" } },
          twins: { type: "array", minItems: 1, items: { type: "boolean" } },
          note: { type: "string" },
        },
      },
    };
    const components = {
      schemas,
      parameters: { Id: { name: "id", in: "path", required: true, schema: { type: "string" } } },
    };
    const body = json({ schema: { $ref: "#/components/schemas/Node" } });
    const { typescript, curl } = samplesOf("put", "/nodes/{id}", { parameters, ...body }, components);
    expect(typescript).toContain('path: { id: "string" }');
    expect(typescript).toContain("children: [],");
    expect(typescript).toContain('name: "string",\n    size: 7,\n    kind: "leaf",');
    expect(typescript).toContain("twins: [true],");
    expect(curl).toContain("https://api.uk.poly.ai/nodes/string");
  });

  test("merges a combination, and uses the first alternative of a union that has an end", () => {
    const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const text = { type: "string" };
    const schemas = {
      Base: { type: "object", required: ["id", "kind"], properties: { id: { ...text, readOnly: true }, kind: text } },
      Say: { allOf: [to("Base"), { required: ["words"], properties: { kind: { const: "say" }, words: text } }] },
      Group: { type: "array", items: to("Step"), minItems: 1 },
      Step: { anyOf: [{ type: "null" }, to("Group"), to("Say")] },
    };
    const { typescript } = samplesOf("post", "/steps", json({ schema: to("Step") }), { schemas });
    expect(typescript).toContain('body: [{ kind: "say", words: "string" }]');
  });

  test("writes lists in a path in their style, parameters in JSON, and the JSON of any media type", () => {
    const parameters = [
      { name: "ids", in: "path", required: true, schema: { type: "array", items: { type: "integer" }, minItems: 1 } },
      { name: "filter", in: "query", required: true, content: { "application/json": { schema: { type: "object" } } } },
    ];
    const content = { "application/hal+json; charset=utf-8": { schema: { type: "integer" } } };
    const { typescript, curl } = samplesOf("post", "/rows/{ids}", { parameters, requestBody: { content } });
    expect(typescript).toContain("path: { ids: [1] }, query: { filter: {} }");
    expect(typescript).toContain("body: 1");
    expect(curl).toContain("/rows/1?filter=%7B%7D");
  });

  test("reads a file if the body is bytes", () => {
    const { typescript, curl } = samplesOf("put", "/audio", { requestBody: { content: { "audio/wav": {} } } });
    expect(typescript).toContain(READ_FILE);
    expect(typescript).toContain('body: new Blob([await readFile("file")])');
    expect(curl).toContain("-H 'content-type: audio/wav' \\\n  --data-binary @file");
  });

  test("sends a text as it is", () => {
    const content = { "text/csv": { examples: { two: { value: "a,b\n1,2" } } } };
    const { typescript, curl } = samplesOf("put", "/rows", { requestBody: { content } });
    expect(typescript).toContain('body: "a,b\\n1,2"');
    expect(curl).toContain("-d 'a,b\n1,2'");
  });

  test("sends the parts of a form, files among them", () => {
    const properties = { name: { type: "string" }, file: { type: "string", contentMediaType: "audio/wav" } };
    const schema = { type: "object", required: ["file"], properties };
    const content = { "multipart/form-data": { schema, examples: { one: { value: { name: "Harbor view" } } } } };
    const { typescript, curl } = samplesOf("post", "/audio", { requestBody: { content } });
    expect(typescript).toContain('file: new Blob([await readFile("file")])');
    expect(typescript).toContain('name: "Harbor view"');
    expect(curl).toContain("-F file=@file \\\n  --form-string 'name=Harbor view'");
    expect(curl).not.toContain("content-type");
  });

  test("sends the fields of an encoded form", () => {
    const content = { "application/x-www-form-urlencoded": { example: { name: "a&b", size: 3 } } };
    const { typescript, curl } = samplesOf("post", "/rows", { requestBody: { content } });
    expect(typescript).toContain('body: new URLSearchParams({ name: "a&b", size: "3" })');
    expect(curl).toContain("--data-urlencode 'name=a&b' \\\n  --data-urlencode size=3");
  });
});

test("a response without a schema shows its example from the overlay, and any other its own", () => {
  const content = { "application/json": { schema: { type: "string" } } };
  const responses = { 200: { "x-example": { id: "1" } }, 201: { content, "x-example": 1 }, 204: {} };
  const get = { operationId: "getThing", responses };
  const copy = copyForPage({ ...document, paths: { "/things": { get } } }, "# Guide");
  const { responses: shown } = Object(copy.paths["/things"]?.get) as { responses: object };
  expect(shown).toMatchObject({ 200: { content: { "application/json": { example: { id: "1" } } } }, 201: { content } });
  expect(shown).toHaveProperty("204", {});
});
