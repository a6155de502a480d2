import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./run.js";

/** A TypeScript block of the README, and its first line. */
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

/** The README's example for node:test without top-level `await`, which CommonJS does not have. */
export function withoutTopLevelAwait(example: string): string {
  const start = "const mock = await startMockApi();";
  if (!example.includes(start)) throw new Error(`the README's example does not have: ${start}`);
  const mock = "let mock: Awaited<ReturnType<typeof startMockApi>>;";
  return example
    .replace("import { after, test }", "import { after, before, test }")
    .replace(start, `${mock} before(async () => { mock = await startMockApi(); });`);
}
