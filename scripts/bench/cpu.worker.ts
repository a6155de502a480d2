/** Measures the CPU time of a call for every contender, in one process. */
import { isDeepStrictEqual } from "node:util";
import { type Contender, contenders } from "./contenders.js";
import { ANSWER, ANSWER_HEADERS, verifyRequest } from "./operation.js";
import { interleave } from "./statistics.js";
import { argument, tell } from "./told.js";

export interface CpuArgument {
  readonly rounds: number;
  readonly warmUps: number;
  readonly calls: number;
}

const baseUrl = "https://api.uk.poly.ai";
/** A real fetch goes through its other tasks between calls; here that has to be done on purpose. */
const CALLS_WITHOUT_PAUSE = 50;

/** In place of the network: reads the request as a fetch does, and answers. */
async function stub(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  await request.text();
  return new Response(ANSWER, { headers: ANSWER_HEADERS });
}

async function verifyingStub(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { method, url, headers } = request;
  verifyRequest({
    method,
    path: new URL(url).pathname,
    key: headers.get("x-api-key"),
    contentType: headers.get("content-type"),
    body: await request.text(),
  });
  return new Response(ANSWER, { headers: ANSWER_HEADERS });
}

/** Microseconds of CPU, the system's included, for one call. */
async function measure(call: Contender, calls: number): Promise<number> {
  const before = process.cpuUsage();
  for (let made = 1; made <= calls; made++) {
    await call();
    if (made % CALLS_WITHOUT_PAUSE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

const { rounds, warmUps, calls } = argument<CpuArgument>();
for (const [name, call] of Object.entries(contenders({ baseUrl, fetch: verifyingStub }))) {
  if (!isDeepStrictEqual(await call(), JSON.parse(ANSWER))) throw new Error(`${name} gives other data`);
}
const all = contenders({ baseUrl, fetch: stub });
const once = (name: string) => measure(all[name] as Contender, calls);
await interleave(Object.keys(all), warmUps, once);
tell(await interleave(Object.keys(all), rounds, once));
