import { UsageError } from "./errors.js";

// C0 and C1 controls, and DEL: no id has them, and servers disagree on what they do with them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;
// A high surrogate without its low one, or a low one without its high one (ES2024 has isWellFormed).
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Fills a path template of the document: every value arrives at the server as one segment that decodes to exactly
 * itself, or is refused. An empty or dot segment would name another resource: DELETE /v1/agents/.. is DELETE /v1/
 * (RFC 3986, 5.2.4).
 *
 * @throws {UsageError} naming the parameter and what is wrong with it.
 */
export function expandPath(
  operation: string,
  template: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const problem = problemWith(value);
    if (problem) throw new UsageError(operation, `path parameter ${name} ${problem}`);
    return encodeURIComponent(value as string | number);
  });
}

function problemWith(value: unknown): string | undefined {
  if (value === undefined || value === null) return "is missing";
  if (typeof value === "number" && Number.isFinite(value)) return undefined;
  if (typeof value !== "string") return `must be a string, not ${typeof value}`;
  if (value.trim() === "") return "is empty";
  if (DOT_SEGMENT.test(value)) return 'is "." or "..", which would name another resource';
  if (CONTROL.test(value)) return "has control characters";
  if (LONE_SURROGATE.test(value)) return "has a lone surrogate";
  return undefined;
}
