/** A hundred calls that share a signal, in keys, attempts and back-offs: what Node warns of, and the listeners, as JSON. */
import { getEventListeners } from "node:events";
import { createFixtureClient } from "../support/fixture-client.js";
import { json, startServer } from "../support/server.js";

const warnings: string[] = [];
process.on("warning", ({ name, message }) => warnings.push(`${name}: ${message}`));

const controller = new AbortController();
const { signal } = controller;
const during: number[] = [];
const listeners = () => getEventListeners(signal, "abort").length;
const server = await startServer((_, response, count) => {
  during.push(listeners());
  if (count <= 100) json(response, 503, {}, { "retry-after-ms": "1" });
  else if (count <= 200) json(response, 200, []);
});
const library = createFixtureClient({ baseUrl: server.url, apiKey: async () => "k" });
library.use({ onRequest: () => {} });
const round = (options: object) =>
  Promise.allSettled(Array.from({ length: 100 }, () => library.GET("/collections", { signal, ...options })));
const answered = await round({});
const left = listeners();
const pending = round({ maxRetries: 0 });
while (server.received.length < 300) await new Promise((resolve) => setImmediate(resolve));
controller.abort("gone");
const aborted = await pending;
await server.close();
await new Promise((resolve) => setImmediate(resolve));
const fulfilled = answered.filter(({ status }) => status === "fulfilled").length;
const gone = aborted.filter((result) => result.status === "rejected" && result.reason === "gone").length;
console.log(JSON.stringify({ warnings, fulfilled, gone, most: Math.max(...during), left, end: listeners() }));
