import ts from "typescript";

/**
 * Adds `undefined` to the type of every optional property: JSON and query parameters leave such a property out. Callers
 * who compile with `exactOptionalPropertyTypes` could not pass `undefined` otherwise.
 */
export function allowUndefined<Node extends ts.Node>(nodes: readonly Node[]): Node[] {
  const { transformed } = ts.transform(
    [...nodes],
    [
      (context) => (root) => {
        const visit = (node: ts.Node): ts.Node => {
          const visited = ts.visitEachChild(node, visit, context);
          return ts.isPropertySignature(visited) ? optional(visited) : visited;
        };
        return ts.visitNode(root, visit) as Node;
      },
    ],
  );
  return transformed as Node[];
}

function optional(property: ts.PropertySignature): ts.PropertySignature {
  const { modifiers, name, questionToken, type } = property;
  // `?: never` means that the property must not exist.
  if (!questionToken || !type || type.kind === ts.SyntaxKind.NeverKeyword) return property;
  const members = ts.isUnionTypeNode(type) ? type.types : [type];
  const union = ts.factory.createUnionTypeNode([...members, UNDEFINED]);
  return ts.factory.updatePropertySignature(property, modifiers, name, questionToken, union);
}

const UNDEFINED = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
