/** The whole of `npm run spec:bump` and `npm run spec:check`, as they are run in a clone. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { bump } from "../../scripts/bump/command.js";
import type { JsonObject } from "../../scripts/bump/json.js";
import { applyOverlay, deriveOverlay, overlayText, parseOverlay } from "../../scripts/bump/overlay.js";
import { additive, breaking, published } from "../support/next-versions.js";
import { CURRENT } from "../support/openapi.js";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import { type Ran, run } from "../support/run.js";
import { createFolder, type Folder, problemOf } from "../support/sources.js";

const MOVED_ON = [
  ...["CHANGELOG.md", "README.md", "generated/constants.ts", "generated/operations.ts", "generated/schema.ts"],
  ...["openapi/agents.yaml", "openapi/overlay.yaml", "package-lock.json", "package.json"],
];

let folder: Folder;
beforeAll(async () => {
  folder = await createFolder();
});
afterAll(() => folder[Symbol.asyncDispose]());

/** Runs a script of a copy, as npm does. */
function npmRun({ root }: ProjectCopy, script: string, ...args: readonly string[]): Promise<Ran> {
  return run("npm", ["run", "--silent", script, "--", ...args], { cwd: root });
}

describe("a version that only adds", () => {
  let project: ProjectCopy;
  let source: string;
  let bumped: Ran;
  let changed: string[];
  beforeAll(async () => {
    project = await copyProject();
    source = await folder.write("additive.yaml", stringify(additive(CURRENT)));
    bumped = await npmRun(project, "spec:bump", source, "--report", join(folder.path, "additive.md"));
    changed = await project.changed();
  }, 120_000);
  afterAll(() => project[Symbol.asyncDispose]());

  test("is applied, and the command says what is left to do", () => {
    expect(bumped.stderr).toBe("");
    expect(bumped.stdout).toMatch(
      /^PolyAI Agents API 1\.0\.3 → 1\.1\.0\nnothing breaks; new: 9 operations, 1 region\n/,
    );
    expect(bumped.stdout).toContain("9 files in place.\nAll tests, scripts and examples still compile.\n");
    expect(bumped.stdout).toMatch(/\n22 words and examples are ours to write: .+\nNext: npm test\n$/);
    expect(bumped.code).toBe(0);
  });

  test("changes the document and what is made of it, and nothing in src or test", async () => {
    expect(changed).toEqual(MOVED_ON);
    const { read } = project;
    expect(await read("generated/constants.ts")).toContain('ca: "https://api.ca.poly.ai"');
    expect(await read("CHANGELOG.md")).toMatch(/^## 0\.1\.1 \(API 1\.1\.0, \d{4}-\d\d-\d\d\)$/m);
    expect(await read("README.md")).toMatch(/API version 1\.1\.0:[\s\S]+56 operations in all/);
    expect(JSON.parse(await read("package.json")).version).toBe("0.1.1");
    expect(JSON.parse(await read("package-lock.json")).packages[""].version).toBe("0.1.1");
    expect(parse(await read("openapi/overlay.yaml")).info.version).toBe("1.1.0");
  });

  test("gives the report as Markdown too", async () => {
    const report = await readFile(join(folder.path, "additive.md"), "utf8");
    expect(report).toMatch(/^## PolyAI Agents API `1\.0\.3` → `1\.1\.0`\n/);
    expect(report).toContain("- `PUT /v1/agents/{agentId}/greetings/{greetingId}/audio`  `putAgentGreetingAudio`\n");
  });

  test("is the current one from then on", async () => {
    expect(await npmRun(project, "spec:check", source)).toEqual({
      code: 0,
      stdout: "Up to date: API version 1.1.0.\n",
      stderr: "",
    });
    const again = await npmRun(project, "spec:bump", source);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Nothing to do: .+ \(1\.1\.0\)\.\n$/) });
    expect(await project.changed()).toEqual(MOVED_ON);
  }, 60_000);

  test("has an overlay that agrees with the document, new ids included", async () => {
    const [text, whole] = await Promise.all(["overlay", "agents"].map((name) => project.read(`openapi/${name}.yaml`)));
    const [overlay, document] = [parseOverlay(text ?? ""), parse(whole ?? "")];
    expect(overlayText(deriveOverlay(document, overlay))).toBe(text);
    expect(applyOverlay(document, overlay, [])).toMatchObject({ document, lost: [], dropped: [] });
    expect(text).toContain("operationId: putAgentGreetingAudio");
  });

  test("passes the contract tests, which follow the document", async () => {
    const env = { ...process.env, NO_COLOR: "1" };
    const { code, stdout } = await run("npx", ["vitest", "run", "--project", "contract"], { cwd: project.root, env });
    expect(stdout).toContain("contract: 56 of 56 operations, 156 of 156 statuses");
    expect(code, stdout).toBe(0);
  }, 120_000);
});

