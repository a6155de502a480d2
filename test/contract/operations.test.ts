import { describe, expect, test } from "vitest";
import { examplesOf, isSuccess, jsonOf, operations, statusesOf } from "../support/document.js";
import { requestsOf } from "../support/requests.js";
import { type Answer, apiErrorOf, send, sendWithoutKey } from "../support/send.js";
import { problemsWith } from "../support/validate.js";
import { isPrismProblem, violationsOf } from "../support/violations.js";

describe.each(operations.map((operation) => [operation.operationId, operation] as const))("%s", (_, operation) => {
  const { responses } = operation;
  const requests = requestsOf(operation);
  const [request] = requests;
  const statuses = statusesOf(operation);
  const errors = statuses.filter((status) => !isSuccess(status));
  const successes = statuses.filter(isSuccess);

  /** An answer must have one of the operation's statuses and the body that the document has for it. */
  function check({ data, response }: Answer, about: string): void {
    const { status, headers } = response;
    expect(successes, about).toContain(status);
    const json = jsonOf(responses[status]?.content);
    if (json) expect(problemsWith(data, json.schema), about).toEqual([]);
    expect(headers.get("sl-violations"), about).toBeNull();
    if (status === 204) expect(data, about).toBeUndefined();
  }

  test("answers every valid request with what the document describes", async () => {
    const calls = requests.map(async (request) => {
      const refusal = await apiErrorOf(send(operation, request).then((answer) => check(answer, request.about)));
      expect(refusal && [refusal.message, ...violationsOf(refusal)], request.about).toBeUndefined();
    });
    await Promise.all(calls);
  });

  test.for(successes)("delivers every example of a %i as it stands in the document", async (status) => {
    const examples = examplesOf(jsonOf(responses[status]?.content));
    const calls = examples.map(async ([name, value]) => {
      const answer = await send(operation, request, `code=${status}, example=${name}`);
      check(answer, name);
      expect(answer.data, name).toEqual(value);
    });
    if (examples.length === 0) check(await send(operation, request, `code=${status}`), "no example");
    await Promise.all(calls);
  });

  test.for(errors)("rejects with an ApiError on a %i", async (status) => {
    const error = await apiErrorOf(send(operation, request, `code=${status}`));
    expect(error?.status).toBe(status);
    expect(isPrismProblem(error?.body), "the mock knows the status").toBe(false);
    expect(error?.headers.get("sl-violations")).toBeNull();
  });

  test("refuses a request without a key", async () => {
    const { status } = await sendWithoutKey(operation, request);
    expect(status).toBe(401);
  });
});
