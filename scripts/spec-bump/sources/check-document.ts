import { isObject, type Json, type JsonObject } from "../../openapi/json-value.js";
import { below, resolve } from "../../openapi/pointer.js";
import { objectsOf } from "../../openapi/walk.js";
import { operationsIn } from "../document-operations.js";
import { quoted, refusal, withoutSecrets } from "./refusal.js";
import { shapeError } from "./shape.js";

/** The published document has about 20 levels. Later steps are recursive and must not exhaust the stack. */
const MAX_DEPTH = 100;

/**
 * Checks that a value is an OpenAPI 3.1 document with operations and without references to other files or hosts.
 * Repairs and the lint come later.
 *
 * @throws {Problem} that says what is wrong.
 */
export function toDocument(name: string, value: Json, maxSize: number): JsonObject {
  refuseUnsafe(name, value, maxSize);
  if (!isObject(value)) throw refusal(name, NOT_OPENAPI);
  refuseOtherFormats(name, value);
  if (!isObject(value.paths) || Object.keys(value.paths).length === 0) {
    throw refusal(name, "has no paths: give the document of the whole API, or pages of its reference");
  }
  const error = shapeError(value);
  if (error) throw refusal(name, `is not a valid OpenAPI document: ${error}; have it corrected`);
  if (operationsIn(value).length === 0) throw refusal(name, "has no operations: check that it is the right document");
  for (const [object, { keys }] of objectsOf(value)) {
    if (resolve(value, object) !== undefined) continue;
    const reference = `${quoted(object.$ref as string)} (${below("#", ...keys)})`;
    throw refusal(name, `has a reference without a target, ${reference}: have it corrected`);
  }
  // A copy without shared objects: aliases put one object into several places, and a change to one would change them
  // all.
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

const NOT_OPENAPI = 'is not an OpenAPI document (it has no "openapi" at its top): give the document of the Agents API';

function refuseOtherFormats(name: string, { swagger, openapi }: JsonObject): void {
  if (swagger === undefined && openapi === undefined) throw refusal(name, NOT_OPENAPI);
  if (typeof openapi === "string" && /^3\.1(?:\.|$)/.test(openapi)) return;
  const format = swagger === undefined ? `OpenAPI ${JSON.stringify(openapi)}` : `Swagger ${JSON.stringify(swagger)}`;
  throw refusal(name, `is ${format}: this project reads OpenAPI 3.1; convert it, and give the result`);
}

/** A value in a document, and where it is. */
interface Place {
  readonly value: Json;
  readonly keys: readonly string[];
}

/**
 * Refuses values that could harm the next steps, even if the document is not OpenAPI. Not recursive, for deep values.
 */
function refuseUnsafe(name: string, document: Json, maxSize: number): void {
  let size = 0;
  const places: Place[] = [{ value: document, keys: [] }];
  for (let place = places.pop(); place; place = places.pop()) {
    const { value, keys } = place;
    const key = keys.at(-1) ?? "";
    const pointer = () => below("#", ...keys);
    if (keys.length > MAX_DEPTH) throw refusal(name, `has more than ${MAX_DEPTH} levels, as no API document has`);
    size += 1 + key.length + (typeof value === "string" ? value.length : 0);
    if (size > maxSize) throw refusal(name, "becomes too large by its aliases: write it without aliases");
    if (key === "__proto__") throw refusal(name, `has a key "__proto__" at ${pointer()}: remove it`);
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw refusal(name, `has a number at ${pointer()} that JSON does not have: correct it`);
    }
    if (typeof value === "string") refuseOutside(name, value, keys);
    if (typeof value !== "object" || value === null) continue;
    for (const [child, one] of Object.entries(value)) places.push({ value: one, keys: [...keys, child] });
  }
}

/** Refuses a reference that a tool would follow to a file of this machine or to another host. */
function refuseOutside(name: string, reference: string, keys: readonly string[]): void {
  const [key = "", parent = "", grandparent = ""] = [...keys].reverse();
  const pointer = () => below("#", ...keys);
  const isMapping = parent === "mapping" && grandparent === "discriminator";
  if (key === "$ref" && (isMapping || (parent === "discriminator" && !NAMES.includes(grandparent)))) {
    throw refusal(name, `has a $ref at ${pointer()}, which OpenAPI does not allow in a discriminator: replace it`);
  }
  // A mapping may also contain the plain name of a schema.
  const isReference = isMapping
    ? /^#|[/:]|\.(?:ya?ml|json)$/.test(reference)
    : ["$ref", "externalValue", "operationRef"].includes(key);
  if (!isReference || reference.startsWith("#/")) return;
  if (reference.startsWith("#")) {
    throw refusal(name, `has a reference ${quoted(reference)} at ${pointer()}: write it as #/components/...`);
  }
  const target = quoted(withoutSecrets(reference));
  throw refusal(name, `refers to another file or host, ${target}, at ${pointer()}: give the document in one file`);
}

/** Keywords whose keys are names, so that a property may be called "discriminator". */
const NAMES = ["properties", "patternProperties", "dependentSchemas", "$defs", "schemas"];
