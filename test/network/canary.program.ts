/** Lets every exit of the client print what it has, with a key that nothing may show: the test reads the output. */
import { inspect } from "node:util";
import { createFixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { startServer } from "../support/loopback-server.js";

const CANARY = process.argv[2] ?? "";
const RECORDS = "/collections/{collectionId}/records";

function show(value: unknown): void {
  console.log(value);
  console.log(inspect(value, { depth: 12, showHidden: true, getters: true }));
  console.log(JSON.stringify(value), String(value));
  if (value instanceof Error) {
    console.error(value);
    console.log(value.message, value.stack, value.cause && inspect(value.cause, { depth: 12, showHidden: true }));
    if ("headers" in value) console.log([...(value.headers as Headers)]);
  }
}

const answers: [number, Record<string, string>, string][] = [
  [200, { "content-type": "text/html" }, `<html>${CANARY}</html>`],
  [200, { "content-type": `x/${CANARY}` }, CANARY],
  [
    401,
    { "x-request-id": CANARY, "x-echo": `key ${CANARY}` },
    JSON.stringify({ message: `no ${CANARY}`, key: CANARY }),
  ],
  [403, {}, `the key ${CANARY} may not`],
  [500, {}, JSON.stringify({ message: "x", errors: [{ field: CANARY, message: CANARY }] })],
  [302, { location: `https://elsewhere.example/${CANARY}?key=${CANARY}` }, ""],
];

await using server = await startServer((request, response, count) => {
  const [status, headers, body] = answers[(count - 1) % answers.length] ?? [200, {}, ""];
  if (request.url.includes("reset")) response.destroy();
  else if (!request.url.includes("stall")) response.writeHead(status, `reason ${CANARY}`, headers).end(body);
});

async function attempt(collectionId: string, options: FixtureOptions = {}): Promise<void> {
  const all = { baseUrl: server.url, apiKey: CANARY, maxRetries: 0, timeout: 10_000, onAttempt: show, ...options };
  try {
    const library = createFixtureClient(all);
    show(library);
    show(library.with({ timeout: 40 }));
    show(await library.DELETE(RECORDS, { params: { path: { collectionId } }, body: { titles: ["+1"] } }));
  } catch (error) {
    show(error);
  }
}

const leaky = Object.assign(new Error(`read ECONNRESET while sending ${CANARY}`), { code: "ECONNRESET", key: CANARY });

for (const _ of answers) await attempt("a");
await attempt("reset");
await attempt("stall", { timeout: 50 });
await attempt("..");
await attempt("a", { apiKey: `${CANARY}\n` });
await attempt("a", { apiKey: `${CANARY}ä` });
await attempt("a", { apiKey: async () => `${CANARY}\0` });
await attempt("a", { apiKey: async () => CANARY });
await attempt("a", { headers: { "x-api-key": CANARY } });
await attempt("a", { headers: { "x-a": `${CANARY}\n\n.` } });
await attempt("a", { baseUrl: `https://user:${CANARY}@a.example` });
await attempt("a", { baseUrl: `https://a.example/?${CANARY}` });
await attempt("a", { fetch: () => Promise.reject(new TypeError(`fetch failed ${CANARY}`, { cause: leaky })) });
await attempt("a", {
  fetch: () => Promise.reject(new TypeError("fetch failed", { cause: new AggregateError([leaky]) })),
});
console.log("the end");
