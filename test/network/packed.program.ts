/**
 * A program that uses the package as its users do. For a run the import below is of "polyai-agents", as it is packed and
 * installed: in Node, in the other runtimes, in a browser. So it keeps to what all of them have.
 */
import { type CallOptions, type ClientOptions, createAgentsClient, isAgentsError } from "../../src/index.js";

const KEY = "key-of-the-consumer";

/** Makes a call of each kind on a server such as `startConsumerServer`, and tells what came of them. */
export async function consume(options: ClientOptions): Promise<Record<string, unknown>> {
  const polyai = createAgentsClient({ apiKey: KEY, ...options });
  const release = async (agentId: string, init: CallOptions = {}, client = polyai) => {
    const { data } = await client.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", {
      params: { path: { agentId } },
      body: { phoneNumbers: ["+442079460018", "+442079460999"] },
      ...init,
    });
    return [...data.deleted, ...(data.errors ?? []).map(({ phoneNumber, error }) => `${phoneNumber}: ${error}`)];
  };
  const attempts: unknown[] = [];
  const watched = polyai.with({ onAttempt: ({ attempt, status, error }) => attempts.push([attempt, status ?? error]) });
  const seen: string[] = [];
  const traced = polyai.with({});
  traced.use({
    onRequest: ({ request }) => {
      seen.push(String(request.headers.get("x-api-key")));
      request.headers.set("x-trace", "trace-1");
    },
    onResponse: async ({ response }) =>
      void seen.push(`${response.status} ${(await response.clone().text()).length > 0}`),
  });
  const nobody = polyai.with({ baseUrl: "http://127.0.0.1:9" });
  const controller = new AbortController();
  const aborted = failureOf(release("stalled", { signal: controller.signal }));
  setTimeout(() => controller.abort(new Error("enough")), 100);

  return {
    released: await release("released"),
    forbidden: await failureOf(release("forbidden")),
    retried: [await release("busy", {}, watched), attempts],
    traced: [await release("traced", {}, traced), seen],
    brokenOff: await failureOf(release("broken-off", { maxRetries: 1 })),
    timeout: await failureOf(release("stalled", { timeout: 300, maxRetries: 0 })),
    aborted: await aborted,
    moved: await failureOf(release("moved")),
    refused: await failureOf(release("released", { maxRetries: 0 }, nobody)),
    misused: await failureOf(release("..")),
    printed: JSON.stringify(polyai),
  };
}

/** An error as one line, in which nothing depends on the platform; it must not hold the key. */
async function failureOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => new Error("it succeeded"),
    (reason) => reason,
  );
  if (`${error} ${error.stack} ${error.cause?.stack} ${JSON.stringify(error)}`.includes(KEY)) return "the key is shown";
  if (!isAgentsError(error)) return String(error);
  const status = error.name === "ApiError" ? ` ${error.status}` : "";
  return `${error.name}${status}, attempts: ${error.attempts}`;
}
