import { describe, expect, test } from "vitest";
import { type OpenApiDocument, readDocument } from "../../src/testing/document.js";
import { importPeer } from "../../src/testing/peer.js";
import { scriptedFailures } from "../../src/testing/scripted-failures.js";
import { createPace } from "../../src/testing/verify/pace.js";
import { run } from "../../src/testing/verify/run.js";
import { type Departure, formatVerification, settingsOf, verifyLive } from "../../src/testing/verify-live.js";
import { startServer } from "../support/server.js";
import { AGENT_ID, API_KEY, createClock, type Lie, startTruthfulApi } from "../support/truthful-api.js";

const document = await readDocument();

async function verify(lies: Record<string, Lie> = {}, of: OpenApiDocument = document) {
  await using server = await startTruthfulApi(of, lies);
  const result = await run(of, settingsOf({ baseUrl: server.url, apiKey: API_KEY, agentId: AGENT_ID }), createClock());
  return { ...result, received: server.received };
}

/** Lies in the parsed body. */
// biome-ignore lint/suspicious/noExplicitAny: any JSON, to be broken
function body(change: (data: any) => void): Lie {
  return (answer) => {
    const data = JSON.parse(answer.body);
    change(data);
    return { ...answer, body: JSON.stringify(data) };
  };
}

/** The document with the schema of a connector put together of two halves. */
function combined(): OpenApiDocument {
  const copy = structuredClone(document);
  const schemas = copy.components.schemas as Record<string, object>;
  const { properties, required } = copy.components.schemas.ConnectorResponse as {
    properties: Record<string, object>;
    required: string[];
  };
  const names = Object.keys(properties);
  const half = (some: string[]) => ({
    type: "object",
    properties: Object.fromEntries(some.map((name) => [name, properties[name]])),
    required: required.filter((name) => some.includes(name)),
  });
  schemas.FirstHalf = half(names.slice(0, 5));
  schemas.ConnectorResponse = { allOf: [{ $ref: "#/components/schemas/FirstHalf" }, half(names.slice(5))] };
  return copy;
}

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

type Found = Partial<Departure>;

