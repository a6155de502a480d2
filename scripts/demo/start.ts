import { constants } from "node:os";
import { type AgentsClient, createAgentsClient } from "../../src/index.js";
import { Problem } from "../problem.js";
import { readFlags } from "./flags.js";
import { withMock } from "./mock.js";
import { mockAt, title } from "./page.js";
import { serve } from "./serve.js";
import { printingFetch } from "./wire.js";

/** Does what the flags say: tells the story to a client of a mock, or serves the mock until it is stopped. */
export async function start(args: string[], story: (polyai: AgentsClient) => Promise<void>): Promise<void> {
  try {
    const flags = readFlags(args);
    title();
    if (flags.serve) {
      const signal = await withMock({ port: flags.port }, serve);
      if (signal) exit(signal, 0);
    } else {
      const signal = await withMock({}, (mock) => {
        mockAt(mock.url);
        // A plain client, as any program has: that of the mock would not let a wrong request come to the API's answer.
        return story(createAgentsClient({ baseUrl: mock.url, apiKey: "any-key", fetch: printingFetch }));
      });
      // The convention for a program that a signal has ended.
      if (signal) exit(signal, 128 + constants.signals[signal]);
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function exit(signal: NodeJS.Signals, code: number): never {
  console.log(`\n${signal}: the mock is closed.`);
  // Not by itself: a call of the story may still wait for its next attempt.
  process.exit(code);
}
