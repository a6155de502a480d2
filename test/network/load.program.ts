/** More than a thousand calls with random faults, and what they leave behind, as JSON on stdout. Runs with --expose-gc. */
import { getEventListeners } from "node:events";
import { isAgentsError } from "../../src/index.js";
import { createFixtureClient } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";

const CALLS = 400;
const CONCURRENCY = 200;

const gc = globalThis.gc as () => void;
let unhandled = 0;
process.on("unhandledRejection", () => {
  unhandled += 1;
});

// A fixed sequence, so that a failure can be seen again.
let seed = 42;
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

const server = await startServer((_, response) => {
  const dice = random();
  if (dice < 0.05) response.destroy();
  else if (dice < 0.1) json(response, 503, { message: "busy" });
  else if (dice < 0.13) response.writeHead(200, { "content-length": 99 }).write("[", () => response.destroy());
  else if (dice < 0.15) response.writeHead(200).end("<html>");
  else if (dice < 0.17) json(response, 429, {}, { "retry-after-ms": "60" });
  else if (dice < 0.18) return;
  else json(response, 200, []);
});

const shared = new AbortController();
const library = createFixtureClient({
  baseUrl: server.url,
  apiKey: async () => "k",
  timeout: 300,
  totalTimeout: 4_000,
});

const settled = { fulfilled: 0, failed: 0, aborted: 0, other: 0 };
let started = 0;

async function worker(): Promise<void> {
  while (started < CALLS) {
    started += 1;
    const own = random() < 0.05 ? new AbortController() : undefined;
    if (own) setTimeout(() => own.abort("gone"), random() * 20);
    await library.GET("/collections", { signal: own?.signal ?? shared.signal }).then(
      () => {
        settled.fulfilled += 1;
      },
      (error) => {
        if (error === "gone") settled.aborted += 1;
        else if (isAgentsError(error)) settled.failed += 1;
        else settled.other += 1;
      },
    );
  }
}

async function round(): Promise<number> {
  started = 0;
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  await new Promise((resolve) => setImmediate(resolve));
  server.received.length = 0;
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}

await round(); // fills caches and pools
const before = await round();
const after = await round();
const listeners = getEventListeners(shared.signal, "abort").length;
await server.close();
await new Promise((resolve) => setImmediate(resolve));
const timers = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
console.log(JSON.stringify({ settled, unhandled, listeners, timers, grownBytes: after - before }));
