import { afterAll, describe, expect, inject, test } from "vitest";
import { RedirectError } from "../../src/index.js";
import { JSON_TYPE } from "../../src/testing/json-text.js";
import { ViolationFinder } from "../../src/testing/mock/find-violations.js";
import { mediaTypeOf, resolved, responseOf } from "../../src/testing/resolved-operations.js";
import { type Answer, apiErrorOf, send, sendWithoutKey, violationsOf } from "../support/contract-calls.js";
import { Requests, type WrongRequest } from "../support/requests.js";
import { document, examplesOf, isSuccess, jsonOf, operations, statusesOf } from "../support/shipped-document.js";

const made = new Requests(document);
const finder = new ViolationFinder(document, "response");

/** An operation without a valid request is not called. The last lines of the run give the reason. */
const called = operations.flatMap((operation) => {
  const requests = made.of(operation);
  const [request] = requests;
  const wrong = { body: made.wrongBodies(operation), parameters: made.wrongParameters(operation) };
  return request ? [[operation.operationId, operation, requests, request, wrong] as const] : [];
});

afterAll(() => {
  const count = (part: "body" | "parameters") => called.reduce((sum, [, , , , wrong]) => sum + wrong[part].length, 0);
  console.log(`contract: ${count("body")} wrong bodies and ${count("parameters")} wrong parameters sent`);
  for (const one of made.notTried) console.log(`contract: not tried: ${one}`);
});

test("a path that the document does not have is refused", async () => {
  const response = await fetch(`${inject("mockUrl")}${"/none".repeat(20)}`);
  const violation = { location: "path", rule: "path", message: "is not in the OpenAPI document" };
  expect([response.status, await response.json()]).toMatchObject([404, { violations: [violation] }]);
});

describe.each(called)("%s", (_, operation, requests, request, wrong) => {
  const statuses = statusesOf(operation);
  const errors = statuses.filter((status) => !isSuccess(status));
  const successes = statuses.filter(isSuccess);

  /** An answer must have one of the operation's statuses and the body that the document has for it. */
  function check({ data, response: { status, headers } }: Answer, about: string): void {
    expect(isSuccess(status) && responseOf(operation, status), `${about}: ${status} is documented`).toBeTruthy();
    const type = headers.get("content-type") ?? "";
    const [, { schema = undefined } = {}] = mediaTypeOf(responseOf(operation, status)?.content ?? {}, type) ?? [];
    if (status === 204 || operation.method === "HEAD") expect(data, about).toBeUndefined();
    else if (JSON_TYPE.test(type)) expect(schema && finder.find(schema, data, "body"), about).toEqual(schema && []);
    else if (schema) expect(typeof data === "string" || data instanceof Blob, `${about}: ${type}`).toBe(true);
  }

  test("answers every valid request with what the document describes", async () => {
    const calls = requests.map(async (request) => {
      const refusal = await apiErrorOf(send(operation, request).then((answer) => check(answer, request.about)));
      expect(refusal && [refusal.message, ...violationsOf(refusal)], request.about).toBeUndefined();
    });
    await Promise.all(calls);
  });

  test.for(successes)("delivers every example of a %i as it stands in the document", async (status) => {
    const examples = examplesOf(jsonOf(responseOf(operation, status)?.content));
    const calls = examples.map(async ([name, value]) => {
      const answer = await send(operation, request, `code=${status}, example=${name}`);
      check(answer, name);
      if (operation.method !== "HEAD") expect(answer.data, name).toEqual(value);
    });
    if (examples.length === 0) check(await send(operation, request, `code=${status}`), "no example");
    await Promise.all(calls);
  });

  test.for(errors)("rejects with an error on a %i", async (status) => {
    const isRedirect = status < 400 && status !== 304;
    if (isRedirect) return expect(send(operation, request, `code=${status}`)).rejects.toBeInstanceOf(RedirectError);
    const error = await apiErrorOf(send(operation, request, `code=${status}`));
    expect(error?.status).toBe(status);
    expect(String(Object(error?.body).type), "the mock knows the status").not.toMatch(
      /^https:\/\/stoplight\.io\/prism\/errors#/,
    );
    expect(error && violationsOf(error)).toEqual([]);
  });

  const { security = document.security ?? [] } = operation;
  const isPublic = security.length === 0 || security.some((schemes) => Object.keys(schemes).length === 0);
  test(isPublic ? "needs no key" : "refuses a request without a key", async () => {
    const error = await apiErrorOf(sendWithoutKey(operation, request));
    expect(error?.status).toBe(isPublic ? undefined : 401);
  });

  test.for(["body", "parameters"] as const)("refuses each request with wrong %s, and says why", async (part) => {
    const problems = wrong[part].map((one) => problemWith(one, apiErrorOf(send(operation, one))));
    expect((await Promise.all(problems)).flat()).toEqual([]);
  });

  test("is sent a body of another type, if the body is an object", () => {
    const { schema } = jsonOf(operation.requestBody?.content) ?? {};
    const isObject = schema !== undefined && resolved(document, schema).type === "object";
    const rules = wrong.body.flatMap(({ violations }) => violations.map(({ location, rule }) => `${location} ${rule}`));
    expect(rules).toEqual(isObject ? expect.arrayContaining(["body type"]) : rules);
  });
});

/** What is wrong with the mock's response to a wrong request. */
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
