import type { OpenApiDocument } from "../document.js";
import { JSON_TYPE } from "../json-text.js";
import { mediaTypeOf, type ResolvedOperation, resolvedOperations, responseOf } from "../resolved-operations.js";
import { createFindRoute } from "../routes.js";
import type { Violation } from "../violations.js";
import { ViolationFinder } from "./find-violations.js";
import { type MockAnswer, type Preference, type Prism, startPrism } from "./prism.js";
import type { RawRequest } from "./raw-request.js";
import type { RequestFinders } from "./request-body.js";
import { addSamples, createMake, type Make } from "./response-samples.js";
import { validateRequest, wrapped } from "./validate-request.js";

/** A mocked OpenAPI document. */
export interface MockedApi {
  /** Responses without a valid example, as method, path and status. */
  readonly withoutResponse: readonly string[];
  answer(request: Omit<RawRequest, "path">): Promise<MockAnswer>;
}

/**
 * Creates the mock of a document.
 *
 * @throws {Error} if a schema cannot be compiled. The message names the schema.
 */
export async function mockDocument(document: OpenApiDocument): Promise<MockedApi> {
  const operations = resolvedOperations(document);
  const typed = new ViolationFinder(document, "request");
  const text = new ViolationFinder(document, "request", true);
  const responses = new ViolationFinder(document, "response");
  const requests: RequestFinders = { typed, text, schemas: document.components?.schemas ?? {} };
  compileAll(operations, requests, responses);
  const prism = await startPrism(document);
  const make = await createMake(document);
  const withoutResponse = await addSamples(operations, prism.operations, responses, make);
  const findRoute = createFindRoute(operations);
  const answer = async (request: Omit<RawRequest, "path">): Promise<MockAnswer> => {
    const { method, pathname, headers } = request;
    if (/%(?![\da-f]{2})/i.test(pathname)) return problem(400, NO_MATCH, [MALFORMED]);
    const route = findRoute(method, pathname);
    if (!route) return unknownPath(operations, request);
    const { row: operation, values } = route;
    const refusal = await validateRequest(document, operation, { ...request, path: values }, requests);
    if (refusal) return problem(refusal.status, NO_MATCH, refusal.violations);
    return answerOf(prism, operation, headers, responses, make);
  };
  return { withoutResponse, answer };
}

const NO_MATCH = "The request does not match the OpenAPI document";
const MALFORMED = {
  location: "path",
  rule: "encoding",
  message: "has a % that is not followed by two hexadecimal digits",
};

/** Compiles all schemas at the start, so that a broken schema is reported at once, by name. */
function compileAll(
  operations: readonly ResolvedOperation[],
  { typed, text }: RequestFinders,
  responses: ViolationFinder,
) {
  for (const finder of [typed, responses]) finder.compileComponents();
  for (const { method, path, parameters, requestBody, responses: all } of operations) {
    const name = `${method} ${path}`;
    for (const parameter of parameters) {
      const schema = wrapped(parameter);
      if (schema) text.compile(schema, `the ${parameter.in} parameter ${parameter.name} of ${name}`);
    }
    for (const { schema } of Object.values(requestBody?.content ?? {})) {
      if (schema) typed.compile(schema, `the body of ${name}`);
    }
    for (const [status, { content = {} }] of Object.entries(all)) {
      for (const { schema } of Object.values(content))
        if (schema) responses.compile(schema, `the ${status} of ${name}`);
    }
  }
}

/** Prism's response, or a 501 if that response does not match the document. */
async function answerOf(
  prism: Prism,
  operation: ResolvedOperation,
  { accept, prefer }: RawRequest["headers"],
  responses: ViolationFinder,
  make: Make,
): Promise<MockAnswer> {
  const { dynamic, seed, ...wanted } = preferenceOf(prefer);
  const answer = await prism.answer(operation, accept, wanted);
  const type = answer.headers["content-type"] ?? "";
  const [, { schema = undefined } = {}] = mediaTypeOf(responseOf(operation, answer.status)?.content ?? {}, type) ?? [];
  if (!schema || !JSON_TYPE.test(type)) return answer;
  const validate = (value: unknown) => responses.find(schema, value, "response.body");
  const made = dynamic ? await make(schema, (value) => validate(value).length === 0, seed) : undefined;
  if (made) return { ...answer, body: made.value };
  const violations = validate(answer.body);
  // 501, because clients retry a 500.
  return violations.length === 0
    ? answer
    : problem(501, "The OpenAPI document has no valid example for this response", violations);
}

/** The preferences of `Prefer: code=404, example=name` (RFC 7240). Without a seed, generated data differs each time. */
function preferenceOf(prefer = ""): Preference & { dynamic: boolean; seed: string } {
  const pairs = prefer.split(/[,;]/).map((part) => part.trim().replaceAll('"', "").split("=", 2));
  const { code, example, dynamic, seed }: Record<string, string | undefined> = Object.fromEntries(pairs);
  return {
    dynamic: dynamic === "true",
    seed: seed ?? String(Math.random()),
    ...(code !== undefined && { code: Number(code) || -1 }),
    ...(example !== undefined && { exampleKey: example }),
  };
}

function unknownPath(
  operations: readonly ResolvedOperation[],
  { method, pathname }: Omit<RawRequest, "path">,
): MockAnswer {
  const others = operations.filter((one) => createFindRoute([one])(one.method, pathname)).map((one) => one.method);
  if (others.length === 0) {
    return problem(404, NO_MATCH, [{ location: "path", rule: "path", message: "is not in the OpenAPI document" }]);
  }
  const message = `is not in the OpenAPI document for ${pathname}, only ${others.join(", ")}`;
  return problem(405, NO_MATCH, [{ location: "method", rule: "method", message: `${method} ${message}` }]);
}

/** A problem response (RFC 9457) that lists the violations. */
function problem(status: number, title: string, violations: readonly Violation[]): MockAnswer {
  const listed = violations.slice(0, 3).map(({ location, message }) => `${location} ${message}`);
  const more = violations.length - listed.length;
  const detail = listed.join("; ") + (more > 0 ? `; and ${more} more` : "");
  const headers = { "content-type": "application/problem+json" };
  return { status, headers, body: { title, status, detail, violations } };
}
