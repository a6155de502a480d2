import { describe, expect, test } from "vitest";
import { type AgentsClient, createAgentsClient, isAgentsError } from "../../src/index.js";
import { type FailureStep, scriptedFailures } from "../../src/testing/scripted-failures.js";
import { recordingFetch } from "../support/recording-fetch.js";

const agent = { path: { agentId: "PROJECT-58RP822I" } };
const page = { path: { ...agent.path, clientEnv: "live" } } as const;
const phoneNumbers = ["+442079460018"];

type Calls = Record<string, (polyai: AgentsClient) => Promise<unknown>>;

/** Operations that may be repeated: three methods, and a POST that only reads. */
const REPEATABLE: Calls = {
  "a GET": (polyai) => polyai.GET("/v1/agents"),
  "a PUT": (polyai) =>
    polyai.PUT("/v1/agents/{agentId}/real-time-configs/{clientEnv}/schema", { params: page, body: { schema: {} } }),
  "a DELETE": (polyai) =>
    polyai.DELETE("/v1/agents/{agentId}/telephony/phone-numbers", { params: agent, body: { phoneNumbers } }),
  "a POST that reads": (polyai) =>
    polyai.POST("/v1/agents/{agentId}/telephony/phone-numbers/batch", { params: agent, body: { phoneNumbers } }),
};
const WRITES: Calls = {
  "a POST": (polyai) => polyai.POST("/v1/agents/{agentId}/branches", { params: agent, body: { branchName: "b" } }),
  "a PATCH": (polyai) =>
    polyai.PATCH("/v1/agents/{agentId}/real-time-configs/{clientEnv}/variables", {
      params: page,
      body: { variables: {} },
    }),
};

/** Whether each kind is sent again after the failure. */
const FAILURES: [FailureStep, { repeatable: boolean; write: boolean }][] = [
  ["refused", { repeatable: true, write: true }],
  [{ status: 429 }, { repeatable: true, write: true }],
  ["reset", { repeatable: true, write: false }],
  ["stall", { repeatable: true, write: false }],
  ["stall-body", { repeatable: true, write: false }],
  ["cut-body", { repeatable: true, write: false }],
  ["bad-json", { repeatable: true, write: false }],
  ["html-error", { repeatable: true, write: false }],
  ...[408, 500, 502, 503, 504].map((status): [FailureStep, { repeatable: boolean; write: boolean }] => [
    { status },
    { repeatable: true, write: false },
  ]),
  ...[400, 401, 403, 404, 409, 422, 501].map((status): [FailureStep, { repeatable: boolean; write: boolean }] => [
    { status },
    { repeatable: false, write: false },
  ]),
  ["redirect", { repeatable: false, write: false }],
];

/** How often a call is sent that fails once and would then succeed, and with what bodies. */
async function sent(call: (polyai: AgentsClient) => Promise<unknown>, step: FailureStep) {
  const answered = recordingFetch(() => Response.json({}));
  const bodies: unknown[] = [];
  const failing = scriptedFailures(answered.fetch, [step]);
  const fetch: typeof globalThis.fetch = (input, init) => {
    bodies.push(init?.body);
    return failing(input, init);
  };
  const polyai = createAgentsClient({ region: "uk", apiKey: "k", fetch, timeout: 100 });
  const error = await call(polyai).then(
    () => undefined,
    (error) => error,
  );
  return { error, bodies };
}

describe.concurrent.each(FAILURES)("after %j", (step, { repeatable, write }) => {
  const rows = [
    ...Object.entries(REPEATABLE).map(([name, call]) => ({ name, call, again: repeatable })),
    ...Object.entries(WRITES).map(([name, call]) => ({ name, call, again: write })),
  ];
  test.each(rows)("$name is sent again: $again", async ({ call, again }) => {
    const { error, bodies } = await sent(call, step);
    expect(bodies).toHaveLength(again ? 2 : 1);
    if (again) {
      expect(error).toBeUndefined();
      expect(bodies[1]).toBe(bodies[0]);
    } else {
      expect(isAgentsError(error) && error.attempts).toBe(1);
    }
  });
});