const lies: [about: string, operationId: string, lie: Lie, departures: Found[], of?: OpenApiDocument][] = [
  [
    "a required property is missing",
    "listDeployments",
    body((data) => {
      for (const deployment of data.deployments) delete deployment.version;
    }),
    [{ location: "body.deployments[].version", rule: "required", message: "is missing", count: 12 }],
  ],
  [
    "a property has another type",
    "listConnectors",
    body((data) => {
      data.connectors[1].disableHandoff = "no";
    }),
    [{ location: "body.connectors[].disableHandoff", rule: "type", message: "must be boolean, is string", count: 1 }],
  ],
  [
    "an environment without deployments is null",
    "getActiveDeployments",
    body((data) => {
      data.activeDeployments.live = null;
    }),
    [
      {
        location: "body.activeDeployments.*",
        rule: "type",
        message: "must be object, is null (first at body.activeDeployments.live)",
        count: 1,
      },
    ],
  ],
  [
    "there is an undocumented property at the top",
    "getBehavior",
    body((data) => {
      data.tone = "friendly";
    }),
    [{ location: "body.tone", rule: "additionalProperties", message: "is not documented", count: 1 }],
  ],
  [
    "the document leaves a schema open, and there is an undocumented property in the items of an array",
    "listPhoneNumbers",
    body((data) => {
      for (const number of data.phoneNumbers) number["carrier name"] = "x";
    }),
    [{ location: 'body.phoneNumbers[]["carrier name"]', rule: "additionalProperties", count: 8 }],
  ],
  [
    "there is an undocumented property where schemas are combined",
    "getConnector",
    body((data) => {
      data.sipTrunk = {};
    }),
    [{ location: "body.sipTrunk", rule: "additionalProperties", count: 3 }],
    combined(),
  ],
  [
    "a property is mistyped where schemas are combined",
    "lookUpConnector",
    body((data) => {
      data.name = 7;
    }),
    [{ location: "body.name", rule: "type", message: "must be string, is number" }],
    combined(),
  ],
  [
    "an undocumented map has a hundred keys",
    "listAttributes",
    body((data) => {
      for (let n = 0; n < 100; n += 1) data[`key-${n}`] = n;
    }),
    [{ location: "body.*", rule: "additionalProperties", message: "100 properties are not documented", count: 100 }],
  ],
  [
    "a 404 is not documented",
    "listVariants",
    (answer) => ({ ...answer, status: 404 }),
    [{ status: 404, location: "status", rule: "status", message: "is not documented; there is 200" }],
  ],
  [
    "a 429 is not documented",
    "listAgents",
    (answer) => ({ ...answer, status: 429, headers: { "retry-after": "1" } }),
    [{ status: 429, location: "status", rule: "status" }],
  ],
  [
    "a 501 is not documented",
    "batchGetPhoneNumbers",
    (answer) => ({ ...answer, status: 501, body: "" }),
    [{ status: 501, location: "status", rule: "status" }],
  ],
  [
    "HTML comes behind a 200",
    "getConfigPage",
    (answer) => ({ ...answer, headers: { "content-type": "text/html" }, body: "<html>log in</html>" }),
    [{ status: 200, location: "body", rule: "json", message: "is not JSON (text/html)", count: 2 }],
  ],
  [
    "JSON comes as text",
    "getPhoneNumber",
    (answer) => ({ ...answer, headers: { "content-type": "text/plain" } }),
    [{ location: "header.content-type", rule: "contentType", message: "is text/plain", count: 4 }],
  ],
  [
    "the body of a 200 is empty",
    "batchGetConnectors",
    (answer) => ({ ...answer, body: "" }),
    [{ location: "body", rule: "empty", message: "is empty, where the document promises JSON", count: 1 }],
  ],
  [
    "the JSON is broken",
    "listConfigPages",
    (answer) => ({ ...answer, body: answer.body.slice(0, 40) }),
    [{ location: "body", rule: "json" }],
  ],
  [
    "an array comes in place of an object",
    "listPhoneNumbers",
    (answer) => ({ ...answer, body: "[]" }),
    [{ location: "body", rule: "type", message: "must be object, is array" }],
  ],
  [
    "an object comes in place of an array",
    "listAgents",
    (answer) => ({ ...answer, body: '{"agents":[]}' }),
    [{ location: "body", rule: "type", message: "must be array, is object" }],
  ],
  [
    "it redirects",
    "listBranches",
    (answer) => ({ ...answer, status: 302, headers: { location: "https://elsewhere.example/login?next=1" } }),
    [
      {
        status: 302,
        location: "status",
        rule: "redirect",
        message: "redirects to https://elsewhere.example; not followed",
      },
    ],
  ],
  [
    "the body breaks off",
    "getBehavior",
    (answer, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": 1_000 });
      response.write(answer.body, () => response.destroy());
      return answer;
    },
    [{ status: 200, location: "body", rule: "answer", message: expect.stringMatching(/^breaks off: /) as never }],
  ],
  [
    "the connection is reset",
    "getActiveDeployments",
    (answer, response) => {
      response.destroy();
      return answer;
    },
    [{ status: null, location: "connection", rule: "answer", count: 1 }],
  ],
];

describe("verifyLive against an API that lies in one thing reports it, and nothing else:", () => {
  test.each(lies)("%s", async (_, operationId, lie, expected, of = document) => {
    const { departures } = await verify({ [operationId]: lie }, of);
    const operation = nameOf(operationId);
    expect(departures).toEqual(expected.map((one) => expect.objectContaining({ operation, ...one })));
  });
});

function nameOf(operationId: string): string {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if ((operation as { operationId?: string }).operationId === operationId) return `${method.toUpperCase()} ${path}`;
    }
  }
  throw new Error(`no ${operationId}`);
}

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
