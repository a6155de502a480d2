import type { TestProject } from "vitest/node";
import { startMockApi } from "../../src/testing/index.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the mock of the document listens. */
    mockUrl: string;
    /** Whether no name pattern (`-t`) leaves tests out, so that what was exercised can be held against the document. */
    everyTest: boolean;
  }
}

/** Starts the mock once per run, since Prism needs seconds to start, and ends it with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const mock = await startMockApi();
  project.provide("mockUrl", mock.url);
  project.provide("everyTest", project.vitest.getGlobalTestNamePattern() === undefined);
  return () => mock.close();
}
