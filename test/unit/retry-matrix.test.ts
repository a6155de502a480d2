import { describe, expect, test } from "vitest";
import { isAgentsError } from "../../src/index.js";
import { type FailureStep, scriptedFailures } from "../../src/testing/scripted-failures.js";
import type { Platform } from "../../src/transport/call.js";
import { systemPlatform } from "../../src/transport/transport.js";
import { createFixtureClient, type FixtureClient } from "../support/fixture-client.js";
import { recordingFetch } from "../support/recording-fetch.js";

const collection = { path: { collectionId: "jazz" } };
const notes = { path: { collectionId: "jazz", shelfId: "low", language: "en" } } as const;
const titles = ["Blue"];

type Calls = Record<string, (library: FixtureClient) => Promise<unknown>>;

/** Operations that may be repeated: three methods, and a POST that only reads. */
const REPEATABLE: Calls = {
  "a GET": (library) => library.GET("/collections"),
  "a PUT": (library) =>
    library.PUT("/collections/{collectionId}/shelves/{shelfId}/notes/{language}", {
      params: notes,
      body: { notes: {} },
    }),
  "a DELETE": (library) =>
    library.DELETE("/collections/{collectionId}/records", { params: collection, body: { titles } }),
  "a POST that reads": (library) =>
    library.POST("/collections/{collectionId}/records/lookup", { params: collection, body: { titles } }),
};
const WRITES: Calls = {
  "a POST": (library) =>
    library.POST("/collections/{collectionId}/shelves", { params: collection, body: { name: "low" } }),
  "a PATCH": (library) =>
    library.PATCH("/collections/{collectionId}/shelves/{shelfId}/notes/{language}", {
      params: notes,
      body: { notes: {} },
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
  ...[408, 500, 502, 503, 504, 520, 530].map((status): [FailureStep, { repeatable: boolean; write: boolean }] => [
    { status },
    { repeatable: true, write: false },
  ]),
  ...[400, 401, 403, 404, 409, 422, 501].map((status): [FailureStep, { repeatable: boolean; write: boolean }] => [
    { status },
    { repeatable: false, write: false },
  ]),
  ["redirect", { repeatable: false, write: false }],
];

/** The platform, but without the waits between attempts. */
const WITHOUT_WAITING: Platform = { ...systemPlatform, sleep: async () => {} };

/** How often a call is sent that fails once and would then succeed, and with what bodies. */
async function sent(call: (library: FixtureClient) => Promise<unknown>, step: FailureStep) {
  const answered = recordingFetch(() => Response.json({}));
  const bodies: unknown[] = [];
  const failing = scriptedFailures(answered.fetch, [step]);
  const fetch: typeof globalThis.fetch = (input, init) => {
    bodies.push(init?.body);
    return failing(input, init);
  };
  // Only a step that stalls needs a timeout.
  const timeout = String(step).startsWith("stall") ? 200 : undefined;
  const library = createFixtureClient({ region: "north", apiKey: "k", fetch, timeout }, WITHOUT_WAITING);
  const error = await call(library).then(
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
