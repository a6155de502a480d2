import { parseDocument } from "../document.js";
import { constantsFile } from "./constants.js";
import { format } from "./format.js";
import { operationsFile } from "./operations.js";
import { schemaFile } from "./schema.js";

const HEADER = "// Generated from openapi/agents.yaml by `npm run generate`. Do not edit: change the document.\n\n";

/** Everything under generated/, by file name: the same text for the same document, wherever it runs. */
export async function generate(documentText: string): Promise<Map<string, string>> {
  const document = parseDocument(documentText);
  const files = {
    "constants.ts": constantsFile(document),
    "operations.ts": operationsFile(document),
    "schema.ts": await schemaFile(document),
  };
  const formatted = new Map<string, string>();
  for (const [name, text] of Object.entries(files)) formatted.set(name, format(name, HEADER + text));
  return formatted;
}
