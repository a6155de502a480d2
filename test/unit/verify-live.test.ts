import { describe, expect, test } from "vitest";
import { importPeer } from "../../src/testing/peer.js";
import type { ResolvedOperation } from "../../src/testing/resolved-operations.js";
import { scriptedFailures } from "../../src/testing/scripted-failures.js";
import { createCheckResponse } from "../../src/testing/verify/check-response.js";
import { type RunOptions, toRunSettings } from "../../src/testing/verify/live-settings.js";
import { createPace } from "../../src/testing/verify/pace.js";
import { run } from "../../src/testing/verify/run-verification.js";
import { verifyLive } from "../../src/testing/verify-live.js";
import {
  API_KEY,
  COLLECTION_ID,
  createClock,
  type ResponseChange,
  startDocumentedApi,
} from "../support/documented-api.js";
import { FIXTURE_API } from "../support/fixture-kit.js";
import { startServer } from "../support/loopback-server.js";
import { body, combined, document, settingsOf, verify } from "../support/verify-live.js";

const PLAYERS = "GET /collections/{collectionId}/players";

describe("verifyLive against an API that matches the document", () => {
  test("calls every operation that only reads, and reports no difference", async () => {
    const { differences, checked, skipped, received } = await verify();
    expect({ differences, skipped }).toEqual({ differences: [], skipped: [] });
    const reads = Object.entries(document.paths).flatMap(([path, item]) => [
      ...("get" in item ? [`GET ${path}`] : []),
      ...((item.post as Record<string, unknown> | undefined)?.["x-safe"] ? [`POST ${path}`] : []),
    ]);
    expect(checked.map(({ operation }) => operation).sort()).toEqual(reads.sort());
    const asked = received.map(({ method, url }) => `${method} ${url}`);
    expect(asked).toContain("GET /collections/jazz/players/PLAYER-2B8X");
    expect(asked).toContain("GET /collections/jazz/records/%2B1%2F-1");
    expect(asked).toContain("GET /collections/jazz/loans?state=due");
    expect(asked).toContain("GET /collections/jazz/shelves/low/sections/SECTION-3C9L");
    expect(new Set(asked.filter((line) => !line.startsWith("GET ")).map((line) => line.replace(/.*\//, "")))).toEqual(
      new Set(["batch", "lookup"]),
    );
  });

  test("reports no difference for combined schemas", async () => {
    expect((await verify({}, combined())).differences).toEqual([]);
  });

  test("validates a response that is a reference", async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the document as data, to be changed
    const referenced: any = structuredClone(document);
    const { responses } = referenced.paths["/collections/{collectionId}/players"].get;
    Object.assign(referenced.components, { responses: { Players: responses[200] } });
    responses[200] = { $ref: "#/components/responses/Players" };
    const wrong = body((data) => {
      data.players[0].undocumented = 1;
    });
    await using server = await startDocumentedApi(document, { listPlayers: wrong });
    const { differences } = await run(referenced, settingsOf({ baseUrl: server.url }), createClock());
    expect(differences).toMatchObject([
      { location: expect.stringContaining("undocumented"), rule: "additionalProperties" },
    ]);
  });

  test.each([
    ["application/json", '{"a":1}', []],
    ["application/vnd.b+json; charset=utf-8", '{"b":1}', []],
    ["application/json", '{"b":1}', ["body.a", "body.b"]],
    ["text/csv", "a,b", []],
    ["text/html", "<html>", ["body"]],
  ])("compares %s %s with the schema of its media type", async (contentType, text, locations) => {
    const schema = (name: string) => ({ type: "object", required: [name], properties: { [name]: {} } });
    const content = {
      "application/json": { schema: schema("a") },
      "application/vnd.b+json": { schema: schema("b") },
      "text/csv": { schema: { type: "string" } },
    };
    const checkResponse = await createCheckResponse(document, (one) => one);
    const operation = { responses: { 200: { content } } } as unknown as ResolvedOperation;
    const { findings } = checkResponse(operation, {
      status: 200,
      contentType,
      text,
      redirect: undefined,
      failure: undefined,
    });
    expect(findings.map(({ location }) => location).sort()).toEqual(locations);
  });

  test("calls an operation that the next version of the document adds", async () => {
    const later = structuredClone(document);
    const schema = { $ref: "#/components/schemas/Loan" };
    const parameters = ["collectionId", "loanId"].map((name) => ({ name, in: "path", required: true, schema: {} }));
    const responses = { 200: { content: { "application/json": { schema } } } };
    const get = { operationId: "getLoan", parameters, responses };
    Object.assign(later.paths, { "/collections/{collectionId}/loans/{loanId}": { get } });
    const { differences, received } = await verify({}, later);
    expect(received.map(({ url }) => url)).toContain("/collections/jazz/loans/LOAN-3A6Y");
    // The stand-in has no example of it, and so does not tell the truth.
    expect(differences.map(({ location }) => location)).toContain("body.days");
  });

  test("skips operations without known parameter values, and gives the reason", async () => {
    const noPlayers = body((data) => {
      data.players = [];
    });
    const refused: ResponseChange = (answer) => ({ ...answer, status: 403 });
    const { differences, skipped } = await verify({ listPlayers: noPlayers, getLatestLoans: refused });
    expect(differences).toEqual([]);
    const reason = `no playerId was found in the response of ${PLAYERS}`;
    expect(skipped).toEqual([
      { operation: `${PLAYERS}/{playerId}`, reason },
      {
        operation: "POST /collections/{collectionId}/players/batch",
        reason: expect.stringContaining("no playerIds"),
      },
      { operation: "GET /collections/{collectionId}/loans/latest", reason: "the only status was 403" },
    ]);
  });
});

describe("verifyLive", () => {
  test("starts at most five requests a second", async () => {
    const clock = createClock();
    await using server = await startDocumentedApi(document);
    const settings = settingsOf({ baseUrl: server.url });
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

  test("does not send the key to the target of a redirect", async () => {
    await using elsewhere = await startServer((_, response) => response.end("[]"));
    const redirect: ResponseChange = (answer) => ({
      ...answer,
      status: 307,
      headers: { location: `${elsewhere.url}/collections` },
    });
    const { differences } = await verify({ listShelves: redirect });
    expect(differences).toMatchObject([{ status: 307, message: `redirects to ${elsewhere.url} (not followed)` }]);
    expect(elsewhere.received).toEqual([]);
  });

  test("does not wait if the responses are slow enough", async () => {
    const clock = createClock();
    const pace = createPace(5, clock, undefined);
    await pace();
    clock.time += 500;
    await pace();
    expect(clock.time).toBe(500);
  });

  test("stops waiting for a response or its body after the timeout, and continues with the other operations", async () => {
    await using server = await startDocumentedApi(document);
    const settings = settingsOf({ baseUrl: server.url, timeout: 100 });
    const fetch = scriptedFailures(settings.fetch, ["ok", "stall", "stall-body"]);
    const { differences, checked } = await run(document, { ...settings, fetch }, createClock());
    expect(differences.map(({ location, message }) => [location, message])).toEqual([
      ["connection", "no response: timed out after 100 ms"],
      ["body", "ended too early: timed out after 100 ms"],
    ]);
    expect(checked.length).toBeGreaterThan(10);
  });

  test("ends with the reason of the caller's signal", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    await using server = await startServer(() => controller.abort(reason));
    const { signal } = controller;
    const verification = verifyLive({ baseUrl: server.url, apiKey: API_KEY, agentId: "any", signal });
    await expect(verification).rejects.toBe(reason);
  });

  test.each<[Partial<RunOptions> & { id?: string }, string]>([
    [{ baseUrl: "https://a.example", apiKey: "" }, "apiKey is missing"],
    [
      { baseUrl: "https://a.example", apiKey: "a\nb" },
      "apiKey has characters that no header can carry, such as a line break or a space",
    ],
    [{ baseUrl: "https://a.example", id: ".." }, "collectionId must be the id of one collection"],
    [{ baseUrl: "https://a.example", requestsPerSecond: 6 }, "requestsPerSecond must be above 0 and at most 5"],
    [{ baseUrl: "http://a.example" }, "baseUrl must be https (http on loopback only)"],
    [{ region: "mars" }, 'region "mars" is unknown: use one of north, south, west'],
    [{}, "region (north, south, west) or baseUrl is required"],
  ])("refuses %o", ({ id = COLLECTION_ID, ...options }, message) => {
    const error = expect.objectContaining({ name: "VerifyLiveError", message });
    expect(() => toRunSettings(FIXTURE_API, id, { apiKey: API_KEY, ...options })).toThrow(error);
  });

  test("rejects when it is given no agent", async () => {
    const call = verifyLive({ baseUrl: "https://a.example", apiKey: API_KEY, agentId: ".." });
    const message = "agentId must be the id of one agent";
    await expect(call).rejects.toMatchObject({ name: "VerifyLiveError", message });
  });

  test("throws one line that names the packages to install", async () => {
    const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
    const message = "verifyLive needs ajv: npm install --save-dev ajv@8";
    await expect(importPeer("verifyLive needs ajv", "ajv@8", () => Promise.reject(missing))).rejects.toThrow(message);
  });
});
