import type { DocumentOperation, MediaType, Parameter } from "../../scripts/document.js";
import { examplesOf, jsonOf } from "./document.js";
import { maximal, minimal } from "./samples.js";

type Place = "path" | "query" | "header";

/** What a call of an operation takes, and what is particular about it. */
export interface Request {
  readonly about: string;
  readonly params: Readonly<Partial<Record<Place, Readonly<Record<string, unknown>>>>>;
  readonly body?: unknown;
}

/** The values of the parameters in one place, from their examples; the optional ones only when asked for. */
export function valuesOf({ parameters }: DocumentOperation, place: Place, optional = false): Record<string, unknown> {
  const wanted = parameters.filter((parameter) => parameter.in === place && (parameter.required || optional));
  return Object.fromEntries(wanted.map((parameter) => [parameter.name, exampleOf(parameter)]));
}

function exampleOf({ example, schema = {} }: Parameter): unknown {
  return example ?? maximal(schema);
}

/**
 * The valid requests of an operation, at least one: one for each named example and each extreme that its schemas allow.
 */
export function requestsOf(operation: DocumentOperation): [Request, ...Request[]] {
  const params = paramsOf(operation);
  const requests = bodiesOf(operation).map(([about, body]) => ({ about, params, body })) as [Request, ...Request[]];
  const all = paramsOf(operation, true);
  if (JSON.stringify(all) === JSON.stringify(params)) return requests;
  return [...requests, { ...requests[0], about: "every optional parameter", params: all }];
}

function paramsOf(operation: DocumentOperation, optional = false): Request["params"] {
  const places = ["path", "query", "header"] as const;
  return Object.fromEntries(places.map((place) => [place, valuesOf(operation, place, optional)]));
}

function bodiesOf({ requestBody }: DocumentOperation): [about: string, body: unknown][] {
  const json = jsonOf(requestBody?.content);
  const [mediaType] = Object.keys(requestBody?.content ?? {});
  if (!json) return [mediaType ? other(mediaType, requestBody?.content) : ["the required parameters", undefined]];
  return [
    ...examplesOf(json).map(([name, value]): [string, unknown] => [`the example ${name}`, value]),
    ["only what the schema requires", minimal(json.schema)],
    ["all that the schema describes", maximal(json.schema)],
    ...(requestBody?.required ? [] : [["no body", undefined] as [string, unknown]]),
  ];
}

/** A body that is no JSON: of a form what is required, or else some bytes. What it holds is not Prism's to judge. */
function other(mediaType: string, content: Readonly<Record<string, MediaType>> = {}): [about: string, body: unknown] {
  if (!mediaType.startsWith("multipart/")) return [mediaType, new Blob(["RIFF"], { type: mediaType })];
  const form = new FormData();
  const fields = Object.entries(minimal(content[mediaType]?.schema ?? {}) as object);
  for (const [name, value] of fields) form.append(name, typeof value === "object" ? JSON.stringify(value) : `${value}`);
  return [mediaType, form];
}
