/** Reads the OpenAPI document, for the generator, the tests and the demo. */
import { parse } from "yaml";
import type { OpenApiDocument } from "../../src/testing/document.js";

export {
  type DocumentOperation,
  type MediaType,
  type OpenApiDocument,
  operationsOf,
  type Parameter,
  type Schema,
} from "../../src/testing/document.js";

/** Parses YAML or JSON. Does not check that it is an OpenAPI document; the lint does. */
export function parseDocument(text: string): OpenApiDocument {
  return parse(text, { maxAliasCount: 100 }) as OpenApiDocument;
}
