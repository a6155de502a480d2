import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import type { AnyAgentsError } from "../../src/index.js";
import { createFixtureClient, type FixtureClient, type FixtureOptions } from "../support/fixture-client.js";
import { json, startServer } from "../support/loopback-server.js";

const answers: Record<string, (response: ServerResponse) => void> = {
  missing: (response) => json(response, 404, {}),
  overloaded: (response) => json(response, 503, {}, { "retry-after-ms": "1" }),
  moved: (response) => void response.writeHead(302, { location: "https://elsewhere.example" }).end(),
  html: (response) => void response.writeHead(200).end("<html>"),
  broken: (response) => void response.destroy(),
  cut: (response) => {
    response.writeHead(200, { "content-length": 100 }).write("[", () => response.destroy());
  },
  stalled: () => {},
};

/** The function whose name has to be in the stack. */
async function functionThatMadeTheCall(client: FixtureClient, collectionId: string): Promise<unknown> {
  const { data } = await client.GET("/collections/{collectionId}", { params: { path: { collectionId } } });
  return data;
}

const failures: [name: AnyAgentsError["name"], collectionId: string, options: FixtureOptions][] = [
  ["ApiError", "missing", {}],
  ["ApiError", "overloaded", {}],
  ["RedirectError", "moved", {}],
  ["ResponseFormatError", "html", { maxRetries: 0 }],
  ["ConnectionError", "broken", { maxRetries: 0 }],
  ["ConnectionError", "broken", { maxRetries: 1 }],
  ["ConnectionError", "cut", { maxRetries: 0 }],
  ["TimeoutError", "stalled", { timeout: 20, maxRetries: 0 }],
  ["TimeoutError", "stalled", { totalTimeout: 20 }],
  ["UsageError", "..", {}],
  ["UsageError", "missing", { apiKey: async () => "" }],
  ["TimeoutError", "missing", { apiKey: () => new Promise(() => {}), totalTimeout: 20 }],
];

describe.each([
  ["without middleware", 0],
  ["with middleware", 1],
])("the stack of an error names the async function that made the call, %s:", (_, count) => {
  test.each(failures)("%s, %s, %j", async (name, collectionId, options) => {
    await using server = await startServer(({ url }, response) => answers[url.split("/")[2] ?? ""]?.(response));
    const client = createFixtureClient({ baseUrl: server.url, apiKey: "k", ...options });
    for (let added = 0; added < count; added++) client.use({ onRequest: async () => {}, onResponse: async () => {} });
    const error = await functionThatMadeTheCall(client, collectionId).then(
      () => new Error("the call succeeded"),
      (error: Error) => error,
    );
    expect(error.name).toBe(name);
    expect(error.stack).toContain("functionThatMadeTheCall");
    // V8 keeps ten frames, of which Node's timers and tasks may take three.
    const frames = error.stack?.match(/^ +at (?!.*node:internal).*$/gm) ?? [];
    expect(frames.findIndex((frame) => frame.includes("functionThatMadeTheCall"))).toBeLessThanOrEqual(6);
  });
});
