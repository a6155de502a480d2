/** TypeScript code for a value that JSON cannot represent. */
export class Code {
  constructor(readonly text: string) {}
}

// The width of the code beside the description on a screen of 1440 pixels.
const WIDTH = 60;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * Writes a value as TypeScript: in one line if that fits, otherwise with one entry in each line. `column`: the number
 * of characters before the value in its line. `indent`: the indentation of that line.
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

/** The code that reads a property of an object: `.name` or `["name"]`. */
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

/** The entries of a list or an object, each with the code before its value. Undefined for a plain value. */
function entriesOf(value: unknown): [key: string, item: unknown][] | undefined {
  if (Array.isArray(value)) return value.map((item) => ["", item]);
  if (typeof value !== "object" || value === null || value instanceof Code) return undefined;
  return Object.entries(value).map(([name, item]) => [
    `${IDENTIFIER.test(name) ? name : JSON.stringify(name)}: `,
    item,
  ]);
}
