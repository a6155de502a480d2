/** A new version of the shipped document must not change tests and scripts that are about something else. */
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { operationsOf, parseDocument } from "../../scripts/openapi/document.js";
import { ROOT } from "../support/run.js";

/** These show the API to users, so they may name operations. Folders end with a slash. */
const SHOWS_THE_API = [
  "scripts/demo.ts",
  "scripts/demo/",
  "scripts/bench/operation.ts",
  "scripts/runtimes/test-runners.ts",
  "test/examples/",
  "test/network/packed.program.ts",
  "test/network/packed-types.program.ts",
  "test/network/recipes.test.ts",
  "test/unit/demo.test.ts",
];
/** What shows the API calls only these, which no version of the API has moved. */
const STEADY = /\/phone-numbers/;

/** May read the document or what is generated from it, but names no operation: it selects them by their properties. */
const MAY_READ = [
  // What writes it, or is made from it.
  "scripts/bench/",
  "scripts/spec-bump/",
  "scripts/demo/",
  "scripts/docs.ts",
  "scripts/docs/",
  "scripts/generate",
  "scripts/test-bump.ts",
  "scripts/verify-live-command.ts",
  // The contract tests, and the tests of the document, of what is generated from it, and of the docs page.
  "test/contract/",
  "test/network/docs.test.ts",
  "test/unit/docs-samples.test.ts",
  "test/unit/document",
  "test/unit/generate.test.ts",
  "test/unit/independence.test.ts",
  // The size of the package depends on the number of operations.
  "test/unit/size.test.ts",
  // These name files of a copy of the project, which has the document of the bump's tests.
  "test/unit/spec-bump.test.ts",
  // Lists the files of the package.
  "test/network/packed.test.ts",
];

interface Name {
  readonly text: string;
  readonly pattern: RegExp;
  readonly path: string | undefined;
}

/** The version, the paths and the operation ids of a document, each as it is recognized in a text. */
function namesOf(documentText: string): Name[] {
  const document = parseDocument(documentText);
  const { version } = document.info;
  return [
    { text: version, pattern: whole("(?<![\\w.])", version, "(?!\\w|\\.\\d)"), path: undefined },
    ...Object.keys(document.paths).map((path) => ({ text: path, pattern: whole("", path, "(?![\\w/{-])"), path })),
    ...operationsOf(document)
      // An id such as `search` is a word of any program.
      .filter(({ operationId }) => /[a-z\d][A-Z]/.test(operationId))
      .map(({ operationId: id, path }) => ({ text: id, pattern: whole("\\b", id, "\\b"), path })),
  ];
}

function whole(before: string, text: string, after: string): RegExp {
  return new RegExp(before + text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&") + after);
}

/** Something of the document that is found in a line of a text. */
interface Found extends Name {
  readonly line: number;
}

function namedIn(text: string, names: readonly Name[]): Found[] {
  return text
    .split("\n")
    .flatMap((code, index) =>
      names.filter(({ pattern }) => pattern.test(code)).map((name) => ({ ...name, line: index + 1 })),
    );
}

const IMPORT = /(?:from|import\()\s*"(\.[^"]+)\.js"/;
/** The document and what is generated from it; test/fixtures has documents of its own. */
const SHIPPED = /openapi\/agents\.yaml|"agents\.yaml"|(?<!fixtures\/\w+)\/generated\/[\w./-]*|"generated\/[\w./-]*/;

/** Where a file reads the document, itself or through test/support, as `file:line: what it reads`. */
function readsOf(file: string, texts: ReadonlyMap<string, string>, seen: readonly string[] = []): string[] {
  const lines = texts.get(file)?.split("\n") ?? [];
  return lines.flatMap((code, index) => {
    const [, imported] = IMPORT.exec(code) ?? [];
    const support = imported && posix.join(posix.dirname(file), `${imported}.ts`);
    const through =
      support?.startsWith("test/support/") &&
      !seen.includes(support) &&
      readsOf(support, texts, [...seen, file]).length > 0;
    const read = SHIPPED.exec(code)?.[0] ?? (through ? support : undefined);
    return read === undefined ? [] : [`${file}:${index + 1}: ${read.replace(/^["/]/, "")}`];
  });
}

const isIn = (file: string, list: readonly string[]) => list.some((entry) => file.startsWith(entry));

