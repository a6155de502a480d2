/** The whole of `npm run spec:bump` and `npm run spec:check`, as they are run in a clone. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { check } from "../../scripts/spec-bump/check.js";
import { bump } from "../../scripts/spec-bump/command.js";
import type { JsonObject } from "../../scripts/spec-bump/json.js";
import { CURRENT } from "../support/bump-document.js";
import { additive, breaking, published } from "../support/next-versions.js";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import { type Ran, run } from "../support/run.js";
import { createFolder, type Folder, problemOf } from "../support/sources.js";

const MOVED_ON = [
  ...["CHANGELOG.md", "README.md", "generated/calls.ts", "generated/constants.ts", "generated/operations.ts"],
  ...["generated/schema.ts", "generated/schemas.ts"],
  ...["openapi/agents.yaml", "openapi/published.yaml", "package-lock.json", "package.json"],
];

/** A file of ours that calls what has moved in the version that breaks. */
const OURS = "test/ours.ts";
const LISTS_CARRIERS = `import { createAgentsClient } from "../src/index.js";
const polyai = createAgentsClient({ region: "uk" });
export const carriers = polyai.GET("/v1/outlets/{outletId}/logistics/carriers", { params: { path: { outletId: "a" } } });
`;

/** What the commands are made of. */
const COMMANDS = ["scripts/redocly-closed.mjs", "scripts/spec-bump", "scripts/spec-bump.ts", "scripts/spec-check.ts"];

let folder: Folder;
beforeAll(async () => {
  folder = await createFolder();
});
afterAll(() => folder[Symbol.asyncDispose]());

/** Runs a script of a copy, as npm does. */
function npmRun({ root }: ProjectCopy, script: string, ...args: readonly string[]): Promise<Ran> {
  return run("npm", ["run", "--silent", script, "--", ...args], { cwd: root });
}

interface Told {
  readonly code: number;
  readonly text: string;
}

/** Runs what is in such a script, without the seconds that a process takes. */
async function inProcess(command: typeof bump | typeof check, { root }: ProjectCopy, ...args: string[]): Promise<Told> {
  const printed: string[] = [];
  const code = await command(root, args, (text) => printed.push(text));
  return { code, text: printed.join("\n") };
}

