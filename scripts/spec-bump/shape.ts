import { createHash } from "node:crypto";
import { isObject, type Json, type JsonObject, stableJson } from "./json.js";
import { type Operation, parametersOf, templateNames } from "./operations.js";
import { at, resolve } from "./pointer.js";
import { rewrite } from "./walk.js";

/** What an operation takes and gives, as two texts to compare: one knows schemas by name, one by what they hold. */
export interface Shape {
  readonly byName: string;
  readonly byContent: string;
  /** Whether a body tells it from the many others that take an id and answer nothing. */
  readonly telling: boolean;
}

/** The shape of an operation: its parameters apart from the names in the path, its request body, its successes. */
export function shapeOf(document: JsonObject, operation: Operation): Shape {
  const request = contentOf(document, operation.operation.requestBody);
  const responses = successesOf(document, operation);
  const shape = { parameters: parameterShapes(document, operation), request, responses };
  return {
    byName: stableJson(shape),
    byContent: stableJson(digester(document)(shape)),
    telling: Object.keys(request).length > 0 || responses.some(([, content]) => Object.keys(content).length > 0),
  };
}

function parameterShapes(document: JsonObject, operation: Operation): Json {
  const parameters = parametersOf(document, operation);
  const inPath = templateNames(operation.path).map((name) => {
    const declared = parameters.find((one) => one.in === "path" && one.name === name);
    // Undeclared, it is going to be a string: that is the repair.
    return bare(declared?.schema ?? { type: "string" });
  });
  const others = parameters
    .filter((one) => one.in !== "path")
    .map((one) => stableJson([one.in ?? null, one.name ?? null, one.required ?? false, bare(one.schema ?? {})]));
  return [inPath, others.sort()];
}

function successesOf(document: JsonObject, { operation }: Operation): [status: string, content: JsonObject][] {
  const responses = isObject(operation.responses) ? Object.entries(operation.responses) : [];
  return responses
    .filter(([status]) => /^2/.test(status))
    .map(([status, response]): [string, JsonObject] => [status, contentOf(document, response)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The schemas of a request body or of a response, by media type. */
function contentOf(document: JsonObject, value: Json | undefined): JsonObject {
  const body = resolve(document, value);
  const content = isObject(body) && isObject(body.content) ? Object.entries(body.content) : [];
  return Object.fromEntries(content.map(([type, media]) => [type, bare((isObject(media) && media.schema) || {})]));
}

const WORDS = ["title", "description", "example", "examples", "deprecated", "externalDocs", "$comment"];

/** A schema without what is only said about it. */
function bare(schema: Json): Json {
  const without = (value: JsonObject) =>
    Object.fromEntries(Object.entries(value).filter(([key]) => !WORDS.includes(key) && !key.startsWith("x-")));
  return rewrite(schema, without, { kind: "schema", keys: [] });
}

/** Gives a value with each reference replaced by a digest of what it leads to: texts stay short, circles end. */
function digester(document: JsonObject): (value: Json) => Json {
  const digests = new Map<string, string>();
  const digest = (reference: string): string => {
    const known = digests.get(reference);
    if (known !== undefined) return known;
    // In a circle it goes by its name.
    digests.set(reference, reference);
    const content = stableJson(digested(bare(at(document, reference) ?? null)));
    const text = createHash("sha256").update(content).digest("hex");
    digests.set(reference, text);
    return text;
  };
  const digested = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(digested);
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, one]) => [
      key,
      key === "$ref" && typeof one === "string" ? digest(one) : digested(one),
    ]);
    return Object.fromEntries(entries);
  };
  return digested;
}
