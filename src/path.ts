import type { Style } from "./api.js";
import { UsageError } from "./errors.js";
import { serializeQueryParameter } from "./openapi-fetch.js";
import { partsOf, prepare } from "./query.js";

// No template of a document has them, and they would lead elsewhere: "@elsewhere.example/", "/v1/..", "/v1?".
const ASTRAY = /^[^/]|[?#\\\s]|\/(?:\.|%2e){1,2}(?:\/|$)/i;
// Servers disagree on what they do with control characters, and for half a pair UTF-8 has no bytes (ECMA-262, 19.2.6.5).
const UNSENDABLE = /[\p{Cc}\p{Cs}]/u;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;

/**
 * Fills a path template of the document: every value arrives at the server as one segment that decodes to exactly
 * itself, or is refused. An empty or dot segment would name another resource: DELETE /v1/agents/.. is DELETE /v1/
 * (RFC 3986, 5.2.4). Lists and objects are written in the document's style (OpenAPI 3.1, 4.8.12.2).
 *
 * @throws {UsageError} when the template cannot be one, or naming the parameter and what is wrong with it.
 */
export function expandPath(
  operation: string,
  template: string,
  values: Readonly<Record<string, unknown>> = {},
  styles: Readonly<Record<string, Style>> = {},
) {
  if (ASTRAY.test(template)) throw new UsageError(operation, "the path cannot be in an OpenAPI document");
  // By hand: splitting, or a regular expression with a callback, is a good part of the cost of a call.
  let path = "";
  let rest = 0;
  for (let open = template.indexOf("{"); open >= 0; open = template.indexOf("{", rest)) {
    const close = template.indexOf("}", open);
    if (close < 0) throw new UsageError(operation, "the path has a brace that is not closed");
    const name = template.slice(open + 1, close);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const style = Object.hasOwn(styles, name) && styles[name];
    const parts = style ? partsOf(value) : [value];
    // A list of nothing is empty, too.
    const problem = (parts.length > 0 ? parts : [""]).map(problemWith).find(Boolean);
    if (problem) throw new UsageError(operation, `path parameter ${name} ${problem}`);
    path += template.slice(rest, open) + (style ? styled(name, value, style) : encodeURIComponent(value as string));
    rest = close + 1;
  }
  return path + template.slice(rest);
}

/** A value that is no list is written like a list of one. */
function styled(name: string, value: unknown, style: Style): string {
  return serializeQueryParameter(
    encodeURIComponent(name),
    prepare(typeof value === "object" ? value : [value], style),
    style,
  );
}

function problemWith(value: unknown): string | undefined {
  if (value === undefined || value === null) return "is missing";
  if (Number.isFinite(value) || typeof value === "boolean") return undefined;
  if (typeof value !== "string") return `must be a string, not ${typeof value}`;
  if (value.trim() === "") return "is empty";
  if (DOT_SEGMENT.test(value)) return 'is "." or "..", which would name another resource';
  return UNSENDABLE.test(value) ? "has control characters or a lone surrogate" : undefined;
}
