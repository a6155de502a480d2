import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./run.js";

/** A block of TypeScript in the README, and the line that it begins in. */
export interface ReadmeBlock {
  readonly code: string;
  readonly line: number;
}

export async function readmeBlocks(): Promise<ReadmeBlock[]> {
  const readme = await readFile(join(ROOT, "README.md"), "utf8");
  return [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
    code: match[1] ?? "",
    line: readme.slice(0, match.index).split("\n").length + 1,
  }));
}
