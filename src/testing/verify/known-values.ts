import type { DocumentOperation, OpenApiDocument, Parameter, Schema } from "../document.js";
import { partsOf } from "../schema-parts.js";

/** Parameter values by name, such as ids. */
export type Values = Readonly<Record<string, string | number | boolean>>;
type Value = Values[string];

/** A successful response. */
interface Learned {
  readonly operation: DocumentOperation;
  /** The path parameters of the request. */
  readonly values: Values;
  readonly data: unknown;
  readonly schema: Schema | undefined;
}

/** Collects ids and other values from the responses, to use them as parameters of later calls. */
export class KnownValues {
  readonly #learned: Learned[] = [];

  constructor(
    private readonly document: OpenApiDocument,
    private readonly operations: readonly DocumentOperation[],
  ) {}

  learn(learned: Learned): void {
    if (learned.data !== undefined) this.#learned.push(learned);
  }

  /**
   * Values for a parameter or body property, if the other parameters have the `given` values. The first source with a
   * value wins:
   *
   * 1. the items of the list that the parameter selects from: the property of the same name, or of the end of that name
   *    (`number` for `phoneNumber`, `id` for `deploymentId`);
   * 2. a documented property of the same name in any response;
   * 3. the parameter's enum, or its example if that is a number or a word such as `main`, since example ids do not exist;
   * 4. the items of a list that has no response schema in the document.
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

  /** The list operations that a path parameter selects from: every GET on the path before the parameter. */
  collectionsOf(name: string): DocumentOperation[] {
    const before = this.operations.flatMap(({ path }) => path.split(`/{${name}}`, 2).slice(0, -1));
    return this.operations.filter(({ method, path }) => method === "GET" && before.includes(path));
  }

  /** The values of all properties of that name which the schema describes. */
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

/** The ids of the items in a response: the response is an array, or an object that contains arrays. */
function idsOf(data: unknown, name: string): unknown[] {
  const holders = Array.isArray(data) ? [data] : Object.values((data ?? {}) as object).filter(Array.isArray);
  return holders.flat().flatMap((item) => {
    if (typeof item !== "object" || item === null) return [];
    const ends = Object.keys(item).filter((key) => key !== "" && name.endsWith(key[0]?.toUpperCase() + key.slice(1)));
    const key = name in item ? name : ends.sort((a, b) => b.length - a.length)[0];
    return key === undefined ? [] : [(item as Record<string, unknown>)[key]];
  });
}

// Values that would change the path or cannot be sent: blanks, dot segments, control characters, lone surrogates.
const UNUSABLE = /^\s*$|^\.{1,2}$|\p{Cc}|\p{Cs}/u;

function distinct(values: readonly unknown[]): Value[] {
  return [...new Set(values)].filter(isUsable);
}

/** Whether a value can be a path parameter: one segment that arrives unchanged. */
export function isUsable(value: unknown): value is Value {
  if (typeof value === "string") return !UNUSABLE.test(value);
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}
