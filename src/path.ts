import type { Style } from "./api.js";
import { UsageError } from "./errors.js";
import { serializeQueryParameter } from "./openapi-fetch.js";
import { partsOf, prepare } from "./query.js";

// Templates that would change the host, the path or the query, such as "@elsewhere.example/", "/v1/.." and "/v1?".
const UNSAFE_TEMPLATE = /^[^/]|[?#\\\s]|\/(?:\.|%2e){1,2}(?:\/|$)/i;
// Servers treat control characters differently, and UTF-8 cannot encode a lone surrogate (ECMA-262, 19.2.6.5).
const UNSENDABLE = /[\p{Cc}\p{Cs}]/u;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;

/**
 * Fills in a path template. Each value becomes one percent-encoded path segment. An empty or dot segment is refused,
 * since it would name another resource: DELETE /v1/agents/.. is DELETE /v1/ (RFC 3986, 5.2.4). Lists and objects are
 * written in the style of the document (OpenAPI 3.1, 4.8.12.2).
 *
 * @throws {UsageError} when the template is wrong, or a parameter is missing or wrong.
 */
export function expandPath(
  operation: string,
  template: string,
  values: Readonly<Record<string, unknown>> = {},
  styles: Readonly<Record<string, Style>> = {},
) {
  if (UNSAFE_TEMPLATE.test(template)) throw new UsageError(operation, "the path is not a valid path template");
  // indexOf, since splitting the template, or a regular expression with a callback, is slow.
  let path = "";
  let rest = 0;
  for (let open = template.indexOf("{"); open >= 0; open = template.indexOf("{", rest)) {
    const close = template.indexOf("}", open);
    if (close < 0) throw new UsageError(operation, "the path has an unclosed brace");
    const name = template.slice(open + 1, close);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const style = Object.hasOwn(styles, name) && styles[name];
    const parts = style ? partsOf(value) : [value];
    // An empty list would be an empty segment too.
    const problem = (parts.length > 0 ? parts : [""]).map(problemWith).find(Boolean);
    if (problem) throw new UsageError(operation, `path parameter ${name} ${problem}`);
    path += template.slice(rest, open) + (style ? styled(name, value, style) : encodeURIComponent(value as string));
    rest = close + 1;
  }
  return path + template.slice(rest);
}

/** Writes a value in its style. A plain value is written as a list of one item. */
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
