/** Code in place of a value, for what JSON cannot say. */
export class Code {
  constructor(readonly text: string) {}
}

// What fits beside the description on a screen of 1440 pixels.
const WIDTH = 60;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * A value as TypeScript: on the line it begins on when that stays within the width, else an entry a line.
 * `column` is what stands before it on its line, `indent` what that line begins with.
 */
export function literal(value: unknown, column = 0, indent = ""): string {
  const inline = onOneLine(value);
  const entries = entriesOf(value);
  if (!entries?.length || column + inline.length <= WIDTH) return inline;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const inner = `${indent}  `;
  const lines = entries.map(([key, item]) => `${inner}${key}${literal(item, inner.length + key.length + 1, inner)},`);
  return [open, ...lines, `${indent}${close}`].join("\n");
}

/** The code that reads a property, which follows the object. */
export function memberAccess(name: string): string {
  return IDENTIFIER.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function onOneLine(value: unknown): string {
  if (value instanceof Code) return value.text;
  const entries = entriesOf(value);
  if (!entries) return JSON.stringify(value);
  const inside = entries.map(([key, item]) => key + onOneLine(item)).join(", ");
  if (Array.isArray(value)) return `[${inside}]`;
  return inside ? `{ ${inside} }` : "{}";
}

/** What a list or an object holds, with what stands before each; of a plain value undefined. */
function entriesOf(value: unknown): [key: string, item: unknown][] | undefined {
  if (Array.isArray(value)) return value.map((item) => ["", item]);
  if (typeof value !== "object" || value === null || value instanceof Code) return undefined;
  return Object.entries(value).map(([name, item]) => [
    `${IDENTIFIER.test(name) ? name : JSON.stringify(name)}: `,
    item,
  ]);
}
