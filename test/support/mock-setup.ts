import type { TestProject } from "vitest/node";
import { startMockApi } from "../../src/testing/index.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the mock of the document listens. */
    mockUrl: string;
  }
}

/**
 * Starts the mock once per run, since a start takes about a second. The run ends with what it has covered of the
 * document, and fails below all of it, unless tests were left out by name (`-t`) or file.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const mock = await startMockApi();
  project.provide("mockUrl", mock.url);
  return async () => {
    const coverage = await mock.coverage();
    await mock.close();
    const complete = coverage.statuses.covered === coverage.statuses.total;
    // The first line of the table has the counts.
    console.log(`contract: ${complete ? String(coverage).split("\n", 1) : coverage}`);
    const vitest = project.vitest as typeof project.vitest & { filenamePattern?: string[] };
    const whole = vitest.getGlobalTestNamePattern() === undefined && !vitest.filenamePattern?.length;
    if (whole && !complete) {
      console.error("the contract tests do not cover the whole document; what is missing stands above");
      // Vitest reports an error thrown here, but ends with exit code 0.
      process.exitCode = 1;
    }
  };
}
