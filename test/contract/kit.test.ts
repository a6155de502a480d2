/** The test kit runs on the document of the tests elsewhere. Here it is the kit of the shipped document. */
import { describe, expect, inject, test } from "vitest";
import type { DocumentOperation } from "../../scripts/openapi/document.js";
import { verifyLiveCommand } from "../../scripts/verify-live-command.js";
import { ContractViolationError, connectMockApi, type LiveVerification, prefer } from "../../src/testing/index.js";
import { sendWith } from "../support/contract-calls.js";
import { API_KEY, createClock, startDocumentedApi } from "../support/documented-api.js";
import { Requests } from "../support/requests.js";
import { document, examplesOf, isSuccess, jsonOf, operations, statusesOf } from "../support/shipped-document.js";

const mock = connectMockApi(inject("mockUrl"));
const made = new Requests(document);

interface WithoutSchema {
  readonly content?: object;
  readonly "x-example"?: unknown;
}

/** The named examples of an operation's successes. The mock answers the first without being asked. */
function namedExamples(operation: DocumentOperation) {
  return statusesOf(operation)
    .filter(isSuccess)
    .flatMap((status) => examplesOf(jsonOf(operation.responses[status]?.content)));
}

describe("the mock of the shipped document", () => {
  test("answers the example that a client asks for, and the one that a call asks for", async ({ skip }) => {
    const operation = operations.find((one) => namedExamples(one).length > 1);
    if (!operation) return skip("the document has no operation with two named examples");
    const [[first, value] = [], [second, other] = []] = namedExamples(operation);
    const id = operation.operationId as never;
    const [request] = made.of(operation);
    if (!request) return skip("the operation has no valid request that could be made");
    const polyai = mock.client({ answers: { [id]: { example: second } } });
    expect((await sendWith(polyai, operation, request)).data).toEqual(other);
    const headers = prefer(id, { example: first as never });
    expect((await sendWith(polyai, operation, request, headers)).data).toEqual(value);
  });

  test("answers the example of the overlay where a success has no schema", async ({ skip }) => {
    const withoutSchema = operations.flatMap((operation) => {
      const [response] = statusesOf(operation).filter(isSuccess).map(String);
      const { content, "x-example": example } = (operation.responses[response ?? ""] ?? {}) as WithoutSchema;
      return content === undefined && example !== undefined ? [{ operation, example }] : [];
    });
    if (withoutSchema.length === 0) return skip("the overlay has no example of a success without a schema");
    for (const { operation, example } of withoutSchema) {
      const [request] = made.of(operation);
      if (!request) continue;
      expect((await sendWith(mock.client(), operation, request)).data, operationName(operation)).toEqual(example);
    }
  });

  test("can be asked for every operation of the document, and for no other", () => {
    for (const { operationId } of operations) {
      expect(prefer(operationId as never, { generate: true })).toEqual({ prefer: "dynamic=true" });
    }
    const id = "noSuchOperation" as never;
    expect(() => prefer(id, { generate: true })).toThrow('the OpenAPI document has no operation "noSuchOperation"');
  });

  test("fails a call that does not match the document", async ({ skip }) => {
    const operation = operations.find(({ requestBody }) => requestBody?.required && jsonOf(requestBody.content));
    if (!operation) return skip("the document has no operation with a required JSON body");
    const [request] = made.of(operation);
    if (!request) return skip("the operation has no valid request that could be made");
    const call = sendWith(mock.client(), operation, { ...request, body: undefined });
    const message = expect.stringContaining(
      `${operationName(operation)}: the request does not match the OpenAPI document`,
    );
    await expect(call).rejects.toThrow(expect.objectContaining({ name: ContractViolationError.name, message }));
  });
});

describe("npm run verify:live", () => {
  const reads = operations.filter((operation) => operation.method === "GET" || operation["x-safe"]);
  const inPath = ({ parameters }: DocumentOperation) => parameters.filter((parameter) => parameter.in === "path");

  /** What the command finds in a stand-in that answers with the examples of the document. */
  async function verification(): Promise<LiveVerification> {
    const agent = reads.flatMap(inPath).find(({ name }) => name === "agentId");
    await using server = await startDocumentedApi(document);
    const args = ["--base-url", server.url, "--agent", String(agent?.example), "--json"];
    const { stdout, stderr } = await verifyLiveCommand(args, { POLYAI_API_KEY: API_KEY }, createClock());
    expect(stderr).toBe("");
    return JSON.parse(stdout);
  }

  test("calls every GET of the shipped document that needs an agent alone", async ({ skip }) => {
    const alone = reads.filter((operation) => {
      const required = operation.parameters.filter((parameter) => parameter.required).map(({ name }) => name);
      return operation.method === "GET" && required.join() === "agentId";
    });
    if (alone.length === 0) return skip("the document has no GET that needs an agent alone");
    const { checked } = await verification();
    expect(checked.map(({ operation }) => operation)).toEqual(expect.arrayContaining(alone.map(operationName)));
  });

  test("calls every operation that can be reached from an agent, and reports nothing", async ({ skip }) => {
    const silent = reads.find(({ responses }) => {
      const json = jsonOf(responses["200"]?.content);
      return json && examplesOf(json).length === 0;
    });
    if (silent) return skip(`the document has no example of what ${operationName(silent)} answers`);
    const lists = reads.filter(({ method }) => method === "GET").map(({ path }) => path);
    const isListed = (path: string, name: string) => lists.includes(path.slice(0, path.indexOf(`/{${name}}`)));
    const reached = reads.filter((operation) =>
      inPath(operation).every(({ name }) => name === "agentId" || isListed(operation.path, name)),
    );
    const { differences, checked } = await verification();
    expect(differences).toEqual([]);
    expect(reached.length).toBeGreaterThan(0);
    expect(checked.map(({ operation }) => operation)).toEqual(expect.arrayContaining(reached.map(operationName)));
  });
});

function operationName({ method, path }: DocumentOperation): string {
  return `${method} ${path}`;
}
