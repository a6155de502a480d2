import { parseDocument } from "../document.js";
import { constantsFile } from "./constants.js";
import { format } from "./format.js";
import { operationsFile } from "./operations.js";
import { schemaFile } from "./schema.js";

/**
 * All generated files of a document, by file name: the same text for the same document, wherever it runs. `path` is
 * where the document is, which the first line of each file names.
 */
export async function generate(documentText: string, path = "openapi/agents.yaml"): Promise<Map<string, string>> {
  const header = `// Generated from ${path} by \`npm run generate\`. Do not edit: change the document.\n\n`;
  const document = parseDocument(documentText);
  const files = {
    "constants.ts": constantsFile(document),
    "operations.ts": operationsFile(document),
    "schema.ts": await schemaFile(document),
  };
  const formatted = new Map<string, string>();
  for (const [name, text] of Object.entries(files)) formatted.set(name, format(name, header + text));
  return formatted;
}
