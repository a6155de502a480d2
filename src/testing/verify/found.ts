import type { DocumentOperation, OpenApiDocument, Parameter, Schema } from "../document.js";
import { partsOf } from "../schema.js";

/** Values of parameters by name, such as the ids that lead to a resource. */
export type Values = Readonly<Record<string, string | number | boolean>>;
type Value = Values[string];

/** An answer that has been understood. */
interface Learned {
  readonly operation: DocumentOperation;
  /** The path parameters that it was asked with: what it says holds for these. */
  readonly values: Values;
  readonly data: unknown;
  readonly schema: Schema | undefined;
}

/** What the answers so far give to ask further with. */
export class Found {
  readonly #learned: Learned[] = [];

  constructor(
    private readonly document: OpenApiDocument,
    private readonly operations: readonly DocumentOperation[],
  ) {}

  learn(learned: Learned): void {
    if (learned.data !== undefined) this.#learned.push(learned);
  }

  /**
   * Values for a parameter (or property of a body) under the given values of others. From the best source that there is:
   *
   * 1. the items of the collection that the parameter picks from, by its own name or the end of it (`number` for
   *    `phoneNumber`, `id` for `deploymentId`);
   * 2. a described property of its name anywhere in an answer;
   * 3. its enum, or its example, if that is a word such as `main` or a number rather than an id made up;
   * 4. the items of a collection that the document does not describe.
   */
  candidates({ name, schema, example }: Pick<Parameter, "name" | "schema" | "example">, given: Values): Value[] {
    const context = this.#learned.filter(({ values }) => agree(values, given));
    const lists = this.collectionsOf(name);
    const collections = context.filter(({ operation }) => lists.includes(operation));
    const described = collections.filter((learned) => learned.schema);
    if (described.length > 0) return distinct(described.flatMap(({ data }) => idsOf(data, name)));
    const anywhere = context.flatMap(({ data, schema }) => this.#valuesOf(name, data, schema));
    if (anywhere.length > 0) return distinct(anywhere);
    if (Array.isArray(schema?.enum)) return distinct(schema.enum);
    if (/^[a-z]+(?:-[a-z]+)*$/.test(String(example)) || typeof example === "number") return distinct([example]);
    return distinct(collections.flatMap(({ data }) => idsOf(data, name)));
  }

  /** The operations that list what a path parameter picks from: those on the path before it. */
  collectionsOf(name: string): DocumentOperation[] {
    const before = this.operations.flatMap(({ path }) => path.split(`/{${name}}`, 2).slice(0, -1));
    return this.operations.filter(({ method, path }) => method === "GET" && before.includes(path));
  }

  /** The values of a property, wherever the schema describes one of that name. */
  #valuesOf(name: string, data: unknown, schema: Schema | undefined): unknown[] {
    if (schema === undefined || typeof data !== "object" || data === null) return [];
    const { properties, items, others } = partsOf(schema, this.document.components.schemas);
    if (Array.isArray(data)) return data.flatMap((item) => this.#valuesOf(name, item, items));
    return Object.entries(data).flatMap(([key, value]) => {
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      const deeper = this.#valuesOf(name, value, own ?? others);
      return own && key === name ? [value, ...deeper] : deeper;
    });
  }
}

function agree(a: Values, b: Values): boolean {
  return Object.entries(a).every(([name, value]) => !(name in b) || b[name] === value);
}

/** The ids of the items of a list: a bare array, or the arrays that an object holds. */
function idsOf(data: unknown, name: string): unknown[] {
  const holders = Array.isArray(data) ? [data] : Object.values((data ?? {}) as object).filter(Array.isArray);
  return holders.flat().flatMap((item) => {
    if (typeof item !== "object" || item === null) return [];
    const ends = Object.keys(item).filter((key) => key !== "" && name.endsWith(key[0]?.toUpperCase() + key.slice(1)));
    const key = name in item ? name : ends.sort((a, b) => b.length - a.length)[0];
    return key === undefined ? [] : [(item as Record<string, unknown>)[key]];
  });
}

// What would name another resource, or cannot be sent: blanks, dot segments, controls, lone surrogates.
const UNUSABLE = /^\s*$|^\.{1,2}$|\p{Cc}|\p{Cs}/u;

function distinct(values: readonly unknown[]): Value[] {
  return [...new Set(values)].filter(isUsable);
}

/** Whether a value can be a parameter: arrives as one segment of a path that is itself. */
export function isUsable(value: unknown): value is Value {
  if (typeof value === "string") return !UNUSABLE.test(value);
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}
