import type { MediaType, OpenApiDocument, Schema } from "../document.js";
import { JSON_TYPE } from "../json-text.js";
import { type ResolvedOperation, resolved } from "../resolved-operations.js";
import { loadPrismHttp, requireOfPrism } from "./require-of-prism.js";

/** A response of the mock server. */
export interface MockAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Selects a response of Prism by status or by named example. */
export interface Preference {
  readonly code?: number;
  readonly exampleKey?: string;
}

type PrismHttp = typeof import("@stoplight/prism-http");
export type PrismOperation = Awaited<ReturnType<PrismHttp["getHttpOperationsFromSpec"]>>[number];

/** Prism, used only to make responses. The mock server validates requests itself. */
export interface Prism {
  readonly operations: readonly PrismOperation[];
  answer(operation: ResolvedOperation, accept: string | undefined, wanted: Preference): Promise<MockAnswer>;
}

/** Starts Prism on a document. */
export async function startPrism(document: OpenApiDocument): Promise<Prism> {
  const { createInstance, getHttpOperationsFromSpec } = loadPrismHttp();
  const { createLogger } = requireOfPrism("@stoplight/prism-core") as typeof import("@stoplight/prism-core");
  // A copy, because Prism replaces the references in the document.
  const operations = await getHttpOperationsFromSpec(answersOf(structuredClone(document)));
  const checks = { checkSecurity: false, validateRequest: false, validateResponse: false, errors: false };
  const config = { ...checks, upstreamProxy: undefined, isProxy: false as const };
  const logger = createLogger("mock", { level: "silent" });
  const prism = createInstance({ ...config, mock: { dynamic: false } }, { logger });
  const answer: Prism["answer"] = async ({ method, path }, accept, mock) => {
    const own = operations.filter((one) => one.path === path && one.method === method.toLowerCase());
    const request = { method: method.toLowerCase() as PrismMethod, url: { path }, headers: accept ? { accept } : {} };
    const result = await prism.request(request, own, { ...config, mock: { dynamic: false, ...mock } })();
    if (result._tag === "Left") return problemOf(result.left as PrismProblem);
    const { statusCode, headers, body } = result.right.output;
    return { status: statusCode, headers: headersOf(headers), body };
  };
  return { operations, answer };
}

type PrismMethod = Parameters<ReturnType<PrismHttp["createInstance"]>["request"]>[0]["method"];

/** Header names in lower case; headers without a value are removed. */
function headersOf(headers: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const there = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(there.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** Prism's error if it has no response. */
interface PrismProblem extends Error {
  readonly status?: number;
  readonly detail?: string;
}

function problemOf({ name, message, status, detail = message }: PrismProblem): MockAnswer {
  // If a status lacks the requested example, Prism reports that only in the error's message.
  const [, type = name, title = message] = /^(https:\S+#NOT_FOUND): ([^.]*)/.exec(message) ?? [];
  const known = status ?? (type === name ? 501 : 404);
  const headers = { "content-type": "application/problem+json" };
  return { status: known, headers, body: { type, title, status: known, detail } };
}

/** The parts of the document that responses need. `callbacks` are removed, since Prism would call their URLs. */
function answersOf(document: OpenApiDocument): OpenApiDocument {
  const { security: _, webhooks: __, ...rest } = document as OpenApiDocument & { webhooks?: unknown };
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const { parameters: _, ...operations } = resolved(document, item);
    const entries = Object.entries(operations).map(([name, value]) => [name, operationOf(document, value)]);
    return [path, Object.fromEntries(entries)];
  });
  const dialect = { jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema" };
  return { ...rest, ...dialect, security: [], paths: Object.fromEntries(paths) };
}

function operationOf(document: OpenApiDocument, value: unknown): unknown {
  const { responses } = Object(value) as { responses?: ResolvedOperation["responses"] };
  if (!responses) return value;
  const { parameters: _, requestBody: __, security: ___, callbacks: ____, ...rest } = value as Record<string, unknown>;
  const entries = Object.entries(responses).map(([status, response]) => {
    const { "x-example": example, ...own } = resolved(document, response);
    if (example !== undefined && !own.content)
      return [status, { ...own, content: { "application/json": { example } } }];
    return [status, own.content ? { ...own, content: answerable(document, own.content) } : own];
  });
  return { ...rest, responses: Object.fromEntries(entries) };
}

/**
 * Replaces each media range by a media type. A media type without a schema gets an example, so that there is a body.
 */
function answerable(document: OpenApiDocument, content: Content): Content {
  const entries = Object.entries(content).map(([range, media]): [string, MediaType] => {
    const type = range.includes("*") ? typeIn(range, resolved(document, media.schema ?? {})) : range;
    const isEmpty = !media.schema && !("example" in media) && !media.examples;
    return [type, isEmpty ? { ...media, example: JSON_TYPE.test(type) ? {} : "mock" } : media];
  });
  // Media types of the document come before those that replace a range.
  return { ...Object.fromEntries(entries), ...Object.fromEntries(entries.filter(([type]) => type in content)) };
}

type Content = Readonly<Record<string, MediaType>>;

function typeIn(range: string, { type, format }: Schema): string {
  if (format === "binary") return "application/octet-stream";
  const isText = /^text\//i.test(range) || [type].flat().includes("string");
  return isText ? "text/plain" : "application/json";
}
