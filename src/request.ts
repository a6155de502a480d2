import { createFinalURL, createQuerySerializer } from "openapi-fetch";
import { UsageError } from "./errors.js";

// The one place that reaches openapi-fetch. Its functions serve alone: around them, its client would build a Request that
// cannot be sent twice, take a 401 without a body for a success, and read bodies where no hook sees them fail.
const querySerializer = /* @__PURE__ */ createQuerySerializer();
const pathSerializer = (path: string) => path;

/** The URL of a call, with its query in the document's default style (`form`, exploded). */
export function toUrl(baseUrl: string, path: string, query: Record<string, unknown> | undefined): string {
  return createFinalURL(path, { baseUrl, params: { query: query ?? {} }, querySerializer, pathSerializer });
}

/** A body as it is sent: forms and bytes as they are, anything else as JSON. */
export function toBody(operation: string, body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined;
  if (body instanceof FormData || body instanceof Blob || body instanceof URLSearchParams) return body;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body as BodyInit;
  let json: string | undefined;
  try {
    json = JSON.stringify(body);
  } catch {
    // A cycle or a BigInt; the platform's message would quote the data.
  }
  if (json === undefined) throw new UsageError(operation, "the body cannot be written as JSON");
  return json;
}
