import { isObject, type Json, type JsonObject } from "../json.js";
import { operationsIn } from "../operations.js";
import { at, below, resolve } from "../pointer.js";
import { objectsOf } from "../walk.js";
import { quoted, refusal } from "./refusal.js";
import { shapeFault } from "./shape.js";
import { refuseHarmful } from "./tree.js";

/**
 * What the data of a source is, when it is a document that a bump can work on: OpenAPI 3.1 with operations, complete in
 * itself. Repairs come later, so it may still fail the lint.
 *
 * @throws {Problem} saying what else it is, or what it lacks.
 */
export function toDocument(name: string, data: Json, maxSize: number): JsonObject {
  refuseHarmful(name, data, maxSize);
  if (!isObject(data)) throw refusal(name, NOT_OPENAPI);
  refuseOtherFormats(name, data);
  if (!isObject(data.paths) || Object.keys(data.paths).length === 0) {
    throw refusal(name, "has no paths: give the document of the whole API, or pages of its reference");
  }
  const fault = shapeFault(data);
  if (fault) throw refusal(name, `is not a sound OpenAPI document: ${fault}; have it corrected`);
  if (operationsIn(data).length === 0) throw refusal(name, "has no operations: check that it is the right document");
  refuseLostReferences(name, data);
  // Aliases put one object into several places, where a change to one would change them all.
  return JSON.parse(JSON.stringify(data)) as JsonObject;
}

/**
 * Refuses a whole document that does not say its version, which a page may leave out.
 *
 * @throws {Problem} saying so.
 */
export function refuseUnversioned(name: string, { info }: JsonObject): void {
  if (isObject(info) && info.version !== undefined) return;
  throw refusal(name, "does not say which version of the API it is (info.version): have it corrected");
}

const NOT_OPENAPI = 'is not an OpenAPI document (it has no "openapi" at its top): give the document of the Agents API';

function refuseOtherFormats(name: string, { swagger, openapi }: JsonObject): void {
  if (swagger !== undefined) throw refusal(name, `is Swagger ${versionOf(swagger)}: ${CONVERT}`);
  if (openapi === undefined) throw refusal(name, NOT_OPENAPI);
  if (typeof openapi === "string" && /^3\.1(?:\.|$)/.test(openapi)) return;
  throw refusal(name, `is OpenAPI ${versionOf(openapi)}: ${CONVERT}`);
}

const CONVERT = "this project reads OpenAPI 3.1; get or convert it to that, and give the result";

function versionOf(value: Json): string {
  return typeof value === "string" || typeof value === "number" ? quoted(String(value)) : "of no known version";
}

function refuseLostReferences(name: string, document: JsonObject): void {
  for (const [object, { keys }] of objectsOf(document)) {
    const reference = object.$ref;
    if (typeof reference !== "string" || resolve(document, object) !== undefined) continue;
    const what = at(document, reference) === undefined ? "leads nowhere" : "leads on to nowhere or in a circle";
    throw refusal(
      name,
      `has a reference ${quoted(reference)} that ${what} (${below("#", ...keys)}): have it corrected`,
    );
  }
}
