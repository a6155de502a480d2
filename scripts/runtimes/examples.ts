import { existsSync } from "node:fs";
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { npm, type Packed } from "../../test/support/packed.js";
import { ROOT } from "../../test/support/run.js";
import { Missing, type Runtime } from "./runtime.js";

const EXAMPLES = join(ROOT, "test/examples");

/** The projects in test/examples, with the packed package installed. Recipes are not projects. */
export async function examples(): Promise<Runtime[]> {
  const names = await readdir(EXAMPLES);
  return names
    .filter((name) => existsSync(join(EXAMPLES, name, "package.json")))
    .sort()
    .map(example);
}

function example(name: string): Runtime {
  return {
    name: `example:${name}`,
    async get(given: string, { tarball }: Packed) {
      // npm adds the project's programs to the PATH, where a folder name cannot contain a colon.
      const folder = given.replaceAll(":", "-");
      await cp(join(EXAMPLES, name), folder, { recursive: true });
      // Without install scripts: msw has one, but works without it.
      await npm(folder, "install", "--ignore-scripts", tarball).catch((error: Error) => {
        throw new Missing(error.message);
      });
      const { devDependencies } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
      const runner = ["jest", "msw", "vitest"].find((one) => one in devDependencies);
      const version = runner ? devDependencies[runner] : process.versions.node;
      return { version, run: async () => void (await npm(folder, "test")) };
    },
  };
}
