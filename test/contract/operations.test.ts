import { describe, expect, test } from "vitest";
import { RedirectError } from "../../src/index.js";
import { JSON_TYPE } from "../../src/testing/json-text.js";
import { mediaTypeOf, responseOf } from "../../src/testing/resolved-operations.js";
import { type Answer, apiErrorOf, send, sendWithoutKey } from "../support/contract-calls.js";
import { isPrismProblem, violationsOf } from "../support/reported-violations.js";
import { problemsWith, requestsOf } from "../support/shipped.js";
import { document, examplesOf, isSuccess, jsonOf, operations, statusesOf } from "../support/shipped-document.js";

/** An operation without a valid request is not called. The summary of refusals.test.ts gives the reason. */
const called = operations.flatMap((operation) => {
  const requests = requestsOf(operation);
  const [request] = requests;
  return request ? [[operation.operationId, operation, requests, request] as const] : [];
});

describe.each(called)("%s", (_, operation, requests, request) => {
  const statuses = statusesOf(operation);
  const errors = statuses.filter((status) => !isSuccess(status));
  const successes = statuses.filter(isSuccess);

  /** An answer must have one of the operation's statuses and the body that the document has for it. */
  function check({ data, response: { status, headers } }: Answer, about: string): void {
    expect(isSuccess(status) && responseOf(operation, status), `${about}: ${status} is documented`).toBeTruthy();
    const type = headers.get("content-type") ?? "";
    const [, { schema = undefined } = {}] = mediaTypeOf(responseOf(operation, status)?.content ?? {}, type) ?? [];
    if (status === 204 || operation.method === "HEAD") expect(data, about).toBeUndefined();
    else if (JSON_TYPE.test(type)) expect(schema && problemsWith(data, schema), about).toEqual(schema && []);
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
    expect(isPrismProblem(error?.body), "the mock knows the status").toBe(false);
    expect(error && violationsOf(error)).toEqual([]);
  });

  const { security = document.security ?? [] } = operation;
  const isPublic = security.length === 0 || security.some((schemes) => Object.keys(schemes).length === 0);
  test(isPublic ? "needs no key" : "refuses a request without a key", async () => {
    const error = await apiErrorOf(sendWithoutKey(operation, request));
    expect(error?.status).toBe(isPublic ? undefined : 401);
  });
});
