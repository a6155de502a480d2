import { join } from "node:path";
import { NODE10, RESOLUTIONS, typeCheck, writeConsumers } from "../../test/support/type-check.js";
import { install, type Runtime, versionOf } from "./runtime.js";

/** A version of TypeScript. Compiles the program and the README's code with every module resolution, in strict mode. */
export function typescript(range: string): Runtime {
  return {
    name: `typescript@${range}`,
    async get(folder, packed) {
      await install(folder, packed, `typescript@${range}`, "@types/node@20");
      const tsc = join(folder, "node_modules/.bin/tsc");
      const version = await versionOf(tsc);
      // TypeScript 6 deprecates node10.
      const resolutions = Object.keys({ ...RESOLUTIONS, ...(version.startsWith("5.") && NODE10) });
      return { version, run: () => checkAll(folder, tsc, resolutions) };
    },
  };
}

async function checkAll(folder: string, tsc: string, resolutions: readonly string[]): Promise<void> {
  await writeConsumers(folder);
  const problems = [];
  for (const resolution of resolutions) {
    const problem = await typeCheck(folder, resolution, tsc);
    if (problem) problems.push(`${resolution}: ${problem}`);
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}
