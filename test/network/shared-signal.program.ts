/** A hundred calls that share a signal, in keys, attempts and back-offs: what Node warns of, and the listeners, as JSON. */
import { getEventListeners } from "node:events";
import { createFixtureClient } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";

const warnings: string[] = [];
process.on("warning", ({ name, message }) => warnings.push(`${name}: ${message}`));

const controller = new AbortController();
const { signal } = controller;
const during: number[] = [];
const listeners = () => getEventListeners(signal, "abort").length;
const calls = Array.from({ length: 100 }, (_, call) => String(call));
const attempts = new Map<string, number>();
const server = await startServer(({ headers }, response) => {
  during.push(listeners());
  const call = String(headers["x-call"]);
  const attempt = (attempts.get(call) ?? 0) + 1;
  attempts.set(call, attempt);
  if (attempt === 1) json(response, 503, {}, { "retry-after-ms": "1" });
  else if (attempt === 2) json(response, 200, []);
  else if ([...attempts.values()].every((count) => count > 2)) controller.abort("gone");
});
const library = createFixtureClient({ baseUrl: server.url, apiKey: async () => "k" });
library.use({ onRequest: () => {} });
const round = () =>
  Promise.allSettled(calls.map((call) => library.GET("/collections", { signal, headers: { "x-call": call } })));
const answered = await round();
const left = listeners();
const aborted = await round();
await server.close();
await new Promise((resolve) => setImmediate(resolve));
const fulfilled = answered.filter(({ status }) => status === "fulfilled").length;
const gone = aborted.filter((result) => result.status === "rejected" && result.reason === "gone").length;
console.log(JSON.stringify({ warnings, fulfilled, gone, most: Math.max(...during), left, end: listeners() }));
