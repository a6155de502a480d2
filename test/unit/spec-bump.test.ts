/** Runs `npm run spec:bump` and `npm run spec:check` in copies of the project. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { JsonObject } from "../../scripts/openapi/json-value.js";
import { check } from "../../scripts/spec-bump/check.js";
import { bump } from "../../scripts/spec-bump/command.js";
import { CURRENT } from "../support/bump-document.js";
import { additive, breaking, published } from "../support/next-versions.js";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import { run } from "../support/run.js";
import { createFolder, type Folder, problemOf } from "../support/source-folder.js";

const COMMANDS = [
  "scripts/openapi/redocly-closed.mjs",
  "scripts/spec-bump",
  "scripts/spec-bump.ts",
  "scripts/spec-check.ts",
];
const CHANGED = [
  ...["CHANGELOG.md", "README.md", "generated/calls.ts", "generated/constants.ts", "generated/operations.ts"],
  ...["generated/schema.ts", "generated/schemas.ts", "openapi/agents.yaml", "openapi/published.yaml"],
  ...["package-lock.json", "package.json"],
];

/** A file with a call of an operation that the breaking version moves. */
const CALL = "test/call.ts";
const LISTS_CARRIERS = `import { createAgentsClient } from "../src/index.js";
const polyai = createAgentsClient({ region: "uk" });
export const carriers = polyai.GET("/v1/outlets/{outletId}/logistics/carriers", { params: { path: { outletId: "a" } } });
`;

let folder: Folder;
beforeAll(async () => {
  folder = await createFolder();
});
afterAll(() => folder[Symbol.asyncDispose]());

/** Runs the command without a process, which is faster. */
async function inProcess(command: typeof bump | typeof check, { root }: ProjectCopy, ...args: string[]) {
  const printed: string[] = [];
  const code = await command(root, args, (text) => printed.push(text));
  return { code, text: printed.join("\n") };
}

describe("a version that only adds", { timeout: 60_000 }, () => {
  let project: ProjectCopy;
  let source: string;
  let bumped: Awaited<ReturnType<typeof inProcess>>;
  beforeAll(async () => {
    project = await copyProject("test/contract", "test/support/mock-setup.ts");
    source = await folder.write("additive.yaml", stringify(additive(CURRENT)));
    bumped = await inProcess(bump, project, source, "--report", join(folder.path, "additive.md"));
  }, 120_000);
  afterAll(() => project[Symbol.asyncDispose]());

  test("is applied, and the command prints what is left to do", () => {
    expect(bumped.text).toMatch(
      /^## PolyAI Agents API 4\.1\.3 → 4\.2\.0\n\n\*\*Nothing breaks\. New: 9 operations, 1 region\*\*\n/,
    );
    expect(bumped.text).toContain("\n11 files written.\nAll tests, scripts and examples still compile.\n");
    expect(bumped.text).toMatch(
      /\n\d+ descriptions and examples are missing\. .+\nTo undo it: git restore .+\nNext: npm test$/,
    );
    expect(bumped.code).toBe(0);
  });

  test("changes the document and the files made from it, and has a report in Markdown", async () => {
    expect(await project.changed()).toEqual(CHANGED);
    expect(await project.read("generated/constants.ts")).toContain('ca: "https://api.ca.shop.example"');
    expect(await project.read("CHANGELOG.md")).toMatch(/^## 0\.1\.1 \(API 4\.2\.0, \d{4}-\d\d-\d\d\)$/m);
    expect(await project.read("README.md")).toMatch(/API version 4\.2\.0:[\s\S]+56 operations in all/);
    expect(JSON.parse(await project.read("package.json")).version).toBe("0.1.1");
    expect(JSON.parse(await project.read("package-lock.json")).packages[""].version).toBe("0.1.1");
    const report = await readFile(join(folder.path, "additive.md"), "utf8");
    expect(report).toContain("\n- `PUT /v1/outlets/{outletId}/greetings/{greetingId}/audio` (`putGreetingAudio`)\n");
  });

  test("is up to date afterwards", async () => {
    expect(await inProcess(check, project, source)).toEqual({ code: 0, text: "Up to date: API version 4.2.0." });
    const again = await inProcess(bump, project, source);
    expect(again).toMatchObject({ code: 0, text: expect.stringMatching(/^Nothing to do: .+ \(4\.2\.0\)\.$/) });
    expect(await project.changed()).toEqual(CHANGED);
  });

  test("passes the contract tests", async () => {
    const env = { ...process.env, NO_COLOR: "1" };
    const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "contract", "--maxWorkers", "1"];
    const { code, stdout } = await run(process.execPath, args, { cwd: project.root, env });
    expect(stdout).toContain("contract: 56 of 56 operations, 156 of 156 statuses");
    expect(code, stdout).toBe(0);
  });
});

