/** Matches media types of JSON: `application/json`, and types that end with `+json`. Parameters are allowed. */
export const JSON_TYPE = /^[^;]+[/+]json\s*(?:;|$)/i;

/** Parses JSON; undefined if the text is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
