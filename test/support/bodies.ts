/** Valid and wrong request bodies that the client can send. */
import type { MediaType, OpenApiDocument, Schema } from "../../scripts/openapi/document.js";
import { JSON_TYPE } from "../../src/testing/json-text.js";
import { ViolationFinder } from "../../src/testing/mock/find-violations.js";
import { essenceOf, type ResolvedOperation } from "../../src/testing/resolved-operations.js";
import { partsOf } from "../../src/testing/schema-parts.js";
import { examplesOf } from "./described.js";
import { literalsOf, type Mutant, mutantsOf } from "./mutations.js";
import { reachableFrom } from "./narrow.js";
import { asText, kindOf } from "./parameter-values.js";
import { createSampler, type Samples } from "./samples.js";

/** The bodies of the operations of a document. */
export class Bodies {
  readonly #sampler;
  readonly #typed;
  readonly #text;

  constructor(private readonly document: OpenApiDocument) {
    this.#sampler = createSampler(document);
    this.#typed = new ViolationFinder(document, "request");
    this.#text = new ViolationFinder(document, "request", true);
  }

  /** Valid bodies of an operation. Examples of the document come first. Undefined: no body. */
  of({ requestBody }: ResolvedOperation): Samples {
    const body = bodyOf(requestBody);
    if (!body) return { samples: [{ about: "the required parameters", value: undefined }], missing: [] };
    const { type, format, schema } = body;
    if (format === "bytes") return { samples: [{ about: type, value: new Blob(["RIFF"], { type }) }], missing: [] };
    const { samples, missing } = this.#sampler(schema ?? {});
    const examples = examplesOf(body).map(([name, value]) => ({ about: `the example ${name}`, value }));
    const values = [...examples, ...samples].filter(({ value }) => canWrite(body, value));
    const none = requestBody?.required ? [] : [{ about: "no body", value: undefined }];
    const sent = values.map(({ about, value }) => ({ about, value: this.#toSend(body, value) }));
    const without = values.length === 0 ? [`has no valid value that ${type} can write`] : [];
    return { samples: [...sent, ...none], missing: [...missing, ...without] };
  }

  /**
   * Wrong bodies of an operation: valid bodies with one change. Undefined if the mock server does not validate the
   * body.
   */
  wrong({ requestBody }: ResolvedOperation): Mutant[] | undefined {
    const body = bodyOf(requestBody);
    if (!body) return [];
    const { schema, format, type } = body;
    if (!schema || format === "bytes" || (format === "text" && !type.startsWith("text/"))) return undefined;
    const values = this.#sampler(schema).samples.map(({ value }) => value);
    const violationsOf = (value: unknown) => {
      if (!canWrite(body, value, values)) return [];
      return format === "form"
        ? this.#text.find(schema, asText(value), "body")
        : this.#typed.find(schema, value, "body");
    };
    const mutants = mutantsOf(values, violationsOf, literalsOf(reachableFrom(this.document, schema)));
    return mutants.map((mutant) => ({ ...mutant, value: this.#toSend(body, mutant.value) }));
  }

  /** Converts a value for the client: files of a form become Blobs. */
  #toSend({ format, schema }: Body, value: unknown): unknown {
    if (format !== "form") return value;
    const { properties } = partsOf(schema, this.document.components?.schemas ?? {});
    const isFile = ({ format, contentMediaType }: Schema = {}) => format === "binary" || contentMediaType !== undefined;
    const entries = Object.entries(value as object);
    return Object.fromEntries(
      entries.map(([name, one]) => [name, isFile(properties[name]) ? new Blob([String(one)]) : one]),
    );
  }
}

/** How the client writes a body, by its media type. */
type Format = "json" | "form" | "text" | "bytes";

interface Body extends MediaType {
  readonly type: string;
  readonly format: Format;
  /** Whether the client sends a string as another media type of the body. */
  readonly hasOtherText: boolean;
}

function bodyOf(requestBody: ResolvedOperation["requestBody"]): Body | undefined {
  const content = Object.entries(requestBody?.content ?? {});
  const [type, media] = content.find(([name]) => JSON_TYPE.test(name)) ?? content[0] ?? [];
  if (type === undefined) return undefined;
  const essence = essenceOf(type);
  const isForm = essence === "multipart/form-data" || essence === "application/x-www-form-urlencoded";
  const isText = essence.startsWith("text/") || /json(l|-seq)$/.test(essence);
  const format = JSON_TYPE.test(type) ? "json" : isForm ? "form" : isText ? "text" : "bytes";
  return { ...media, type, format, hasOtherText: format === "json" && content.length > 1 };
}

/** Whether a body can have a value, and the server can tell it from other values. `like`: valid values. */
function canWrite({ format, hasOtherText }: Body, value: unknown, like: readonly unknown[] = []): boolean {
  if (format === "json") return value !== undefined && !(hasOtherText && typeof value === "string");
  if (format === "text") return typeof value === "string" && value !== "";
  if (kindOf(value) !== "object" || Object.keys(value as object).length === 0) return false;
  return Object.entries(value as object).every(([name, field]) => {
    const fields = like.map((one) => Object(one)[name]).filter((one) => one !== undefined);
    const shape = shapeOf(field);
    return shape !== undefined && (fields.length === 0 || fields.map(shapeOf).includes(shape));
  });
}

/** How a form writes a field. Undefined if the form leaves the field out, or writes another value in the same way. */
function shapeOf(field: unknown): string | undefined {
  if (!Array.isArray(field)) return field === null || field === "" ? undefined : kindOf(field);
  const shapes = new Set(field.map(shapeOf));
  const [shape] = shapes;
  return shapes.size === 1 && shape !== undefined && !shape.startsWith("list") ? `list of ${shape}` : undefined;
}
