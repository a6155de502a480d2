import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../../src/testing/document.js";
import type { Difference } from "../../src/testing/verify-live.js";
import type { ResponseChange } from "../support/documented-api.js";
import { body, combined, document, verify } from "../support/verify-live.js";

type Found = Partial<Difference>;

const cases: [about: string, operationId: string, wrong: ResponseChange, differences: Found[], of?: OpenApiDocument][] =
  [
    [
      "a required property is missing",
      "listLoans",
      body((data) => {
        for (const loan of data.loans) delete loan.days;
      }),
      [{ location: "body.loans[].days", rule: "required", message: "is missing", count: 12 }],
    ],
    [
      "a property has another type",
      "listPlayers",
      body((data) => {
        data.players[1].broken = "no";
      }),
      [{ location: "body.players[].broken", rule: "type", message: "must be boolean, but is string", count: 1 }],
    ],
    [
      "a state without loans is null",
      "getLatestLoans",
      body((data) => {
        data.latest.due = null;
      }),
      [
        {
          location: "body.latest.*",
          rule: "type",
          message: "must be object, but is null (first at body.latest.due)",
          count: 1,
        },
      ],
    ],
    [
      "there is an undocumented property at the top",
      "getCollection",
      body((data) => {
        data.tone = "friendly";
      }),
      [{ location: "body.tone", rule: "additionalProperties", message: "is not documented", count: 1 }],
    ],
    [
      "the document leaves a schema open, and there is an undocumented property in the items of an array",
      "listRecords",
      body((data) => {
        for (const record of data.records) record["label name"] = "x";
      }),
      [{ location: 'body.records[]["label name"]', rule: "additionalProperties", count: 8 }],
    ],
    [
      "there is an undocumented property where schemas are combined",
      "getPlayer",
      body((data) => {
        data.needle = {};
      }),
      [{ location: "body.needle", rule: "additionalProperties", count: 3 }],
      combined(),
    ],
    [
      "a property is mistyped where schemas are combined",
      "lookUpPlayer",
      body((data) => {
        data.name = 7;
      }),
      [{ location: "body.name", rule: "type", message: "must be string, but is number" }],
      combined(),
    ],
    [
      "an undocumented map has a hundred keys",
      "listPlayers",
      body((data) => {
        for (let n = 0; n < 100; n += 1) data[`key-${n}`] = n;
      }),
      [{ location: "body.*", rule: "additionalProperties", message: "100 properties are not documented", count: 100 }],
    ],
    [
      "a 404 is not documented",
      "listSections",
      (answer) => ({ ...answer, status: 404 }),
      [{ status: 404, location: "status", rule: "status", message: "is not documented (documented: 200)" }],
    ],
    [
      "a 429 is not documented",
      "listCollections",
      (answer) => ({ ...answer, status: 429, headers: { "retry-after": "1" } }),
      [{ status: 429, location: "status", rule: "status" }],
    ],
    [
      "a 501 is not documented",
      "lookUpRecords",
      (answer) => ({ ...answer, status: 501, body: "" }),
      [{ status: 501, location: "status", rule: "status" }],
    ],
    [
      "HTML comes behind a 200",
      "getNotes",
      (answer) => ({ ...answer, headers: { "content-type": "text/html" }, body: "<html>log in</html>" }),
      [{ status: 200, location: "body", rule: "json", message: "is not JSON (text/html)", count: 3 }],
    ],
    [
      "JSON comes as text",
      "getRecord",
      (answer) => ({ ...answer, headers: { "content-type": "text/plain" } }),
      [{ location: "header.content-type", rule: "contentType", message: "is text/plain", count: 4 }],
    ],
    [
      "the body of a 200 is empty",
      "batchGetPlayers",
      (answer) => ({ ...answer, body: "" }),
      [{ location: "body", rule: "empty", message: "is empty, but the OpenAPI document describes JSON", count: 1 }],
    ],
    [
      "the JSON is broken",
      "listLoans",
      (answer) => ({ ...answer, body: answer.body.slice(0, 40) }),
      [{ location: "body", rule: "json" }],
    ],
    [
      "an array comes in place of an object",
      "listRecords",
      (answer) => ({ ...answer, body: "[]" }),
      [{ location: "body", rule: "type", message: "must be object, but is array" }],
    ],
    [
      "an object comes in place of an array",
      "listCollections",
      (answer) => ({ ...answer, body: '{"collections":[]}' }),
      [{ location: "body", rule: "type", message: "must be array, but is object" }],
    ],
    [
      "it redirects",
      "listShelves",
      (answer) => ({ ...answer, status: 302, headers: { location: "https://elsewhere.example/login?next=1" } }),
      [
        {
          status: 302,
          location: "status",
          rule: "redirect",
          message: "redirects to https://elsewhere.example (not followed)",
        },
      ],
    ],
    [
      "the body breaks off",
      "getCollection",
      (answer, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": 1_000 });
        response.write(answer.body, () => response.destroy());
        return answer;
      },
      [
        {
          status: 200,
          location: "body",
          rule: "answer",
          message: expect.stringMatching(/^ended too early: /) as never,
        },
      ],
    ],
    [
      "the connection is reset",
      "getLatestLoans",
      (answer, response) => {
        response.destroy();
        return answer;
      },
      [{ status: null, location: "connection", rule: "answer", count: 1 }],
    ],
  ];

describe("verifyLive reports one wrong response, and nothing else:", () => {
  test.each(cases)("%s", async (_, operationId, wrong, expected, of = document) => {
    const { differences } = await verify({ [operationId]: wrong }, of);
    const operation = operationName(operationId);
    expect(differences).toEqual(expected.map((one) => expect.objectContaining({ operation, ...one })));
  });
});

function operationName(operationId: string): string {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if ((operation as { operationId?: string }).operationId === operationId) return `${method.toUpperCase()} ${path}`;
    }
  }
  throw new Error(`no ${operationId}`);
}
