/** The package as its users get it: packed, installed into an empty folder, type-checked and run there. */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONSUMED, consumerProgram, startConsumerServer } from "../support/consumer.js";
import { installOffline, link, type Packed, pack } from "../support/packed.js";
import { readmeBlocks, withoutTopLevelAwait } from "../support/readme.js";
import { run } from "../support/run.js";
import { checkInProcess, NODE10, RESOLUTIONS, writeConsumers } from "../support/type-check.js";

const PEERS = ["@stoplight/prism-core", "@stoplight/prism-http", "json-schema-faker", "yaml", "ajv"];

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

/** The sources that the map of an entry holds, by their path. */
async function sourcesOf(entry: string): Promise<Map<string, string>> {
  const path = join(bare, `node_modules/polyai-agents/dist/${entry}.js.map`);
  const { sources, sourcesContent } = JSON.parse(await readFile(path, "utf8"));
  return new Map(sources.map((source: string, at: number) => [source, sourcesContent[at]]));
}

describe("a program that uses it", { timeout: 120_000 }, () => {
  beforeAll(() => writeConsumers(full));

  test.each(Object.keys({ ...RESOLUTIONS, ...NODE10 }))(
    "type-checks with %s resolution, strict, declarations included",
    (resolution) => {
      expect(checkInProcess(full, resolution)).toBe("");
    },
  );

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
