/** The package as users get it: packed, installed into an empty folder, type-checked and run there. */
import { cp, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readEntries } from "../../scripts/build.js";
import { CONSUMED, consumerProgram, startConsumerServer } from "../support/consumer.js";
import { installOffline, link, type Packed, pack } from "../support/packed.js";
import { publicTypes } from "../support/public-types.js";
import { readmeBlocks, withoutTopLevelAwait } from "../support/readme.js";
import { ROOT, run } from "../support/run.js";
import { NODE10, RESOLUTIONS, typeCheck, writeConsumers } from "../support/type-check.js";

const BIN = join(ROOT, "node_modules/.bin");
const PEERS = ["@stoplight/prism-core", "@stoplight/prism-http", "json-schema-faker", "yaml", "ajv"];
const entries = await readEntries();

let packed: Packed;
let bare: string;
let full: string;
beforeAll(async () => {
  packed = await pack();
  bare = await installOffline(packed, "bare");
  full = join(packed.folder, "full");
  await cp(bare, full, { recursive: true });
  await link(full, [...PEERS, "@types/node"]);
}, 60_000);
afterAll(() => packed?.remove());

/** Runs a module, or a CommonJS file, in a folder where the package is installed. */
async function runText(folder: string, name: string, text: string, flags: readonly string[] = []) {
  await writeFile(join(folder, name), text);
  const { code, stdout, stderr } = await run(process.execPath, [...flags, name], { cwd: folder });
  return { code, stdout: stdout.trim(), stderr: stderr.trim() };
}

/** The sources in the source map of an entry, by path. */
async function sourcesOf(entry: string): Promise<Map<string, string>> {
  const path = join(bare, `node_modules/polyai-agents/dist/${entry}.js.map`);
  const { sources, sourcesContent } = JSON.parse(await readFile(path, "utf8"));
  return new Map(sources.map((source: string, at: number) => [source, sourcesContent[at]]));
}

describe("the tarball", { timeout: 30_000 }, () => {
  test("has only the files that users need", async () => {
    const { stdout } = await run("tar", ["-tzf", packed.tarball]);
    const files = stdout.trim().split("\n").sort();
    const built = entries.flatMap((entry) =>
      ["js", "js.map", "cjs", "d.ts", "d.cts"].map((extension) => `dist/${entry}.${extension}`),
    );
    const others = ["CHANGELOG.md", "LICENSE", "README.md", "openapi/agents.yaml", "package.json"];
    expect(files).toEqual(
      [...built, ...others, "dist/testing/prism-process.js"].map((file) => `package/${file}`).sort(),
    );
  });

  test("is below 350 kB", async () => {
    expect((await stat(packed.tarball)).size).toBeLessThan(350_000);
  });

  test.each(entries)("declares in %s what test/fixtures/public-types lists", async (entry) => {
    const types = await publicTypes(join(bare, `node_modules/polyai-agents/dist/${entry}.d.ts`));
    await expect(types).toMatchFileSnapshot(join(ROOT, `test/fixtures/public-types/${entry}.txt`));
  });

  test("brings one dependency, and runs nothing when it is installed", async () => {
    const manifest = JSON.parse(await readFile(join(bare, "node_modules/polyai-agents/package.json"), "utf8"));
    expect(Object.keys(manifest.dependencies)).toEqual(["openapi-fetch"]);
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare|uninstall)$/.test(name)),
    ).toEqual([]);
    expect(manifest.sideEffects).toBe(false);
    expect(manifest.engines).toEqual({ node: ">=20.19" });
    expect(Object.keys(manifest.exports)).toEqual([".", "./testing", "./operations", "./openapi.yaml"]);
    for (const entry of [".", "./testing", "./operations"]) {
      const target = manifest.exports[entry];
      expect(Object.keys(target)).toEqual(["import", "require"]);
      for (const condition of Object.values<object>(target))
        expect(Object.keys(condition)).toEqual(["types", "default"]);
    }
  });

  test("is in order for publint", async () => {
    const { buffer, byteOffset, byteLength } = await readFile(packed.tarball);
    const tarball = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    expect((await publint({ pack: { tarball }, level: "suggestion", strict: true })).messages).toEqual([]);
  });

  test("is in order for are-the-types-wrong", async () => {
    // The document is YAML, which no compiler resolves.
    const args = [packed.tarball, "--format", "json", "--exclude-entrypoints", "openapi.yaml"];
    const { analysis } = JSON.parse((await run(join(BIN, "attw"), args)).stdout);
    expect(Object.keys(analysis.entrypoints)).toEqual([".", "./testing", "./operations"]);
    expect(analysis.problems).toEqual([]);
  });
});

