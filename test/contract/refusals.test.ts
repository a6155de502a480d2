import { afterAll, describe, expect, inject, test } from "vitest";
import { apiErrorOf, send } from "../support/contract-calls.js";
import { violationsOf } from "../support/reported-violations.js";
import type { WrongRequest } from "../support/requests.js";
import { shipped } from "../support/shipped.js";
import { operations } from "../support/shipped-document.js";

const parts = [
  ["body", "wrongBodies"],
  ["parameters", "wrongParameters"],
] as const;

const cases = parts.flatMap(([part, make]) =>
  operations.map((operation) => [operation.operationId, part, operation, shipped[make](operation)] as const),
);

afterAll(() => {
  const count = (name: string) => cases.reduce((sum, [, part, , all]) => sum + (part === name ? all.length : 0), 0);
  console.log(`contract: ${count("body")} wrong bodies and ${count("parameters")} wrong parameters sent`);
  for (const one of shipped.notTried) console.log(`contract: not tried: ${one}`);
});

test("a path that the document does not have is refused", async () => {
  const response = await fetch(`${inject("mockUrl")}${"/none".repeat(20)}`);
  const violation = { location: "path", rule: "path", message: "is not in the OpenAPI document" };
  expect([response.status, await response.json()]).toMatchObject([404, { violations: [violation] }]);
});

const some = cases.filter(([, , , requests]) => requests.length > 0);

describe.each(some)("%s", (_, part, operation, requests) => {
  test(`refuses each request with a wrong ${part}, and says why`, async () => {
    const problems = requests.map((request) => problemWith(request, apiErrorOf(send(operation, request))));
    expect((await Promise.all(problems)).flat()).toEqual([]);
  });
});

/** What is wrong with the mock's reaction to a wrong request. */
async function problemWith({ about, violations }: WrongRequest, refusal: ReturnType<typeof apiErrorOf>) {
  const error = await refusal;
  if (!error) return [`let through: ${about}`];
  const found = violationsOf(error);
  const missing = violations.filter((expected) => !found.some((one) => isSame(one, expected)));
  if (missing.length === 0 && error.status >= 400 && error.status < 500) return [];
  return [`${error.status} for another reason: ${about}: ${JSON.stringify({ found, missing })}`];
}

type Reason = Pick<WrongRequest["violations"][number], "location" | "rule">;

/** An object may be written as parameters of other names, so the place of a parameter's violation is not compared. */
function isSame(one: Reason, expected: Reason): boolean {
  const isBody = expected.location.startsWith("body") || expected.location === "request";
  return one.rule === expected.rule && (!isBody || one.location === expected.location);
}