async function textsBelow(folder: string): Promise<[file: string, text: string][]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = names.map(
    async (name): Promise<[string, string]> => [
      name.slice(ROOT.length).replaceAll("\\", "/"),
      await readFile(name, "utf8"),
    ],
  );
  return (await Promise.all(texts)).filter(([file]) => !file.startsWith("test/fixtures/"));
}

const texts = new Map([...(await textsBelow("scripts")), ...(await textsBelow("test"))]);
const fixture = namesOf(await readFile(join(ROOT, "test/fixtures/api/openapi.yaml"), "utf8")).map(({ text }) => text);
const shipped = namesOf(await readFile(join(ROOT, "openapi/agents.yaml"), "utf8")).filter(
  // A name that a next version has in common with the document of the tests is the latter's here.
  ({ text }) => !fixture.includes(text),
);

/** What is named in files, as `file:line: name`. */
function report(allowed: (file: string) => boolean, names: readonly Name[]): string[] {
  return [...texts]
    .filter(([file]) => !allowed(file))
    .flatMap(([file, text]) => namedIn(text, names).map((found) => `${file}:${found.line}: ${found.text}`));
}

describe("of the shipped document", () => {
  test("tests and scripts name no version, path or operation", () => {
    expect(shipped.length).toBeGreaterThan(10);
    expect(texts.size).toBeGreaterThan(100);
    expect(report((file) => isIn(file, [...SHOWS_THE_API]), shipped)).toEqual([]);
  });

  test("what shows the API to users names only operations that no version has moved, and no version", () => {
    const moving = shipped.filter(({ path = "" }) => !STEADY.test(path));
    expect(report((file) => !isIn(file, SHOWS_THE_API), moving)).toEqual([]);
  });

  test("other tests and scripts read nothing", () => {
    // A support file counts where it is imported.
    const files = [...texts.keys()].filter((file) => !file.startsWith("test/support/"));
    const others = files.filter((file) => !isIn(file, [...MAY_READ]));
    expect(others.flatMap((file) => readsOf(file, texts))).toEqual([]);
  });
});

test("each file and folder that is excepted exists", () => {
  const missing = [...SHOWS_THE_API, ...MAY_READ].filter(
    (entry) => ![...texts.keys()].some((file) => isIn(file, [entry])),
  );
  expect(missing).toEqual([]);
});

describe("a name is found", () => {
  const names = namesOf(`
info: { version: 1.2.30 }
paths:
  /things: { get: { operationId: listThings, responses: {} } }
  /things/{id}: { get: { operationId: getThing, responses: {} } }
`);
  const found = (text: string) =>
    namedIn(`// The first line.\n${text}`, names).map((name) => `${name.line}: ${name.text}`);

  test.each([
    ["the version", 'expect(API_VERSION).toBe("1.2.30");', "1.2.30"],
    ["the version at the end of a sentence", "// Since version 1.2.30.", "1.2.30"],
    ["a path", 'client.GET("/things");', "/things"],
    ["a path behind a host", "https://api.example/things?x=1", "/things"],
    ["a path with a parameter", "GET /things/{id} answers", "/things/{id}"],
    ["an operation id", "answers: { listThings: {} }", "listThings"],
  ])("in a text with %s", (_, text, expected) => {
    expect(found(text)).toEqual([`2: ${expected}`]);
  });

  test.each(["11.2.30", "1.2.301", "1.2.30.4", "1x2x30", "/things/other", "/things-of-mine", "listThingsAgain"])(
    "not in %s",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe("a file reads the document", () => {
  const files = new Map([
    ["test/unit/a.test.ts", 'import { document } from "../support/one.js";'],
    ["test/unit/b.test.ts", 'import { paths } from "../../generated/schema.js";'],
    ["test/unit/c.test.ts", 'import { client } from "../support/three.js";'],
    ["test/support/one.ts", 'import { text } from "./two.js";'],
    ["test/support/two.ts", 'readFile(join(ROOT, "openapi/agents.yaml"));\nimport { document } from "./one.js";'],
    ["test/support/three.ts", 'import { paths } from "../fixtures/api/generated/schema.js";'],
  ]);

  test("directly, or through an import from test/support", () => {
    expect([...files.keys()].flatMap((file) => readsOf(file, files))).toEqual([
      "test/unit/a.test.ts:1: test/support/one.ts",
      "test/unit/b.test.ts:1: generated/schema.js",
      "test/support/one.ts:1: test/support/two.ts",
      "test/support/two.ts:1: openapi/agents.yaml",
    ]);
  });
});
