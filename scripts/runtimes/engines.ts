import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { consumerProgram, startConsumerServer } from "../../test/support/consumer.js";
import { run } from "../../test/support/run.js";
import { checkConsumed, install, type Runtime, versionOf } from "./runtime.js";
import { runReadmeExample } from "./test-runners.js";

type Format = "esm" | "cjs";

/** Node.js: the consumer with `import` and with `require()`, and the test kit with node:test. */
export function node(range: string): Runtime {
  return {
    name: `node@${range}`,
    async get(folder, packed) {
      await install(folder, packed, `node@${range}`);
      const program = join(folder, "node_modules/.bin/node");
      const version = await versionOf(program);
      const consume = async () => {
        for (const format of ["esm", "cjs"] as const) await runConsumer(folder, format, [program]);
        await runReadmeExample(packed, program);
      };
      return { version, run: consume };
    },
  };
}

export const bun: Runtime = {
  name: "bun",
  async get(folder, packed) {
    await install(folder, packed, "bun");
    const program = join(folder, "node_modules/.bin/bun");
    return { version: await versionOf(program), run: () => runConsumer(folder, "esm", [program]) };
  },
};

/** Deno with permission for loopback only: no environment variables and no files. */
export const deno: Runtime = {
  name: "deno",
  async get(folder, packed) {
    await install(folder, packed, "deno");
    const program = join(folder, "node_modules/.bin/deno");
    const command = [program, "run", "--no-prompt", "--allow-net=127.0.0.1"];
    return { version: await versionOf(program), run: () => runConsumer(folder, "esm", command) };
  },
};

async function runConsumer(folder: string, format: Format, [program = "", ...args]: string[]): Promise<void> {
  await using server = await startConsumerServer();
  const file = format === "esm" ? "consumer.mjs" : "consumer.cjs";
  await writeFile(join(folder, file), await consumerProgram(server.url, format));
  const { stdout, stderr } = await run(program, [...args, file], { cwd: folder });
  checkConsumed(stdout, `${format}: ${stderr}`);
}
