import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { consumerSource } from "./consumer.js";
import { readmeBlocks } from "./readme.js";
import { run } from "./run.js";

const NODE = ["consumer.ts", "readme-*.ts"];
const BROWSER = ["consumer.ts"];

/** The ways in which TypeScript finds a package, and between them each platform whose types a program may have. */
export const RESOLUTIONS = {
  node16: { module: "node16", lib: ["es2022"], types: ["node"], include: NODE },
  nodenext: { module: "nodenext", lib: ["es2022", "dom"], types: ["node"], include: NODE },
  bundler: { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"], types: [], include: BROWSER },
};

/** Puts the consumer and the code of the README into a folder that has the package and Node's types installed. */
export async function writeConsumers(folder: string): Promise<void> {
  await writeFile(join(folder, "consumer.ts"), await consumerSource());
  for (const { code, line } of await readmeBlocks()) await writeFile(join(folder, `readme-${line}.ts`), code);
  for (const [resolution, { include, ...options }] of Object.entries(RESOLUTIONS)) {
    const strict = { strict: true, skipLibCheck: false, target: "es2022", moduleDetection: "force", noEmit: true };
    const project = { compilerOptions: { ...strict, ...options }, include };
    await writeFile(join(folder, `tsconfig.${resolution}.json`), JSON.stringify(project));
  }
}

/** What a TypeScript finds wrong there, declarations of packages included; empty when nothing is. */
export async function typeCheck(folder: string, resolution: string, tsc: string): Promise<string> {
  const { code, stdout, stderr } = await run(tsc, ["-p", `tsconfig.${resolution}.json`], { cwd: folder });
  return stdout.trim() || stderr.trim() || (code === 0 ? "" : `exit code ${code}`);
}
