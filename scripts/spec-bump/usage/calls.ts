import ts from "typescript";

/** A path, or the name of an operation, in a source file. */
export interface Call {
  readonly text: string;
  /** In upper case; undefined where none is in sight. */
  readonly method: string | undefined;
  /** Counted from 1. */
  readonly line: number;
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** Where a source file has one of the paths in quotes or backticks, and with which method. */
export function callsIn(source: string, paths: ReadonlySet<string>, file?: string): Call[] {
  return found(source, file, (node) => {
    // A type that openapi-typescript generates names every path, and calls none.
    if (!ts.isStringLiteralLike(node) || !paths.has(node.text) || ts.isPropertySignature(node.parent)) return undefined;
    return { text: node.text, method: methodOf(node) };
  });
}

/** Where a source file takes one of the operations by its id: `operations.listThings`, `const { listThings } = operations`. */
export function namedCallsIn(source: string, ids: ReadonlySet<string>, file?: string): Call[] {
  return found(source, file, (node) => {
    const { parent } = node;
    const isName = ts.isIdentifier(node) || ts.isStringLiteralLike(node);
    if (!isName || !ids.has(node.text)) return undefined;
    const isTaken =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) ||
      (ts.isBindingElement(parent) &&
        (parent.propertyName ?? parent.name) === node &&
        ts.isObjectBindingPattern(parent.parent));
    return isTaken ? { text: node.text, method: undefined } : undefined;
  });
}

/** The lines on which a client is given one of the regions. */
export function regionsIn(source: string, regions: ReadonlySet<string>, file?: string): Call[] {
  return found(source, file, (node) => {
    if (!ts.isStringLiteralLike(node) || !regions.has(node.text)) return undefined;
    const { parent } = node;
    const isNamed = ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent) || ts.isJsxAttribute(parent);
    return isNamed && textOf(parent.name) === "region" ? { text: node.text, method: undefined } : undefined;
  });
}

function found(source: string, file = "source.tsx", pick: (node: ts.Node) => Omit<Call, "line"> | undefined): Call[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    const call = pick(node);
    if (call) calls.push({ ...call, line: parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return calls;
}

function methodOf(path: ts.StringLiteralLike): string | undefined {
  const { parent } = path;
  if (ts.isCallExpression(parent)) {
    const before = parent.arguments[parent.arguments.indexOf(path) - 1];
    // `client.GET("/things")`, and `useQuery("get", "/things")`
    return asMethod(before ?? (ts.isIdentifier(parent.expression) ? parent.expression : memberOf(parent.expression)));
  }
  // `paths["/things"]["get"]`, as a type and as a value
  if (ts.isLiteralTypeNode(parent) && ts.isIndexedAccessTypeNode(parent.parent)) {
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
  const method = node && textOf(node)?.toUpperCase();
  return method !== undefined && METHODS.includes(method) ? method : undefined;
}

function textOf(node: ts.Node): string | undefined {
  return ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : undefined;
}