describe("a copy of the project", { timeout: 60_000 }, () => {
  let project: ProjectCopy;
  beforeAll(async () => {
    project = await copyProject();
  }, 60_000);
  afterAll(() => project[Symbol.asyncDispose]());

  const edited = (edit: (document: JsonObject) => void, from = published(CURRENT)) => {
    (from.info as JsonObject).version = "5.0.0";
    edit(from);
    return JSON.stringify(from);
  };
  const served = (url: string) => edited((document) => Object.assign(document, { servers: [{ url }] }));
  const token = { securitySchemes: { token: { type: "http", scheme: "bearer" } } };

  test.each<[string, string, RegExp]>([
    ["HTML", "<!doctype html><html><body>Sign in</body></html>", /next\.json /],
    ["Swagger 2", '{"swagger":"2.0","info":{"title":"a","version":"1"},"paths":{}}', /next\.json /],
    [
      "an older version",
      edited(({ info }) => Object.assign(info as JsonObject, { version: "1" })),
      /older than the current 4\.1\.3/,
    ],
    [
      "a server that is not https",
      served("http://api.us.shop.example"),
      /#\/servers: "http:\/\/api\.us\.shop\.example" is not an https URL, and the API key is sent there/,
    ],
    [
      "no API key in a header",
      edited(({ components, security }) => {
        Object.assign(components as JsonObject, token);
        Object.assign(security as JsonObject[], [{ token: [] }]);
      }),
      /the types cannot be generated: .+/,
    ],
  ])("stays the same if the source is %s", async (_, content, message) => {
    const source = await folder.write("next.json", content);
    expect(await problemOf(inProcess(bump, project, source, "--accept-breaking"), folder)).toMatch(message);
    expect(await project.changed()).toEqual([]);
  });

  test("stays the same if the lint rejects the document, and --accept-breaking is not printed", async () => {
    const unsound = edited(({ paths }) => {
      const [item] = Object.values(paths as Record<string, Record<string, { responses: JsonObject }>>);
      for (const { responses } of Object.values(item ?? {})) responses["2000"] = { description: "No such status." };
    }, breaking(CURRENT));
    const [source, printed] = [await folder.write("unsound.json", unsound), [] as string[]];
    const refused = bump(project.root, [source], (text) => printed.push(text));
    await expect(refused).rejects.toThrow(/does not pass the lint/);
    expect(printed.join("\n")).not.toContain("--accept-breaking");
  });

  test("gets a warning if the API key would be sent to another domain", async () => {
    const source = await folder.write("elsewhere.json", served("https://api.us.elsewhere.example"));
    const { code, text } = await inProcess(check, project, source);
    expect(text.split("\n")).toEqual([
      "The API key would be sent to another domain: https://api.us.elsewhere.example",
      expect.stringMatching(/^API version 5\.0\.0 is newer than the current 4\.1\.3\. It breaks callers\. .+$/),
    ]);
    expect(code).toBe(2);
  });

  test("stays the same if git does not have a file that would be written", async () => {
    const source = await folder.write("additive.json", JSON.stringify(additive(CURRENT)));
    const text = await project.read("CHANGELOG.md");
    await writeFile(join(project.root, "CHANGELOG.md"), "# Mine\n");
    expect(await problemOf(inProcess(bump, project, source, "--dry-run"), folder)).toBe(
      "these files have uncommitted changes: CHANGELOG.md. Commit or stash them, then run again",
    );
    expect(await project.changed()).toEqual(["CHANGELOG.md"]);
    await writeFile(join(project.root, "CHANGELOG.md"), text);
  });
});

describe("the command line", { timeout: 60_000 }, () => {
  let project: ProjectCopy;
  beforeAll(async () => {
    project = await copyProject(...COMMANDS);
  }, 60_000);
  afterAll(() => project[Symbol.asyncDispose]());
  const npmRun = (...args: string[]) => run("npm", ["run", "--silent", ...args], { cwd: project.root });

  test("spec:bump ends with exit code 2 for a version that breaks, and changes nothing", async () => {
    const source = await folder.write("breaking.yaml", stringify(breaking(CURRENT)));
    const { code, stdout, stderr } = await npmRun("spec:bump", "--", source);
    expect(stdout).toMatch(/^## PolyAI Agents API 4\.1\.3 → 5\.0\.0\n\n\*\*BREAKING: \d+ operations\*\*\n/);
    expect(stdout).toMatch(/\nNothing was changed, because this breaks callers\. .+ --accept-breaking\n$/);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(await project.changed()).toEqual([]);
  });

  test("spec:check prints one line for a source that does not exist", async () => {
    const { code, stdout, stderr } = await npmRun("spec:check", "--", "nowhere.yaml");
    expect(stderr).toBe("nowhere.yaml does not exist: check the path (a URL starts with https://)\n");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });
});

describe("a version that breaks", { timeout: 60_000 }, () => {
  test("is applied with --accept-breaking, and the files that no longer compile are listed", async () => {
    await using project = await copyProject();
    await mkdir(join(project.root, "test"));
    await writeFile(join(project.root, CALL), LISTS_CARRIERS);
    const source = await folder.write("breaking.json", JSON.stringify(breaking(CURRENT)));
    const usage = ["--usage", join(project.root, "generated")];
    const dry = await inProcess(bump, project, source, "--accept-breaking", "--dry-run", ...usage);
    expect(dry.text).toMatch(/\n### Calls that break\n\n(?:- .+\n)*- ❌ .+\/operations\.ts:\d+ [A-Z]+ \/v1/);
    expect(dry.text).toMatch(
      /\nNothing was changed: --dry-run\.\nThese no longer compile:\n {2}test\/call\.ts:3 {2}.+/,
    );
    expect(await project.changed()).toEqual([CALL]);
    const accepted = await inProcess(bump, project, source, "--accept-breaking");
    expect(accepted.code).toBe(0);
    expect(accepted.text).toMatch(/\nThese no longer compile:\n {2}test\/call\.ts:3 {2}.+\n/);
    expect(await project.changed()).toEqual([...CHANGED, "openapi/overlay.yaml", CALL].sort());
    expect(await project.read("package.json")).toContain('"version": "0.2.0"');
  });
});
