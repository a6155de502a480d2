import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CONSUMED, consumerSource, startConsumerServer } from "../../test/support/consumer.js";
import { withoutTopLevelAwait } from "../../test/support/readme.js";
import { run } from "../../test/support/run.js";
import { install, type Runtime, versionOf } from "./runtime.js";
import { checkRun, peers, readmeBlock } from "./test-runners.js";

const BABEL = {
  presets: [["@babel/preset-env", { targets: { node: "current" } }], "@babel/preset-typescript"],
};
const TS = { compilerOptions: { module: "commonjs", target: "es2022", strict: true, esModuleInterop: true } };

/** Jest with its usual setup: TypeScript is compiled to CommonJS, without --experimental-vm-modules. */
export const jestCommonJs: readonly Runtime[] = [
  jest("ts-jest", ["ts-jest", "typescript@~5.9"], {
    "jest.config.js": 'module.exports = { preset: "ts-jest" };',
    "tsconfig.json": JSON.stringify(TS),
  }),
  jest("babel-jest", ["babel-jest@30", "@babel/preset-env@7", "@babel/preset-typescript@7"], {
    "babel.config.json": JSON.stringify(BABEL),
  }),
];

function jest(transform: string, packages: readonly string[], files: Readonly<Record<string, string>>): Runtime {
  return {
    name: `jest@30+${transform}`,
    async get(folder, packed) {
      await install(folder, packed, "jest@30", "@types/jest@30", "@types/node@20", ...packages, ...(await peers()));
      await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
      const script = join(folder, "node_modules/jest/bin/jest.js");
      return { version: await versionOf(script), run: () => runTests(folder, script, files) };
    },
  };
}

async function runTests(folder: string, script: string, files: Readonly<Record<string, string>>): Promise<void> {
  await using server = await startConsumerServer();
  const texts = {
    ...files,
    "consumer.test.ts": `${await consumerSource()}
      test("the consumer", async () => {
        expect(await consume({ baseUrl: "${server.url}" })).toEqual(${JSON.stringify(CONSUMED)});
      });`,
    "readme.test.ts": withoutTopLevelAwait(await readmeBlock('from "node:test"')).replace(
      /^import .* from "node:test";$/m,
      "const [before, after] = [beforeAll, afterAll];",
    ),
    "errors.test.ts": `import { AgentsError, createAgentsClient, UsageError } from "polyai-agents";
      import { startMockApi } from "polyai-agents/testing";
      test("an error", async () => {
        expect(() => createAgentsClient({ apiKey: "" })).toThrow(UsageError);
        expect(new UsageError("call", "why")).toBeInstanceOf(AgentsError);
        await expect(startMockApi({ document: "nowhere.yaml" })).rejects.toThrow("there is no file");
      });`,
  };
  for (const [file, text] of Object.entries(texts)) await writeFile(join(folder, file), text);
  checkRun(await run(process.execPath, [script], { cwd: folder }), /Tests: +4 passed/);
}
