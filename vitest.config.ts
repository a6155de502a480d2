import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The examples import the package by its name, as users do.
const sourceOf = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));
const alias = [
  { find: /^polyai-agents$/, replacement: sourceOf("index.ts") },
  { find: /^polyai-agents\/operations$/, replacement: sourceOf("operations.ts") },
  { find: /^polyai-agents\/testing$/, replacement: sourceOf("testing/index.ts") },
];

export default defineConfig({
  test: {
    // Many tests wait for timers, servers and processes, so two cores can serve three workers.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts", "test/network/**/*.test.ts"],
          // What one file loads, the next one has. No test changes a module or leaves a global changed.
          isolate: false,
        },
      },
      {
        test: {
          name: "contract",
          include: ["test/contract/**/*.test.ts"],
          // As above: the files share the document, its requests and its compiled schemas.
          isolate: false,
          globalSetup: ["test/support/mock-setup.ts"],
        },
      },
      {
        test: {
          name: "types",
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ["test/types/**/*.test-d.ts"],
            // As `npm run check` has it: five times as fast as TypeScript 5, whose API other tools need.
            checker: "node_modules/typescript-7/bin/tsc",
            // Without scripts and other tests, which `npm run check` compiles.
            tsconfig: "./test/types/tsconfig.json",
          },
        },
      },
    ],
  },
});