describe("a version that breaks", () => {
  let project: ProjectCopy;
  let source: string;
  let refused: Ran;
  let changed: string[];
  let accepted: Ran;
  beforeAll(async () => {
    project = await copyProject();
    source = await folder.write("breaking.json", JSON.stringify(breaking(CURRENT)));
    refused = await npmRun(
      project,
      "spec:bump",
      source,
      "--usage",
      "src",
      "--report",
      join(folder.path, "breaking.md"),
    );
    changed = await project.changed();
    accepted = await npmRun(project, "spec:bump", source, "--accept-breaking");
  }, 120_000);
  afterAll(() => project[Symbol.asyncDispose]());

  test("is reported and not applied without --accept-breaking", () => {
    expect(refused.stdout).toMatch(/^PolyAI Agents API 1\.0\.3 → 2\.0\.0\nBREAKING: \d+ operations\n/);
    expect(refused.stdout).toMatch(/\nNothing was changed, since this breaks callers\. .+ --accept-breaking\n$/);
    expect(refused).toMatchObject({ code: 2, stderr: "" });
    expect(changed).toEqual([]);
  });

  test("is reported as Markdown nevertheless", async () => {
    expect(await readFile(join(folder.path, "breaking.md"), "utf8")).toContain("\n**BREAKING: ");
  });

  test("is applied with --accept-breaking, and what of our own no longer compiles is named", async () => {
    expect(accepted).toMatchObject({ code: 0, stderr: "" });
    expect(accepted.stdout).toContain("These of our own do not compile any more:\n  test/");
    expect(await project.changed()).toEqual(MOVED_ON);
    expect(JSON.parse(await project.read("package.json")).version).toBe("0.2.0");
  });
});

describe("what changes nothing", () => {
  let project: ProjectCopy;
  beforeAll(async () => {
    project = await copyProject();
  });
  afterAll(() => project[Symbol.asyncDispose]());

  const edited = (edit: (document: JsonObject) => void) => {
    const document = published(CURRENT);
    (document.info as JsonObject).version = "1.1.0";
    edit(document);
    return JSON.stringify(document);
  };

  test.each<[string, string, RegExp]>([
    ["truncated JSON", edited(() => {}).slice(0, 9_000), /next\.json breaks off/],
    ["HTML", "<!doctype html><html><body>Sign in</body></html>", /next\.json /],
    ["nothing", "", /next\.json is empty/],
    ["Swagger 2", '{"swagger":"2.0","info":{"title":"a","version":"1"},"paths":{}}', /next\.json /],
    [
      "an older version",
      edited((d) => Object.assign(d.info as JsonObject, { version: "1.0.2" })),
      /older than 1\.0\.3/,
    ],
    [
      "an example that does not fit",
      edited((d) => {
        const { Region = {} } = (d.components as { schemas: Record<string, JsonObject> }).schemas;
        Object.assign((d.components as { schemas: JsonObject }).schemas, {
          GetAgentsResponse: { ...Region, type: "array", items: { type: "string" }, example: [1] },
        });
      }),
      /does not pass the lint: .+ mend the source/,
    ],
    [
      "a security scheme that is no key in a header",
      edited((d) => {
        const token = { type: "http", scheme: "bearer" };
        Object.assign(d.components as JsonObject, { securitySchemes: { token } });
        d.security = [{ token: [] }];
      }),
      /the types cannot be generated: .+/,
    ],
  ])(
    "%s: one line, and every file byte for byte as it was",
    async (_, content, message) => {
      const printed: string[] = [];
      const source = await folder.write("next.json", content);
      const bumping = bump(project.root, [source, "--accept-breaking"], (text) => printed.push(text));
      expect(await problemOf(bumping, folder)).toMatch(message);
      expect(await project.changed()).toEqual([]);
    },
    60_000,
  );

  test("--dry-run, which says what a bump would leave to do", async () => {
    const printed: string[] = [];
    const source = await folder.write(
      "words.json",
      edited(() => {}),
    );
    expect(await bump(project.root, [source, "--dry-run"], (text) => printed.push(text))).toBe(0);
    expect(printed.at(-1)).toBe("Nothing was changed: --dry-run.\nAll tests, scripts and examples still compile.");
    expect(await project.changed()).toEqual([]);
  }, 60_000);

  test("the current document, in which words of the overlay are others: the document and the overlay alone", async () => {
    const overlay = join(project.root, "openapi/overlay.yaml");
    const document = join(project.root, "openapi/agents.yaml");
    const words = await project.read("openapi/overlay.yaml");
    const whole = await project.read("openapi/agents.yaml");
    try {
      await writeFile(overlay, words.replace("description: US region", "description: The US region"));
      const { code, stdout } = await npmRun(project, "spec:bump", document);
      expect(stdout).toMatch(/nothing differs but words\n1 file in place\./);
      expect(code).toBe(0);
      expect(await project.changed()).toEqual(["openapi/agents.yaml", "openapi/overlay.yaml"]);
    } finally {
      await writeFile(overlay, words);
      await writeFile(document, whole);
    }
  }, 90_000);

  test("spec:check, which says in one line and by its exit code that there is a newer version", async () => {
    const source = await folder.write("newer.json", JSON.stringify(breaking(CURRENT)));
    const { code, stdout, stderr } = await npmRun(project, "spec:check", source);
    expect(stdout).toMatch(/^API version 2\.0\.0 is there, 1\.0\.3 is here; it breaks callers\. .+\n$/);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(await project.changed()).toEqual([]);
  }, 60_000);

  test("a source that is not there, as the command: one line without a stack, and exit code 1", async () => {
    const { code, stdout, stderr } = await npmRun(project, "spec:bump", "nowhere.yaml");
    expect(stderr).toBe("nowhere.yaml does not exist: check the path (a URL starts with https://)\n");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(await project.changed()).toEqual([]);
  }, 60_000);
});
