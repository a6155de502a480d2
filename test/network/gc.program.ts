/** A pending call while garbage is collected again and again: its deadlines and its signal must live. With --expose-gc. */
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { createFixtureClient } from "../support/fixture-client.js";
import { startServer } from "../support/loopback-server.js";

const gc = globalThis.gc as () => void;
const responses: ServerResponse[] = [];
const server = await startServer((_, response) => void responses.push(response));
const library = createFixtureClient({ baseUrl: server.url, apiKey: "k", maxRetries: 0 });

/** Collects garbage until the call has ended, and tells how it did, once the server has seen it go. */
async function underPressure(start: () => Promise<unknown>): Promise<string> {
  let ended: string | undefined;
  const call = start().catch((error) => {
    ended = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  });
  while (ended === undefined) {
    // Objects to be collected, and a turn of the event loop.
    Array.from({ length: 1_000 }, () => new AbortController());
    gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await call;
  const response = responses.pop();
  if (response && !response.closed) await once(response, "close");
  return ended;
}

const timeout = await underPressure(() => library.GET("/collections", { timeout: 150 }));
const total = await underPressure(() => library.GET("/collections", { totalTimeout: 150 }));
const aborted = await underPressure(() => {
  const controller = new AbortController();
  setTimeout(() => controller.abort("gone"), 150);
  return library.GET("/collections", { signal: controller.signal });
});
await server.close();
console.log(JSON.stringify({ timeout, total, aborted }));
