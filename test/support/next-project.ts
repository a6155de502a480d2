import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { generate } from "../../scripts/generate/files.js";
import { ROOT } from "./run.js";

/** A copy of the sources with everything generated from another document, as they are after an API version moved. */
export interface NextProject {
  readonly folder: string;
  remove(): Promise<void>;
}

export async function nextProject(document: unknown): Promise<NextProject> {
  const folder = await mkdtemp(join(tmpdir(), "polyai-agents-"));
  await cp(join(ROOT, "src"), join(folder, "src"), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  for (const file of ["package.json", "tsconfig.json"]) await cp(join(ROOT, file), join(folder, file));
  await mkdir(join(folder, "generated"));
  for (const [name, text] of await generate(stringify(document)))
    await writeFile(join(folder, "generated", name), text);
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
