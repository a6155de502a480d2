import { readFileSync } from "node:fs";
import {
  type DocumentOperation,
  type MediaType,
  operationsOf,
  parseDocument,
  type Schema,
} from "../../scripts/document.js";

/** The text of a file under openapi/. */
export function fileOf(name: "agents.yaml" | "overlay.yaml"): string {
  return readFileSync(new URL(`../../openapi/${name}`, import.meta.url), "utf8");
}

/** The document that the client is generated from and the mock serves. */
export const document = parseDocument(fileOf("agents.yaml"));

/** Every operation of the document: what the contract tests iterate over. */
export const operations = operationsOf(document);

/** The statuses that the document lists for an operation. */
export function statusesOf({ responses }: DocumentOperation): number[] {
  return Object.keys(responses).map(Number);
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

type Content = Readonly<Record<string, MediaType>> | undefined;

/** The JSON that a request or response is described as; undefined when it has no body, or another or undescribed one. */
export function jsonOf(content: Content): (MediaType & { readonly schema: Schema }) | undefined {
  const { schema, ...rest } = content?.["application/json"] ?? {};
  return schema && { ...rest, schema };
}

/** The named examples of a body, as pairs of name and value. */
export function examplesOf(json: MediaType | undefined): [name: string, value: unknown][] {
  return Object.entries(json?.examples ?? {}).map(([name, { value }]) => [name, value]);
}

/** A schema as one object without `$ref` and `allOf` of its own; those further down stay. */
export function flatten({ $ref, allOf = [], ...own }: Schema): Schema {
  const parts = [...($ref === undefined ? [] : [componentAt($ref)]), ...(allOf as Schema[])];
  return [...parts.map(flatten), own].reduce(merge);
}

function merge(a: Schema, b: Schema): Schema {
  const { properties, required } = a;
  const merged: Record<string, unknown> = { ...a, ...b };
  if (properties) merged.properties = { ...properties, ...(b.properties as object | undefined) };
  if (required) merged.required = [...(required as string[]), ...((b.required ?? []) as string[])];
  return merged;
}

function componentAt($ref: string): Schema {
  const schema = document.components.schemas[$ref.replace("#/components/schemas/", "")];
  if (!schema) throw new Error(`${$ref} leads to no schema of the document`);
  return schema;
}
