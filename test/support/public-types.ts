import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./run.js";

/**
 * The declarations of an entry without comments, and without what is generated from the OpenAPI document, so that a new
 * version of the API does not change them.
 */
export async function publicTypes(path: string): Promise<string> {
  const generated = await generatedNames();
  const file = ts.createSourceFile(path, await readFile(path, "utf8"), ts.ScriptTarget.Latest);
  const printer = ts.createPrinter({ removeComments: true });
  const written = file.statements.filter((statement) => !namesOf(statement).some((name) => generated.has(name)));
  const schemas = await namesIn("schemas.ts");
  const texts = written.map((statement) => {
    const text = printer.printNode(ts.EmitHint.Unspecified, statement, file);
    if (!ts.isExportDeclaration(statement)) return text;
    return text.replace(/(?:type )?([\w$]+),? /g, (item, name) => (schemas.has(name) ? "" : item));
  });
  return `${texts.join("\n").replace(/, (?=\w+(?: as \w+)?[, ].*\};$)/gm, ",\n  ")}\n`;
}

async function generatedNames(): Promise<Set<string>> {
  const files = await readdir(join(ROOT, "generated"));
  return new Set((await Promise.all(files.map(namesIn))).flatMap((names) => [...names]));
}

/** The names that a generated file exports, and those of its recursive types. */
async function namesIn(file: string): Promise<Set<string>> {
  const text = await readFile(join(ROOT, "generated", file), "utf8");
  return new Set([...text.matchAll(/^(?:export \w+|type) ([\w$]+)/gm)].map(([, name = ""]) => name));
}

/** The names that a statement declares. */
function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => (ts.isIdentifier(name) ? name.text : ""));
  }
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  return isType ? [statement.name.text] : [];
}
