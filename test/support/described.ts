/** Reads statuses and examples of operations. */
import type { DocumentOperation, MediaType, Schema } from "../../scripts/openapi/document.js";
import { JSON_TYPE } from "../../src/testing/json-text.js";

/** The statuses of an operation. A range or `default` becomes one status that is not listed. */
export function statusesOf({ responses }: Pick<DocumentOperation, "responses">): number[] {
  const listed = Object.keys(responses).filter((key) => /^\d+$/.test(key));
  const ranges = Object.keys(responses).filter((key) => /^\dXX$/i.test(key));
  const first = (range: string) => Array.from({ length: 100 }, (_, i) => `${range[0]}${String(i).padStart(2, "0")}`);
  const ofRanges = ranges.map((range) => first(range).find((status) => !listed.includes(status)));
  const isFree = (status: string) => !responses[status] && !ranges.some((range) => range[0] === status[0]);
  const others =
    listed.some((status) => isSuccess(Number(status))) || ranges.includes("2XX") ? ["500", "400"] : ["200"];
  const ofDefault = responses.default ? [others.find(isFree)] : [];
  return [...listed, ...ofRanges, ...ofDefault].flatMap((status) => (status === undefined ? [] : [Number(status)]));
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The JSON content of a request or response. Undefined if there is none. */
export function jsonOf(
  content: Readonly<Record<string, MediaType>> = {},
): (MediaType & { readonly schema: Schema }) | undefined {
  const [, { schema, ...rest } = {}] = Object.entries(content).find(([type]) => JSON_TYPE.test(type)) ?? [];
  return schema && { ...rest, schema };
}

/** The named examples of a body, as pairs of name and value. */
export function examplesOf(json: MediaType | undefined): [name: string, value: unknown][] {
  return Object.entries(json?.examples ?? {}).map(([name, { value }]) => [name, value]);
}
