import { constants } from "node:os";
import { type AgentsClient, createAgentsClient } from "../../src/index.js";
import { Problem } from "../problem.js";
import { readFlags } from "./flags.js";
import { mockAt, title } from "./output.js";
import { serve } from "./serve.js";
import { printingFetch } from "./wire.js";
import { withMock } from "./with-mock.js";

/** Runs the tour with a client of a new mock server. With `--serve`, runs the mock server until a signal stops it. */
export async function start(args: string[], tour: (polyai: AgentsClient) => Promise<void>): Promise<void> {
  try {
    const flags = readFlags(args);
    title();
    if (flags.serve) {
      const signal = await withMock({ port: flags.port }, serve);
      if (signal) exit(signal, 0);
    } else {
      const signal = await withMock({}, (mock) => {
        mockAt(mock.url);
        // Not mock.client(), which would throw a ContractViolationError instead of the API's own response.
        return tour(createAgentsClient({ baseUrl: mock.url, apiKey: "any-key", fetch: printingFetch }));
      });
      // The conventional exit code of a program that a signal ended.
      if (signal) exit(signal, 128 + constants.signals[signal]);
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function exit(signal: NodeJS.Signals, code: number): never {
  console.log(`\n${signal}: the mock server has stopped.`);
  // Exit now: a call of the tour may still be waiting for its next attempt.
  process.exit(code);
}
