/** A new version of the shipped document must not change tests and scripts that are about something else. */
import { access, readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { operationsOf, parseDocument } from "../../scripts/document.js";
import { ROOT } from "../support/run.js";

/** May name operations: the tests of the document, and what shows the API to users. Folders end with a slash. */
const MAY_NAME = ["test/unit/document.test.ts"];
const SHOWS_THE_API = [
  "scripts/demo.ts",
  "scripts/demo/",
  "scripts/bench/operation.ts",
  "scripts/runtimes/test-runners.ts",
  "test/network/packed.program.ts",
  "test/unit/demo.test.ts",
];
/** What shows the API calls only these, which no version of the API has moved. */
const STEADY = /\/phone-numbers/;

/** May read the document or what is generated from it. */
const MAY_READ = [
  // What writes it, or is made from it.
  "scripts/bench/",
  "scripts/bump/",
  "scripts/demo/",
  "scripts/docs.ts",
  "scripts/docs/",
  "scripts/generate/",
  "scripts/verify-live/command.ts",
  // The contract tests, and the tests of the document, of what is generated from it, of the docs page and of the bump.
  "test/contract/",
  "test/network/docs.test.ts",
  "test/unit/bump-",
  "test/unit/docs-samples.test.ts",
  "test/unit/document",
  "test/unit/generate.test.ts",
  "test/unit/independence.test.ts",
  "test/unit/spec-bump.test.ts",
  // Lists the files of the package.
  "test/network/packed.test.ts",
];

// Files that still have to be changed; each is to be fixed and removed from these lists.
const STILL_NAME = [
  "scripts/bump/operations.ts",
  "scripts/bump/repair/operation-name.ts",
  "scripts/bump/repair/repair.ts",
  "scripts/bump/usage.ts",
  "scripts/bump/usage/calls.ts",
  "test/network/mock-api.test.ts",
  "test/network/mock-process.test.ts",
  "test/support/comparison.ts",
  "test/support/spec-edits.ts",
  "test/types/testing.test-d.ts",
  "test/unit/bump-",
  "test/unit/docs-samples.test.ts",
  "test/unit/request.test.ts",
  "test/unit/scripted-failures.test.ts",
  "test/unit/spec-bump.test.ts",
  "test/unit/verify-live",
];
const STILL_SHOW = ["scripts/demo.ts", "scripts/runtimes/test-runners.ts", "test/unit/demo.test.ts"];
const STILL_READ = ["test/network/mock-process.test.ts"];

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
    ...operationsOf(document).map(({ operationId: id, path }) => ({
      text: id,
      pattern: whole("\\b", id, "\\b"),
      path,
    })),
  ];
}

function whole(before: string, text: string, after: string): RegExp {
  return new RegExp(before + text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&") + after);
}

const namedIn = (text: string, names: readonly Name[]) => names.filter(({ pattern }) => pattern.test(text));

const IMPORT = /(?:from|import\()\s*"(\.[^"]+)\.js"/g;
/** The document and what is generated from it; test/fixtures has documents of its own. */
const SHIPPED = /openapi\/agents\.yaml|"agents\.yaml"|(?<!fixtures\/\w+)\/generated\/|"generated\//;

/** Whether a file reads the document, itself or through test/support. */
function reads(file: string, texts: ReadonlyMap<string, string>, seen = new Set<string>()): boolean {
  const text = texts.get(file);
  if (text === undefined || seen.has(file)) return false;
  seen.add(file);
  const imported = [...text.matchAll(IMPORT)].map(([, path]) => posix.join(posix.dirname(file), `${path}.ts`));
  const support = imported.filter((path) => path.startsWith("test/support/"));
  return SHIPPED.test(text) || support.some((path) => reads(path, texts, seen));
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

describe("of the shipped document", () => {
  test("tests and scripts name no version, path or operation", () => {
    const named = [...texts]
      .filter(([file]) => !isIn(file, [...MAY_NAME, ...SHOWS_THE_API, ...STILL_NAME]))
      .flatMap(([file, text]) => namedIn(text, shipped).map((name) => `${file}: ${name.text}`));
    expect(named).toEqual([]);
  });

  test("what shows the API to users names only operations that no version has moved, and no version", () => {
    const named = [...texts]
      .filter(([file]) => isIn(file, SHOWS_THE_API) && !isIn(file, STILL_SHOW))
      .flatMap(([file, text]) => namedIn(text, shipped).map((name) => ({ file, ...name })));
    const moving = named.filter(({ path = "" }) => !STEADY.test(path));
    expect(moving.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  test("other tests and scripts read nothing", () => {
    // A support file counts where it is imported.
    const files = [...texts.keys()].filter((file) => !file.startsWith("test/support/"));
    const reading = files.filter((file) => !isIn(file, [...MAY_READ, ...STILL_READ]) && reads(file, texts));
    expect(reading).toEqual([]);
  });
});

test("each file and folder that is excepted exists", async () => {
  const paths = [...MAY_NAME, ...SHOWS_THE_API, ...MAY_READ].filter((path) => /\.ts$|\/$/.test(path));
  await Promise.all(paths.map((path) => access(join(ROOT, path))));
});

describe("a name is found", () => {
  const names = namesOf(`
info: { version: 1.2.30 }
paths:
  /things: { get: { operationId: listThings, responses: {} } }
  /things/{id}: { get: { operationId: getThing, responses: {} } }
`);
  const found = (text: string) => namedIn(text, names).map((name) => name.text);

  test.each([
    ["the version", 'expect(API_VERSION).toBe("1.2.30");', ["1.2.30"]],
    ["the version at the end of a sentence", "// Since version 1.2.30.", ["1.2.30"]],
    ["a path", 'client.GET("/things");', ["/things"]],
    ["a path behind a host", "https://api.example/things?x=1", ["/things"]],
    ["a path with a parameter", "GET /things/{id} answers", ["/things/{id}"]],
    ["an operation id", "answers: { listThings: {} }", ["listThings"]],
  ])("in a text with %s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
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

  test("itself, or through what it imports from test/support", () => {
    expect([...files.keys()].filter((file) => reads(file, files))).toEqual([
      "test/unit/a.test.ts",
      "test/unit/b.test.ts",
      "test/support/one.ts",
      "test/support/two.ts",
    ]);
  });
});
