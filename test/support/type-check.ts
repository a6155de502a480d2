import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { consumerSource } from "./consumer.js";
import { readmeBlocks } from "./readme.js";
import { ROOT, run } from "./run.js";

const BROWSER = ["consumer.ts", "types.ts", "next.ts"];
const NODE = [...BROWSER, "readme-*.ts"];

/** The ways in which TypeScript finds a package, and between them each platform whose types a program may have. */
export const RESOLUTIONS = {
  node16: { module: "node16", lib: ["es2022"], types: ["node"], include: NODE },
  nodenext: { module: "nodenext", lib: ["es2022", "dom"], types: ["node"], include: NODE },
  bundler: { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"], types: [], include: BROWSER },
  "node16-commonjs": { module: "node16", lib: ["es2022"], types: ["node"], include: ["*.cts"] },
};

/**
 * The resolution of `module: commonjs` up to TypeScript 5. It reads `typesVersions` in place of `exports`, and finds the
 * declarations that node16-commonjs finds and checks.
 */
export const NODE10 = {
  node10: {
    module: "commonjs",
    moduleResolution: "node10",
    lib: ["es2022", "dom"],
    types: ["node"],
    include: ["*.cts"],
    skipLibCheck: true,
  },
};

const KIT_PROGRAM = `import { type MockApi, startMockApi } from "polyai-agents/testing";
import { type AgentsClient, ApiError } from "polyai-agents";
export const start = (): Promise<MockApi> => startMockApi({ port: 0 });
export const clientOf = (mock: MockApi): AgentsClient => mock.client();
export const statusOf = (error: unknown): number | undefined => (error instanceof ApiError ? error.status : undefined);
`;

/** Next.js adds its options to the global type of fetch's. */
const NEXT_PROGRAM = `import { type CallOptions, createAgentsClient } from "polyai-agents";
declare global {
  interface RequestInit {
    next?: { revalidate?: number | false; tags?: string[] } | undefined;
  }
}
export const polyai = createAgentsClient({ region: "uk", fetchOptions: { next: { revalidate: 60, tags: ["numbers"] } } });
export const call: CallOptions = { fetchOptions: { cache: "force-cache", next: { revalidate: false } } };
// @ts-expect-error Next.js takes seconds or false
export const refused: CallOptions = { fetchOptions: { next: { revalidate: "soon" } } };
`;

/** Puts the consumer and the code of the README into a folder that has the package and Node's types installed. */
export async function writeConsumers(folder: string): Promise<void> {
  const source = await consumerSource();
  await writeFile(join(folder, "consumer.ts"), source);
  await writeFile(join(folder, "commonjs.cts"), source);
  await writeFile(join(folder, "kit.cts"), KIT_PROGRAM);
  const types = await readFile(join(ROOT, "test/network/packed-types.program.ts"), "utf8");
  await Promise.all(["types.ts", "types.cts"].map((name) => writeFile(join(folder, name), types)));
  await writeFile(join(folder, "next.ts"), NEXT_PROGRAM);
  for (const { code, line } of await readmeBlocks()) await writeFile(join(folder, `readme-${line}.ts`), code);
  for (const [resolution, { include, ...options }] of Object.entries({ ...RESOLUTIONS, ...NODE10 })) {
    const strict = {
      strict: true,
      skipLibCheck: false,
      target: "es2022",
      moduleDetection: "force",
      noEmit: true,
      declaration: true,
    };
    const project = { compilerOptions: { ...strict, ...options }, include };
    await writeFile(join(folder, `tsconfig.${resolution}.json`), JSON.stringify(project));
  }
}

/** What a TypeScript finds wrong there, declarations of packages included; empty when nothing is. */
export async function typeCheck(folder: string, resolution: string, tsc: string): Promise<string> {
  const { code, stdout, stderr } = await run(tsc, ["-p", `tsconfig.${resolution}.json`], { cwd: folder });
  return stdout.trim() || stderr.trim() || (code === 0 ? "" : `exit code ${code}`);
}
