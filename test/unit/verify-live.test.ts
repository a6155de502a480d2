import { describe, expect, test } from "vitest";
import { importPeer } from "../../src/testing/peer.js";
import { scriptedFailures } from "../../src/testing/scripted-failures.js";
import { createPace } from "../../src/testing/verify/pace.js";
import { run } from "../../src/testing/verify/run.js";
import { formatVerification, settingsOf, verifyLive } from "../../src/testing/verify-live.js";
import { startServer } from "../support/server.js";
import { AGENT_ID, API_KEY, createClock, type Lie, startTruthfulApi } from "../support/truthful-api.js";
import { body, combined, document, verify } from "../support/verify-live.js";

const CONNECTORS = "GET /v1/agents/{agentId}/telephony/connectors";

describe("verifyLive against an API that tells the truth", () => {
  test("calls every operation that only reads, and reports nothing", async () => {
    const { departures, checked, skipped, received } = await verify();
    expect({ departures, skipped }).toEqual({ departures: [], skipped: [] });
    const reads = Object.entries(document.paths).flatMap(([path, item]) => [
      ...("get" in item ? [`GET ${path}`] : []),
      ...((item.post as Record<string, unknown> | undefined)?.["x-safe"] ? [`POST ${path}`] : []),
    ]);
    expect(checked.map(({ operation }) => operation).sort()).toEqual(reads.sort());
    const asked = received.map(({ method, url }) => `${method} ${url}`);
    expect(asked).toContain(`GET /v1/agents/${AGENT_ID}/telephony/connectors/CONNECTOR-2B8XW5QM`);
    expect(asked).toContain(`GET /v1/agents/${AGENT_ID}/telephony/phone-numbers/%2B442071838750`);
    expect(asked).toContain(`GET /v1/agents/${AGENT_ID}/deployments?environment=pre-release`);
    expect(asked).toContain(`GET /v1/agents/${AGENT_ID}/branches/main/knowledge-base/topics/TOPIC-3C9LR6WE`);
    expect(new Set(asked.filter((line) => !line.startsWith("GET ")).map((line) => line.replace(/.*\//, "")))).toEqual(
      new Set(["batch", "lookup"]),
    );
  });

  test("reports nothing where schemas are combined", async () => {
    expect((await verify({}, combined())).departures).toEqual([]);
  });

  test("reaches an operation that the next version of the document adds", async () => {
    const later = structuredClone(document);
    const schema = { $ref: "#/components/schemas/DeploymentResponse" };
    const parameters = ["agentId", "deploymentId"].map((name) => ({ name, in: "path", required: true, schema: {} }));
    const responses = { 200: { content: { "application/json": { schema } } } };
    const get = { operationId: "getDeployment", parameters, responses };
    Object.assign(later.paths, { "/v1/agents/{agentId}/deployments/{deploymentId}": { get } });
    const { departures, received } = await verify({}, later);
    expect(received.map(({ url }) => url)).toContain(`/v1/agents/${AGENT_ID}/deployments/DEPLOYMENT-3A6YM1UF`);
    // The stand-in has no example of it, and so does not tell the truth.
    expect(departures.map(({ location }) => location)).toContain("body.version");
  });

  test("skips what cannot be reached, and says why", async () => {
    const noConnectors = body((data) => {
      data.connectors = [];
    });
    const refused: Lie = (answer) => ({ ...answer, status: 403 });
    const { departures, skipped } = await verify({ listConnectors: noConnectors, listConfigPages: refused });
    expect(departures).toEqual([]);
    const reason = `no connectorId was found in the answer of ${CONNECTORS}`;
    expect(skipped).toEqual([
      { operation: `${CONNECTORS}/{connectorId}`, reason },
      {
        operation: "POST /v1/agents/{agentId}/telephony/connectors/batch",
        reason: expect.stringContaining("no connectorIds"),
      },
      { operation: "GET /v1/agents/{agentId}/real-time-configs", reason: "it answered 403 only" },
    ]);
  });
});

describe("verifyLive", () => {
  test("starts at most five requests a second", async () => {
    const clock = createClock();
    await using server = await startTruthfulApi(document);
    const settings = settingsOf({ baseUrl: server.url, apiKey: API_KEY, agentId: AGENT_ID });
    const starts: number[] = [];
    const fetch: typeof globalThis.fetch = (...args) => {
      starts.push(clock.time);
      return globalThis.fetch(...args);
    };
    await run(document, { ...settings, fetch }, clock);
    expect(starts.length).toBeGreaterThan(25);
    for (const start of starts) {
      expect(starts.filter((other) => other >= start && other < start + 1_000).length).toBeLessThanOrEqual(5);
    }
  });

  test("does not take the key along to where a redirect points", async () => {
    await using elsewhere = await startServer((_, response) => response.end("[]"));
    const redirect: Lie = (answer) => ({ ...answer, status: 307, headers: { location: `${elsewhere.url}/v1/agents` } });
    const { departures } = await verify({ listBranches: redirect });
    expect(departures).toMatchObject([{ status: 307, message: `redirects to ${elsewhere.url}; not followed` }]);
    expect(elsewhere.received).toEqual([]);
  });

  test("does not wait where the answers take long enough", async () => {
    const clock = createClock();
    const pace = createPace(5, clock, undefined);
    await pace();
    clock.time += 500;
    await pace();
    expect(clock.time).toBe(500);
  });

  test("does not wait for ever for an answer or for its end, and goes on with the rest", async () => {
    await using server = await startTruthfulApi(document);
    const settings = settingsOf({ baseUrl: server.url, apiKey: API_KEY, agentId: AGENT_ID, timeout: 100 });
    const fetch = scriptedFailures(settings.fetch, ["ok", "stall", "stall-body"]);
    const { departures, checked } = await run(document, { ...settings, fetch }, createClock());
    expect(departures.map(({ location, message }) => [location, message])).toEqual([
      ["connection", "no answer: timed out after 100 ms"],
      ["body", "breaks off: timed out after 100 ms"],
    ]);
    expect(checked.length).toBeGreaterThan(10);
  });

  test("ends with the reason of the caller's signal", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    await using server = await startServer(() => controller.abort(reason));
    const { signal } = controller;
    const verification = verifyLive({ baseUrl: server.url, apiKey: API_KEY, agentId: AGENT_ID, signal });
    await expect(verification).rejects.toBe(reason);
  });

  test("says nothing of the key that a server gives back", async () => {
    const echo = body((data) => {
      data[API_KEY] = 1;
    });
    const result = await verify({ getBehavior: echo });
    expect(result.departures.map(({ location }) => location)).toEqual(["body.[redacted]"]);
    expect(formatVerification(result)).not.toContain(API_KEY);
  });

  test.each([
    [{ baseUrl: "https://a.example", apiKey: "" }, "apiKey is missing"],
    [
      { baseUrl: "https://a.example", apiKey: "a\nb" },
      "apiKey has characters that no header can carry, such as a line break or a space",
    ],
    [{ baseUrl: "https://a.example", agentId: ".." }, "agentId is missing: give the id of one agent"],
    [{ baseUrl: "https://a.example", requestsPerSecond: 6 }, "requestsPerSecond must be above 0 and at most 5"],
    [{ baseUrl: "http://a.example" }, "baseUrl must be https (http on loopback only)"],
    [{ region: "mars" as "us" }, 'region "mars" is unknown: use one of us, uk, eu'],
    [{}, "give region (us, uk, eu) or baseUrl"],
  ])("refuses %o", async (options, message) => {
    const call = verifyLive({ apiKey: API_KEY, agentId: AGENT_ID, ...options });
    await expect(call).rejects.toMatchObject({ name: "VerifyLiveError", message });
  });

  test("says in one line what to install", async () => {
    const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
    const message = "verifyLive needs ajv: npm install --save-dev ajv@8";
    await expect(importPeer("verifyLive needs ajv", "ajv@8", () => Promise.reject(missing))).rejects.toThrow(message);
  });
});
