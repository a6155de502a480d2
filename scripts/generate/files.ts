import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import type { OpenApiDocument } from "../openapi/document.js";
import type { JsonObject } from "../openapi/json-value.js";
import { callsFile } from "./calls.js";
import { constantsFile } from "./constants.js";
import { format } from "./format.js";
import { operationsFile } from "./operations.js";
import { schemaFile } from "./schema.js";
import { exportsOf, type Skipped, schemaNames, schemasFile } from "./schemas.js";
import { AGENTS, type Target } from "./targets.js";

/** The generated files of one document. */
export interface Generated {
  /** File name → text. The same document always gives the same text. */
  readonly files: ReadonlyMap<string, string>;
  /** The schemas that get no type of their own. */
  readonly skipped: readonly Skipped[];
}

/** Generates all files of a document. The first line of each file names the document. */
export async function generate(json: JsonObject, target: Target = AGENTS): Promise<Generated> {
  const header = `// Generated from ${target.document} by \`npm run generate\`. Do not edit: change the document.\n\n`;
  const document = json as unknown as OpenApiDocument;
  const exported = await exportedNames(target);
  const main = posix.relative(target.folder, "src/index.js");
  const texts = {
    "calls.ts": callsFile(document, main, target.exportedBy && main),
    "constants.ts": constantsFile(document),
    "operations.ts": operationsFile(document),
    "schema.ts": await schemaFile(document),
    "schemas.ts": schemasFile(document, exported),
  };
  const files = await format(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, header + text])));
  return { files, skipped: schemaNames(document, exported).skipped };
}

async function exportedNames({ exportedBy }: Target): Promise<string[]> {
  if (!exportedBy) return [];
  return exportsOf(await readFile(new URL(`../../${exportedBy}`, import.meta.url), "utf8"));
}
