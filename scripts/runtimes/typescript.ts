import { join } from "node:path";
import { RESOLUTIONS, typeCheck, writeConsumers } from "../../test/support/type-check.js";
import { install, type Runtime, versionOf } from "./runtime.js";

/** A TypeScript: the consumer and the README's code, strict and with every declaration, by each resolution. */
export function typescript(range: string): Runtime {
  return {
    name: `typescript@${range}`,
    async get(folder, packed) {
      await install(folder, packed, `typescript@${range}`, "@types/node@20");
      const tsc = join(folder, "node_modules/.bin/tsc");
      return { version: await versionOf(tsc), run: () => checkAll(folder, tsc) };
    },
  };
}

async function checkAll(folder: string, tsc: string): Promise<void> {
  await writeConsumers(folder);
  const problems = [];
  for (const resolution of Object.keys(RESOLUTIONS)) {
    const problem = await typeCheck(folder, resolution, tsc);
    if (problem) problems.push(`${resolution}: ${problem}`);
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}
