import ts from "typescript";
import { METHODS } from "../openapi/grammar.js";

/** What to look for in source files. */
export interface Wanted {
  readonly paths: ReadonlySet<string>;
  readonly operationIds: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

/** A path, an operation id or a region in a source file. */
export interface Found {
  readonly kind: keyof Wanted;
  readonly text: string;
  /** The method that the path is called with, in upper case; undefined if the code does not say. */
  readonly method: string | undefined;
  /** Counted from 1. */
  readonly line: number;
}

/** Finds paths in quotes or backticks, operations by their ids, and regions given to a client. */
export function findIn(source: string, { paths, operationIds, regions }: Wanted, file = "source.tsx"): Found[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const add = (kind: Found["kind"], node: ts.Identifier | ts.StringLiteralLike, method?: string) => {
    const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ kind, text: node.text, method, line });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      // A generated type names every path, and calls none.
      if (paths.has(node.text) && !ts.isPropertySignature(node.parent)) add("paths", node, methodOf(node));
      if (regions.has(node.text) && isRegion(node.parent)) add("regions", node);
    }
    const isName = ts.isIdentifier(node) || ts.isStringLiteralLike(node);
    if (isName && operationIds.has(node.text) && isMember(node)) add("operationIds", node);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function isRegion(node: ts.Node): boolean {
  const isNamed = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) || ts.isJsxAttribute(node);
  return isNamed && textOf(node.name) === "region";
}

/** `operations.listThings`, `operations["listThings"]` or `const { listThings } = operations`. */
function isMember(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBindingElement(parent))
    return (parent.propertyName ?? parent.name) === node && ts.isObjectBindingPattern(parent.parent);
  return memberOf(parent) === node;
}

function methodOf(path: ts.StringLiteralLike): string | undefined {
  const { parent } = path;
  if (ts.isCallExpression(parent)) {
    const before = parent.arguments[parent.arguments.indexOf(path) - 1];
    // `client.GET("/things")`, and `useQuery("get", "/things")`
    return asMethod(before ?? (ts.isIdentifier(parent.expression) ? parent.expression : memberOf(parent.expression)));
  }
  // `paths["/things"]["get"]`, as a type and as a value
  if (ts.isLiteralTypeNode(parent)) {
    const outer = parent.parent.parent;
    return ts.isIndexedAccessTypeNode(outer) && ts.isLiteralTypeNode(outer.indexType)
      ? asMethod(outer.indexType.literal)
      : undefined;
  }
  return ts.isElementAccessExpression(parent) ? asMethod(memberOf(parent.parent)) : undefined;
}

function memberOf(node: ts.Node): ts.Node | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name;
  return ts.isElementAccessExpression(node) ? node.argumentExpression : undefined;
}

function asMethod(node: ts.Node | undefined): string | undefined {
  const method = node && textOf(node);
  return METHODS.includes(method?.toLowerCase() ?? "") ? method?.toUpperCase() : undefined;
}

function textOf(node: ts.Node): string | undefined {
  return ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : undefined;
}
