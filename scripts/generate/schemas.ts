import ts from "typescript";
import type { OpenApiDocument } from "../openapi/document.js";
import { jsdoc } from "./jsdoc.js";

/** A schema that gets no type of its own, and the reason. */
export interface Skipped {
  readonly schema: string;
  readonly reason: string;
}

/** A type alias for every schema of the document, so that it can be imported by name. */
export function schemasFile(document: OpenApiDocument, exported: readonly string[] = []): string {
  const { names } = schemaNames(document, exported);
  const aliases = [...names].map(([schema, name]) => {
    const { description } = document.components.schemas[schema] as { description?: string };
    return `${jsdoc([description])}export type ${name} = components["schemas"][${JSON.stringify(schema)}];\n`;
  });
  const head = aliases.length > 0 ? 'import type { components } from "./schema.js";\n\n' : "export {};\n";
  return head + aliases.join("\n");
}

/**
 * The type name of each schema: its own name as an identifier. A schema is skipped if that name is not an identifier,
 * is exported by the package already (`exported`), is a global type of TypeScript, or belongs to another schema.
 */
export function schemaNames(document: OpenApiDocument, exported: readonly string[]) {
  const names = new Map<string, string>();
  const skipped: Skipped[] = [];
  for (const schema of Object.keys(document.components.schemas)) {
    const name = identifierOf(schema);
    const reason = reasonToSkip(name, exported, [...names.values()]);
    if (reason) skipped.push({ schema, reason });
    else names.set(schema, name);
  }
  return { names, skipped };
}

function reasonToSkip(name: string, exported: readonly string[], taken: readonly string[]): string | undefined {
  if (!/^[A-Za-z_$]/.test(name)) return "its name is not an identifier";
  if (exported.includes(name)) return `this package already exports ${name}`;
  if (taken.includes(name)) return `another schema has the type ${name}`;
  if (globalTypes().has(name)) return `${name} is a global type of TypeScript`;
  return undefined;
}

/** Removes characters that an identifier cannot have. The next letter becomes a capital. */
function identifierOf(schema: string): string {
  return schema.replace(/[^\w$]+(.?)/g, (_, next: string) => next.toUpperCase());
}

let globals: Set<string> | undefined;

/** The types that TypeScript declares for ECMAScript and the DOM, and its keywords for types. */
function globalTypes(): Set<string> {
  if (globals) return globals;
  const library = ts.getDefaultLibFilePath({ target: ts.ScriptTarget.ES2022 });
  const program = ts.createProgram([library], { target: ts.ScriptTarget.ES2022, types: [] });
  const symbols = program
    .getTypeChecker()
    .getSymbolsInScope(program.getSourceFile(library) as ts.Node, ts.SymbolFlags.Type);
  const keywords = "any bigint boolean never null number object string symbol undefined unknown void".split(" ");
  globals = new Set([...symbols.map(({ name }) => name), ...keywords]);
  return globals;
}

/** The names that a module exports. */
export function exportsOf(sourceText: string): string[] {
  const source = ts.createSourceFile("index.ts", sourceText, ts.ScriptTarget.ES2022);
  return source.statements
    .filter(ts.isExportDeclaration)
    .flatMap(({ exportClause }) => (exportClause && ts.isNamedExports(exportClause) ? exportClause.elements : []))
    .map(({ name }) => name.text);
}
