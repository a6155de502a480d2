import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { parseDocument } from "../openapi/document.js";
import type { JsonObject } from "../openapi/json-value.js";
import { applyOverlay, toYaml } from "./apply-overlay.js";
import { type Generated, generate } from "./files.js";
import { AGENTS, TARGETS, type Target } from "./targets.js";

/** Generates all files of the project below `root`, or checks that they are up to date. Returns the exit code. */
export async function generateAll(root: URL, isCheck: boolean, output: Pick<Console, "log" | "error">): Promise<0 | 1> {
  let exitCode: 0 | 1 = 0;
  const agents = await agentsDocument();
  for (const target of TARGETS) {
    const document = target === AGENTS ? agents : await read(target.document);
    await (isCheck ? check : write)(target, await generate(document, target));
  }
  return exitCode;

  /** Makes openapi/agents.yaml. Writes or checks the file. */
  async function agentsDocument(): Promise<JsonObject> {
    const overlay = await readText("openapi/overlay.yaml");
    const { document, unmatched } = await applyOverlay(await read("openapi/published.yaml"), overlay);
    for (const target of unmatched)
      fail(`openapi/overlay.yaml: ${target} matches nothing. Correct the target, or delete the action.`);
    const text = toYaml(document);
    if (!isCheck) await writeFile(new URL(AGENTS.document, root), text);
    else if (text !== (await readText(AGENTS.document)))
      fail(`${AGENTS.document} is not up to date with published.yaml and overlay.yaml. Run: npm run generate`);
    return document;
  }

  async function check(target: Target, { files }: Generated): Promise<void> {
    const differing = await staleNames(target, files);
    for (const [name, text] of files) {
      const current = await readFile(urlOf(target, name), "utf8").catch(() => undefined);
      if (current !== text) differing.push(name);
    }
    if (differing.length === 0) return;
    const names = differing.map((name) => `${target.folder}/${name}`).join(", ");
    fail(`Not up to date with ${target.document}: ${names}. Run: npm run generate`);
  }

  async function write(target: Target, { files, skipped }: Generated): Promise<void> {
    await mkdir(urlOf(target), { recursive: true });
    for (const name of await staleNames(target, files)) await rm(urlOf(target, name));
    for (const [name, text] of files) await writeFile(urlOf(target, name), text);
    for (const { schema, reason } of skipped)
      output.log(`${target.document}: schema ${schema} has no type of its own, because ${reason}`);
    output.log(`Wrote ${files.size} files to ./${target.folder}: ${[...files.keys()].join(", ")}`);
  }

  /** Files in the folder that the generator no longer writes. */
  async function staleNames(target: Target, files: Generated["files"]): Promise<string[]> {
    const present = await readdir(urlOf(target)).catch(() => [] as string[]);
    return present.filter((name) => !files.has(name));
  }

  async function read(path: string): Promise<JsonObject> {
    return parseDocument(await readText(path)) as unknown as JsonObject;
  }

  function readText(path: string): Promise<string> {
    return readFile(new URL(path, root), "utf8");
  }

  function urlOf({ folder }: Target, name = ""): URL {
    return new URL(`${folder}/${name}`, root);
  }

  function fail(message: string): void {
    output.error(message);
    exitCode = 1;
  }
}
