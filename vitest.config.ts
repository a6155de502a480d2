import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which on two cores is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
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
            // Without scripts and other tests, which `tsc` checks on its own.
            tsconfig: "./test/types/tsconfig.json",
          },
        },
      },
    ],
  },
});
