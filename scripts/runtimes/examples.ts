import { existsSync } from "node:fs";
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { npm, type Packed } from "../../test/support/packed.js";
import { ROOT } from "../../test/support/run.js";
import { Missing, type Runtime } from "./runtime.js";

const EXAMPLES = join(ROOT, "test/examples");

/** The small projects in test/examples, as they are but for the package, which is the one packed. Recipes are no projects. */
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
      // A path with a colon cannot be on the PATH, where npm puts the programs of a project.
      const folder = given.replaceAll(":", "-");
      await cp(join(EXAMPLES, name), folder, { recursive: true });
      // Without the install scripts of others: msw has one, and needs none.
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
