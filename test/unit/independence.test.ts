import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { document, operations } from "../support/document.js";
import { ROOT } from "../support/run.js";

/** These may read openapi/agents.yaml or generated/, but name no operation. A folder ends with a slash. */
const MAY_READ = [
  // The contract tests, and what selects the requests for them.
  "test/contract/",
  "test/support/document.ts",
  "test/support/mutations.ts",
  "test/support/query.ts",
  "test/support/requests.ts",
  "test/support/samples.ts",
  "test/support/validate.ts",
  // The tests of the document, and this one.
  "test/unit/document.test.ts",
  "test/unit/document-overlay.test.ts",
  "test/unit/independence.test.ts",
  // The docs page.
  "scripts/docs.ts",
  "scripts/docs/",
  "test/network/docs.test.ts",
  "test/unit/docs-samples.test.ts",
  // The command that compares the real API with the document, by region.
  "scripts/verify-live/",
  // The generator and the bump write these files. The tests of the bump have files of the same name in a copy.
  "scripts/generate/",
  "scripts/bump/",
  "test/support/project-copy.ts",
  "test/unit/bump-put-in-place.test.ts",
  "test/unit/spec-bump.test.ts",
  // The package has the document in it.
  "test/network/packed.test.ts",
];

/** These show the API to users. They may also name operations, but only such as all published versions have. */
const MAY_NAME = [
  "scripts/bench/",
  "scripts/demo.ts",
  "scripts/demo/",
  "test/unit/demo.test.ts",
  "scripts/runtimes/test-runners.ts",
  "test/network/packed.program.ts",
];

/** TEMPORARY: the tests of the test kit, until they run on the document of their own. Then this list is empty. */
const BEING_MOVED = [
  "test/network/mock-api.test.ts",
  "test/network/mock-process.program.ts",
  "test/network/mock-process.test.ts",
  "test/support/truthful-api.ts",
  "test/support/verify-live.ts",
  "test/types/testing.test-d.ts",
  "test/unit/scripted-failures.test.ts",
  "test/unit/verify-live-command.test.ts",
  "test/unit/verify-live-lies.test.ts",
  "test/unit/verify-live.test.ts",
];

/** Documents that are made for tests, and what is generated from them. */
const FIXTURES = "test/fixtures/";

const ids = new Set(operations.map(({ operationId }) => operationId));
const paths = new Set(Object.keys(document.paths));
const { version } = document.info;

interface Offence {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly kind: "names" | "reads";
}

/** Where a file names an operation or the version of the document, or reads the document or what is generated from it. */
function offencesIn(file: string, text: string): Offence[] {
  return text.split("\n").flatMap((code, index) => {
    const offence = (kind: Offence["kind"]) => (name: string) => ({ file, line: index + 1, name, kind });
    return [...namedIn(code).map(offence("names")), ...readIn(file, code).map(offence("reads"))];
  });
}

function namedIn(code: string): string[] {
  const words = code.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
  const versions = code.match(/\w+(?:\.\w+)+/g) ?? [];
  const written = (code.match(/(?:\/[\w{}~.:%-]*[\w{}~%-])+/g) ?? []).flatMap(
    (path) => suffixesOf(path).find(isPath) ?? [],
  );
  return [...words.filter((word) => ids.has(word)), ...written, ...versions.filter((word) => word === version)];
}

const isPath = (path: string) => paths.has(path);

/** The path itself, and what is left of it without its first segments, which may be a host. */
function suffixesOf(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(index));
}

const SOURCE = /^(?:generated\/|test\/support\/document\.)/;

function readIn(file: string, code: string): string[] {
  const named = code.match(/\bagents\.yaml\b/g) ?? [];
  const relative = [...code.matchAll(/["'`](\.{1,2}\/[^"'`]+)["'`]/g)].map(([, target = ""]) => target);
  return [...named, ...relative.filter((target) => SOURCE.test(posix.join(posix.dirname(file), target)))];
}

const isIn = (list: readonly string[], file: string) =>
  list.some((entry) => (entry.endsWith("/") ? file.startsWith(entry) : file === entry));

const isAllowed = ({ file, kind }: Offence) =>
  isIn([...MAY_NAME, ...BEING_MOVED, ...(kind === "reads" ? MAY_READ : [])], file);

const files = ["test", "scripts"]
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => posix.relative(ROOT, posix.join(entry.parentPath, entry.name)))
  .filter((file) => !file.startsWith(FIXTURES));
const found = files.flatMap((file) => offencesIn(file, readFileSync(join(ROOT, file), "utf8")));
const toLine = ({ file, line, name }: Offence) => `${file}:${line}: ${name}`;

test("no other file names an operation or the version of the API, or reads its document", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(found.filter((offence) => !isAllowed(offence)).map(toLine)).toEqual([]);
});

test("each file that may read the document does", () => {
  const needed = (entry: string) => found.some(({ file, kind }) => kind === "reads" && isIn([entry], file));
  expect(MAY_READ.filter((entry) => !needed(entry))).toEqual([]);
});

test("each file that may name an operation is there", () => {
  const all = [...MAY_NAME, ...BEING_MOVED];
  expect(all.filter((entry) => !files.some((file) => isIn([entry], file)))).toEqual([]);
});

describe("an offence", () => {
  const file = "test/unit/planted.test.ts";
  const [path = ""] = paths;
  const [id = ""] = ids;
  const planted = (code: string) => offencesIn(file, `// A comment.\n${code}\n`).map(toLine);

  test.each([
    ["a path in quotes", `client.GET("${path}")`, path],
    ["a path after the method", `"GET ${path}: is gone"`, path],
    ["a path after a host", `fetch("https://api.example${path}?a=b")`, path],
    ["an operation id", `answers: { ${id}: {} }`, id],
    ["the version", `expect(API_VERSION).toBe("${version}")`, version],
    ["the document", 'readFile("openapi/agents.yaml")', "agents.yaml"],
    ["what is generated", 'import { TRAITS } from "../../generated/constants.js";', "../../generated/constants.js"],
    ["what is generated, at run time", 'await import("../../generated/schema.js")', "../../generated/schema.js"],
    ["the document as data", 'import { document } from "../support/document.js";', "../support/document.js"],
  ])("is %s", (_, code, name) => {
    expect(planted(code)).toEqual([`${file}:2: ${name}`]);
    expect(offencesIn(file, code).filter(isAllowed)).toEqual([]);
  });

  test.each([
    ["a longer path", `client.GET("${path}/and/more")`],
    ["a longer word", `${id}Again(); no${id}();`],
    ["a longer version", `"${version}.4", "4.${version}"`],
    ["what is generated from a fixture", 'import { TRAITS } from "../fixtures/api/generated/constants.js";'],
  ])("is not %s", (_, code) => {
    expect(planted(code)).toEqual([]);
  });

  test("is an operation that is named where only the document may be read", () => {
    const [name, read] = offencesIn("scripts/bump/next.ts", `"${path}" "agents.yaml"`).map(isAllowed);
    expect({ name, read }).toEqual({ name: false, read: true });
  });
});
