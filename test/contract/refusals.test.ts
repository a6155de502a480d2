import { afterAll, describe, expect, test } from "vitest";
import type { DocumentOperation } from "../../scripts/document.js";
import { jsonOf, operations } from "../support/document.js";
import { describeMutation, type Mutation, mutationsOf, unknownKeywords } from "../support/mutations.js";
import { queryMutationsOf } from "../support/query.js";
import { type Request, requestsOf } from "../support/requests.js";
import { maximal } from "../support/samples.js";
import { apiErrorOf, send } from "../support/send.js";
import { problemsWith } from "../support/validate.js";
import { type Violation, violationsOf } from "../support/violations.js";

const refused = { bodies: 0, queries: 0 };

afterAll(() => console.log(`contract: ${refused.bodies} broken bodies and ${refused.queries} broken queries refused`));

const withBody = operations.flatMap((operation) => {
  const json = jsonOf(operation.requestBody?.content);
  return json ? [[operation.operationId, operation, json.schema] as const] : [];
});

if (withBody.length === 0) test.skip("the document has no operation with a JSON body");
describe.each(withBody)("%s", (_, operation, schema) => {
  const [request] = requestsOf(operation);
  // Prism takes a body of null for none at all.
  const mutations = mutationsOf(schema).filter(({ value }) => value !== null);
  const keywords = [...new Set(mutations.map(({ keyword }) => keyword))];

  test("has no keyword in its body that these tests do not know how to violate", () => {
    expect(unknownKeywords(schema)).toEqual([]);
    expect(problemsWith(maximal(schema), schema), "what is broken is valid before").toEqual([]);
  });

  test.for(keywords)("refuses every body that violates %s", async (keyword) => {
    const some = mutations.filter((mutation) => mutation.keyword === keyword);
    const valid = some.filter(({ value }) => problemsWith(value, schema).length === 0);
    expect(valid.map(describeMutation), "bodies that the schema allows after all").toEqual([]);
    const problems = some.map((mutation) =>
      notRefused(operation, { ...request, body: mutation.value }, "body", mutation),
    );
    expect((await Promise.all(problems)).flat()).toEqual([]);
    refused.bodies += some.length;
  });

  if (!operation.requestBody?.required) return;
  test("refuses a request without its body", async () => {
    const mutation: Mutation = { keyword: "required", at: [], value: undefined };
    expect(await notRefused(operation, { ...request, body: undefined }, undefined, mutation)).toEqual([]);
    refused.bodies += 1;
  });
});

const withQuery = operations.flatMap((operation) => {
  const mutations = queryMutationsOf(operation);
  return mutations.length > 0 ? [[operation.operationId, operation, mutations] as const] : [];
});

if (withQuery.length === 0) test.skip("the document has no operation with a query that can be wrong");
describe.each(withQuery)("%s", (_, operation, mutations) => {
  test("has no keyword in its query that these tests do not know how to violate", () => {
    const schemas = operation.parameters
      .filter((parameter) => parameter.in === "query")
      .map(({ schema = {} }) => schema);
    expect(schemas.flatMap(unknownKeywords)).toEqual([]);
  });

  test("refuses every query that violates the document", async () => {
    const [request] = requestsOf(operation);
    const problems = mutations.map((mutation) => {
      const params = { ...request.params, query: mutation.value as Record<string, unknown> };
      return notRefused(operation, { ...request, params }, "query", mutation);
    });
    expect((await Promise.all(problems)).flat()).toEqual([]);
    refused.queries += mutations.length;
  });
});

/** What is wrong with the mock's reaction to a broken request, which is to name the keyword and the place. */
async function notRefused(
  operation: DocumentOperation,
  request: Request,
  part: string | undefined,
  mutation: Mutation,
) {
  const error = await apiErrorOf(send(operation, request));
  if (!error) return [`let through: ${describeMutation(mutation)}`];
  const violations = violationsOf(error);
  const named = violations.some((violation) => isOf(violation, part, mutation));
  if (named && [400, 422].includes(error.status)) return [];
  return [`${error.status} for another reason: ${describeMutation(mutation)}: ${JSON.stringify(violations)}`];
}

function isOf({ location, code, message }: Violation, part: string | undefined, { keyword, at, property }: Mutation) {
  const place = [...(part === undefined ? [] : [part]), ...at].join("/");
  // Prism writes the names of query parameters in lower case.
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  if (code !== keyword || !same(location.join("/"), place)) return false;
  return property === undefined || message.toLowerCase().includes(`'${property.toLowerCase()}'`);
}