describe("a program that uses it", { timeout: 120_000 }, () => {
  beforeAll(() => writeConsumers(full));

  test.each([
    ...Object.keys(RESOLUTIONS).map((resolution) => [resolution, "typescript-7"] as const),
    ...Object.keys(NODE10).map((resolution) => [resolution, "typescript"] as const),
  ])("type-checks with %s resolution, strict, declarations included", async (resolution, compiler) => {
    expect(await typeCheck(full, resolution, join(ROOT, "node_modules", compiler, "bin/tsc"))).toBe("");
  });

  test("recognises errors of both copies if a process loads both", async () => {
    const { stdout, stderr } = await runText(
      bare,
      "copies.mjs",
      `import { createRequire } from "node:module";
      import * as esm from "polyai-agents";
      const cjs = createRequire(import.meta.url)("polyai-agents");
      for (const [one, other] of [[esm, cjs], [cjs, esm]]) {
        try {
          one.createAgentsClient({ region: "nowhere" });
        } catch (error) {
          const { UsageError, AgentsError, ApiError, isAgentsError } = other;
          const classes = [UsageError, AgentsError, ApiError].map((known) => error instanceof known);
          console.log(one === other, one.UsageError === UsageError, ...classes, isAgentsError(error));
        }
      }`,
    );
    expect(stdout, stderr).toBe("false false true true false true\nfalse false true true false true");
  });

  test.each(["esm", "cjs"] as const)("runs as %s, with nothing but the package installed", async (format) => {
    await using server = await startConsumerServer();
    const program = await consumerProgram(server.url, format);
    const { stdout, stderr } = await runText(bare, format === "esm" ? "consumer.mjs" : "consumer.cjs", program);
    expect(JSON.parse(stdout || JSON.stringify({ stderr }))).toEqual(CONSUMED);
  });

  test("has stacks that name our sources, through source maps that hold them", async () => {
    const { stderr } = await runText(
      bare,
      "mapped.mjs",
      'import { createAgentsClient } from "polyai-agents"; createAgentsClient({ region: "uk", apiKey: "" });',
      ["--enable-source-maps"],
    );
    const [, path = "", line = 0] = /^ +at .*\/(src\/.+?):(\d+):/m.exec(stderr) ?? [];
    const sources = await sourcesOf("index");
    expect(sources.get(`../${path}`)?.split("\n")[Number(line) - 1]).toContain("throw new UsageError");
    expect([...(await sourcesOf("testing/index")).keys()]).toContain("../../src/testing/mock-api.ts");
  });

  test("finds the document", async () => {
    const resolve = 'console.log(import.meta.resolve("polyai-agents/openapi.yaml"))';
    const { stdout } = await runText(bare, "document.mjs", resolve);
    expect(await readFile(new URL(stdout), "utf8")).toMatch(/^openapi: 3\.1/m);
  });
});

describe("polyai-agents/testing", { timeout: 30_000 }, () => {
  test.each(["esm", "cjs"] as const)("runs the README's example as %s under node --test", async (format) => {
    const block = (await readmeBlocks()).find(({ code }) => code.includes('from "node:test"'));
    const source = format === "cjs" ? withoutTopLevelAwait(block?.code ?? "") : (block?.code ?? "");
    const { code } = await transform(source, { loader: "ts", format });
    const file = format === "esm" ? "readme.test.mjs" : "readme.test.cjs";
    const { stdout, code: exit } = await runText(full, file, code, ["--test"]);
    expect(stdout).toMatch(/^(?:#|ℹ) pass 2$/m);
    expect(exit, stdout).toBe(0);
  });

  test.each([
    ["startMockApi()", /^the mock server could not start: Prism is missing: npm install --save-dev \S+.*$/],
    ['verifyLive({ region: "uk", apiKey: "k", agentId: "a" })', /^.+: npm install --save-dev .+$/],
  ])("%s says in one line what to install, where that is missing", async (call, message) => {
    const text = `import { startMockApi, verifyLive } from "polyai-agents/testing";
      await ${call}.catch((error) => console.log(error.message));`;
    const code = `(async () => {${text.replace(/import (.+) from (".+");/, "const $1 = require($2);")}})()`;
    for (const [file, program] of [
      ["missing.mjs", text],
      ["missing.cjs", code],
    ] as const) {
      const { stdout, stderr } = await runText(bare, file, program);
      expect(stdout, stderr).toMatch(message);
    }
  });
});
