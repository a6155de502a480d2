/** Reading the OpenAPI document: what the generator, the tests and the demo have in common. */
import { parse } from "yaml";
import type { OpenApiDocument } from "../src/testing/document.js";

export {
  type DocumentOperation,
  type MediaType,
  type OpenApiDocument,
  operationsOf,
  type Parameter,
  type Schema,
} from "../src/testing/document.js";

/** Parses the document's YAML or JSON. Whether it is a sound OpenAPI document is Redocly's to say. */
export function parseDocument(text: string): OpenApiDocument {
  return parse(text, { maxAliasCount: 100 }) as OpenApiDocument;
}
