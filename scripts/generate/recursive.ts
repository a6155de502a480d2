import ts from "typescript";

/**
 * Moves the type of a schema that is a list, or a union with a list, of itself into a type alias. Only as an alias does
 * TypeScript allow such a type. An object type can refer to itself anywhere.
 */
export function aliasRecursive(nodes: readonly ts.Node[]): ts.Node[] {
  const aliases: ts.Node[] = [];
  const changed = nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return node;
    const { modifiers, name, typeParameters, heritageClauses, members } = node;
    const sections = members.map((section) => {
      if (!ts.isPropertySignature(section) || propertyName(section) !== "schemas") return section;
      return withType(section, (type) => (ts.isTypeLiteralNode(type) ? aliasIn(type, aliases) : type));
    });
    return ts.factory.updateInterfaceDeclaration(node, modifiers, name, typeParameters, heritageClauses, sections);
  });
  return [...changed, ...aliases];
}

/** Adds the aliases to the list. */
function aliasIn(schemas: ts.TypeLiteralNode, aliases: ts.Node[]): ts.TypeNode {
  const properties = schemas.members.filter(ts.isPropertySignature);
  const uses = new Map(properties.map((one) => [propertyName(one), one.type ? usedBy(one.type) : []]));
  const recursive = new Set([...uses.keys()].filter((name) => reaches(uses, name, name)));
  const members = schemas.members.map((one) => {
    if (!ts.isPropertySignature(one) || !recursive.has(propertyName(one))) return one;
    return withType(one, (type) => {
      const alias = aliasOf(propertyName(one));
      aliases.push(ts.factory.createTypeAliasDeclaration(undefined, alias, undefined, withAliases(type, recursive)));
      return ts.factory.createTypeReferenceNode(alias);
    });
  });
  return ts.factory.updateTypeLiteralNode(schemas, ts.factory.createNodeArray(members));
}

/** A different name for each schema, whatever characters it has. */
function aliasOf(schema: string): string {
  return `Recursive${schema.replace(/\W/g, (char) => `_${char.charCodeAt(0)}_`)}`;
}

function withAliases(type: ts.TypeNode, recursive: ReadonlySet<string>): ts.TypeNode {
  const { transformed } = ts.transform(type, [
    (context) => (root) => {
      const visit = (node: ts.Node): ts.Node => {
        if (ts.isTypeLiteralNode(node)) return node;
        const schema = schemaOf(node);
        if (schema !== undefined && recursive.has(schema)) return ts.factory.createTypeReferenceNode(aliasOf(schema));
        return ts.visitEachChild(node, visit, context);
      };
      return ts.visitNode(root, visit) as ts.TypeNode;
    },
  ]);
  return transformed[0] as ts.TypeNode;
}

function propertyName({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

function withType(property: ts.PropertySignature, change: (type: ts.TypeNode) => ts.TypeNode): ts.PropertySignature {
  const { modifiers, name, questionToken, type } = property;
  return ts.factory.updatePropertySignature(property, modifiers, name, questionToken, type && change(type));
}

/** The schemas that a type refers to outside of its object types. */
function usedBy(type: ts.TypeNode): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeLiteralNode(node)) return;
    const schema = schemaOf(node);
    if (schema === undefined) ts.forEachChild(node, visit);
    else names.push(schema);
  };
  visit(type);
  return names;
}

/** The name in `components["schemas"]["Name"]`. */
function schemaOf(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { indexType } = node;
  return ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal) ? indexType.literal.text : undefined;
}

function reaches(
  uses: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
  seen = new Set<string>(),
): boolean {
  return (uses.get(from) ?? []).some((name) => {
    if (name === to) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return reaches(uses, name, to, seen);
  });
}