describe("a version that only adds", () => {
  let project: ProjectCopy;
  let source: string;
  let bumped: Ran;
  let changed: string[];
  beforeAll(async () => {
    project = await copyProject(...COMMANDS, "test/contract", "test/support/mock-setup.ts");
    source = await folder.write("additive.yaml", stringify(additive(CURRENT)));
    bumped = await npmRun(project, "spec:bump", source, "--report", join(folder.path, "additive.md"));
    changed = await project.changed();
  }, 120_000);
  afterAll(() => project[Symbol.asyncDispose]());

  test("is applied, and the command says what is left to do", () => {
    expect(bumped.stderr).toBe("");
    expect(bumped.stdout).toMatch(
      /^## PolyAI Agents API 4\.1\.3 → 4\.2\.0\n\n\*\*Nothing breaks\. New: 9 operations, 1 region\*\*\n/,
    );
    expect(bumped.stdout).toContain("11 files written.\nAll tests, scripts and examples still compile.\n");
    expect(bumped.stdout).toMatch(
      /\n\d+ descriptions and examples are missing\. .+\nTo undo it: git restore .+\nNext: npm test\n$/,
    );
    expect(bumped.code).toBe(0);
  });

  test("changes the document and what is made of it, and nothing in src or test", async () => {
    expect(changed).toEqual(MOVED_ON);
    const { read } = project;
    expect(await read("generated/constants.ts")).toContain('ca: "https://api.ca.shop.example"');
    expect(await read("CHANGELOG.md")).toMatch(/^## 0\.1\.1 \(API 4\.2\.0, \d{4}-\d\d-\d\d\)$/m);
    expect(await read("README.md")).toMatch(/API version 4\.2\.0:[\s\S]+56 operations in all/);
    expect(JSON.parse(await read("package.json")).version).toBe("0.1.1");
    expect(JSON.parse(await read("package-lock.json")).packages[""].version).toBe("0.1.1");
  });

  test("is reported as Markdown too", async () => {
    const report = await readFile(join(folder.path, "additive.md"), "utf8");
    expect(report).toMatch(/^## PolyAI Agents API `4\.1\.3` → `4\.2\.0`\n/);
    expect(report).toContain("- `PUT /v1/outlets/{outletId}/greetings/{greetingId}/audio` (`putGreetingAudio`)\n");
  });

  test("is the current one from then on", async () => {
    expect(await inProcess(check, project, source)).toEqual({ code: 0, text: "Up to date: API version 4.2.0." });
    const again = await inProcess(bump, project, source);
    expect(again).toMatchObject({ code: 0, text: expect.stringMatching(/^Nothing to do: .+ \(4\.2\.0\)\.$/) });
    expect(await project.changed()).toEqual(MOVED_ON);
  }, 60_000);

  test("passes the contract tests, which follow the document", async () => {
    const env = { ...process.env, NO_COLOR: "1" };
    const { code, stdout } = await run("npx", ["vitest", "run", "--project", "contract"], { cwd: project.root, env });
    expect(stdout).toContain("contract: 56 of 56 operations, 156 of 156 statuses");
    expect(code, stdout).toBe(0);
  }, 120_000);
});

describe("a version that breaks", () => {
  let project: ProjectCopy;
  let refused: Told;
  let changed: string[];
  let accepted: Told;
  beforeAll(async () => {
    project = await copyProject();
    await mkdir(join(project.root, "test"));
    await writeFile(join(project.root, OURS), LISTS_CARRIERS);
    const source = await folder.write("breaking.json", JSON.stringify(breaking(CURRENT)));
    const told = ["--usage", join(project.root, "generated"), "--report", join(folder.path, "breaking.md")];
    refused = await inProcess(bump, project, source, ...told);
    changed = await project.changed();
    accepted = await inProcess(bump, project, source, "--accept-breaking");
  }, 120_000);
  afterAll(() => project[Symbol.asyncDispose]());

  test("is reported, with the calls that break, and not applied without --accept-breaking", async () => {
    expect(refused.text).toMatch(/^## PolyAI Agents API 4\.1\.3 → 5\.0\.0\n\n\*\*BREAKING: \d+ operations\*\*\n/);
    expect(refused.text).toMatch(/\n### Calls that break\n\n(?:- .+\n)*- ❌ .+\/operations\.ts:\d+ [A-Z]+ \/v1/);
    expect(refused.text).toMatch(/\nNothing was changed, because this breaks callers\. .+ --accept-breaking$/);
    expect(refused.code).toBe(2);
    expect(changed).toEqual([OURS]);
    expect(await readFile(join(folder.path, "breaking.md"), "utf8")).toContain("\n**BREAKING: ");
  });

  test("is applied with --accept-breaking, and what of our own no longer compiles is named", async () => {
    expect(accepted.code).toBe(0);
    expect(accepted.text).toMatch(/\nThese no longer compile:\n {2}test\/ours\.ts:3 {2}.+\n/);
    expect(await project.changed()).toEqual([...MOVED_ON, "openapi/overlay.yaml", OURS].sort());
    expect(JSON.parse(await project.read("package.json")).version).toBe("0.2.0");
  });
});

describe("in a copy that is left as it is", () => {
  let project: ProjectCopy;
  beforeAll(async () => {
    project = await copyProject();
  });
  afterAll(() => project[Symbol.asyncDispose]());

  const edited = (edit: (document: JsonObject, schemas: JsonObject) => void) => {
    const document = published(CURRENT);
    (document.info as JsonObject).version = "4.2.0";
    edit(document, (document.components as { schemas: JsonObject }).schemas);
    return JSON.stringify(document);
  };
  const token = { type: "http", scheme: "bearer" };

  test.each<[string, string, RegExp]>([
    ["truncated JSON", edited(() => {}).slice(0, 9_000), /next\.json breaks off/],
    ["HTML", "<!doctype html><html><body>Sign in</body></html>", /next\.json /],
    ["nothing", "", /next\.json is empty/],
    ["Swagger 2", '{"swagger":"2.0","info":{"title":"a","version":"1"},"paths":{}}', /next\.json /],
    [
      "an older version",
      edited(({ info }) => Object.assign(info as JsonObject, { version: "1" })),
      /older than the current 4\.1\.3/,
    ],
    [
      "a server that is not https",
      edited((document) => Object.assign(document, { servers: [{ url: "http://api.us.shop.example" }] })),
      /#\/servers: "http:\/\/api\.us\.shop\.example" is not an https URL, and the API key is sent there/,
    ],
    [
      "a key that is no header",
      edited((document) => {
        Object.assign(document.components as JsonObject, { securitySchemes: { token } });
        document.security = [{ token: [] }];
      }),
      /the types cannot be generated: .+/,
    ],
  ])(
    "%s is one line, and every file stays byte for byte as it was",
    async (_, content, message) => {
      const source = await folder.write("next.json", content);
      expect(await problemOf(inProcess(bump, project, source, "--accept-breaking"), folder)).toMatch(message);
      expect(await project.changed()).toEqual([]);
    },
    60_000,
  );

  test("--dry-run says what a bump would leave to do", async () => {
    const source = await folder.write(
      "words.json",
      edited(() => {}),
    );
    const { code, text } = await inProcess(bump, project, source, "--dry-run");
    expect(text).toMatch(/\nNothing was changed: --dry-run\.\nAll tests, scripts and examples still compile\.$/);
    expect(code).toBe(0);
    expect(await project.changed()).toEqual([]);
  }, 60_000);

  test("says how to apply a version that breaks only when it could be applied", async () => {
    const document = breaking(CURRENT);
    const paths = document.paths as Record<string, JsonObject>;
    const [item] = Object.values(paths);
    const [operation] = Object.values(item ?? {}) as JsonObject[];
    (operation?.responses as JsonObject)["2000"] = { description: "No such status." };
    const source = await folder.write("unsound.json", JSON.stringify(document));
    const printed: string[] = [];
    const refused = bump(project.root, [source], (text) => printed.push(text));
    await expect(refused).rejects.toThrow(/does not pass the lint/);
    expect(printed.join("\n")).not.toContain("--accept-breaking");
  }, 60_000);

  test("says in its first line that the API key would be sent to another domain", async () => {
    const source = await folder.write(
      "elsewhere.json",
      edited((document) => {
        for (const server of document.servers as { url: string }[])
          server.url = server.url.replace("shop", "elsewhere");
      }),
    );
    const servers = ["us", "uk", "eu"].map((region) => `https://api.${region}.elsewhere.example`);
    const warning = `The API key would be sent to another domain: ${servers.join(", ")}`;
    const { code, text } = await inProcess(check, project, source);
    expect(text.split("\n")[0]).toBe(warning);
    expect(code).toBe(2);
    expect(await project.changed()).toEqual([]);
  }, 60_000);

  test("spec:check says in one line and by its exit code that there is a newer version", async () => {
    const source = await folder.write("newer.json", JSON.stringify(breaking(CURRENT)));
    const { code, text } = await inProcess(check, project, source);
    expect(text).toMatch(/^API version 5\.0\.0 is there, 4\.1\.3 is here; it breaks callers\. .+$/);
    expect(code).toBe(2);
    expect(await project.changed()).toEqual([]);
  }, 60_000);
});

test("what git does not have is not overwritten: the command refuses and names the files", async () => {
  await using project = await copyProject();
  const source = await folder.write("additive.json", JSON.stringify(additive(CURRENT)));
  await writeFile(join(project.root, "CHANGELOG.md"), "# Mine\n");
  expect(await problemOf(inProcess(bump, project, source, "--dry-run"), folder)).toBe(
    "these files have uncommitted changes: CHANGELOG.md. Commit or stash them, then run again",
  );
  expect(await project.changed()).toEqual(["CHANGELOG.md"]);
}, 60_000);

test.each(["spec:bump", "spec:check"])(
  "%s of a source that is not there is one line, and exit code 1",
  async (name) => {
    await using project = await copyProject(...COMMANDS);
    const { code, stdout, stderr } = await npmRun(project, name, "nowhere.yaml");
    expect(stderr).toBe("nowhere.yaml does not exist: check the path (a URL starts with https://)\n");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  },
  30_000,
);
