/** Measures the CPU time of a call of every contender, in one process. */
import { CONTENDERS, type Contender, createContender } from "./contenders.js";
import { ANSWER, ANSWER_HEADERS, verifyData, verifyRequest } from "./operation.js";
import { argument, sendToParent } from "./parent.js";
import { interleave } from "./statistics.js";

export interface CpuArgument {
  readonly rounds: number;
  readonly warmUps: number;
  /** Calls of a contender in a round. */
  readonly calls: number;
}

const baseUrl = "https://api.uk.poly.ai";
/** A real fetch lets the event loop run between calls. The stub does not, so the measurement does after this many calls. */
const CALLS_WITHOUT_PAUSE = 50;

/** Stands in for the network: reads the request as fetch does, and responds. */
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

/** Microseconds of CPU time for one call, with the time in the system. */
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
const names = Object.keys(CONTENDERS);
for (const name of names) verifyData(name, await createContender(name, { baseUrl, fetch: verifyingStub })());
const all = Object.fromEntries(names.map((name) => [name, createContender(name, { baseUrl, fetch: stub })]));
const once = (name: string) => measure(all[name] as Contender, calls);
await interleave(names, warmUps, once);
sendToParent(await interleave(names, rounds, once));
