import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { transform } from "esbuild";
import { CONSUMED, consumerSource, startConsumerServer } from "../../test/support/consumer.js";
import type { Packed } from "../../test/support/packed.js";
import { readmeBlocks } from "../../test/support/readme.js";
import { type Ran, ROOT, run } from "../../test/support/run.js";
import { install, type Runtime, versionOf } from "./runtime.js";

/** Jest, which runs modules in another realm. */
export const jest: Runtime = testRunner({
  name: "jest@30",
  module: "@jest/globals",
  args: ["--experimental-vm-modules", "node_modules/jest/bin/jest.js"],
  files: {
    "jest.config.js": 'export default { globalSetup: "./open.js", globalTeardown: "./close.js", transform: {} };',
    "open.js": 'import setup from "./setup.js"; export default async () => { globalThis.close = await setup(); };',
    "close.js": "export default () => globalThis.close();",
  },
});

export const vitest: Runtime = testRunner({
  name: "vitest@4",
  module: "vitest",
  args: ["node_modules/vitest/vitest.mjs", "run"],
  files: { "vitest.config.js": 'export default { test: { globalSetup: "./setup.js" } };' },
});

interface TestRunner {
  readonly name: string;
  /** The module that exports its `test` and `afterAll`. */
  readonly module: string;
  readonly args: readonly string[];
  /** The configuration with the README's setup, which starts one mock server for the whole run. */
  readonly files: Readonly<Record<string, string>>;
}

function testRunner({ name, module, args, files }: TestRunner): Runtime {
  return {
    name,
    async get(folder, packed) {
      await install(folder, packed, name, ...(await peers()));
      const [script = ""] = args.slice(-2).filter((arg) => arg.startsWith("node_modules"));
      const version = await versionOf(join(folder, script));
      return { version, run: () => runTests(folder, { name, module, args, files }) };
    },
  };
}

async function runTests(folder: string, { module, args, files }: TestRunner): Promise<void> {
  await using server = await startConsumerServer();
  const globals = `import { test, afterAll as after } from "${module}";\n`;
  const texts = {
    ...files,
    "setup.js": await readmeCode("export default async function setup"),
    "readme.test.js": (await readmeCode('from "node:test"')).replace(/^import .* from "node:test";$/m, globals),
    "consumer.test.js": `${globals}import assert from "node:assert/strict";
      ${await toJavaScript(await consumerSource())}
      test("the consumer", async () => {
        assert.deepEqual(await consume({ baseUrl: "${server.url}" }), ${JSON.stringify(CONSUMED)});
      });`,
    "shared.test.js": `${globals}import assert from "node:assert/strict";
      import { connectMockApi, ContractViolationError } from "polyai-agents/testing";
      const polyai = () => connectMockApi(process.env.POLYAI_BASE_URL).client();
      const PATH = "/v1/agents/{agentId}/telephony/phone-numbers";
      const params = { path: { agentId: "PROJECT-58RP822I" } };
      test("the shared mock", async () => assert.equal((await polyai().GET(PATH, { params })).data.phoneNumbers.length, 4));
      test("a violation", () => assert.rejects(polyai().DELETE(PATH, { params, body: {} }), ContractViolationError));`,
  };
  for (const [file, text] of Object.entries(texts)) await writeFile(join(folder, file), text);
  const ran = await run(process.execPath, [...args], { cwd: folder });
  checkRun(ran, /Tests: +5 passed|Tests +5 passed/);
}

let kit: Promise<string> | undefined;

/** Runs the README's example for node:test. All versions of Node share one folder with Prism installed. */
export async function runReadmeExample(packed: Packed, node: string): Promise<void> {
  kit ??= peers().then(async (needed) => {
    const folder = join(packed.folder, "kit");
    await install(folder, packed, ...needed);
    await writeFile(join(folder, "readme.test.mjs"), await readmeCode('from "node:test"'));
    return folder;
  });
  const ran = await run(node, ["--test", "readme.test.mjs"], { cwd: await kit });
  checkRun(ran, /^(?:#|ℹ) pass 2$/m);
}

/** @throws {Error} with the whole output, if a test run failed. */
export function checkRun({ code, stdout, stderr }: Ran, passed: RegExp): void {
  const plain = stripVTControlCharacters(stdout + stderr);
  if (code !== 0 || !passed.test(plain)) throw new Error(plain.trim());
}

/** The optional peer dependencies of the test kit, as arguments for `npm install`. */
export async function peers(): Promise<string[]> {
  const { peerDependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  return Object.entries(peerDependencies).map(([name, range]) => `${name}@${range}`);
}

async function readmeCode(holding: string): Promise<string> {
  return toJavaScript(await readmeBlock(holding));
}

/** The TypeScript block of the README that contains a text. */
export async function readmeBlock(holding: string): Promise<string> {
  const block = (await readmeBlocks()).find(({ code }) => code.includes(holding));
  if (!block) throw new Error(`the README has no code block that contains ${holding}`);
  return block.code;
}

async function toJavaScript(text: string): Promise<string> {
  return (await transform(text, { loader: "ts" })).code;
}
